//! The faces that are on nearly every device, by what they look like.

use serde::Deserialize;

/// What a font looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Like {
    /// Without serifs: Arial stands in.
    Sans,
    /// With serifs: Times New Roman stands in.
    Serif,
    /// Of one width: Courier New stands in.
    Mono,
}

#[cfg(feature = "check")]
impl Like {
    /// The families of the same widths, letter by letter: one of them is on Windows, macOS and iOS, the other two on
    /// Linux and Chromebooks.
    pub(super) const fn families(self) -> [&'static str; 3] {
        match self {
            Self::Sans => ["Arial", "Liberation Sans", "Arimo"],
            Self::Serif => ["Times New Roman", "Liberation Serif", "Tinos"],
            Self::Mono => ["Courier New", "Liberation Mono", "Cousine"],
        }
    }

    /// How wide the average letter of [`super::measures::SAMPLE`] is in them, in parts of the font's size: measured in
    /// the Liberation fonts.
    pub(super) const fn width(self, is_bold: bool, is_italic: bool) -> f64 {
        match (self, is_bold, is_italic) {
            (Self::Sans, false, _) => 0.4548,
            (Self::Sans, true, _) => 0.4879,
            (Self::Serif, false, false) => 0.4144,
            (Self::Serif, false, true) => 0.4148,
            (Self::Serif, true, false) => 0.439,
            (Self::Serif, true, true) => 0.4264,
            (Self::Mono, ..) => 0.6001,
        }
    }
}
