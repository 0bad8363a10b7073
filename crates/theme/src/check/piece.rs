//! One word of a value: what sort of thing it can be, and what was probably meant.

use csscolorparser::NAMED_COLORS;

use super::names::near;
use crate::values::{Unit, colour, function, outside, quantity};

const LENGTHS: [&str; 35] = [
    "px", "rem", "em", "ex", "ch", "cap", "ic", "lh", "rlh", "rex", "rch", "vw", "vh", "vi", "vb", "vmin", "vmax",
    "svw", "svh", "lvw", "lvh", "dvw", "dvh", "svi", "dvi", "cqw", "cqh", "cqi", "cqb", "cm", "mm", "q", "in", "pt",
    "pc",
];
const TIMES: [&str; 2] = ["ms", "s"];
const ANGLES: [&str; 4] = ["deg", "grad", "rad", "turn"];
const MATHS: [&str; 10] = ["calc", "min", "max", "clamp", "round", "mod", "rem", "abs", "hypot", "pow"];

/// Functions of colour whose channels are numbers.
const CHANNELS: [&str; 9] = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch"];
const COLOURS: [&str; 5] = ["color", "color-mix", "contrast-color", "device-cmyk", "light-dark"];
const PICTURES: [&str; 10] = [
    "url",
    "image",
    "image-set",
    "cross-fade",
    "paint",
    "linear-gradient",
    "radial-gradient",
    "conic-gradient",
    "repeating-linear-gradient",
    "repeating-radial-gradient",
];

/// Colours that are the reader's system's, or their surroundings'.
const SYSTEM: [&str; 20] = [
    "currentcolor",
    "transparent",
    "accentcolor",
    "accentcolortext",
    "activetext",
    "buttonborder",
    "buttonface",
    "buttontext",
    "canvas",
    "canvastext",
    "field",
    "fieldtext",
    "graytext",
    "highlight",
    "highlighttext",
    "linktext",
    "mark",
    "marktext",
    "selecteditem",
    "selecteditemtext",
];

/// What one word is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece<'a> {
    Number(f64),
    Percent,
    Length,
    Time,
    Angle,
    /// A sum of what only a browser knows: a number or a size of some unit.
    Sum,
    Colour,
    Picture,
    Word(&'a str),
    Text,
    /// Only a browser can tell.
    Open,
    /// Nothing that CSS knows, and what was meant if that can be told.
    Nothing(Option<String>),
}

impl<'a> Piece<'a> {
    /// Reads a word in small letters.
    pub(super) fn of(word: &'a str) -> Self {
        if word.starts_with(['"', '\'']) {
            Self::Text
        } else if word.starts_with('#') {
            colour(word).map_or(Self::Nothing(None), |_| Self::Colour)
        } else if let Some((name, inside)) = function(word) {
            called(name, inside, word)
        } else if let Some((value, unit)) = number(word) {
            counted(value, unit)
        } else {
            Self::Word(word)
        }
    }
}

fn called<'a>(name: &str, inside: &str, whole: &str) -> Piece<'a> {
    if CHANNELS.contains(&name) {
        let fits = inside.trim_start().starts_with("from ") || are_channels(inside);
        return if fits { Piece::Colour } else { Piece::Nothing(None) };
    }
    if MATHS.contains(&name) {
        return match quantity(whole, &[]).map(|sum| (sum.value, sum.unit)) {
            Some((value, Unit::None)) => Piece::Number(value),
            Some((_, Unit::Percent)) => Piece::Percent,
            Some((_, Unit::Milliseconds | Unit::Seconds)) => Piece::Time,
            Some((_, Unit::Degrees)) => Piece::Angle,
            Some((_, Unit::Pixels | Unit::Rem | Unit::Em | Unit::Width | Unit::Height)) => Piece::Length,
            None => Piece::Sum,
        };
    }
    if COLOURS.contains(&name) {
        return Piece::Colour;
    }
    if PICTURES.contains(&name) {
        return Piece::Picture;
    }
    // A browser may know functions that we don't; one letter beside one of these it is a slip.
    let all = CHANNELS.iter().chain(&MATHS).chain(&COLOURS).chain(&PICTURES).chain(&["env", "attr", "var"]);
    let slip = name.len() > 2 && !["if", "sin", "cos", "tan", "exp", "log", "sign", "mix"].contains(&name);
    let meant = all.into_iter().find(|known| slip && strsim::osa_distance(name, known) == 1);
    meant.map_or(Piece::Open, |meant| Piece::Nothing(Some(format!("{meant}()"))))
}

/// Three numbers, and perhaps how much is seen of the colour.
fn are_channels(inside: &str) -> bool {
    let (mut words, mut start) = (Vec::new(), 0);
    for (index, letter) in outside(inside) {
        if letter.is_ascii_whitespace() || matches!(letter, ',' | '/') {
            words.push(&inside[start..index]);
            start = index + 1;
        }
    }
    words.push(&inside[start..]);
    words.retain(|word| !word.is_empty());
    let is_channel = |word: &&str| {
        matches!(
            Piece::of(word),
            Piece::Number(_) | Piece::Percent | Piece::Angle | Piece::Sum | Piece::Open | Piece::Word("none")
        )
    };
    (3..=4).contains(&words.len()) && words.iter().all(is_channel)
}

fn counted<'a>(value: f64, unit: &str) -> Piece<'a> {
    match unit {
        "" => Piece::Number(value),
        "%" => Piece::Percent,
        unit if LENGTHS.contains(&unit) => Piece::Length,
        unit if TIMES.contains(&unit) => Piece::Time,
        unit if ANGLES.contains(&unit) => Piece::Angle,
        unit => {
            // Alike by letters, as they are too short to be alike by sound.
            let meant =
                LENGTHS.iter().chain(&TIMES).chain(&ANGLES).find(|known| strsim::osa_distance(unit, known) == 1);
            Piece::Nothing(meant.map(|meant| format!("{value}{meant}")))
        }
    }
}

/// A number and what follows it.
fn number(word: &str) -> Option<(f64, &str)> {
    let is_exponent = |at: usize| {
        word[at..].starts_with('e')
            && word[at + 1..].trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit())
    };
    let end = word
        .char_indices()
        .find(|(at, letter)| !(letter.is_ascii_digit() || matches!(letter, '+' | '-' | '.') || is_exponent(*at)))
        .map_or(word.len(), |(at, _)| at);
    Some((word[..end].parse().ok()?, &word[end..]))
}

/// Whether a word is a colour, and otherwise which colour was meant.
pub(super) fn named_colour(word: &str) -> Result<(), Option<String>> {
    if colour(word).is_some() || SYSTEM.contains(&word) {
        return Ok(());
    }
    Err(near(word, NAMED_COLORS.keys().map(|name| name.as_str()).chain(SYSTEM)))
}
