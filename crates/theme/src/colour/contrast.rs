//! Contrast as WCAG 2 counts it, over the pairs of a theme.

use std::fmt;

use super::{PAIRS, space};
use crate::{Mode, Values};

/// The contrast of two colours: the light of the lighter one over the light of the darker one.
pub(super) fn ratio(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(bytes: [u8; 3]) -> f64 {
    let [red, green, blue] = bytes.map(|byte| space::to_linear(f64::from(byte) / 255.0));
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// A pair that can't be told apart well enough.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The token of the text, line or ring.
    pub ink: &'static str,
    /// The token of what is behind it.
    pub ground: &'static str,
    /// In which of the two.
    pub mode: Mode,
    /// The contrast that they have.
    pub ratio: f64,
    /// The contrast that they need.
    pub least: f64,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { ink, ground, mode, ratio, least } = self;
        write!(f, "--auth-{ink} on --auth-{ground} has a contrast of {ratio:.2} in {mode}, and needs {least}")
    }
}

/// The pairs that miss what they need.
#[must_use]
pub fn findings(values: &Values) -> Vec<Finding> {
    let missed = PAIRS.iter().filter_map(|pair| {
        let ratio = pair.ratio(values)?;
        let missed = Finding { ink: pair.ink, ground: pair.ground, mode: values.mode(), ratio, least: pair.least };
        (ratio < pair.least).then_some(missed)
    });
    missed.collect()
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::{BUILT_IN, Mode, Theme, Values};

    #[test]
    fn ours_can_be_read() {
        for name in BUILT_IN {
            let theme = Theme::built_in(name).expect("it is one of ours");
            for mode in Mode::BOTH {
                let found = findings(&theme.values(mode).expect("it can be read"));
                let found: Vec<String> = found.iter().map(ToString::to_string).collect();
                assert!(found.is_empty(), "{name}: {}", found.join("; "));
            }
        }
    }

    #[test]
    fn a_pale_link_is_found() {
        let values = Values::read(":root { --auth-link: #9ab; }", Mode::Light).expect("it can be read");
        let first = &findings(&values)[0];
        assert_eq!((first.ink, first.ground), ("link", "page"));
        assert!(first.to_string().starts_with("--auth-link on --auth-page has a contrast of 2."), "{first}");
    }

    #[test]
    fn what_is_seen_through_counts_with_what_is_behind_it() {
        let css = ":root { --auth-ink: rgb(0 0 0 / 0.3); --auth-card: transparent; }";
        let values = Values::read(css, Mode::Light).expect("it can be read");
        assert!(findings(&values).iter().any(|found| (found.ink, found.ground) == ("ink", "card")));
    }
}
