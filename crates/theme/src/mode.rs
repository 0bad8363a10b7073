//! Light or dark.

use std::fmt;

use crate::Colour;

/// One of the two in which every page is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Mode {
    /// Both, light first.
    pub const BOTH: [Self; 2] = [Self::Light, Self::Dark];

    /// The word in file names.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What a browser paints behind a page that paints nothing.
    pub(crate) const fn canvas(self) -> Colour {
        match self {
            Self::Light => Colour::new(1.0, 0.0, 0.0),
            Self::Dark => Colour::new(0.18, 0.0, 0.0),
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
