//! The six digits that a mail carries beside its link.

use std::fmt;

use crate::field::FieldError;

/// Six digits. Guarded by few tries and a short life, not by its size (NIST SP 800-63B-4, 3.1.3.1).
#[derive(Clone, PartialEq, Eq)]
pub struct MailCode(String);

/// How many digits a code has.
pub const DIGITS: usize = 6;

impl MailCode {
    /// Draws a code from random bytes. The remainder of 2⁶⁴ by 10⁶ favours no code by more than one in 10¹³.
    #[must_use]
    pub fn from_chance(bytes: [u8; 8]) -> Self {
        Self(format!("{:06}", u64::from_le_bytes(bytes) % 1_000_000))
    }

    /// Reads what a person typed or pasted: spaces and dashes are theirs to choose.
    ///
    /// # Errors
    /// [`FieldError::Required`] when nothing is left, [`FieldError::MalformedCode`] when it isn't six digits.
    pub fn from_typed(typed: &str) -> Result<Self, FieldError> {
        six_digits(typed).map(Self)
    }

    /// The digits to hash or to mail.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The digits in two groups, as people read them: `482 913`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let (first, second) = self.0.split_at(DIGITS / 2);
        format!("{first} {second}")
    }
}

/// The six digits in what was typed.
pub(crate) fn six_digits(typed: &str) -> Result<String, FieldError> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–')).take(64).collect();
    if digits.is_empty() {
        return Err(FieldError::Required);
    }
    if digits.len() == DIGITS && digits.bytes().all(|b| b.is_ascii_digit()) {
        Ok(digits)
    } else {
        Err(FieldError::MalformedCode)
    }
}

impl fmt::Debug for MailCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailCode([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::MailCode;
    use crate::field::FieldError;

    #[track_caller]
    fn check(typed: &str, expected: Result<&str, FieldError>) {
        assert_eq!(
            MailCode::from_typed(typed).as_ref().map(MailCode::expose).map_err(|error| *error),
            expected,
            "{typed:?}"
        );
    }

    #[test]
    fn spaces_and_dashes_are_the_typists_own() {
        for typed in ["482913", "482 913", " 482-913 ", "4 8 2 9 1 3", "482\u{a0}913"] {
            check(typed, Ok("482913"));
        }
    }

    #[test]
    fn anything_but_six_digits_is_malformed() {
        check("", Err(FieldError::Required));
        check(" - ", Err(FieldError::Required));
        for typed in ["48291", "4829134", "48291a", "٤٨٢٩١٣", &"1".repeat(10_000)] {
            check(typed, Err(FieldError::MalformedCode));
        }
    }

    #[test]
    fn a_drawn_code_has_six_digits_and_reads_in_two_groups() {
        let code = MailCode::from_chance(7_u64.to_le_bytes());
        assert_eq!(code.expose(), "000007");
        assert_eq!(code.grouped(), "000 007");
        assert_eq!(format!("{code:?}"), "MailCode([redacted])");
    }
}
