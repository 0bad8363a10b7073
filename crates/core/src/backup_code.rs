//! Backup codes: what opens an account when the phone is lost. Each works once.

use std::fmt;

use crate::field::FieldError;

/// How many an account gets at a time (ASVS 6.5.2, M-07: at least ten).
pub const COUNT: usize = 10;

/// Letters and digits of a code. Sixteen of 32 kinds are 80 bits.
const LENGTH: usize = 16;

/// What people can read aloud and type without mistaking one for another: no `i`, `l`, `o`, `u` (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A backup code: 80 random bits. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct BackupCode(String);

impl BackupCode {
    /// Draws a code from ten random bytes.
    #[must_use]
    pub fn from_chance(bytes: [u8; 10]) -> Self {
        let bits = bytes.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let letter = |at: usize| char::from(ALPHABET[usize::try_from(bits >> (5 * at) & 31).unwrap_or(0)]);
        Self((0..LENGTH).map(letter).collect())
    }

    /// Reads what a person typed or pasted: capitals, spaces and dashes are theirs to choose, and so is taking `o` for
    /// zero and `i` or `l` for one.
    ///
    /// # Errors
    /// [`FieldError::Required`] when nothing is left, [`FieldError::MalformedBackupCode`] when it can't be a code.
    pub fn from_typed(typed: &str) -> Result<Self, FieldError> {
        let is_room = |c: &char| c.is_whitespace() || matches!(c, '-' | '–');
        let letter = |c: char| match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        };
        let letters: String = typed.chars().filter(|c| !is_room(c)).take(64).map(letter).collect();
        if letters.is_empty() {
            return Err(FieldError::Required);
        }
        if letters.len() == LENGTH && letters.bytes().all(|b| ALPHABET.contains(&b)) {
            Ok(Self(letters))
        } else {
            Err(FieldError::MalformedBackupCode)
        }
    }

    /// The letters to hash.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The letters in four groups, as people read them: `3f7k-9m2p-x4tb-0qrs`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let groups: Vec<&str> = (0..LENGTH / 4).map(|at| &self.0[at * 4..at * 4 + 4]).collect();
        groups.join("-")
    }
}

impl fmt::Debug for BackupCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupCode([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::BackupCode;
    use crate::field::FieldError;

    #[test]
    fn what_is_read_is_what_was_drawn_however_it_is_typed() {
        let code = BackupCode::from_chance([7, 1, 255, 0, 9, 42, 77, 128, 3, 200]);
        let grouped = code.grouped();
        assert_eq!(grouped.len(), 19);
        for typed in [grouped.clone(), grouped.to_uppercase(), grouped.replace('-', " "), grouped.replace('0', "O")] {
            assert_eq!(BackupCode::from_typed(&typed).as_ref(), Ok(&code), "{typed}");
        }
        assert_eq!(format!("{code:?}"), "BackupCode([redacted])");
    }

    #[test]
    fn every_bit_counts() {
        let codes: std::collections::HashSet<String> = (0..80_usize)
            .map(|bit| {
                let mut bytes = [0; 10];
                bytes[bit / 8] = 1 << (bit % 8);
                BackupCode::from_chance(bytes).expose().to_owned()
            })
            .collect();
        assert_eq!(codes.len(), 80);
    }

    #[test]
    fn anything_else_is_malformed() {
        assert_eq!(BackupCode::from_typed(" - "), Err(FieldError::Required));
        for typed in ["482913", "3f7k-9m2p-x4tb-0qr", "3f7k-9m2p-x4tb-0qrsz", "3f7k-9m2p-x4tb-0qr!"] {
            assert_eq!(BackupCode::from_typed(typed), Err(FieldError::MalformedBackupCode), "{typed}");
        }
    }
}
