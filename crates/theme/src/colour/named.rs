//! Colours by name, in hex and in the older functions.

use csscolorparser::Color;

use super::Colour;

/// Reads what our own reader of `oklch()` doesn't. `None` for what is no colour, or what CSS wouldn't read.
pub(crate) fn named(text: &str) -> Option<Colour> {
    // The crate takes hex without its sign, and functions that CSS doesn't know.
    let is_bare_hex = text.bytes().all(|b| b.is_ascii_hexdigit());
    if is_bare_hex || text.starts_with("hsv") || text.starts_with("hwba") {
        return None;
    }
    let Color { r, g, b, a } = csscolorparser::parse(text).ok()?;
    Some(Colour::of_srgb([r, g, b].map(f64::from), f64::from(a)))
}
