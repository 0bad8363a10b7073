//! What was changed, and why.

use std::fmt;

use crate::{Colour, Mode};

/// One thing that couldn't stay as it follows from the colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The token.
    pub token: &'static str,
    /// In which of the two; `None` for both.
    pub mode: Option<Mode>,
    /// What would have followed.
    pub from: Colour,
    /// What it is instead.
    pub to: Colour,
    /// Why.
    pub because: Because,
}

/// Why something couldn't stay.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Because {
    /// No screen can paint it, or one could see through it.
    Unpaintable,
    /// It can hardly be told from the card on which it stands.
    Vanishes,
    /// It is the colour itself, and not the darker one that would follow for white text.
    Kept,
    /// It goes with another one that couldn't stay.
    Follows {
        /// The token of the other one.
        from: &'static str,
    },
    /// It couldn't be told from something else well enough.
    Contrast {
        /// The token of the other one.
        with: &'static str,
        /// The contrast that the two would have.
        ratio: f64,
        /// The contrast that they need.
        least: f64,
    },
}

/// A token, in the words of somebody who has never seen one.
fn words(token: &str) -> &str {
    match token {
        "brand" => "the colour",
        "page" => "the page",
        "card" => "the card",
        "sunken" => "what is sunken into the card",
        "accent" => "the fill of buttons",
        "accent-hover" => "the fill of a button under the pointer",
        "accent-press" => "the fill of a pressed button",
        "accent-wash" => "the pale fill of what is chosen",
        "on-accent" => "text on buttons",
        "link" => "the colour of links",
        "focus" => "the ring around what has the focus",
        token => token,
    }
}

/// As a person reads it: `In light, the colour of links is #7a5b00 and not #b88a00: …`.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mode = self.mode.map_or("In both modes", |mode| match mode {
            Mode::Light => "In light",
            Mode::Dark => "In dark",
        });
        let (what, from, to) = (words(self.token), self.from.hex(), self.to.hex());
        write!(f, "{mode}, {what} is {to} and not {from}: {}", self.because)
    }
}

impl fmt::Display for Because {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unpaintable => f.write_str("not every screen can paint that"),
            Self::Vanishes => f.write_str("on the card it would hardly be seen"),
            Self::Kept => f.write_str("with dark text on it, the colour can stay as it is"),
            Self::Follows { from } => write!(f, "it follows from {}", words(from)),
            Self::Contrast { with, ratio, least } => {
                let with = words(with);
                write!(f, "beside {with} its contrast would be {ratio:.1} to 1, and less than {least} is hard to see")
            }
        }
    }
}
