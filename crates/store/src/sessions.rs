//! Sessions: a row of our own, found by the digest of a cookie (S-02).

use async_trait::async_trait;
use time::OffsetDateTime;

use crate::{AccountId, Digest, StoreError};

/// A session that is about to begin.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// The digest of the cookie.
    pub digest: Digest,
    /// When it begins.
    pub now: OffsetDateTime,
    /// When it ends, whatever happens.
    pub expires_at: OffsetDateTime,
}

/// A session that lives.
#[derive(Debug, Clone)]
pub struct Session {
    /// Whose it is.
    pub account: AccountId,
    /// When it began.
    pub created_at: OffsetDateTime,
    /// When it was last used, to the minute.
    pub last_seen_at: OffsetDateTime,
    /// When it ends, whatever happens.
    pub expires_at: OffsetDateTime,
}

/// Reads and changes sessions.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// Begins a session for an account and ends the one of `replaces` (the cookie that the browser had before), in one
    /// transaction: an id is never carried over a log-in (S-03).
    async fn begin_session(
        &self,
        account: &AccountId,
        session: NewSession,
        replaces: Option<Digest>,
    ) -> Result<(), StoreError>;

    /// The session of a cookie if it is used again before `idle` is over and before it ends; marks it as used when the
    /// mark is older than a minute.
    async fn session(
        &self,
        digest: Digest,
        now: OffsetDateTime,
        idle: time::Duration,
    ) -> Result<Option<Session>, StoreError>;

    /// Ends one session. Ending it twice is fine.
    async fn end_session(&self, digest: Digest) -> Result<(), StoreError>;
}
