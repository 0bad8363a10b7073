//! Codes from an authenticator app (RFC 6238). The arithmetic is a library's; here is what people type, and what may be
//! accepted.

use std::fmt;

use time::{Duration, OffsetDateTime};

use crate::{field::FieldError, mail_code::six_digits};

/// How long one code is shown, in seconds.
pub const PERIOD: u64 = 30;

/// The length of a secret in bytes: what RFC 4226 (R6) recommends for SHA-1.
pub const SECRET_BYTES: usize = 20;

/// How many steps a phone's clock may be off, either way (RFC 6238, 5.2).
pub const SKEW: u64 = 1;

/// How long a browser may be remembered in place of the second factor (M-11: at most 30 days).
pub const REMEMBER_DEVICE: Duration = Duration::days(30);

/// Six digits as somebody typed them. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpCode(String);

impl TotpCode {
    /// Reads what a person typed or pasted: spaces and dashes are theirs to choose.
    ///
    /// # Errors
    /// [`FieldError::Required`] when nothing is left, [`FieldError::MalformedCode`] when it isn't six digits.
    pub fn from_typed(typed: &str) -> Result<Self, FieldError> {
        six_digits(typed).map(Self)
    }

    /// The digits to compare.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for TotpCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpCode([redacted])")
    }
}

/// The number of a time step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(pub u64);

impl Step {
    /// The step of a moment. Before 1970 there is none but the first.
    #[must_use]
    pub fn at(now: OffsetDateTime) -> Self {
        Self(u64::try_from(now.unix_timestamp()).unwrap_or(0) / PERIOD)
    }

    /// The steps whose codes are accepted now, the present one first.
    #[must_use]
    pub fn accepted(self) -> [Self; 3] {
        [self, Self(self.0.saturating_sub(SKEW)), Self(self.0 + SKEW)]
    }

    /// The moment it begins, in seconds since 1970: what a library computes its code for.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.0 * PERIOD
    }
}

#[cfg(test)]
mod tests {
    use super::Step;
    use time::{Duration, OffsetDateTime};

    #[test]
    fn one_step_either_way_is_accepted() {
        let step = Step::at(OffsetDateTime::UNIX_EPOCH + Duration::seconds(95));
        assert_eq!(step, Step(3));
        assert_eq!(step.accepted(), [Step(3), Step(2), Step(4)]);
        assert_eq!(Step::at(OffsetDateTime::UNIX_EPOCH - Duration::DAY), Step(0));
    }
}
