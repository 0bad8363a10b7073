//! What each space has asked for.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use serde::Deserialize;
use time::{Duration, OffsetDateTime};
use vestibule_http::clock::Clock;

use crate::space::Space;

/// What can fail on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Failing {
    /// The mail server can't be reached.
    Mail,
    /// The database is busy.
    Database,
}

/// The spaces of a server.
pub(crate) struct Spaces {
    /// The real time, which failures are measured by: they end whatever a test does to its clock.
    real: Arc<dyn Clock>,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    spaces: BTreeMap<Space, State>,
    /// The furthest that any clock ever was ahead. What all spaces share is timed by it, so that it never comes too late.
    furthest: Duration,
}

/// What one space has asked for.
#[derive(Default)]
struct State {
    ahead: Duration,
    /// How often the limits were reset: what was counted before is counted under another key.
    generation: u64,
    /// How many addresses were made up.
    addresses: u64,
    failing: BTreeMap<Failing, OffsetDateTime>,
}

impl Spaces {
    pub(super) fn new(real: Arc<dyn Clock>) -> Self {
        Self { real, known: Mutex::default() }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, space: &Space, change: impl FnOnce(&mut State) -> T) -> T {
        change(self.known().spaces.entry(space.clone()).or_default())
    }

    fn look<T: Default>(&self, space: &Space, look: impl FnOnce(&State) -> T) -> T {
        self.known().spaces.get(space).map(look).unwrap_or_default()
    }

    /// The time outside of all tests.
    pub(super) fn real_now(&self) -> OffsetDateTime {
        self.real.now()
    }

    /// The time in a space.
    pub(super) fn now(&self, space: &Space) -> OffsetDateTime {
        self.real.now() + self.ahead(space)
    }

    /// Moves the clock of a space forward, unless it would come further than `at_most` from the real time. Says whether
    /// it did.
    pub(super) fn advance(&self, space: &Space, by: Duration, at_most: Duration) -> bool {
        let ahead = self.with(space, |state| {
            let ahead = state.ahead.saturating_add(by);
            (ahead <= at_most).then(|| {
                state.ahead = ahead;
                ahead
            })
        });
        let mut known = self.known();
        known.furthest = known.furthest.max(ahead.unwrap_or_default());
        ahead.is_some()
    }

    /// Lets the clock of a space show the real time again.
    pub(super) fn reset_clock(&self, space: &Space) {
        self.with(space, |state| state.ahead = Duration::ZERO);
    }

    /// How far the clock of a space is ahead of the real time.
    pub(super) fn ahead(&self, space: &Space) -> Duration {
        self.look(space, |state| state.ahead)
    }

    /// How far the clock of a space is behind what all spaces share.
    pub(super) fn behind(&self, space: &Space) -> Duration {
        let ahead = self.ahead(space);
        self.known().furthest - ahead
    }

    /// Forgets every try that was counted in a space.
    pub(super) fn reset_limits(&self, space: &Space) {
        self.with(space, |state| state.generation += 1);
    }

    /// How often that happened.
    pub(super) fn generation(&self, space: &Space) -> u64 {
        self.look(space, |state| state.generation)
    }

    /// The number of the next address that is made up in a space.
    pub(super) fn next_address(&self, space: &Space) -> u64 {
        self.with(space, |state| {
            state.addresses += 1;
            state.addresses
        })
    }

    /// Lets something fail in a space until then.
    pub(super) fn fail(&self, what: Failing, space: &Space, until: OffsetDateTime) {
        self.with(space, |state| state.failing.insert(what, until));
    }

    /// Lets nothing fail in a space any more.
    pub(super) fn stop_failing(&self, space: &Space) {
        self.with(space, |state| state.failing.clear());
    }

    /// Whether something fails in a space now.
    pub(super) fn fails(&self, what: Failing, space: &Space) -> bool {
        let now = self.real.now();
        self.look(space, |state| state.failing.get(&what).is_some_and(|until| now < *until))
    }
}
