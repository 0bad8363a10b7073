//! The fonts of a theme: files of its own, and the system's faces that stand in for them until they are there.
//!
//! A face that takes the place of another one of a different width moves every line of a page. The faces that stand in
//! are stretched to the font's own measures, so that nothing moves when it arrives.

#[cfg(feature = "check")]
mod faces;
mod like;
#[cfg(feature = "check")]
mod measures;

use serde::Deserialize;

#[cfg(feature = "check")]
use crate::Theme;

pub use like::Like;

/// The file of a theme that declares its fonts. It is written by a command, from `theme.toml` and the fonts.
pub const FONTS_CSS: &str = "fonts.css";

/// What the file begins with when the command wrote it.
#[cfg(feature = "check")]
const WRITTEN: &str = "/* Written by `vestibule theme fonts`";

/// A font that `theme.toml` names.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Font {
    /// How the tokens call it.
    pub family: String,
    /// The file, in the theme's folder.
    pub file: String,
    /// What it looks like, and so what stands in for it.
    pub like: Like,
}

impl Font {
    /// How the tokens call what stands in for it: right after the family's own name.
    #[must_use]
    pub fn stand_in(&self) -> String {
        format!("{} stand-in", self.family)
    }
}

#[cfg(feature = "check")]
impl Theme {
    /// Whether somebody wrote `fonts.css` by hand: then no command touches it.
    #[must_use]
    pub fn has_own_faces(&self) -> bool {
        !self.faces.is_empty() && !self.faces.starts_with(WRITTEN)
    }
}
