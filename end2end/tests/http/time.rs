//! Comparing how long answers take: pairs in turns, one at a time, while nothing else runs.

use std::time::{Duration, Instant};

use vestibule_testing::{Answer, Request};

/// Minima may differ by this much (E-02).
const BETWEEN_MINIMA: Duration = Duration::from_millis(3);

/// Medians may differ by this part of the smaller one (E-02).
const BETWEEN_MEDIANS: f64 = 0.10;

/// How long a request takes, to the last byte of its answer.
pub(crate) async fn timed(request: Request) -> (Duration, Answer) {
    let start = now();
    let answer = request.send().await;
    (now() - start, answer)
}

/// Two rows of measurements that should not be told apart.
#[derive(Default)]
pub(crate) struct Pairs {
    one: Vec<Duration>,
    other: Vec<Duration>,
}

impl Pairs {
    pub(crate) fn push(&mut self, one: Duration, other: Duration) {
        self.one.push(one);
        self.other.push(other);
    }

    /// What tells them apart, if anything does.
    pub(crate) fn difference(&mut self) -> Option<String> {
        self.one.sort();
        self.other.sort();
        let (least, other_least) = (self.one[0], self.other[0]);
        let (median, other_median) = (self.one[self.one.len() / 2], self.other[self.other.len() / 2]);
        let ratio = median.max(other_median).as_secs_f64() / median.min(other_median).as_secs_f64();
        let differ = least.abs_diff(other_least) > BETWEEN_MINIMA || ratio > 1.0 + BETWEEN_MEDIANS;
        differ.then(|| format!("minima {least:?} and {other_least:?}, medians {median:?} and {other_median:?}"))
    }
}

#[expect(clippy::disallowed_methods, reason = "these rows are about time")]
fn now() -> Instant {
    Instant::now()
}
