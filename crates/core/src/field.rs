//! What is wrong with a field, as data: the catalogue turns it into words, in the reader's language.

use serde::{Deserialize, Serialize};

use crate::email::EmailError;

/// Why a field was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldError {
    /// Nothing was typed.
    Required,
    /// An email address that can't be one.
    MalformedEmail,
    /// A password shorter than the policy asks; lengths in code points.
    PasswordTooShort {
        /// What the policy asks.
        min: u16,
        /// What was typed.
        typed: u16,
    },
    /// A password longer than we are willing to hash; length in code points.
    PasswordTooLong {
        /// What we accept.
        max: u16,
    },
    /// A password that is the address or the product's name (NIST SP 800-63B, context-specific words).
    PasswordTooObvious,
    /// A code that isn't six digits.
    MalformedCode,
    /// A code of the right form that isn't the one we sent.
    WrongCode,
    /// A password that isn't the one chosen at sign-up.
    WrongPassword,
}

impl From<EmailError> for FieldError {
    fn from(error: EmailError) -> Self {
        match error {
            EmailError::Empty => Self::Required,
            EmailError::TooLong | EmailError::Malformed => Self::MalformedEmail,
        }
    }
}
