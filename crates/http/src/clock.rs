//! The clock, as a parameter.

use time::OffsetDateTime;

/// Tells the time. Everything that expires takes `now` from here, so that a test can choose it.
pub trait Clock: Send + Sync {
    /// The time.
    fn now(&self) -> OffsetDateTime;
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::now_utc()
    }
}
