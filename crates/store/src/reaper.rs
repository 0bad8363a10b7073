//! Forgetting what has ended. Nothing depends on it: what has ended counts as gone before it is.

use async_trait::async_trait;
use time::OffsetDateTime;

use crate::StoreError;

/// Keeps a store from growing for ever.
#[async_trait]
pub trait Reaper: Send + Sync {
    /// Deletes the sessions, sign-ups, codes and links that have ended, and the buckets that are empty. Says how many.
    ///
    /// # Errors
    /// [`StoreError`]; what was deleted until then stays deleted.
    async fn reap(&self, now: OffsetDateTime) -> Result<u64, StoreError>;
}
