//! One thing that is wrong, told so that somebody who never heard of hydration can mend it.

use std::fmt::{self, Display};

use serde::Serialize;

use crate::{
    AllowedBy, Code, Column, Layer, Severity, Source,
    about::About,
    id,
    markup::{Node, write},
};

/// One root cause. What follows from it is counted, not listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The same in every run, whatever else is found: made of the code, the layer, the
    /// case, the path and what it is about there.
    pub id: String,
    /// What it is.
    pub code: Code,
    /// How bad it is here.
    pub severity: Severity,
    /// The case it was found in.
    pub case: String,
    /// The layer that found it.
    pub layer: Layer,
    /// The browser that showed it, if one did.
    pub engine: Option<String>,
    /// The `view!` that draws this place, if the twin knows it.
    pub source: Option<Source>,
    /// The other views around this place, innermost first: the components it is drawn in, and who handed it to them.
    pub around: Vec<Source>,
    /// Where: a CSS selector within the case.
    pub path: String,
    /// Where in the server's bytes, if a byte is to blame.
    pub byte: Option<usize>,
    /// Both sides with their difference: lines that begin with `-` are the server's or the writer's, with `+` the
    /// client's or the parser's.
    pub sides: Vec<String>,
    /// What exactly differs.
    pub detail: String,
    /// What happens to the page.
    pub consequence: String,
    /// How many more places have the same cause.
    pub more: usize,
    /// The command that checks this case alone.
    pub rerun: String,
    /// The allowance that covers it. What is allowed fails no check.
    pub allowed_by: Option<AllowedBy>,
    /// What it is about, for those who allow it.
    #[serde(skip)]
    pub(crate) about: Option<About>,
    /// The node that one side alone writes, or the client's of two that differ.
    #[serde(skip)]
    pub(crate) culprit: Option<String>,
}

impl Finding {
    /// How it is mended.
    #[must_use]
    pub const fn fix(&self) -> &'static str {
        self.code.fix()
    }
}

impl Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}[{}]: {}", self.severity.as_str(), self.code, self.code.title())?;
        if let Some(source) = &self.source {
            writeln!(f, "  --> {source}")?;
        }
        self.around.iter().try_for_each(|view| writeln!(f, "      in {view}"))?;
        write!(f, "  --> {} at {}", self.case, self.path)?;
        if let Some(byte) = self.byte {
            write!(f, ", byte {byte}")?;
        }
        let column = Column { layer: self.layer, engine: self.engine.as_deref() };
        writeln!(f, "   (layer: {column})")?;
        if !self.sides.is_empty() {
            let (minus, plus) = self.layer.sides();
            writeln!(f, "   |   - {minus}   + {plus}")?;
            for line in &self.sides {
                writeln!(f, "   | {line}")?;
            }
        }
        if !self.detail.is_empty() {
            writeln!(f, "   = here: {}", self.detail)?;
        }
        writeln!(f, "   = consequence: {}", self.consequence)?;
        if self.more > 0 {
            writeln!(f, "   = the same at {} more {}", self.more, if self.more == 1 { "place" } else { "places" })?;
        }
        if let Some(allowed_by) = &self.allowed_by {
            writeln!(f, "   = allowed by {allowed_by}")?;
        }
        writeln!(f, "   = fix: {}", self.fix())?;
        write!(f, "   = alone: {}", self.rerun)
    }
}

/// A finding before it is known in which case it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) code: Code,
    pub(crate) severity: Severity,
    pub(crate) path: String,
    pub(crate) byte: Option<usize>,
    pub(crate) sides: Vec<String>,
    pub(crate) detail: String,
    pub(crate) consequence: String,
    pub(crate) more: usize,
    pub(crate) about: Option<About>,
    /// The node that one side alone writes, or the client's of two that differ.
    pub(crate) culprit: Option<Node>,
    /// The client's control whose handlers land on another element, and its name in the consequence.
    pub(crate) moved: Option<(Node, String)>,
}

impl Problem {
    pub(crate) fn new(code: Code, path: impl Display, detail: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            path: path.to_string(),
            byte: None,
            sides: Vec::new(),
            detail: detail.into(),
            consequence: code.consequence().to_owned(),
            more: 0,
            about: None,
            culprit: None,
            moved: None,
        }
    }

    pub(crate) fn with_sides(self, sides: Vec<String>) -> Self {
        Self { sides, ..self }
    }

    pub(crate) fn about(self, about: About) -> Self {
        Self { about: Some(about), ..self }
    }

    pub(crate) fn at_byte(self, byte: usize) -> Self {
        Self { byte: Some(byte), ..self }
    }

    /// Says where the control stands whose handlers land on another element.
    pub(crate) fn with_handlers_at(mut self, source: &Source) -> Self {
        if let Some((_, name)) = &self.moved {
            self.consequence = self.consequence.replacen(name, &format!("{name} ({source})"), 1);
        }
        self
    }

    /// The same place under the name of its cause: what differs, and `when`.
    #[must_use]
    pub(crate) fn because(self, code: Code, when: &str) -> Self {
        let what = self.code.title().replace("in the browser than on the server", "than at first");
        let words = [
            ("the server says", "at first it says"),
            ("where the server has", "where at first there was"),
            ("the client has", "then there was"),
            ("only the server has", "only at first there was"),
            ("only then there was", "only later there was"),
            ("on the server", "at first"),
            ("in the client", "then"),
            ("the client", "then"),
        ];
        let detail = words.iter().fold(self.detail, |detail, (side, time)| detail.replace(side, time));
        let detail = if detail.is_empty() { format!("{when}: {what}") } else { format!("{when}: {what}; {detail}") };
        // A control that moves moves whatever the cause is called.
        let severity = self.severity.max(code.severity());
        Self { code, severity, consequence: code.consequence().to_owned(), detail, moved: None, ..self }
    }

    pub(crate) fn into_finding(self, layer: Layer, case: &str, source: Option<Source>, rerun: &str) -> Finding {
        let Self { code, severity, path, byte, sides, detail, consequence, more, about, culprit, .. } = self;
        Finding {
            id: id::of(code, layer, case, &path, about.as_ref()),
            code,
            severity,
            case: case.to_owned(),
            layer,
            engine: None,
            source,
            around: Vec::new(),
            path,
            byte,
            sides,
            detail,
            consequence,
            more,
            rerun: rerun.to_owned(),
            allowed_by: None,
            about,
            culprit: culprit.map(|node| write(&[node])),
        }
    }
}
