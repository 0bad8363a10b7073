//! Waiting for a condition, never for a time.

use std::time::Duration;

use crate::PATIENCE;
use tokio::time::{interval, timeout};

/// How often a condition is looked at: browsers tell nobody when a page has changed.
const LOOK: Duration = Duration::from_millis(20);

/// Waits until the condition gives something; `None` when it doesn't in time.
pub(super) async fn until<T>(mut condition: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let looking = async {
        let mut looks = interval(LOOK);
        loop {
            looks.tick().await;
            if let Some(found) = condition().await {
                return found;
            }
        }
    };
    timeout(PATIENCE, looking).await.ok()
}
