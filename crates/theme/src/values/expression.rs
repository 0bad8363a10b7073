//! Numbers with units, and what `calc()`, `min()`, `max()` and `clamp()` make of them.

use std::fmt;

use super::split;

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// How many.
    pub value: f64,
    /// Of what.
    pub unit: Unit,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Nothing: a number.
    None,
    /// Hundredths.
    Percent,
    /// Dots of 1/96 inch.
    Pixels,
    /// Sizes of the page's text.
    Rem,
    /// Sizes of the element's own text.
    Em,
    /// Hundredths of the window's width.
    Width,
    /// Hundredths of the window's height.
    Height,
    /// Thousandths of a second.
    Milliseconds,
    /// Seconds.
    Seconds,
    /// Of a turn there are 360.
    Degrees,
}

const UNITS: [(Unit, &str); 10] = [
    (Unit::None, ""),
    (Unit::Percent, "%"),
    (Unit::Pixels, "px"),
    (Unit::Rem, "rem"),
    (Unit::Em, "em"),
    (Unit::Width, "vw"),
    (Unit::Height, "vh"),
    (Unit::Milliseconds, "ms"),
    (Unit::Seconds, "s"),
    (Unit::Degrees, "deg"),
];

impl Unit {
    /// As CSS writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        UNITS.into_iter().find(|(unit, _)| *unit == self).map_or("", |(_, text)| text)
    }

    /// How many of the smallest of its family one is: in a window of 1280 × 800 with text of the default size.
    fn size(self) -> f64 {
        match self {
            Self::Rem | Self::Em => 16.0,
            Self::Width => 12.8,
            Self::Height => 8.0,
            Self::Seconds => 1000.0,
            Self::None | Self::Percent | Self::Pixels | Self::Milliseconds | Self::Degrees => 1.0,
        }
    }

    /// The unit in which two of one family can be counted together.
    fn family(self) -> Self {
        match self {
            Self::Rem | Self::Em | Self::Width | Self::Height => Self::Pixels,
            Self::Seconds => Self::Milliseconds,
            alone => alone,
        }
    }
}

impl Quantity {
    /// How much it is in the smallest unit of its family: dots, or thousandths of a second.
    #[must_use]
    pub fn size(self) -> f64 {
        self.value * self.unit.size()
    }

    fn plus(self, other: Self, sign: f64) -> Option<Self> {
        if self.unit == other.unit {
            return Some(Self { value: self.value + sign * other.value, ..self });
        }
        let unit = self.unit.family();
        (unit == other.unit.family()).then(|| Self { value: self.size() + sign * other.size(), unit })
    }

    fn times(self, other: Self) -> Option<Self> {
        match (self.unit, other.unit) {
            (_, Unit::None) => Some(Self { value: self.value * other.value, ..self }),
            (Unit::None, _) => Some(Self { value: self.value * other.value, ..other }),
            _ => None,
        }
    }

    fn over(self, other: Self) -> Option<Self> {
        let divides = other.unit == Unit::None && other.value != 0.0;
        divides.then(|| Self { value: self.value / other.value, ..self })
    }

    /// The one of two that is more, or less.
    fn extreme(self, other: Self, most: bool) -> Option<Self> {
        let is_alike = self.unit.family() == other.unit.family();
        is_alike.then(|| if (self.size() >= other.size()) == most { self } else { other })
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = (self.value * 1e4).round() / 1e4;
        write!(f, "{value}{}", if value == 0.0 { "" } else { self.unit.as_str() })
    }
}

/// Reads a number or a function of numbers, in which names stand for numbers. `None` for anything else.
pub(crate) fn quantity(text: &str, names: &[(&str, f64)]) -> Option<Quantity> {
    let text = text.trim();
    if let Some((_, value)) = names.iter().find(|(name, _)| *name == text) {
        return Some(Quantity { value: *value, unit: Unit::None });
    }
    let Some((function, inside)) = split::function(text) else {
        return number(text);
    };
    let each = || split::parts(inside, ',').into_iter().map(|part| sum(part, names)).collect::<Option<Vec<_>>>();
    match function {
        "calc" | "" => sum(inside, names),
        "min" | "max" => {
            let all = each()?;
            all.iter().skip(1).try_fold(*all.first()?, |best, next| best.extreme(*next, function == "max"))
        }
        "clamp" => {
            let &[least, middle, most] = each()?.as_slice() else { return None };
            middle.extreme(most, false)?.extreme(least, true)
        }
        _ => None,
    }
}

fn number(text: &str) -> Option<Quantity> {
    let end = text.rfind(|c: char| c.is_ascii_digit()).map(|last| last + 1)?;
    let (unit, _) = UNITS.into_iter().find(|(_, name)| *name == &text[end..])?;
    let value: f64 = text[..end].parse().ok()?;
    value.is_finite().then_some(Quantity { value, unit })
}

/// `a + b - c`, with spaces around the signs as CSS wants them.
fn sum(text: &str, names: &[(&str, f64)]) -> Option<Quantity> {
    let words = split::words(text);
    // A sign at the end waits for a term.
    let (mut sign, mut total) = (Some(1.0), None::<Quantity>);
    for term in words.split_inclusive(|word| matches!(*word, "+" | "-")) {
        let (factors, next) = match term.split_last() {
            Some((&"+", factors)) => (factors, Some(1.0)),
            Some((&"-", factors)) => (factors, Some(-1.0)),
            _ => (term, None),
        };
        let product = product(&factors.join(" "), names)?;
        total = match total {
            None => Some(product),
            Some(total) => Some(total.plus(product, sign?)?),
        };
        sign = next;
    }
    total.filter(|_| sign.is_none())
}

/// `a * b / c`.
fn product(text: &str, names: &[(&str, f64)]) -> Option<Quantity> {
    let signs = split::outside(text).filter(|(_, letter)| matches!(letter, '*' | '/'));
    let (mut start, mut sign, mut product) = (0, '*', Quantity { value: 1.0, unit: Unit::None });
    for (end, next) in signs.chain([(text.len(), '*')]) {
        let factor = quantity(&text[start..end], names)?;
        product = if sign == '*' { product.times(factor)? } else { product.over(factor)? };
        (start, sign) = (end + 1, next);
    }
    Some(product)
}

#[cfg(test)]
mod tests {
    use super::quantity;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let names = [("l", 0.5), ("c", 0.1)];
        assert_eq!(quantity(text, &names).map(|own| format!("{own}")).as_deref(), expected, "{text}");
    }

    #[test]
    fn arithmetic_is_done() {
        check("-.5rem", Some("-0.5rem"));
        check("calc(0.25rem * 11 * 0.8)", Some("2.2rem"));
        check("calc(1rem + 4px)", Some("20px"));
        check("calc((1 + 2) * 3 - 1)", Some("8"));
        check("calc(6px / 2 * 3)", Some("9px"));
        check("min(2.75rem, 12vw)", Some("2.75rem"));
        check("calc(min(l, 0.3) - 0.06)", Some("0.24"));
        check("clamp(1rem, 5vw, 3rem)", Some("3rem"));
        check("max(1, c)", Some("1"));
    }

    #[test]
    fn what_means_nothing_is_refused() {
        for text in [
            "",
            "wide",
            "1rem + 1rem",
            "calc(1rem * 1rem)",
            "calc(1rem + 1s)",
            "calc(1 +)",
            "calc(1 / 0)",
            "calc(2 3)",
            "min(x)",
        ] {
            check(text, None);
        }
    }
}
