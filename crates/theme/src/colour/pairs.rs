//! What must contrast with what, and how much.

use super::Colour;
use crate::Values;

/// A token in front of another one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The token of the text, line or ring.
    pub ink: &'static str,
    /// The token of what is behind it.
    pub ground: &'static str,
    /// The least contrast, as WCAG 2 counts it.
    pub least: f64,
}

/// Text (1.4.3).
const TEXT: f64 = 4.5;
/// What isn't text and has to be seen (1.4.11), and text of what can't be used, of which WCAG asks nothing.
const SHAPE: f64 = 3.0;

const fn pair(ink: &'static str, ground: &'static str, least: f64) -> Pair {
    Pair { ink, ground, least }
}

/// Every pair that a theme has to keep, in both modes. A line that decorates, and an accent beside a focus ring, which a
/// gap parts, need none.
#[rustfmt::skip]
pub const PAIRS: &[Pair] = &[
    pair("ink", "page", TEXT), pair("ink", "card", TEXT), pair("ink", "sunken", TEXT), pair("ink", "accent-wash", TEXT),
    pair("ink-soft", "page", TEXT), pair("ink-soft", "card", TEXT), pair("ink-soft", "sunken", TEXT),
    pair("ink-faint", "page", TEXT), pair("ink-faint", "card", TEXT), pair("ink-faint", "sunken", TEXT),
    pair("ink-disabled", "page", SHAPE), pair("ink-disabled", "card", SHAPE), pair("ink-disabled", "sunken", SHAPE),
    pair("link", "page", TEXT), pair("link", "card", TEXT), pair("link", "sunken", TEXT), pair("link", "accent-wash", TEXT),
    pair("edge", "page", SHAPE), pair("edge", "card", SHAPE),
    pair("on-accent", "accent", TEXT), pair("on-accent", "accent-hover", TEXT), pair("on-accent", "accent-press", TEXT),
    pair("focus", "page", SHAPE), pair("focus", "card", SHAPE), pair("focus", "sunken", SHAPE),
    pair("focus", "accent-wash", SHAPE), pair("focus", "danger-wash", SHAPE), pair("focus", "warn-wash", SHAPE),
    pair("focus", "good-wash", SHAPE), pair("focus", "info-wash", SHAPE),
    pair("danger", "card", SHAPE), pair("danger-ink", "card", TEXT), pair("danger-ink", "danger-wash", TEXT),
    pair("on-danger", "danger", TEXT),
    pair("warn", "card", SHAPE), pair("warn-ink", "card", TEXT), pair("warn-ink", "warn-wash", TEXT),
    pair("good", "card", SHAPE), pair("good-ink", "card", TEXT), pair("good-ink", "good-wash", TEXT),
    pair("info-ink", "card", TEXT), pair("info-ink", "info-wash", TEXT),
];

impl Pair {
    /// The contrast of the two as they are seen. `None` if one of them is no colour.
    #[must_use]
    pub fn ratio(&self, values: &Values) -> Option<f64> {
        let ground = ground(values, self.ground)?;
        Some(values.colour(self.ink)?.over(ground).contrast(ground))
    }
}

/// A surface with what shines through it: the page, and behind the page a browser's white or black.
pub(crate) fn ground(values: &Values, token: &str) -> Option<Colour> {
    let canvas = values.mode().canvas();
    let page = values.colour("page")?.over(canvas);
    Some(values.colour(token)?.over(page))
}

#[cfg(test)]
mod tests {
    use vestibule_ui::parts::TOKENS;

    use super::PAIRS;

    #[test]
    fn the_pairs_are_of_tokens() {
        for pair in PAIRS {
            for name in [pair.ink, pair.ground] {
                assert!(TOKENS.contains(&name), "{name} is no token");
            }
        }
    }
}
