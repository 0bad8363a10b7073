//! OKLCH to sRGB and back. The numbers are those of Björn Ottosson's Oklab, which CSS Color 4 names.

/// Red, green and blue of OKLCH, which are below 0 or above 1 for what no screen can paint.
pub(super) fn srgb([lightness, chroma, hue]: [f64; 3]) -> [f64; 3] {
    let (sine, cosine) = hue.to_radians().sin_cos();
    let (a, b) = (chroma * cosine, chroma * sine);
    let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let medium = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
    let linear = [
        4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
        -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
        -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701 * short,
    ];
    linear.map(from_linear)
}

/// Lightness, chroma and hue of red, green and blue.
pub(super) fn oklch(srgb: [f64; 3]) -> [f64; 3] {
    let [red, green, blue] = srgb.map(to_linear);
    let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
    let medium = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
    let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
    let lightness = 0.210_454_255_3 * long + 0.793_617_785 * medium - 0.004_072_046_8 * short;
    let a = 1.977_998_495_1 * long - 2.428_592_205 * medium + 0.450_593_709_9 * short;
    let b = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766 * short;
    let chroma = a.hypot(b);
    // A grey has no hue, and what is left of the arithmetic isn't one.
    if chroma < 1e-4 { [lightness, 0.0, 0.0] } else { [lightness, chroma, b.atan2(a).to_degrees().rem_euclid(360.0)] }
}

/// Whether a screen can paint it, give or take less than a byte can tell.
pub(super) fn fits(oklch: [f64; 3]) -> bool {
    srgb(oklch).into_iter().all(|channel| (-1e-4..=1.0001).contains(&channel))
}

/// A channel as an eye counts light.
pub(super) fn to_linear(channel: f64) -> f64 {
    let size = channel.abs();
    let linear = if size <= 0.040_45 { size / 12.92 } else { ((size + 0.055) / 1.055).powf(2.4) };
    linear.copysign(channel)
}

fn from_linear(channel: f64) -> f64 {
    let size = channel.abs();
    let curved = if size <= 0.003_130_8 { size * 12.92 } else { 1.055 * size.powf(1.0 / 2.4) - 0.055 };
    curved.copysign(channel)
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, proptest};

    use super::{oklch, srgb};

    proptest! {
        #[test]
        fn there_and_back_is_the_same(red in 0.0..=1.0f64, green in 0.0..=1.0f64, blue in 0.0..=1.0f64) {
            let back = srgb(oklch([red, green, blue]));
            for (before, after) in [red, green, blue].into_iter().zip(back) {
                prop_assert!((before - after).abs() < 0.001, "{before} {after}");
            }
        }
    }
}
