//! The two forms of our stylesheet.

use std::{borrow::Cow, str::FromStr};

use crate::plain;

/// How our rules hold their own against a host's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stylesheet {
    /// In one cascade layer, `vestibule`: whatever a host says outside of layers wins.
    #[default]
    Layers,
    /// In none, each selector as heavy as two classes: for hosts whose resets stand outside of layers.
    Plain,
}

impl Stylesheet {
    /// What a stylesheet that is written in layers is in this form.
    #[must_use]
    pub fn form(self, layered: &str) -> Cow<'_, str> {
        match self {
            Self::Layers => Cow::Borrowed(layered),
            Self::Plain => Cow::Owned(plain(layered)),
        }
    }
}

impl FromStr for Stylesheet {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "layers" => Ok(Self::Layers),
            "plain" => Ok(Self::Plain),
            _ => Err(()),
        }
    }
}
