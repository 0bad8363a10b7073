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
    /// The address that the account has already.
    SameEmail,
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
    /// A password that is known from leaks of other sites, or is what many people choose (ASVS 6.2.4, 6.2.12).
    PasswordLeaked,
    /// The password that was to be replaced.
    SamePassword,
    /// A code that isn't six digits.
    MalformedCode,
    /// A code of the right form that isn't the one we sent.
    WrongCode,
    /// A code of the right form that isn't the authenticator's, or was used before.
    WrongTotp,
    /// A text that no backup code looks like.
    MalformedBackupCode,
    /// A backup code that isn't one of the account's, or was used before.
    WrongBackupCode,
    /// A password that isn't the account's.
    WrongPassword,
    /// More than may be typed; lengths in code points.
    TooLong {
        /// What we accept.
        max: u16,
    },
    /// A line break or a control character where a line is expected.
    NotOneLine,
    /// Not a whole number.
    MalformedNumber,
    /// A number below the least.
    NumberTooSmall {
        /// The least.
        min: i64,
    },
    /// A number above the greatest.
    NumberTooLarge {
        /// The greatest.
        max: i64,
    },
    /// Not a day of the calendar.
    MalformedDate,
    /// Not an address of the web.
    MalformedUrl,
    /// None of the offered choices.
    NotAChoice,
    /// A box that has to be ticked.
    NotTicked,
}

impl From<EmailError> for FieldError {
    fn from(error: EmailError) -> Self {
        match error {
            EmailError::Empty => Self::Required,
            EmailError::TooLong | EmailError::Malformed => Self::MalformedEmail,
        }
    }
}
