//! Colours moved until they can be told apart.

use std::collections::BTreeMap;

use super::{Because, Change};
use crate::{Colour, Mode, PAIRS, Values, colour::ground};

/// The fills of a button, with how much darker each is than the first.
const FILLS: [(&str, f64); 3] = [("accent", 0.0), ("accent-hover", 0.06), ("accent-press", 0.1)];

/// A colour that would lose more lightness than this to carry white text carries dark text instead.
const MOST_LOST: f64 = 0.08;

/// The least contrast of a button's fill with the card. WCAG asks for none, since its text is there.
const SEEN: f64 = 1.3;

/// Text on the fills has no less than this.
const TEXT: f64 = 4.5;

/// How finely lightness is searched.
const STEPS: u32 = 200;

/// The fills and the text on them in light, if the brand is so bright that it is better kept than darkened.
pub(super) fn fills(values: &Values, brand: Colour, changes: &mut Vec<Change>) -> BTreeMap<&'static str, Colour> {
    let mut fills = BTreeMap::new();
    let (Some(white), Some(card)) = (values.colour("on-accent"), ground(values, "card")) else { return fills };
    let white_wants = darker_until(brand, |fill| fill.contrast(white) >= TEXT);
    if white_wants.is_some_and(|fill| brand.lightness - fill.lightness <= MOST_LOST) {
        return fills;
    }
    let Some(seen) = darker_until(brand, |fill| fill.contrast(card) >= SEEN) else { return fills };
    let mode = Some(Mode::Light);
    let text = Colour::new(0.18, brand.chroma.min(0.03), brand.hue).fitted();
    let because = Because::Contrast { with: "accent", ratio: white.contrast(seen), least: TEXT };
    changes.push(Change { token: "on-accent", mode, from: white, to: text, because });
    fills.insert("on-accent", text);
    for (token, less) in FILLS {
        let fill = Colour { lightness: (seen.lightness - less).max(0.0), ..seen }.fitted().rounded();
        let because = match token {
            "accent" if seen.hex() == brand.hex() => Because::Kept,
            "accent" => Because::Vanishes,
            _ => Because::Follows { from: "accent" },
        };
        if let Some(from) = values.colour(token) {
            changes.push(Change { token, mode, from, to: fill, because });
        }
        fills.insert(token, fill);
    }
    fills
}

/// The colours of one mode that have to be others, so that every pair is kept.
pub(super) fn mend(values: Values, changes: &mut Vec<Change>) -> BTreeMap<&'static str, Colour> {
    let mut mended = BTreeMap::new();
    for moving in PAIRS.iter().map(moves) {
        let Some(from) = values.colour(moving) else { continue };
        if mended.contains_key(moving) {
            continue;
        }
        let others: Vec<_> = PAIRS.iter().filter(|pair| moves(pair) == moving).collect();
        let seen: Option<Vec<_>> = others
            .iter()
            .map(|pair| {
                // Text moves away from its ground, and a button's fill from its text.
                let other = if pair.ink == moving { pair.ground } else { pair.ink };
                let colour = mended.get(other).copied().or_else(|| ground(&values, other))?;
                Some((other, colour, pair.least))
            })
            .collect();
        let Some(seen) = seen else { continue };
        let worst = seen.iter().filter(|(_, other, least)| contrast(from, *other) < *least);
        let worst = worst.min_by(|one, two| contrast(from, one.1).total_cmp(&contrast(from, two.1)));
        let Some(&(with, other, least)) = worst else { continue };
        let keeps = |colour: Colour| seen.iter().all(|(_, other, least)| contrast(colour, *other) >= *least);
        let Some(to) = nearest(from, keeps) else { continue };
        let because = Because::Contrast { with, ratio: contrast(from, other), least };
        changes.push(Change { token: moving, mode: Some(values.mode()), from, to, because });
        mended.insert(moving, to);
    }
    mended
}

/// Of a pair, the one that moves.
fn moves(pair: &crate::Pair) -> &'static str {
    match pair.ink {
        "on-accent" => pair.ground,
        ink => ink,
    }
}

fn contrast(colour: Colour, other: Colour) -> f64 {
    colour.over(other).contrast(other)
}

/// The colour or the first darker one that does.
fn darker_until(colour: Colour, does: impl Fn(Colour) -> bool) -> Option<Colour> {
    if does(colour) {
        return Some(colour);
    }
    lightnesses()
        .rev()
        .filter(|lightness| *lightness < colour.lightness)
        .map(|own| at(colour, own))
        .find(|own| does(*own))
}

/// The colour of the nearest lightness that does.
fn nearest(colour: Colour, does: impl Fn(Colour) -> bool) -> Option<Colour> {
    let far = |own: f64| (own - colour.lightness).abs();
    let fitting = lightnesses().filter(|own| does(at(colour, *own)));
    fitting.min_by(|one, other| far(*one).total_cmp(&far(*other))).map(|own| at(colour, own))
}

fn at(colour: Colour, lightness: f64) -> Colour {
    Colour { lightness, alpha: 1.0, ..colour }.fitted().rounded()
}

fn lightnesses() -> impl DoubleEndedIterator<Item = f64> {
    (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS))
}
