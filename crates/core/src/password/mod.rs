//! Passwords as typed, and the policy they are held against.

pub mod leaked;

use std::fmt;

use crate::{email::EmailAddress, field::FieldError};

/// The longest password that is hashed, in code points. More is refused before any work is done (ASVS 6.2.9, P-10).
pub const MAX_LENGTH: u16 = 128;

/// The shortest length that any configuration may ask for (ASVS 6.2.1).
pub const LEAST_MIN_LENGTH: u16 = 8;

/// A password as somebody typed it: kept exactly, never trimmed, never folded (ASVS 6.2.8), never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordInput(String);

impl PasswordInput {
    /// Takes what was typed.
    #[must_use]
    pub fn new(typed: String) -> Self {
        Self(typed)
    }

    /// The bytes to hash. Keep them out of logs, pages and errors.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this may be hashed at all.
    #[must_use]
    pub fn is_too_long(&self) -> bool {
        self.0.chars().take(usize::from(MAX_LENGTH) + 1).count() > usize::from(MAX_LENGTH)
    }
}

impl fmt::Debug for PasswordInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordInput([redacted])")
    }
}

/// What a new password must meet: length, no obvious words, none that everybody knows; no composition rules and no expiry (ASVS 6.2.5, 6.2.10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordPolicy {
    min_length: u16,
}

impl PasswordPolicy {
    /// A policy that asks for `min_length` code points; `None` below [`LEAST_MIN_LENGTH`] or above [`MAX_LENGTH`].
    #[must_use]
    pub fn new(min_length: u16) -> Option<Self> {
        (LEAST_MIN_LENGTH..=MAX_LENGTH).contains(&min_length).then_some(Self { min_length })
    }

    /// The shortest accepted length in code points.
    #[must_use]
    pub fn min_length(self) -> u16 {
        self.min_length
    }

    /// Accepts a new password for `email` at a product called `product`.
    ///
    /// # Errors
    /// The first rule that the password breaks, as data for the field's message.
    pub fn accept(
        self,
        password: &PasswordInput,
        email: Option<&EmailAddress>,
        product: &str,
    ) -> Result<(), FieldError> {
        if password.is_empty() {
            return Err(FieldError::Required);
        }
        if password.is_too_long() {
            return Err(FieldError::PasswordTooLong { max: MAX_LENGTH });
        }
        let typed = u16::try_from(password.0.chars().count()).unwrap_or(u16::MAX);
        if typed < self.min_length {
            return Err(FieldError::PasswordTooShort { min: self.min_length, typed });
        }
        if is_obvious(&password.0, email, product) {
            return Err(FieldError::PasswordTooObvious);
        }
        if leaked::is_leaked(&password.0) {
            return Err(FieldError::PasswordLeaked);
        }
        Ok(())
    }
}

impl Default for PasswordPolicy {
    /// 15 code points: the least for a password that stands alone (NIST SP 800-63B-4, 3.1.1.2).
    fn default() -> Self {
        Self { min_length: 15 }
    }
}

/// True when little remains of the password once the address, its parts and the product's name are taken out (P-06).
fn is_obvious(password: &str, email: Option<&EmailAddress>, product: &str) -> bool {
    let mut rest = password.to_lowercase();
    let mut words: Vec<String> = vec![product.to_lowercase()];
    if let Some(email) = email {
        words.extend([email.key(), email.local().to_lowercase()]);
    }
    let mut taken = false;
    for word in words.iter().filter(|word| word.chars().count() >= 4) {
        taken |= rest.contains(word.as_str());
        rest = rest.replace(word.as_str(), "");
    }
    taken && rest.chars().filter(|c| c.is_alphanumeric()).count() < usize::from(LEAST_MIN_LENGTH)
}

#[cfg(test)]
mod tests {
    use super::{PasswordInput, PasswordPolicy};
    use crate::field::FieldError;

    #[track_caller]
    fn check(typed: &str, expected: Result<(), FieldError>) {
        let email = "adalovelace@example.org".parse().expect("well formed");
        let result = PasswordPolicy::default().accept(&PasswordInput::new(typed.to_owned()), Some(&email), "Northwind");
        assert_eq!(result, expected, "{typed:?}");
    }

    #[test]
    fn length_is_counted_in_code_points_and_nothing_else_is_asked() {
        check("aaaabbbbccccddd", Ok(()));
        check("ünïcödé ünïcödé", Ok(()));
        check("      spaces all   over      ", Ok(()));
        check(&"ж".repeat(128), Ok(()));
        check("", Err(FieldError::Required));
        check("fourteen chars", Err(FieldError::PasswordTooShort { min: 15, typed: 14 }));
        check(&"x".repeat(129), Err(FieldError::PasswordTooLong { max: 128 }));
    }

    #[test]
    fn the_address_and_the_product_are_no_password() {
        check("adalovelace@example.org", Err(FieldError::PasswordTooObvious));
        check("adalovelace12345", Err(FieldError::PasswordTooObvious));
        check("NorthwindNorthwind1", Err(FieldError::PasswordTooObvious));
        check("northwind staple battery", Ok(()));
    }

    #[test]
    fn a_password_that_everybody_knows_is_refused() {
        check("1qaz2wsx3edc4rfv", Err(FieldError::PasswordLeaked));
        check("Password-2026-2026", Err(FieldError::PasswordLeaked));
    }

    #[test]
    fn no_policy_asks_for_less_than_eight() {
        assert_eq!(PasswordPolicy::new(7), None);
        assert!(PasswordPolicy::new(8).is_some());
        assert_eq!(PasswordPolicy::new(129), None);
    }

    #[test]
    fn a_password_never_prints() {
        assert_eq!(format!("{:?}", PasswordInput::new("hunter2 hunter2".to_owned())), "PasswordInput([redacted])");
    }
}
