//! The server's time, moved from outside: libfaketime stands between the binary and the system's clock.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicI64, Ordering},
    time::{Duration, SystemTime},
};

use tempfile::TempDir;

/// A clock that a test moves while servers run by it. Give it to [`ServerBuilder::clock`](crate::ServerBuilder::clock).
///
/// Only the time of day moves: time-outs and drained buckets that are measured by a steady clock stay real.
pub struct Clock {
    folder: TempDir,
    offset: AtomicI64,
}

impl Clock {
    /// A clock that shows the real time.
    ///
    /// # Panics
    /// Without a temporary folder.
    #[must_use]
    pub fn new() -> Self {
        let clock =
            Self { folder: tempfile::tempdir().expect("a temporary folder can be made"), offset: AtomicI64::new(0) };
        clock.write(0);
        clock
    }

    /// Moves every server that runs by this clock into the future.
    ///
    /// # Panics
    /// When the clock's file can't be written.
    pub fn advance(&self, by: Duration) {
        self.turn(i64::try_from(by.as_secs()).expect("a test stays within this age of the world"));
    }

    /// Moves every server that runs by this clock into the past, as a clock that was corrected does.
    ///
    /// # Panics
    /// When the clock's file can't be written.
    pub fn set_back(&self, by: Duration) {
        self.turn(-i64::try_from(by.as_secs()).expect("a test stays within this age of the world"));
    }

    /// How many seconds it is ahead of the real time.
    #[must_use]
    pub fn offset(&self) -> i64 {
        self.offset.load(Ordering::SeqCst)
    }

    /// What it shows.
    ///
    /// # Panics
    /// Never: a test stays within this age of the world.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the real time is where this clock begins")]
    pub fn now(&self) -> SystemTime {
        let offset = Duration::from_secs(self.offset().unsigned_abs());
        let real = SystemTime::now();
        if self.offset() < 0 { real - offset } else { real + offset }
    }

    fn turn(&self, seconds: i64) {
        self.write(self.offset.fetch_add(seconds, Ordering::SeqCst) + seconds);
    }

    /// Renamed into place, since a reader in the middle of a write would see half a number.
    fn write(&self, seconds: i64) {
        let draft = self.folder.path().join("draft");
        fs::write(&draft, format!("{seconds:+}")).expect("the clock's folder is ours");
        fs::rename(&draft, self.file()).expect("the clock's folder is ours");
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("clock")
    }

    /// What a process needs in its environment to run by this clock.
    pub(crate) fn environment(&self) -> [(String, String); 4] {
        let library = library().expect("libfaketime is missing; install it with: apt-get install faketime");
        let text = |path: &Path| path.to_str().expect("temporary folders have plain names").to_owned();
        [
            ("LD_PRELOAD".to_owned(), text(&library)),
            ("FAKETIME_TIMESTAMP_FILE".to_owned(), text(&self.file())),
            ("FAKETIME_NO_CACHE".to_owned(), "1".to_owned()),
            ("FAKETIME_DONT_FAKE_MONOTONIC".to_owned(), "1".to_owned()),
        ]
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::new()
    }
}

/// Debian keeps it in a folder per architecture.
fn library() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    folders.map(|folder| folder.join("faketime/libfaketimeMT.so.1")).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use std::{process::Command, time::Duration};

    use super::Clock;

    fn seconds(clock: &Clock) -> i64 {
        let date = Command::new("date").arg("+%s").envs(clock.environment()).output().expect("every system has a date");
        String::from_utf8_lossy(&date.stdout).trim().parse().expect("a number of seconds")
    }

    #[test]
    fn processes_see_the_time_that_was_set() {
        let clock = Clock::new();
        let before = seconds(&clock);
        clock.advance(Duration::from_hours(1));
        assert!((3600..3620).contains(&(seconds(&clock) - before)));
        clock.set_back(Duration::from_hours(2));
        assert!((-3600..-3580).contains(&(seconds(&clock) - before)));
    }
}
