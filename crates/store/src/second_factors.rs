//! Second factors: authenticator apps, backup codes, and devices that are remembered in their place.

use async_trait::async_trait;
use time::OffsetDateTime;
use vestibule_core::totp::Step;

use crate::{AccountId, Digest, NewSession, Sealed, StoreError};

/// What is known of an account's authenticator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totp {
    /// The one that was proven.
    pub active: Option<ActiveTotp>,
    /// A secret that waits for its first code: it stays the same however often its page is opened.
    pub pending: Option<Sealed>,
}

/// An authenticator that was proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActiveTotp {
    /// Its secret, sealed (M-05).
    pub secret: Sealed,
    /// Since when.
    pub since: OffsetDateTime,
    /// The last step whose code was accepted: neither it nor an older one is accepted again (RFC 6238, 5.2; M-02).
    pub last_step: Step,
}

/// A session that takes the place of another once a factor was right (S-03).
#[derive(Debug, Clone)]
pub struct Pass {
    /// The new session.
    pub session: NewSession,
    /// The cookie that the browser had before.
    pub replaces: Digest,
    /// A device to be remembered.
    pub device: Option<NewDevice>,
}

/// A device that is about to be remembered.
#[derive(Debug, Clone)]
pub struct NewDevice {
    /// Its random name, which its owner ends it by.
    pub id: String,
    /// The digest of its cookie.
    pub digest: Digest,
    /// The browser and the system, in a few words.
    pub device: String,
    /// Until when (M-11: at most 30 days).
    pub expires_at: OffsetDateTime,
}

/// A device that is remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its name.
    pub id: String,
    /// The browser and the system, in a few words.
    pub device: String,
    /// Until when.
    pub expires_at: OffsetDateTime,
}

/// A fresh set of backup codes.
#[derive(Debug, Clone)]
pub struct NewBackupCodes {
    /// What is kept of them.
    pub digests: Vec<Digest>,
    /// The codes themselves, sealed, until their owner says that they are saved.
    pub to_show: Sealed,
    /// The letter that tells the owner.
    pub notice: Sealed,
}

/// An enrolment whose first code was right.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// The step of that code.
    pub step: Step,
    /// The codes that come with it.
    pub codes: NewBackupCodes,
    /// The session that goes on.
    pub pass: Pass,
}

/// Reads and changes second factors.
#[async_trait]
pub trait SecondFactors: Send + Sync {
    /// What is known of an account's authenticator; `None` when nothing ever was.
    async fn totp(&self, account: &AccountId) -> Result<Option<Totp>, StoreError>;

    /// Keeps a secret that waits for its first code, unless one waits already. Gives the one that waits.
    async fn start_totp(&self, account: &AccountId, secret: Sealed) -> Result<Sealed, StoreError>;

    /// Makes the waiting secret the account's own, in one transaction with all that follows: earlier backup codes are
    /// replaced, every other session and every remembered device ends (S-06), the session is another one. Says whether
    /// a secret was waiting: of two requests with the same code one wins.
    async fn enrol_totp(&self, account: &AccountId, enrolment: Enrolment) -> Result<bool, StoreError>;

    /// Spends the code of a step, and begins the session that it opens. Says whether the step was still to be had: no
    /// step is accepted twice, and none after a newer one (M-02, M-03).
    async fn pass_totp(&self, account: &AccountId, step: Step, pass: Pass) -> Result<bool, StoreError>;

    /// Spends a backup code, begins the session that it opens, and queues the letter that tells the owner. Gives how
    /// many are left; `None` when it wasn't one of the account's, or was spent before (M-07).
    async fn pass_backup_code(
        &self,
        account: &AccountId,
        code: Digest,
        pass: Pass,
        notice: Sealed,
    ) -> Result<Option<u32>, StoreError>;

    /// How many backup codes are left.
    async fn backup_codes_left(&self, account: &AccountId) -> Result<u32, StoreError>;

    /// Replaces the backup codes, if the account has an authenticator. Says whether it has.
    async fn renew_backup_codes(
        &self,
        account: &AccountId,
        codes: NewBackupCodes,
        now: OffsetDateTime,
    ) -> Result<bool, StoreError>;

    /// The codes that their owner hasn't said to be saved.
    async fn backup_codes_to_show(&self, account: &AccountId) -> Result<Option<Sealed>, StoreError>;

    /// Forgets what could be shown: from now on only digests are left.
    async fn backup_codes_saved(&self, account: &AccountId) -> Result<(), StoreError>;

    /// Takes the authenticator away, with its backup codes, its remembered devices and every session but `keep`.
    async fn remove_totp(
        &self,
        account: &AccountId,
        keep: Digest,
        notice: Sealed,
        now: OffsetDateTime,
    ) -> Result<bool, StoreError>;

    /// Whether a cookie is that of a device which this account remembers: another account's counts for nothing (M-11).
    async fn is_remembered(&self, account: &AccountId, device: Digest, now: OffsetDateTime)
    -> Result<bool, StoreError>;

    /// The devices that an account remembers, the newest first.
    async fn devices(&self, account: &AccountId, now: OffsetDateTime) -> Result<Vec<Device>, StoreError>;

    /// Forgets a device of this account. Says whether there was one.
    async fn forget_device(&self, account: &AccountId, id: &str) -> Result<bool, StoreError>;
}
