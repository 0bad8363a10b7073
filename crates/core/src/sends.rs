//! Mails that can be asked for again, at growing distances.

use thiserror::Error;
use time::{Duration, OffsetDateTime};

/// How long a mailed code and its link work (L-05: at most 10 minutes).
pub const SECRETS_LIFE: Duration = Duration::minutes(10);

/// Seconds between one mail and the next: after the first, the second, and so on; the last stays.
const AGAIN_AFTER: [i64; 4] = [30, 60, 120, 300];

/// From this many mails on, another way is offered.
pub const OTHER_WAY_AFTER: u16 = 3;

/// How many mails were sent for one matter, and when the last one was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sends {
    /// When the last one was queued.
    pub last_at: OffsetDateTime,
    /// How many were.
    pub count: u16,
}

/// Another mail can't be sent yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("too soon for another mail")]
pub struct TooSoon {
    /// How long it isn't.
    pub wait: Duration,
}

impl Sends {
    /// The first mail is on its way.
    #[must_use]
    pub const fn first(now: OffsetDateTime) -> Self {
        Self { last_at: now, count: 1 }
    }

    /// How long until another mail may be sent. A clock that was set back counts as no time at all.
    #[must_use]
    pub fn wait(self, now: OffsetDateTime) -> Duration {
        let step = usize::from(self.count.saturating_sub(1)).min(AGAIN_AFTER.len() - 1);
        let age = (now - self.last_at).max(Duration::ZERO);
        (Duration::seconds(AGAIN_AFTER[step]) - age).max(Duration::ZERO)
    }

    /// Sends another mail.
    ///
    /// # Errors
    /// [`TooSoon`] while the last one is fresh.
    pub fn again(self, now: OffsetDateTime) -> Result<Self, TooSoon> {
        let wait = self.wait(now);
        if wait.is_positive() {
            return Err(TooSoon { wait });
        }
        Ok(Self { last_at: now, count: self.count.saturating_add(1) })
    }

    /// When the code and the link of the newest mail end.
    #[must_use]
    pub fn secrets_expire_at(self) -> OffsetDateTime {
        self.last_at + SECRETS_LIFE
    }
}

#[cfg(test)]
mod tests {
    use super::{Sends, TooSoon};
    use time::{Duration, OffsetDateTime};

    const NOW: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;

    #[test]
    fn mails_are_sent_at_growing_distances() {
        let (mut sends, mut now) = (Sends::first(NOW), NOW);
        for seconds in [30, 60, 120, 300, 300, 300] {
            let distance = Duration::seconds(seconds);
            let early = sends.again(now + distance - Duration::SECOND);
            assert_eq!(early, Err(TooSoon { wait: Duration::SECOND }), "{seconds}");
            now += distance;
            sends = sends.again(now).expect("the time has come");
        }
        assert_eq!(sends.count, 7);
    }

    #[test]
    fn a_clock_that_was_set_back_waits_no_longer_than_the_distance() {
        assert_eq!(Sends::first(NOW).wait(NOW - Duration::DAY), Duration::seconds(30));
    }
}
