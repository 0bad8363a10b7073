//! `color-mix()` in OKLCH, Oklab and sRGB, the hue by the shorter way round.

use super::{
    colour::colour,
    expression::{Quantity, Unit, quantity},
    split,
};
use crate::Colour;

/// Reads what stands in the brackets. `None` for another space, or for what can't be mixed.
pub(super) fn mix(inside: &str) -> Option<Colour> {
    let parts = split::parts(inside, ',');
    let &[space, one, other] = parts.as_slice() else { return None };
    let ((one, part), (other, rest)) = (ingredient(one)?, ingredient(other)?);
    let (part, rest) = match (part, rest) {
        (Some(part), Some(rest)) => (part, rest),
        (Some(part), None) => (part, 1.0 - part),
        (None, Some(rest)) => (1.0 - rest, rest),
        (None, None) => (0.5, 0.5),
    };
    let whole = part + rest;
    if whole <= 0.0 {
        return None;
    }
    let shares = [part / whole, rest / whole];
    let mixed = match space {
        "in oklch" => in_oklch([one, other], shares),
        "in oklab" => in_oklab([one, other], shares),
        "in srgb" => {
            let (alpha, [red, green, blue]) = weighed([one.srgb(), other.srgb()], [one.alpha, other.alpha], shares);
            Colour::of_srgb([red, green, blue], alpha)
        }
        _ => return None,
    };
    // Less than a whole lets the rest be seen through.
    Some(Colour { alpha: mixed.alpha * whole.min(1.0), ..mixed })
}

/// A colour and how much of it, before it or behind it.
fn ingredient(text: &str) -> Option<(Colour, Option<f64>)> {
    let percent = |text: &str| match quantity(text, &[])? {
        Quantity { value, unit: Unit::Percent } => Some((value / 100.0).clamp(0.0, 1.0)),
        Quantity { .. } => None,
    };
    match split::words(text).as_slice() {
        [alone] => Some((colour(alone)?, None)),
        [first, second] => match percent(first) {
            Some(share) => Some((colour(second)?, Some(share))),
            None => Some((colour(first)?, Some(percent(second)?))),
        },
        _ => None,
    }
}

fn in_oklch([one, other]: [Colour; 2], shares: [f64; 2]) -> Colour {
    let flat = |own: Colour| [own.lightness, own.chroma, 0.0];
    let (alpha, [lightness, chroma, _]) = weighed([flat(one), flat(other)], [one.alpha, other.alpha], shares);
    // A grey has no hue of its own.
    let is_grey = |own: Colour| own.chroma < 1e-4;
    let hue = match (is_grey(one), is_grey(other)) {
        (true, _) => other.hue,
        (_, true) => one.hue,
        _ => {
            let way = (other.hue - one.hue + 180.0).rem_euclid(360.0) - 180.0;
            (one.hue + way * shares[1]).rem_euclid(360.0)
        }
    };
    Colour { lightness, chroma, hue, alpha }
}

fn in_oklab([one, other]: [Colour; 2], shares: [f64; 2]) -> Colour {
    let flat = |own: Colour| {
        let (sine, cosine) = own.hue.to_radians().sin_cos();
        [own.lightness, own.chroma * cosine, own.chroma * sine]
    };
    let (alpha, [lightness, a, b]) = weighed([flat(one), flat(other)], [one.alpha, other.alpha], shares);
    Colour { lightness, chroma: a.hypot(b), hue: b.atan2(a).to_degrees().rem_euclid(360.0), alpha }
}

/// The mean, in which what is seen through counts less.
fn weighed(channels: [[f64; 3]; 2], alphas: [f64; 2], shares: [f64; 2]) -> (f64, [f64; 3]) {
    let weights = [alphas[0] * shares[0], alphas[1] * shares[1]];
    let alpha = weights[0] + weights[1];
    let mean = |at: usize| (channels[0][at] * weights[0] + channels[1][at] * weights[1]) / alpha.max(f64::EPSILON);
    (alpha, [mean(0), mean(1), mean(2)])
}

#[cfg(test)]
mod tests {
    use crate::Colour;

    #[track_caller]
    fn check(text: &str, expected: Option<([u8; 3], f64)>) {
        let mixed = Colour::parse(text);
        let is_alike = match (mixed, expected) {
            (Some(mixed), Some((bytes, alpha))) => {
                let near = mixed.bytes().into_iter().zip(bytes).all(|(one, other)| one.abs_diff(other) <= 1);
                near && (mixed.alpha - alpha).abs() < 1e-3
            }
            (mixed, expected) => mixed.is_none() && expected.is_none(),
        };
        assert!(is_alike, "{text}: {mixed:?}");
    }

    /// The bytes are what Chromium paints.
    #[test]
    fn colours_are_mixed_as_a_browser_does() {
        check("color-mix(in oklab, #234b99, white)", Some(([0x8c, 0xa4, 0xce], 1.0)));
        check("color-mix(in oklab, #234b99 25%, #ffcc00)", Some(([0xc5, 0xaf, 0x63], 1.0)));
        check("color-mix(in oklab, #234b99 30%, transparent)", Some(([0x23, 0x4b, 0x99], 0.3)));
        check("color-mix(in srgb, #234b99 20%, 20% #ffcc00)", Some(([0x91, 0x8c, 0x4d], 0.4)));
        check("color-mix(in srgb, red, transparent 40%)", Some(([0xff, 0, 0], 0.6)));
        check("color-mix(in oklch, oklch(0.6 0.15 350), oklch(0.6 0.15 30))", Some(([0xc8, 0x53, 0x6c], 1.0)));
        check("color-mix(in oklch, white, #234b99 30%)", Some(([0xb9, 0xc8, 0xe2], 1.0)));
    }

    #[test]
    fn what_cant_be_mixed_is_refused() {
        for text in ["color-mix(in hsl, red, blue)", "color-mix(in oklab, red)", "color-mix(in oklab, red 0%, blue 0%)"]
        {
            check(text, None);
        }
    }
}
