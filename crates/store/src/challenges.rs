//! Mails that wait to be answered: a link or a code that proves an address, for one purpose.
//!
//! A challenge is kept for unknown addresses too: it has no account, so nothing can answer it.

use async_trait::async_trait;
use time::OffsetDateTime;
use vestibule_core::{
    challenge::{LinkEnd, Purpose},
    email::EmailAddress,
};

use crate::{Account, AccountId, Digest, NewSend, NewSession, Sealed, StoreError};

/// A challenge that is about to wait.
#[derive(Debug, Clone)]
pub struct NewChallenge {
    /// The digest of the cookie of the browser that asked for it.
    pub digest: Digest,
    /// What an answer is good for.
    pub purpose: Purpose,
    /// Whose it is; `None` when the address has no account.
    pub account: Option<AccountId>,
    /// The address that is proven by an answer.
    pub email: EmailAddress,
    /// When it began.
    pub now: OffsetDateTime,
    /// When it is forgotten.
    pub expires_at: OffsetDateTime,
    /// The first mail. Without an account nobody gets it, but the store does the same work: time tells nothing (E-04).
    pub send: NewSend,
}

/// A challenge that waits.
#[derive(Debug, Clone)]
pub struct Challenge {
    /// What an answer is good for.
    pub purpose: Purpose,
    /// Whose it is.
    pub account: Option<AccountId>,
    /// The address.
    pub email: EmailAddress,
    /// When the last mail was queued.
    pub sent_at: OffsetDateTime,
    /// How many mails were queued so far.
    pub sends: u16,
}

/// A mailed link that was good once. Whoever holds it reads the mailbox, or did: the address is no secret to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedLink {
    /// The address it was mailed to.
    pub email: EmailAddress,
    /// How it ended.
    pub end: LinkEnd,
}

/// What shows that somebody reads the mailbox.
#[derive(Debug, Clone, Copy)]
pub enum MailProof {
    /// A code counts for the challenge of the browser that asked for it, and for no other: it is short.
    Code {
        /// The digest of that browser's cookie.
        challenge: Digest,
        /// The digest of the code.
        code: Digest,
    },
    /// A link is long enough to find its challenge by itself.
    Link(Digest),
}

/// What an answer does, in the transaction that claims it.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Begins a session. An account whose mailbox was never proven loses what was set up before: its password, its
    /// second factor, its sessions and devices, and every mail that waits (L-10).
    LogIn {
        /// The session.
        session: Box<NewSession>,
        /// The cookie that the browser had before.
        replaces: Option<Digest>,
    },
    /// Begins a session in the place of one of the same account that still lives (S-10).
    StepUp {
        /// The session.
        session: Box<NewSession>,
        /// The one that it takes the place of.
        replaces: Digest,
    },
    /// Sets a password and begins a session; every other session and remembered device ends (L-11). An account whose
    /// mailbox was never proven loses its second factor, too (L-10).
    ResetPassword {
        /// The PHC string.
        hash: String,
        /// The session.
        session: Box<NewSession>,
        /// The letter that tells the owner.
        notice: Sealed,
    },
    /// Marks the account's address as proven, if it still is the challenge's.
    ConfirmEmail {
        /// Whether it is shown in a session of the account. If it isn't, and the mailbox was never proven, what was set
        /// up before is lost: the reader of the mail may not know who did (L-10).
        in_own_session: bool,
    },
    /// Moves the account to the challenge's address. Every session but `keep` ends, and so do remembered devices.
    ChangeEmail {
        /// The session that goes on.
        keep: Option<Digest>,
        /// What can take it back: a challenge for the old address, whose mail tells its owner. An address that was never
        /// proven gets none: its reader may be a stranger, who could take the account.
        undo: Box<NewChallenge>,
    },
    /// Moves the account back. Its password is forgotten, with a demand for another, and every session ends: who had
    /// changed the address knows it.
    UndoEmailChange,
}

/// What became of an answer.
#[derive(Debug, Clone)]
pub enum Claimed {
    /// It was right, and its effect has happened.
    Done {
        /// The account as it is now.
        account: Box<Account>,
        /// Whether the reader of the mail took it over from whoever had set it up, and a password of before is gone
        /// (L-10): its owner may have been the one, and has to be told.
        took_over: bool,
    },
    /// No such code or link, one that ended, or one that was used.
    NoMatch,
    /// It was right, but the account is turned off: it was spent, and nothing else has happened.
    Disabled,
    /// It was right, but another account has the address by now: nothing has happened.
    AddressTaken,
}

/// Reads and changes challenges.
#[async_trait]
pub trait Challenges: Send + Sync {
    /// Starts a challenge and queues its mail; ends the one of `replaces` (the cookie that the browser had before).
    async fn start_challenge(&self, challenge: NewChallenge, replaces: Option<Digest>) -> Result<(), StoreError>;

    /// The waiting challenge of a cookie for a purpose, until it expires. Once it was answered, or ended, it waits on
    /// without an account, as that of an unknown address does: whoever asked isn't told.
    async fn challenge(
        &self,
        digest: Digest,
        purpose: Purpose,
        now: OffsetDateTime,
    ) -> Result<Option<Challenge>, StoreError>;

    /// Queues another mail if `expected_sends` were queued so far: of two clicks one wins. Earlier secrets stay good
    /// until they end, at most three of them. Without an account nobody gets it, for the same work. Says whether it did.
    async fn send_challenge_again(
        &self,
        digest: Digest,
        expected_sends: u16,
        now: OffsetDateTime,
        send: NewSend,
    ) -> Result<bool, StoreError>;

    /// The waiting challenge of a mailed link, and the digest of its cookie, if neither has ended.
    async fn challenge_by_link(
        &self,
        link: Digest,
        purpose: Purpose,
        now: OffsetDateTime,
    ) -> Result<Option<(Digest, Challenge)>, StoreError>;

    /// A mailed link of this purpose that was used or has ended, until its challenge expires. It is good for nothing,
    /// and only says so.
    async fn ended_link(
        &self,
        link: Digest,
        purpose: Purpose,
        now: OffsetDateTime,
    ) -> Result<Option<EndedLink>, StoreError>;

    /// Spends a right code, and the link beside it, for another link that is as good: for an answer that takes another
    /// page. Says whether the code was right.
    async fn exchange_code(
        &self,
        challenge: Digest,
        purpose: Purpose,
        code: Digest,
        link: Digest,
        now: OffsetDateTime,
    ) -> Result<bool, StoreError>;

    /// Claims a challenge with its effect, in one transaction. Every other challenge of the account for this purpose is
    /// worth nothing afterwards; a new password or address ends those of all purposes but the undoing (L-02, L-13).
    async fn claim_challenge(
        &self,
        purpose: Purpose,
        proof: MailProof,
        effect: Effect,
        now: OffsetDateTime,
    ) -> Result<Claimed, StoreError>;
}
