//! A sign-up that waits for its mailbox. There is no account and no session yet, so a free address and a taken one look
//! the same to everybody but the reader of the mail (E-03).

use thiserror::Error;
use time::{Duration, OffsetDateTime};

use crate::email::EmailAddress;

/// How long a sign-up waits before it is forgotten (L-05: at most 24 hours).
pub const LIFE: Duration = Duration::hours(24);

/// How long a mailed code and its link work (L-05: at most 10 minutes).
pub const SECRETS_LIFE: Duration = Duration::minutes(10);

/// Seconds between one mail and the next: after the first, the second, and so on; the last stays.
const RESEND_AFTER: [i64; 4] = [30, 60, 120, 300];

/// The state before an account exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignUpPending {
    email: EmailAddress,
    started_at: OffsetDateTime,
    sent_at: OffsetDateTime,
    sends: u16,
}

/// Another mail can't be sent yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("too soon for another mail")]
pub struct TooSoon {
    /// How long it isn't.
    pub wait: Duration,
}

impl SignUpPending {
    /// Starts to wait, with one mail on its way.
    #[must_use]
    pub const fn start(email: EmailAddress, now: OffsetDateTime) -> Self {
        Self { email, started_at: now, sent_at: now, sends: 1 }
    }

    /// A sign-up as it was stored.
    #[must_use]
    pub const fn restore(email: EmailAddress, started_at: OffsetDateTime, sent_at: OffsetDateTime, sends: u16) -> Self {
        Self { email, started_at, sent_at, sends }
    }

    /// The address that has to be proven.
    #[must_use]
    pub const fn email(&self) -> &EmailAddress {
        &self.email
    }

    /// How many mails were sent.
    #[must_use]
    pub const fn sends(&self) -> u16 {
        self.sends
    }

    /// When it is forgotten.
    #[must_use]
    pub fn expires_at(&self) -> OffsetDateTime {
        self.started_at + LIFE
    }

    /// When the code and the link of the newest mail end.
    #[must_use]
    pub fn secrets_expire_at(&self) -> OffsetDateTime {
        (self.sent_at + SECRETS_LIFE).min(self.expires_at())
    }

    /// How long until another mail may be sent. A clock that was set back counts as no time at all.
    #[must_use]
    pub fn resend_wait(&self, now: OffsetDateTime) -> Duration {
        let step = usize::from(self.sends.saturating_sub(1)).min(RESEND_AFTER.len() - 1);
        let age = (now - self.sent_at).max(Duration::ZERO);
        (Duration::seconds(RESEND_AFTER[step]) - age).max(Duration::ZERO)
    }

    /// Sends another mail.
    ///
    /// # Errors
    /// [`TooSoon`] while the last one is fresh.
    pub fn send_again(self, now: OffsetDateTime) -> Result<Self, TooSoon> {
        let wait = self.resend_wait(now);
        if wait.is_positive() {
            return Err(TooSoon { wait });
        }
        Ok(Self { sent_at: now, sends: self.sends.saturating_add(1), ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::{SignUpPending, TooSoon};
    use time::{Duration, OffsetDateTime};

    const NOW: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;

    fn started() -> SignUpPending {
        SignUpPending::start("ada@example.org".parse().expect("well formed"), NOW)
    }

    #[test]
    fn mails_are_sent_at_growing_distances() {
        let (mut pending, mut now) = (started(), NOW);
        for seconds in [30, 60, 120, 300, 300, 300] {
            let distance = Duration::seconds(seconds);
            let early = pending.clone().send_again(now + distance - Duration::SECOND);
            assert_eq!(early, Err(TooSoon { wait: Duration::SECOND }), "{seconds}");
            now += distance;
            pending = pending.send_again(now).expect("the time has come");
        }
        assert_eq!(pending.sends(), 7);
    }

    #[test]
    fn a_clock_that_was_set_back_waits_no_longer_than_the_distance() {
        assert_eq!(started().resend_wait(NOW - Duration::DAY), Duration::seconds(30));
    }

    #[test]
    fn secrets_end_with_their_sign_up_at_the_latest() {
        let mut pending = started();
        assert_eq!(pending.secrets_expire_at(), NOW + Duration::minutes(10));
        pending = pending.send_again(NOW + Duration::hours(24) - Duration::MINUTE).expect("long ago");
        assert_eq!(pending.secrets_expire_at(), pending.expires_at());
    }
}
