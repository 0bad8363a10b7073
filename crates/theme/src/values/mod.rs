//! What every token of a theme comes to, without a browser.
//!
//! The sources are our meanings, Foyer's seeds and the theme's own tokens, in the order of the stylesheet. Of functions,
//! `var()`, `light-dark()`, `oklch()` with and without `from`, `color-mix()`, `calc()`, `min()`, `max()` and `clamp()` are
//! understood.

mod colour;
mod error;
mod expand;
mod expression;
mod kind;
mod mix;
mod read;
mod sheet;
mod split;
mod value;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use colour::colour;
pub use error::{Problem, ValueError};
#[cfg(feature = "check")]
pub(crate) use expand::Declared;
#[cfg(feature = "check")]
pub(crate) use expression::quantity;
pub use expression::{Quantity, Unit};
pub(crate) use kind::{Kind, group, kind};
pub(crate) use read::{duration, length};
pub(crate) use sheet::{Sheet, without_comments};
#[cfg(feature = "check")]
pub(crate) use split::{function, outside, parts, words};
pub use value::{Shadow, Value};

use crate::{Colour, Mode, Theme};

/// Our own sources, first to last, by their names in the repository.
const OURS: [(&str, &str); 2] = [
    ("style/tokens.css", include_str!("../../style/tokens.css")),
    ("style/themes/foyer/tokens.css", include_str!("../../style/themes/foyer/tokens.css")),
];

/// A theme's own file.
const THEIRS: &str = "tokens.css";

/// The value of every seed and meaning, and of the hooks that the theme sets, by their names without `--auth-`.
#[derive(Debug, Clone, PartialEq)]
pub struct Values {
    mode: Mode,
    values: BTreeMap<String, Value>,
}

/// Our meanings, as they follow from the seeds.
pub(crate) fn meanings() -> BTreeMap<&'static str, &'static str> {
    let (_, css) = OURS[0];
    let values =
        css.lines().filter_map(|line| line.trim().strip_prefix("--auth-")?.strip_suffix(';')?.split_once(": "));
    // The first is for every screen.
    values.rev().collect()
}

impl Theme {
    /// What its tokens come to.
    ///
    /// # Errors
    /// [`ValueError`] names the token, the file and what can't be understood.
    pub fn values(&self, mode: Mode) -> Result<Values, ValueError> {
        Values::read(&self.tokens, mode)
    }
}

impl Values {
    /// What the tokens of a theme's `tokens.css` come to.
    ///
    /// # Errors
    /// [`ValueError`] names the token, the file and what can't be understood.
    pub fn read(tokens: &str, mode: Mode) -> Result<Self, ValueError> {
        let sheets = OURS.into_iter().chain([(THEIRS, tokens)]);
        let sheets = sheets.map(|(file, css)| Sheet::read(file, css)).collect::<Result<Vec<_>, _>>()?;
        let declared = expand::Declared::of(&sheets);
        let mut values = BTreeMap::new();
        for (name, file) in declared.names() {
            let Some(token) = name.strip_prefix("--auth-") else { continue };
            let Some(kind) = kind(token) else { continue };
            let value = declared.expand(name, mode).and_then(|text| read::value(kind, &text));
            let value = value.map_err(|problem| ValueError { file, token: token.to_owned(), problem })?;
            values.insert(token.to_owned(), value);
        }
        Ok(Self { mode, values })
    }

    /// The names of the tokens and hooks that a theme's `tokens.css` sets itself.
    pub(crate) fn own(tokens: &str) -> Result<BTreeSet<String>, ValueError> {
        let sheet = Sheet::read(THEIRS, tokens)?;
        Ok(sheet.declarations.iter().filter_map(|own| own.name.strip_prefix("--auth-").map(str::to_owned)).collect())
    }

    /// In which of the two.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The value of a token, or of a hook that the theme sets.
    #[must_use]
    pub fn get(&self, token: &str) -> Option<&Value> {
        self.values.get(token)
    }

    /// The value of a token that is a colour.
    #[must_use]
    pub fn colour(&self, token: &str) -> Option<Colour> {
        match self.get(token)? {
            Value::Colour(colour) => Some(*colour),
            _ => None,
        }
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.values.iter().map(|(token, value)| (token.as_str(), value))
    }
}

#[cfg(test)]
mod tests {
    use vestibule_ui::parts::{SEEDS, TOKENS};

    use super::Values;
    use crate::Mode;

    #[test]
    fn every_token_has_a_value() {
        let values = Values::read("", Mode::Dark).expect("ours can be read");
        assert!(SEEDS.iter().chain(TOKENS).all(|token| values.get(token).is_some()));
        assert_eq!(values.iter().count(), SEEDS.len() + TOKENS.len());
    }

    #[track_caller]
    fn check(css: &str, token: &str, expected: &str) {
        let values = Values::read(css, Mode::Light).expect("it can be read");
        assert_eq!(values.get(token).map(ToString::to_string).as_deref(), Some(expected));
    }

    #[test]
    fn a_theme_wins_and_what_follows_from_it_follows() {
        check(":root { --auth-unit: 0.375rem; }", "gap", "1.125rem");
        check(":root { --auth-density: 0.8; }", "control-height", "2.2rem");
        check(":root { --auth-text-title: min(2.75rem, 12vw); }", "text-title", "2.75rem");
        check(":root { --acme: #036; --auth-brand: var(--acme); }", "brand", "oklch(0.32334 0.10254 253.885)");
        check(":root { --auth-card-edge: var(--auth-line); }", "card-edge", "oklch(0.905 0.008 262)");
        check(":root { --auth-font: \"Public Sans\", arial; }", "font-display", "\"Public Sans\", arial");
    }

    #[track_caller]
    fn refuse(css: &str, expected: &str) {
        let error = Values::read(css, Mode::Light).expect_err("it can't be read");
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn what_cant_be_understood_is_named() {
        refuse(":root { --auth-ink: blurple; }", "tokens.css: --auth-ink: \"blurple\" is no colour");
        refuse(":root { --auth-gap: wide; }", "tokens.css: --auth-gap: \"wide\" is no length");
        refuse(":root { --auth-ink: var(--blue); }", "tokens.css: --auth-ink: nothing sets --blue");
        refuse(":root { --auth-ink: var(--auth-ink); }", "tokens.css: --auth-ink: it needs itself");
        refuse(
            ":root { --auth-brand: 3; }",
            "style/tokens.css: --auth-accent: \"oklch(from 3 min(l, 0.56) c h)\" is no colour",
        );
        refuse(
            "[data-scheme=dark] { --auth-ink: #fff; }",
            "tokens.css: --auth-ink: it is set for \"[data-scheme=dark]\", and not for :root with light-dark()",
        );
        refuse(":root { --auth-ink: #fff;", "tokens.css: a brace or a bracket stays open");
    }
}
