//! `var()` and `light-dark()`, filled in.

use std::collections::BTreeMap;

use super::{Problem, Sheet, split};
use crate::Mode;

/// What the sheets set; of two the later one counts.
pub(crate) struct Declared<'a> {
    /// The file and the value by name.
    values: BTreeMap<&'a str, (&'static str, &'a str)>,
}

impl<'a> Declared<'a> {
    pub(super) fn of(sheets: &'a [Sheet]) -> Self {
        let all = sheets.iter().flat_map(|sheet| sheet.declarations.iter().map(|own| (sheet.file, own)));
        Self { values: all.map(|(file, own)| (own.name.as_str(), (file, own.value.as_str()))).collect() }
    }

    /// Values by name, whoever set them.
    #[cfg(feature = "check")]
    pub(crate) fn by_name(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self { values: values.into_iter().map(|(name, value)| (name, ("", value))).collect() }
    }

    /// A text without `var()` and `light-dark()`.
    #[cfg(feature = "check")]
    pub(crate) fn fill(&self, text: &str, mode: Mode) -> Result<String, Problem> {
        self.text(text, mode, &mut Vec::new())
    }

    /// The names with the file that sets each.
    pub(super) fn names(&self) -> impl Iterator<Item = (&'a str, &'static str)> {
        self.values.iter().map(|(name, (file, _))| (*name, *file))
    }

    /// The text of a custom property without `var()` and `light-dark()`.
    pub(super) fn expand(&self, name: &str, mode: Mode) -> Result<String, Problem> {
        self.named(name, mode, &mut Vec::new())
    }

    fn named(&self, name: &str, mode: Mode, trail: &mut Vec<String>) -> Result<String, Problem> {
        if trail.iter().any(|passed| passed == name) {
            return Err(Problem::Circle);
        }
        let (_, value) = self.values.get(name).ok_or_else(|| Problem::Unset(name.to_owned()))?;
        trail.push(name.to_owned());
        let text = self.text(value, mode, trail);
        trail.pop();
        text
    }

    fn text(&self, text: &str, mode: Mode, trail: &mut Vec<String>) -> Result<String, Problem> {
        let Some((start, open)) = first(text) else {
            return Ok(text.to_owned());
        };
        let close = split::close(text, open).ok_or(Problem::Open)?;
        let parts = split::parts(&text[open + 1..close], ',');
        let filled = match (&text[start..open], parts.as_slice()) {
            ("light-dark", [light, dark]) => self.text(if mode == Mode::Light { light } else { dark }, mode, trail)?,
            ("var", [name, ..]) if self.values.contains_key(name) => self.named(name, mode, trail)?,
            ("var", [_, fallback @ ..]) if !fallback.is_empty() => self.text(&fallback.join(", "), mode, trail)?,
            ("var", [name, ..]) => return Err(Problem::Unset((*name).to_owned())),
            _ => return Err(Problem::No { text: text.to_owned(), expected: "light-dark() of two" }),
        };
        Ok(format!("{}{filled}{}", &text[..start], self.text(&text[close + 1..], mode, trail)?))
    }
}

/// Where the first of the two functions begins, and its bracket.
fn first(text: &str) -> Option<(usize, usize)> {
    let found = ["var(", "light-dark("].into_iter().filter_map(|function| {
        let is_word = |start: usize| !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
        let (start, _) = text.match_indices(function).find(|(start, _)| is_word(*start))?;
        Some((start, start + function.len() - 1))
    });
    found.min()
}
