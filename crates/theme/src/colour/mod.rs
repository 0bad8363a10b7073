//! A colour, as a designer thinks of it and as a screen paints it.

mod contrast;
pub(crate) mod named;
mod pairs;
mod space;

use std::fmt;

pub use contrast::{Finding, findings};
pub(crate) use pairs::ground;
pub use pairs::{PAIRS, Pair};

/// A colour in OKLCH, with how much it covers. It may lie outside of what a screen can paint.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    /// From 0, black, to 1, white.
    pub lightness: f64,
    /// From 0, grey, to about 0.4.
    pub chroma: f64,
    /// In degrees. It means nothing for a grey.
    pub hue: f64,
    /// From 0, nothing, to 1.
    pub alpha: f64,
}

impl Colour {
    /// One that covers.
    #[must_use]
    pub const fn new(lightness: f64, chroma: f64, hue: f64) -> Self {
        Self { lightness, chroma, hue, alpha: 1.0 }
    }

    /// Reads a colour as CSS writes it: a name, hex, or a function. `None` for anything else, and for what is longer than
    /// 200 bytes: it may come from a stranger, and brackets are read by going deeper.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 200 {
            return None;
        }
        crate::values::colour(text.trim())
    }

    /// From what a screen paints: red, green, blue from 0 to 1.
    #[must_use]
    pub fn of_srgb(srgb: [f64; 3], alpha: f64) -> Self {
        let [lightness, chroma, hue] = space::oklch(srgb);
        Self { lightness, chroma, hue, alpha }
    }

    /// Red, green and blue from 0 to 1, each cut off where a screen ends, as browsers do.
    #[must_use]
    pub fn srgb(self) -> [f64; 3] {
        space::srgb([self.lightness, self.chroma, self.hue]).map(|channel| channel.clamp(0.0, 1.0))
    }

    /// The bytes that a screen gets.
    #[must_use]
    pub fn bytes(self) -> [u8; 3] {
        self.srgb().map(byte)
    }

    /// `#rrggbb`, without how much it covers.
    #[must_use]
    pub fn hex(self) -> String {
        let [red, green, blue] = self.bytes();
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// What is seen of this colour in front of another one.
    #[must_use]
    pub fn over(self, ground: Self) -> Self {
        if self.alpha >= 1.0 {
            return self;
        }
        let (front, back) = (self.srgb(), ground.srgb());
        let mixed = [0, 1, 2].map(|at| front[at] * self.alpha + back[at] * (1.0 - self.alpha));
        Self::of_srgb(mixed, 1.0)
    }

    /// The contrast of WCAG 2 between two colours that cover: from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        contrast::ratio(self.bytes(), other.bytes())
    }

    /// The same lightness and hue with as much chroma as a screen can paint.
    #[must_use]
    pub fn fitted(self) -> Self {
        let lightness = self.lightness.clamp(0.0, 1.0);
        let fits = |chroma| space::fits([lightness, chroma, self.hue]);
        if fits(self.chroma) {
            return Self { lightness, ..self };
        }
        let (mut least, mut most) = (0.0, self.chroma);
        for _ in 0..20 {
            let middle = f64::midpoint(least, most);
            if fits(middle) { least = middle } else { most = middle }
        }
        Self { lightness, chroma: least, ..self }
    }

    /// As it is written: with as many places as bytes can tell apart.
    #[must_use]
    pub fn rounded(self) -> Self {
        let to = |value: f64, places: f64| (value * places).round() / places;
        Self {
            lightness: to(self.lightness, 1e5),
            chroma: to(self.chroma, 1e5),
            hue: to(self.hue, 1e3),
            alpha: to(self.alpha, 1e4),
        }
    }
}

/// As CSS writes it: `oklch(0.43 0.135 262)`.
impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { lightness, chroma, hue, alpha } = self.rounded();
        write!(f, "oklch({lightness} {chroma} {hue}")?;
        if alpha < 1.0 { write!(f, " / {alpha})") } else { f.write_str(")") }
    }
}

/// A channel from 0 to 1 as a byte.
fn byte(channel: f64) -> u8 {
    let scaled = (channel.clamp(0.0, 1.0) * 255.0).round();
    (0..=u8::MAX).find(|byte| f64::from(*byte) >= scaled).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[track_caller]
    fn check(text: &str, hex: &str) {
        assert_eq!(Colour::parse(text).map(Colour::hex).as_deref(), Some(hex), "{text}");
    }

    #[test]
    fn every_way_to_write_a_colour_is_read() {
        check("oklch(0.43 0.135 262)", "#234b99");
        check("oklch(43% 0.135 262deg / 50%)", "#234b99");
        check("#234B99", "#234b99");
        check("rebeccapurple", "#663399");
        check("rgb(35 75 153 / 0.5)", "#234b99");
        check("hsl(120 100% 20%)", "#006600");
        check("oklch(from #fff 0.5 0 h)", "#636363");
        check("oklch(from oklch(0.6 0.1 50) min(l, 0.5) calc(c * 0.5 + 0.05) calc(h + 10))", "#8c541f");
    }

    #[test]
    fn what_is_no_colour_is_none() {
        assert_eq!(Colour::parse(&format!("oklch({}1{} 0 0)", "(".repeat(20_000), ")".repeat(20_000))), None);
        for text in ["", "bad", "12px", "oklch(1 2)", "oklch(from nothing l c h)", "var(--auth-ink)", "hsv(1 1 1)"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_most_that_a_screen_can_paint_keeps_the_hue() {
        let wide = Colour::new(0.7, 0.37, 145.0);
        let fitted = wide.fitted();
        assert!(fitted.chroma < 0.25 && fitted.chroma > 0.15, "{fitted}");
        let painted = Colour::of_srgb(fitted.srgb(), 1.0);
        assert!((painted.hue - wide.hue).abs() < 0.5, "{painted}");
    }

    #[test]
    fn half_of_black_on_white_is_grey() {
        let half = Colour { alpha: 0.5, ..Colour::new(0.0, 0.0, 0.0) };
        assert_eq!(half.over(Colour::new(1.0, 0.0, 0.0)).hex(), "#7f7f7f");
    }

    #[test]
    fn a_colour_is_written_as_css() {
        assert_eq!(Colour::new(0.43, 0.135, 262.0).to_string(), "oklch(0.43 0.135 262)");
        let half = Colour { alpha: 0.5, ..Colour::new(0.123_456, 0.0, 7.0) };
        assert_eq!(half.to_string(), "oklch(0.12346 0 7 / 0.5)");
    }
}
