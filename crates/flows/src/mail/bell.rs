//! The bell that wakes the postman when a letter is in the outbox.

use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;

/// The bell. It also knows whether there is a postman at all.
#[derive(Default)]
pub(crate) struct Bell {
    rings: Notify,
    is_heard: AtomicBool,
    is_told: AtomicBool,
}

impl Bell {
    /// Says that a letter waits.
    pub(crate) fn notify_one(&self) {
        if !self.is_heard.load(Ordering::Relaxed) && !self.is_told.swap(true, Ordering::Relaxed) {
            tracing::error!("a letter waits, and nothing sends it: call `start()` beside your server");
        }
        self.rings.notify_one();
    }

    /// Waits for a letter.
    pub(super) async fn notified(&self) {
        self.rings.notified().await;
    }

    /// Says that there is a postman.
    pub(super) fn is_heard(&self) {
        self.is_heard.store(true, Ordering::Relaxed);
    }
}
