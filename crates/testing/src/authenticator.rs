//! An authenticator app on somebody's phone.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, UNIX_EPOCH},
};

use totp_rs::Totp;

use crate::Clock;

/// How long one code is shown, in seconds.
const PERIOD: u64 = 30;

/// An authenticator that has read a page's code. Its time is the server's: give it the clock that the server runs by.
#[derive(Clone)]
pub struct Authenticator {
    totp: Arc<Totp>,
    /// The last step whose code was shown, so that the next one can be waited for.
    shown: Arc<Mutex<u64>>,
}

impl Authenticator {
    /// Reads the address that a page offers to phones: `otpauth://totp/…`.
    ///
    /// # Panics
    /// When no app could read it.
    #[must_use]
    pub fn scan(uri: &str) -> Self {
        let totp = Totp::from_url(uri).unwrap_or_else(|error| panic!("no app reads {uri}: {error:?}"));
        Self { totp: Arc::new(totp), shown: Arc::default() }
    }

    /// Takes a secret that was typed, in base 32.
    ///
    /// # Panics
    /// When no app could read it.
    #[must_use]
    pub fn of_secret(secret: &str) -> Self {
        Self::scan(&format!("otpauth://totp/Vestibule:ada?secret={secret}&issuer=Vestibule"))
    }

    /// The code of this moment, by the server's clock; moved on to the next one if this one was shown before, as
    /// somebody waits who has just used one.
    ///
    /// # Panics
    /// Never: the kit's clocks stay in this age of the world.
    pub fn next_code(&self, clock: &Clock) -> String {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        while step(clock) <= *shown {
            clock.advance(Duration::from_secs(PERIOD));
        }
        *shown = step(clock);
        self.code_at(*shown)
    }

    /// The code of this moment, whether it was shown before or not.
    #[must_use]
    pub fn code(&self, clock: &Clock) -> String {
        self.code_at(step(clock))
    }

    /// The code that is `steps` away from this moment's.
    ///
    /// # Panics
    /// When that is before 1970.
    #[must_use]
    pub fn code_away(&self, clock: &Clock, steps: i64) -> String {
        self.code_at(step(clock).checked_add_signed(steps).expect("after 1970"))
    }

    fn code_at(&self, step: u64) -> String {
        self.totp.generate(step * PERIOD).to_string()
    }
}

fn step(clock: &Clock) -> u64 {
    clock.now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs() / PERIOD
}
