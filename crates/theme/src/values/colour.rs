//! `oklch()`, also of another colour. All other ways to write one are left to a crate that reads them.

use super::{
    expression::{Quantity, Unit, quantity},
    mix, split,
};
use crate::{Colour, colour::named::named};

/// Reads a colour. `None` for what is none.
pub(crate) fn colour(text: &str) -> Option<Colour> {
    let text = text.to_ascii_lowercase();
    match split::function(&text) {
        Some(("oklch", inside)) => oklch(inside),
        Some(("color-mix", inside)) => mix::mix(inside),
        _ => named(&text),
    }
}

fn oklch(inside: &str) -> Option<Colour> {
    let halves = split::parts(inside, '/');
    let (channels, alpha) = match halves.as_slice() {
        [channels] => (channels, None),
        [channels, alpha] => (channels, Some(alpha)),
        _ => return None,
    };
    let words = split::words(channels);
    let (origin, words) = match words.as_slice() {
        ["from", origin, words @ ..] => (Some(colour(origin)?), words),
        words => (None, words),
    };
    let names = origin.map(|own| [("l", own.lightness), ("c", own.chroma), ("h", own.hue), ("alpha", own.alpha)]);
    let names = names.as_ref().map_or(&[] as &[_], |names| names);
    let &[lightness, chroma, hue] = words else { return None };
    let alpha = match alpha {
        Some(alpha) => channel(alpha, names, 1.0)?,
        None => origin.map_or(1.0, |own| own.alpha),
    };
    Some(Colour {
        lightness: channel(lightness, names, 1.0)?.clamp(0.0, 1.0),
        chroma: channel(chroma, names, 0.4)?.max(0.0),
        hue: channel(hue, names, 360.0)?.rem_euclid(360.0),
        alpha: alpha.clamp(0.0, 1.0),
    })
}

/// One channel, of which `whole` is a hundred percent.
fn channel(text: &str, names: &[(&str, f64)], whole: f64) -> Option<f64> {
    if text == "none" {
        return Some(0.0);
    }
    match quantity(text, names)? {
        Quantity { value, unit: Unit::None } => Some(value),
        Quantity { value, unit: Unit::Percent } => Some(value / 100.0 * whole),
        Quantity { value, unit: Unit::Degrees } if whole > 1.0 => Some(value),
        Quantity { .. } => None,
    }
}
