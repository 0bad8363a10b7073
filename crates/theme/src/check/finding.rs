//! One thing that is wrong with a theme, where it is and what to do about it.

use std::fmt::{self, Display};

use serde::Serialize;

use super::{Code, Drawn};

/// One cause. Places that have the same one are counted, not listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is.
    pub code: Code,
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
    /// What exactly is wrong there.
    pub what: String,
    /// What to do about it.
    pub instead: String,
}

/// Where something is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Place {
    /// In a file.
    File {
        /// Its name in the theme's folder.
        file: String,
        /// The line, if one is to blame.
        line: Option<usize>,
    },
    /// On pages.
    Drawn(Drawn),
}

impl Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}[{}]: {}", self.code.weight().as_str(), self.code, self.code.title())?;
        writeln!(f, "  --> {}", self.place)?;
        writeln!(f, "  {}", self.what)?;
        writeln!(f, "  {}", self.instead)
    }
}

impl Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { file, line: Some(line) } => write!(f, "{file}:{line}"),
            Self::File { file, line: None } => f.write_str(file),
            Self::Drawn(drawn) => drawn.fmt(f),
        }
    }
}

/// What is found in one file, with the text that lines are counted in.
pub(super) struct Found<'a> {
    pub(super) file: &'a str,
    pub(super) text: &'a str,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Found<'a> {
    pub(super) const fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, findings: Vec::new() }
    }

    /// Notes something at a byte of the file.
    pub(super) fn at(&mut self, byte: usize, code: Code, what: impl Into<String>, instead: impl Into<String>) {
        let line = self.text[..byte.min(self.text.len())].matches('\n').count() + 1;
        self.line(Some(line), code, what, instead);
    }

    /// Notes something on a line.
    pub(super) fn line(
        &mut self,
        line: Option<usize>,
        code: Code,
        what: impl Into<String>,
        instead: impl Into<String>,
    ) {
        let place = Place::File { file: self.file.to_owned(), line };
        self.findings.push(Finding { code, place, what: what.into(), instead: instead.into() });
    }
}
