//! Mail that waits for its server. An answer never waits for mail, and a crash loses none (Q-18, E-04).

use async_trait::async_trait;
use time::OffsetDateTime;

use crate::StoreError;

/// A letter as the store keeps it: sealed with a key that the store never sees, since it carries codes and links (L-01).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed(pub Vec<u8>);

/// The number of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LetterId(pub i64);

/// A letter that is due.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Its number.
    pub id: LetterId,
    /// How often it was tried before.
    pub attempts: u16,
    /// What to send.
    pub sealed: Sealed,
}

/// The queue of letters.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// Queues a letter that belongs to no other change. It is due at once.
    async fn queue_letter(&self, now: OffsetDateTime, letter: &Sealed) -> Result<(), StoreError>;

    /// Claims up to `at_most` letters that are due and puts them off until `retry_at`: should the sender die, they come again.
    async fn due_letters(
        &self,
        now: OffsetDateTime,
        retry_at: OffsetDateTime,
        at_most: u16,
    ) -> Result<Vec<Letter>, StoreError>;

    /// Forgets a letter: it was delivered, or it never will be.
    async fn forget_letter(&self, id: LetterId) -> Result<(), StoreError>;

    /// Puts a letter off after a failed attempt.
    async fn put_off_letter(&self, id: LetterId, until: OffsetDateTime) -> Result<(), StoreError>;
}
