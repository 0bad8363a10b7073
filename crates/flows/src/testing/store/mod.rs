//! The store of a server under test: the real one, with what a space has asked for in front of it.

mod delegated;

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use thiserror::Error;
use time::OffsetDateTime;
use vestibule_core::limits::Limit;
use vestibule_http::secret::{Purpose, Secret};
use vestibule_store::{Digest, Letter, LetterId, Limits, Outbox, Reaper, Sealed, Store, StoreError};

use super::{Failing, Spaces};
use crate::space::Space;

/// A store that is busy while the space of a request wants it to be, and counts its tries apart from all others'.
pub(super) struct SpaceStore {
    pub(super) inner: Arc<dyn Store>,
    pub(super) secret: Secret,
    pub(super) spaces: Arc<Spaces>,
}

/// Why a store is busy that isn't.
#[derive(Debug, Error)]
#[error("a test asked for it")]
struct OnPurpose;

impl SpaceStore {
    /// The real store, unless the space wants none.
    fn ask(&self) -> Result<&dyn Store, StoreError> {
        if self.spaces.fails(Failing::Database, &Space::current()) {
            return Err(StoreError::Busy(Box::new(OnPurpose)));
        }
        Ok(self.inner.as_ref())
    }

    /// The key under which a space counts since its limits were last reset.
    fn key(&self, key: Digest) -> Digest {
        let space = Space::current();
        let generation = self.spaces.generation(&space).to_be_bytes();
        self.secret.digest(Purpose::Limit, &[b"space", space.name().as_bytes(), &generation, &key.0])
    }

    /// How far what all spaces share is ahead of this one.
    fn behind(&self) -> time::Duration {
        self.spaces.behind(&Space::current())
    }
}

#[async_trait]
impl Limits for SpaceStore {
    async fn take(&self, limit: Limit, key: Digest, now: OffsetDateTime) -> Result<Result<(), Duration>, StoreError> {
        self.ask()?.take(limit, self.key(key), now).await
    }

    async fn forgive(&self, limit: Limit, key: Digest) -> Result<(), StoreError> {
        self.ask()?.forgive(limit, self.key(key)).await
    }
}

/// Letters of all spaces leave by one postman, who belongs to none: no space's failure keeps another's back, and a
/// letter that was queued by a clock ahead of his is due.
#[async_trait]
impl Outbox for SpaceStore {
    async fn queue_letter(&self, now: OffsetDateTime, letter: &Sealed) -> Result<(), StoreError> {
        self.ask()?.queue_letter(now, letter).await
    }

    async fn due_letters(
        &self,
        now: OffsetDateTime,
        retry_at: OffsetDateTime,
        at_most: u16,
    ) -> Result<Vec<Letter>, StoreError> {
        let behind = self.behind();
        self.inner.due_letters(now + behind, retry_at + behind, at_most).await
    }

    async fn forget_letter(&self, id: LetterId) -> Result<(), StoreError> {
        self.inner.forget_letter(id).await
    }

    async fn put_off_letter(&self, id: LetterId, until: OffsetDateTime) -> Result<(), StoreError> {
        self.inner.put_off_letter(id, until + self.behind()).await
    }
}

/// What has ended for one space may live on for another: only what has really ended is forgotten.
#[async_trait]
impl Reaper for SpaceStore {
    async fn reap(&self, now: OffsetDateTime) -> Result<u64, StoreError> {
        self.inner.reap(now - self.spaces.ahead(&Space::current())).await
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use time::{Duration, OffsetDateTime};
    use vestibule_core::limits::Limit;
    use vestibule_http::{clock::Clock, secret::Secret};
    use vestibule_store::{Digest, Limits, Reaper, Store, contract};
    use vestibule_store_sql::SqlStore;

    use super::{SpaceStore, Spaces};
    use crate::space::Space;

    struct Still;

    impl Clock for Still {
        fn now(&self) -> OffsetDateTime {
            OffsetDateTime::UNIX_EPOCH + Duration::days(20_000)
        }
    }

    async fn store() -> SpaceStore {
        let inner = SqlStore::open("sqlite::memory:").await.expect("memory can be opened");
        let secret = Secret::parse("wh0p+whU3l7eg2zKSh/BEesAXI8BZVf5IFBmefQP9as=").expect("32 bytes");
        SpaceStore { inner: Arc::new(inner), secret, spaces: Arc::new(Spaces::new(Arc::new(Still))) }
    }

    #[tokio::test]
    async fn a_store_of_which_nothing_was_asked_keeps_every_promise() {
        contract::check(async || vec![Box::new(store().await) as Box<dyn Store>]).await;
    }

    #[tokio::test]
    async fn what_is_over_in_one_space_is_not_forgotten_in_another() {
        let store = store().await;
        let (space, limit, key) = (Space::default(), Limit::LogInByAddress, Digest([7; 32]));
        let full = "worker-3".parse::<Space>().expect("a name").scope(async {
            while store.take(limit, key, Still.now()).await.expect("write").is_ok() {}
            store.spaces.advance(&space, Duration::days(30), Duration::MAX);
            let reaped = space.clone().scope(store.reap(store.spaces.now(&space))).await.expect("write");
            (reaped, store.take(limit, key, Still.now()).await.expect("write").is_err())
        });
        assert_eq!(full.await, (0, true));
    }
}
