//! The bell that wakes the postman when a letter is in the outbox.

use std::sync::{
    Once,
    atomic::{AtomicBool, Ordering},
};

use tokio::sync::Notify;

/// The bell. It also knows whether there is a postman at all.
#[derive(Default)]
pub(crate) struct Letters {
    bell: Notify,
    is_carried: AtomicBool,
    told: Once,
}

impl Letters {
    /// Says that a letter waits.
    pub(crate) fn notify_one(&self) {
        if !self.is_carried.load(Ordering::Relaxed) {
            self.told.call_once(|| {
                tracing::error!("a letter waits, and nothing sends it: call `start()` beside your server");
            });
        }
        self.bell.notify_one();
    }

    /// Waits for one.
    pub(super) async fn notified(&self) {
        self.bell.notified().await;
    }

    /// Says that somebody carries them.
    pub(super) fn are_carried(&self) {
        self.is_carried.store(true, Ordering::Relaxed);
    }
}
