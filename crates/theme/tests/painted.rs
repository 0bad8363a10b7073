//! What our own reader of tokens says against what a browser paints.
//!
//! `painted.tsv` was written by Chromium 148: for each theme and token, the background of an element in a light and in a
//! dark scheme, drawn on a canvas and read back in bytes, or its computed width in a window of 1280 × 800.

use vestibule_theme::{Mode, Theme, Value};

/// The bytes of `#rrggbb` or `#rrggbbaa`, whose alpha is 255 unless it says otherwise.
fn bytes(hex: &str) -> [u8; 4] {
    let byte = |at: usize| hex.get(at..at + 2).map_or(255, |two| u8::from_str_radix(two, 16).expect("it is hex"));
    [byte(1), byte(3), byte(5), byte(7)]
}

#[test]
fn every_token_is_what_a_browser_paints() {
    let mut wrong = Vec::new();
    for line in include_str!("painted.tsv").lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let &[name, token, light, dark] = cells.as_slice() else { panic!("four cells a line: {line}") };
        let theme = Theme::built_in(name).expect("it is one of ours");
        for (mode, painted) in Mode::BOTH.into_iter().zip([light, dark]) {
            let values = theme.values(mode).expect("it can be read");
            let is_alike = match values.get(token) {
                Some(Value::Colour(colour)) => {
                    let [red, green, blue] = colour.bytes();
                    let [_, _, _, alpha] = bytes(painted);
                    let is_seen_through = (colour.alpha * 255.0 - f64::from(alpha)).abs() < 1.0;
                    // A canvas keeps colours times alpha, so a byte of one that is seen through is less exact.
                    let least = if alpha == 255 { 1 } else { 2 };
                    let near = [red, green, blue].into_iter().zip(bytes(painted)).all(|(a, b)| a.abs_diff(b) <= least);
                    near && is_seen_through
                }
                Some(Value::Length(length)) => {
                    let width: f64 = painted.trim_end_matches("px").parse().expect("it is a width");
                    // A browser counts in 64ths.
                    (length.size() - width).abs() <= 1.0 / 64.0
                }
                _ => false,
            };
            if !is_alike {
                wrong.push(format!("{name} {token} in {mode}: {painted}, and not {:?}", values.get(token)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
