//! Ids that stay: a list of known findings, a link or a discussion can name one.

use crate::{Code, Layer, about::About};

/// The id of what is found at a place. It depends on nothing but that place.
pub(crate) fn of(code: Code, layer: Layer, case: &str, path: &str, about: Option<&About>) -> String {
    let index = about.map(|about| about.index.to_string()).unwrap_or_default();
    let word = about.map(|about| about.word.as_str()).unwrap_or_default();
    // A byte that no part holds, so that no two lists of parts are one text.
    let text = [code.as_str(), layer.as_str(), case, path, word, &index].join("\0");
    format!("{code}-{:08x}", fnv_1a(text.as_bytes()))
}

/// FNV-1a, whose outcome is the same on every machine and in every version; the hashers of the standard library promise
/// neither.
fn fnv_1a(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv_1a(b""), 0x811c_9dc5);
        assert_eq!(fnv_1a(b"a"), 0xe40c_292c);
        assert_eq!(fnv_1a(b"foobar"), 0xbf9c_f968);
    }

    #[test]
    fn two_attributes_of_one_element_have_two_ids() {
        let id = |name| of(Code::AttributeValue, Layer::Twin, "case", "a", Some(&About::attribute("a", name)));
        assert_ne!(id("href"), id("title"));
        assert_eq!(id("href"), id("href"));
    }
}
