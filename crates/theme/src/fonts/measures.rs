//! What a font says of itself.

use std::ops::RangeInclusive;

use ttf_parser::{Face, Tag};

/// What people read on a log-in page, in two languages: letters count as often as they are met.
pub(super) const SAMPLE: &str = "Log in to your account. Email, password, code: we sent a link to ada@example.org. \
                                 Continue with another way? Melden Sie sich an, wir haben Ihnen einen Link geschickt.";

const WEIGHT: Tag = Tag::from_bytes(b"wght");

/// The measures of a font, lengths in parts of its size.
#[derive(Debug)]
pub(super) struct Measures {
    /// What may be asked for as `font-weight`.
    pub(super) weights: RangeInclusive<u16>,
    pub(super) is_italic: bool,
    pub(super) ascent: f64,
    pub(super) descent: f64,
    pub(super) line_gap: f64,
    /// The average letter, regular and bold; `None` where few of the letters are in it.
    widths: [Option<f64>; 2],
}

impl Measures {
    /// Of a file in WOFF2.
    pub(super) fn read(woff2: &[u8]) -> Result<Self, String> {
        let plain = wuff::decompress_woff2(woff2).map_err(|_| "it is no WOFF2 file".to_owned())?;
        let mut face = Face::parse(&plain, 0).map_err(|error| error.to_string())?;
        let weights = weights(&face);
        let ems = |units: i16| f64::from(units) / f64::from(face.units_per_em());
        let (ascent, descent, line_gap) = (ems(face.ascender()), ems(-face.descender()), ems(face.line_gap()));
        let is_italic = face.is_italic() || face.is_oblique();
        let widths = [400, 700].map(|weight: u16| {
            // A font of one weight has no such axis, and is as it is.
            let _ = face.set_variation(WEIGHT, f32::from(weight.clamp(*weights.start(), *weights.end())));
            average(&face)
        });
        Ok(Self { weights, is_italic, ascent, descent, line_gap, widths })
    }

    /// How wide its average letter is, regular or bold, in parts of its size.
    pub(super) fn width(&self, is_bold: bool) -> Option<f64> {
        self.widths[usize::from(is_bold)]
    }
}

fn weights(face: &Face<'_>) -> RangeInclusive<u16> {
    let axis = face.variation_axes().into_iter().find(|axis| axis.tag == WEIGHT);
    axis.map_or_else(
        || face.weight().to_number()..=face.weight().to_number(),
        |axis| whole(axis.min_value)..=whole(axis.max_value),
    )
}

/// Weights go from 1 to 1000.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 1 and 1000")]
fn whole(weight: f32) -> u16 {
    weight.round().clamp(1.0, 1000.0) as u16
}

/// Over the letters that are there, if most of them are.
fn average(face: &Face<'_>) -> Option<f64> {
    let advance = |letter| face.glyph_hor_advance(face.glyph_index(letter)?);
    let advances: Vec<_> = SAMPLE.chars().filter_map(advance).map(f64::from).collect();
    let letters = f64::from(u16::try_from(advances.len()).expect("the sample is short"));
    let is_latin = advances.len() * 2 > SAMPLE.len();
    is_latin.then(|| advances.iter().sum::<f64>() / letters / f64::from(face.units_per_em()))
}
