//! A sign-up that waits for its mailbox. There is no account and no session yet, so a free address and a taken one look
//! the same to everybody but the reader of the mail (E-03).

use time::{Duration, OffsetDateTime};

use crate::{
    email::EmailAddress,
    sends::{Sends, TooSoon},
};

/// How long a sign-up waits before it is forgotten (L-05: at most 24 hours).
pub const LIFE: Duration = Duration::hours(24);

/// The state before an account exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignUpPending {
    email: EmailAddress,
    started_at: OffsetDateTime,
    sends: Sends,
}

impl SignUpPending {
    /// Starts to wait, with one mail on its way.
    #[must_use]
    pub const fn start(email: EmailAddress, now: OffsetDateTime) -> Self {
        Self { email, started_at: now, sends: Sends::first(now) }
    }

    /// A sign-up as it was stored.
    #[must_use]
    pub const fn restore(email: EmailAddress, started_at: OffsetDateTime, sends: Sends) -> Self {
        Self { email, started_at, sends }
    }

    /// The address that has to be proven.
    #[must_use]
    pub const fn email(&self) -> &EmailAddress {
        &self.email
    }

    /// How many mails were sent.
    #[must_use]
    pub const fn sends(&self) -> u16 {
        self.sends.count
    }

    /// When it is forgotten.
    #[must_use]
    pub fn expires_at(&self) -> OffsetDateTime {
        self.started_at + LIFE
    }

    /// When the code and the link of the newest mail end.
    #[must_use]
    pub fn secrets_expire_at(&self) -> OffsetDateTime {
        self.sends.secrets_expire_at().min(self.expires_at())
    }

    /// How long until another mail may be sent.
    #[must_use]
    pub fn resend_wait(&self, now: OffsetDateTime) -> Duration {
        self.sends.wait(now)
    }

    /// Sends another mail.
    ///
    /// # Errors
    /// [`TooSoon`] while the last one is fresh.
    pub fn send_again(self, now: OffsetDateTime) -> Result<Self, TooSoon> {
        Ok(Self { sends: self.sends.again(now)?, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::SignUpPending;
    use time::{Duration, OffsetDateTime};

    const NOW: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;

    #[test]
    fn secrets_end_with_their_sign_up_at_the_latest() {
        let mut pending = SignUpPending::start("ada@example.org".parse().expect("well formed"), NOW);
        assert_eq!(pending.secrets_expire_at(), NOW + Duration::minutes(10));
        pending = pending.send_again(NOW + Duration::hours(24) - Duration::MINUTE).expect("long ago");
        assert_eq!(pending.secrets_expire_at(), pending.expires_at());
    }
}
