//! What a token comes to.

use std::fmt;

use super::{Quantity, Unit};
use crate::Colour;

/// What a token comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A colour.
    Colour(Colour),
    /// A size, a distance.
    Length(Quantity),
    /// A number.
    Number(f64),
    /// Fonts, the first that is there counts.
    Fonts(Vec<String>),
    /// A time, in thousandths of a second.
    Duration(f64),
    /// Shadows, the first on top. None at all is `none`.
    Shadows(Vec<Shadow>),
    /// What has no number: a picture, a gradient, `currentcolor`, several lengths.
    Text(String),
}

/// One shadow.
#[derive(Debug, Clone, PartialEq)]
pub struct Shadow {
    /// Along the line, across it, how soft, and how much larger than what throws it.
    pub lengths: [Quantity; 4],
    /// Its colour.
    pub colour: Colour,
    /// Whether it falls inwards.
    pub inset: bool,
}

impl Value {
    /// Whether nobody could see that it is another one.
    #[must_use]
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Colour(one), Self::Colour(other)) => is_colour_like(*one, *other),
            (Self::Length(one), Self::Length(other)) => is_near(one.size(), other.size()),
            (Self::Number(one), Self::Number(other)) | (Self::Duration(one), Self::Duration(other)) => {
                is_near(*one, *other)
            }
            (Self::Shadows(one), Self::Shadows(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.is_like(other))
            }
            _ => self == other,
        }
    }
}

impl Shadow {
    /// Whether it falls alike, in whatever colour.
    pub(crate) fn falls_like(&self, other: &Self) -> bool {
        let near = self.lengths.iter().zip(&other.lengths).all(|(one, other)| is_near(one.size(), other.size()));
        near && self.inset == other.inset
    }

    fn is_like(&self, other: &Self) -> bool {
        self.falls_like(other) && is_colour_like(self.colour, other.colour)
    }

    /// As CSS writes it, in a colour of that text.
    pub(crate) fn css(&self, colour: &str) -> String {
        let inset = if self.inset { "inset " } else { "" };
        // A spread of nothing is left out.
        let count = if is_near(self.lengths[3].value, 0.0) { 3 } else { 4 };
        let lengths: Vec<String> = self.lengths[..count].iter().map(ToString::to_string).collect();
        format!("{inset}{} {colour}", lengths.join(" "))
    }
}

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-3
}

fn is_colour_like(one: Colour, other: Colour) -> bool {
    // What isn't seen has no colour.
    let is_seen = one.alpha > 0.0 || other.alpha > 0.0;
    let is_covering = (one.alpha - other.alpha).abs() < 2e-3;
    !is_seen || (is_covering && (one.bytes() == other.bytes() || one.rounded() == other.rounded()))
}

/// As CSS writes it.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Colour(colour) => colour.fmt(f),
            Self::Length(length) => length.fmt(f),
            Self::Number(value) => Quantity { value: *value, unit: Unit::None }.fmt(f),
            Self::Fonts(fonts) => {
                let fonts: Vec<String> = fonts.iter().map(|font| quoted(font)).collect();
                f.write_str(&fonts.join(", "))
            }
            Self::Duration(value) => write!(f, "{value}ms"),
            Self::Shadows(shadows) if shadows.is_empty() => f.write_str("none"),
            Self::Shadows(shadows) => {
                let shadows: Vec<String> = shadows.iter().map(|own| own.css(&own.colour.to_string())).collect();
                f.write_str(&shadows.join(", "))
            }
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// A font's name; one word in small letters may be a generic one, and stands alone.
fn quoted(font: &str) -> String {
    let is_word = font.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    if is_word { font.to_owned() } else { format!("\"{}\"", font.replace(['"', '\\'], "")) }
}
