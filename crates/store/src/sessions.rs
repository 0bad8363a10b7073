//! Sessions: a row of our own, found by the digest of a cookie (S-02).

use std::net::IpAddr;

use async_trait::async_trait;
use time::OffsetDateTime;

use crate::{AccountId, Digest, StoreError};

/// How many sessions of one account live at a time: when one more begins, the one that was unused for longest ends
/// (ASVS 7.1.2, S-12).
pub const MAX_SESSIONS: u32 = 50;

/// The random name of a session: what its owner sees and ends it by. It opens nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SessionId(pub String);

/// A session that is about to begin.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Its name.
    pub id: SessionId,
    /// The digest of the cookie.
    pub digest: Digest,
    /// When it begins.
    pub now: OffsetDateTime,
    /// When it ends, whatever happens.
    pub expires_at: OffsetDateTime,
    /// What was shown to begin it.
    pub proof: SessionProof,
    /// At what.
    pub place: Place,
}

/// What was shown in a session, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionProof {
    /// When the first factor was right.
    pub first_factor_at: OffsetDateTime,
    /// When the second factor was right, or a remembered device stood in for it.
    pub second_factor_at: Option<OffsetDateTime>,
    /// When any factor was last shown: what is sensitive asks for one that is fresh (S-10).
    pub fresh_at: OffsetDateTime,
}

/// Where a session is used, as far as a request tells: for its owner's eyes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The browser and the system, in a few words: `Firefox on Linux`.
    pub device: String,
    /// The client's address when the session began.
    pub address: IpAddr,
}

/// A session that lives.
#[derive(Debug, Clone)]
pub struct Session {
    /// Its name.
    pub id: SessionId,
    /// Whose it is.
    pub account: AccountId,
    /// When it began.
    pub created_at: OffsetDateTime,
    /// When it was last used, to the minute.
    pub last_seen_at: OffsetDateTime,
    /// When it ends, whatever happens.
    pub expires_at: OffsetDateTime,
    /// What was shown.
    pub proof: SessionProof,
    /// Where it is used.
    pub place: Place,
}

/// Why a session that is still remembered has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionEnd {
    /// Nobody used it.
    Unused,
    /// Its whole time was over.
    Over,
}

/// Reads and changes sessions.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// Begins a session for an account and ends the one of `replaces` (the cookie that the browser had before), in one
    /// transaction: an id is never carried over a log-in or a factor (S-03). Of more than [`MAX_SESSIONS`] the one that
    /// was unused for longest ends. Says no, and changes nothing, when there is no such account or it is turned off: it
    /// may have been since its password was read (S-08).
    async fn begin_session(
        &self,
        account: &AccountId,
        session: NewSession,
        replaces: Option<Digest>,
    ) -> Result<bool, StoreError>;

    /// Begins a session in the place of one of the same account that still lives. Says no, and changes nothing, when it
    /// has ended meanwhile: whoever ended it meant this browser (S-06).
    async fn renew_session(
        &self,
        account: &AccountId,
        session: NewSession,
        replaces: Digest,
    ) -> Result<bool, StoreError>;

    /// The session of a cookie if it is used again before `idle` is over and before it ends; marks it as used when the
    /// mark is older than a minute.
    async fn session(
        &self,
        digest: Digest,
        now: OffsetDateTime,
        idle: time::Duration,
    ) -> Result<Option<Session>, StoreError>;

    /// The same for whoever only looks: no use is marked, so looking keeps no session alive.
    async fn peek_session(
        &self,
        digest: Digest,
        now: OffsetDateTime,
        idle: time::Duration,
    ) -> Result<Option<Session>, StoreError>;

    /// Why the session of a cookie has ended, if that is still remembered. A session that somebody ended is not.
    async fn session_end(
        &self,
        digest: Digest,
        now: OffsetDateTime,
        idle: time::Duration,
    ) -> Result<Option<SessionEnd>, StoreError>;

    /// The sessions of an account that live, the one that was used last first.
    async fn sessions_of(
        &self,
        account: &AccountId,
        now: OffsetDateTime,
        idle: time::Duration,
    ) -> Result<Vec<Session>, StoreError>;

    /// Ends one session. Ending it twice is fine.
    async fn end_session(&self, digest: Digest) -> Result<(), StoreError>;

    /// Ends one session of this account by its name; another account's is not there (S-09). Says whether it ended one.
    async fn end_session_of(&self, account: &AccountId, id: &SessionId) -> Result<bool, StoreError>;

    /// Ends all sessions of an account but one, or all. Says how many ended.
    async fn end_sessions(&self, account: &AccountId, keep: Option<Digest>) -> Result<u32, StoreError>;
}
