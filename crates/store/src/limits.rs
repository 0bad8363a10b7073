//! Leaky buckets that survive a restart and are shared by every server on the same store.

use std::time::Duration;

use async_trait::async_trait;
use time::OffsetDateTime;
use vestibule_core::limits::Limit;

use crate::{Digest, StoreError};

/// Counts tries.
#[async_trait]
pub trait Limits: Send + Sync {
    /// Takes one try from the bucket of `limit` and `key`, in one conditional write, by the arithmetic of
    /// [`vestibule_core::limits::take`]. The key is a digest: a table of limits is not a list of addresses.
    ///
    /// The inner error is the time to wait; nothing was added then.
    async fn take(&self, limit: Limit, key: Digest, now: OffsetDateTime) -> Result<Result<(), Duration>, StoreError>;

    /// Empties one bucket: what was proven needs no counting any more.
    async fn forgive(&self, limit: Limit, key: Digest) -> Result<(), StoreError>;
}
