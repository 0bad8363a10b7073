//! M: authenticators and backup codes.

mod ahead;
mod backup;
mod codes;
mod devices;
mod paths;

use std::time::Duration;

use vestibule_testing::{Authenticator, Clock, Person};

use crate::house::House;

/// Somebody with an authenticator, in a house whose clock can be moved.
pub(crate) struct Enrolled {
    pub(crate) house: House,
    pub(crate) clock: Clock,
    pub(crate) person: Person,
    pub(crate) app: Authenticator,
    pub(crate) backup_codes: Vec<String>,
}

pub(crate) async fn enrolled() -> Enrolled {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let (app, backup_codes) = person.enrol(&clock).await;
    Enrolled { house, clock, person, app, backup_codes }
}

impl Enrolled {
    /// The person at another browser, between the factors.
    pub(crate) async fn half_logged_in(&self) -> Person {
        let person = self.person.elsewhere(self.house.browser());
        let answer = person.log_in().await;
        assert_eq!(answer.location().as_deref(), Some("/second-factor"), "{}", answer.text());
        person
    }

    /// Waits until the guesses are forgotten.
    pub(crate) fn forget_guesses(&self) {
        self.clock.advance(Duration::from_mins(26));
    }
}
