//! Sign-ups that wait for their mailbox to be proven. An account begins with the proof and not before (E-03, L-10).

use async_trait::async_trait;
use time::OffsetDateTime;
use vestibule_core::email::EmailAddress;

use crate::{Account, AccountId, Digest, NewSession, Sealed, StoreError};

/// What a waiting sign-up knows of its password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignUpPassword {
    /// The address is free: the PHC string that the account will have.
    Chosen(String),
    /// The address has an account already: nothing is kept, no code can be right, and the mail says so.
    AddressTaken,
}

/// A sign-up that is about to wait.
#[derive(Debug, Clone)]
pub struct NewSignUp {
    /// The digest of the cookie.
    pub digest: Digest,
    /// The address as typed.
    pub email: EmailAddress,
    /// What is known of the password.
    pub password: SignUpPassword,
    /// When it began.
    pub now: OffsetDateTime,
    /// When it is forgotten.
    pub expires_at: OffsetDateTime,
    /// The first mail.
    pub send: NewSend,
}

/// One mail of a sign-up: the code and the link it carries, and the letter itself, queued in the same transaction.
#[derive(Debug, Clone)]
pub struct NewSend {
    /// The digests of code and link; `None` when the mail carries neither (a taken address).
    pub secrets: Option<(Digest, Digest)>,
    /// When code and link end.
    pub secrets_expire_at: OffsetDateTime,
    /// The letter for the outbox.
    pub letter: Sealed,
}

/// A sign-up that waits.
#[derive(Debug, Clone)]
pub struct SignUp {
    /// The address as typed.
    pub email: EmailAddress,
    /// What is known of the password.
    pub password: SignUpPassword,
    /// When it began.
    pub started_at: OffsetDateTime,
    /// When the last mail was queued.
    pub sent_at: OffsetDateTime,
    /// How many mails were queued so far.
    pub sends: u16,
    /// When it is forgotten.
    pub expires_at: OffsetDateTime,
    /// Whether the account has begun.
    pub confirmed: bool,
}

/// What became of an attempt to confirm.
#[derive(Debug, Clone)]
pub enum Confirmation {
    /// The account and its session have begun.
    Confirmed(Account),
    /// No such code or link, or one that ended: the difference is told by what the page already knows.
    NoMatch,
    /// The code or link was right, but the sign-up was confirmed before.
    AlreadyConfirmed,
    /// The mailbox is proven, but another sign-up made its account meanwhile.
    AddressTaken,
}

/// Reads and changes waiting sign-ups.
#[async_trait]
pub trait SignUps: Send + Sync {
    /// Starts a sign-up and queues its mail; forgets the one of `replaces` (the cookie that the browser had before).
    async fn start_sign_up(&self, sign_up: NewSignUp, replaces: Option<Digest>) -> Result<(), StoreError>;

    /// The waiting or confirmed sign-up of a cookie, until it expires.
    async fn sign_up(&self, digest: Digest, now: OffsetDateTime) -> Result<Option<SignUp>, StoreError>;

    /// Queues another mail, if the sign-up still waits and `expected_sends` mails were sent so far: of two clicks one
    /// wins. Earlier secrets stay good until they end, at most three of them (mails arrive out of order). Says whether it did.
    async fn send_again(
        &self,
        digest: Digest,
        expected_sends: u16,
        now: OffsetDateTime,
        send: NewSend,
    ) -> Result<bool, StoreError>;

    /// The waiting sign-up of a mailed link, and the digest of its cookie, if link and sign-up have not ended.
    async fn sign_up_by_link(&self, link: Digest, now: OffsetDateTime) -> Result<Option<(Digest, SignUp)>, StoreError>;

    /// The sign-up of a mailed link that has ended while the sign-up hasn't, or of one that is confirmed, and the digest
    /// of its cookie. The link is good for nothing, and only says so.
    async fn sign_up_by_ended_link(
        &self,
        link: Digest,
        now: OffsetDateTime,
    ) -> Result<Option<(Digest, SignUp)>, StoreError>;

    /// Claims the sign-up of a cookie by a mailed code: account, session and claim in one transaction. All its secrets die.
    async fn confirm_by_code(
        &self,
        digest: Digest,
        code: Digest,
        account: AccountId,
        session: NewSession,
    ) -> Result<Confirmation, StoreError>;

    /// Claims a sign-up by its mailed link: account, session and claim in one transaction. All its secrets die.
    async fn confirm_by_link(
        &self,
        link: Digest,
        account: AccountId,
        session: NewSession,
    ) -> Result<Confirmation, StoreError>;
}
