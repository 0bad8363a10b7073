//! Accounts: people who have proven a mailbox.

use std::collections::BTreeMap;

use async_trait::async_trait;
use time::OffsetDateTime;
use vestibule_core::{
    email::EmailAddress,
    login_state::{PasswordUpdateReason, PropertyName, SecondFactor},
    org::Role,
};

use crate::{Digest, OrgId, Sealed, StoreError};

/// The random name of an account: 128 bits in lower-case hex. Not a secret, but not guessable either.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountId(pub String);

/// Somebody who can log in, with all that a login state is decided from: one read tells it.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its name.
    pub id: AccountId,
    /// Where mail goes, as the person spelled it.
    pub email: EmailAddress,
    /// What shows that its owner reads the mailbox.
    pub mailbox: MailboxProof,
    /// The PHC string of the password, if the account has one.
    pub password_hash: Option<String>,
    /// Who asks for a new password, and why.
    pub password_update: Option<PasswordUpdateReason>,
    /// When an operator turned the account off.
    pub disabled_at: Option<OffsetDateTime>,
    /// When the account was made.
    pub created_at: OffsetDateTime,
    /// What is enrolled and was proven.
    pub second_factors: Vec<SecondFactor>,
    /// To how many organisations the person belongs.
    pub organisations: u32,
    /// What the person has told.
    pub properties: BTreeMap<PropertyName, String>,
}

/// What shows that an account's owner reads its mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailboxProof {
    /// Nothing ever did: whoever set the account up need not be who reads the mail. A proof takes away what was set up
    /// before (L-10).
    Never,
    /// It was proven, and the proof is asked for again. What was set up is the owner's, and stays: the mailbox alone
    /// takes no second factor away (M-08).
    AskedAgain,
    /// It was proven then.
    Proven(OffsetDateTime),
}

impl MailboxProof {
    /// Whether nothing more is asked.
    #[must_use]
    pub const fn is_proven(self) -> bool {
        matches!(self, Self::Proven(_))
    }
}

/// An account that begins whole, without a sign-up: whoever makes it answers for all that it says.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// Its name.
    pub id: AccountId,
    /// Its address.
    pub email: EmailAddress,
    /// What shows that its owner reads the mailbox.
    pub mailbox: MailboxProof,
    /// The PHC string of its password.
    pub password_hash: String,
    /// Who asks for a new password, and why.
    pub password_update: Option<PasswordUpdateReason>,
    /// What is known of its owner.
    pub properties: BTreeMap<PropertyName, String>,
    /// Its authenticator, sealed for it, and what is kept of the backup codes.
    pub second_factor: Option<(Sealed, Vec<Digest>)>,
    /// The organisation that it belongs to, and as what.
    pub org: Option<(OrgId, Role)>,
    /// When it begins.
    pub now: OffsetDateTime,
}

/// What became of an account that was to begin.
#[derive(Debug, Clone)]
pub enum Beginning {
    /// It is there.
    Begun(Box<Account>),
    /// Its address has one already.
    AddressTaken,
    /// No more people may belong to the organisation, or there is none.
    NoPlace,
}

/// What an operator asks of an account before it may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// A new password.
    NewPassword(PasswordUpdateReason),
    /// Proof of the mailbox, again. What was set up stays.
    ConfirmedEmail,
    /// Proof of the mailbox, as if there had never been any: for an account that somebody else may have set up.
    UnprovenEmail,
}

/// A password that takes the place of another.
#[derive(Debug, Clone)]
pub struct NewPassword {
    /// Its PHC string.
    pub hash: String,
    /// The one session that goes on.
    pub keep: Digest,
    /// When.
    pub now: OffsetDateTime,
    /// The letter that tells the owner.
    pub notice: Sealed,
}

/// Reads and changes accounts.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// The account of an address, however it is spelled.
    async fn account_by_email(&self, email: &EmailAddress) -> Result<Option<Account>, StoreError>;

    /// The account of a name.
    async fn account(&self, id: &AccountId) -> Result<Option<Account>, StoreError>;

    /// Begins an account with everything that it has, in one transaction. Nobody is told: no letter is queued.
    async fn begin_account(&self, account: NewAccount) -> Result<Beginning, StoreError>;

    /// Replaces the password's hash if it still is `old`: a log-in that rehashes must not undo a change of password
    /// that happened meanwhile. Says whether it did.
    async fn rehash(&self, id: &AccountId, old: &str, new: &str) -> Result<bool, StoreError>;

    /// Gives the account another password, in one transaction with all that follows from it (S-06): a demand for one is
    /// met, every other session and every remembered device ends, every mail that waits to be answered is worth nothing.
    async fn replace_password(&self, id: &AccountId, password: NewPassword) -> Result<(), StoreError>;

    /// Asks something of an account from its next request on. Says whether there is such an account.
    async fn demand(&self, email: &EmailAddress, demand: Demand) -> Result<bool, StoreError>;

    /// Turns an account off, and ends its sessions, its remembered devices and its waiting mails in the same
    /// transaction (S-08); `None` turns it on again. Says whether there is such an account.
    async fn disable(&self, email: &EmailAddress, since: Option<OffsetDateTime>) -> Result<bool, StoreError>;

    /// Keeps what the person told, in place of what they told before; `None` forgets it.
    async fn set_property(&self, id: &AccountId, name: &PropertyName, value: Option<&str>) -> Result<(), StoreError>;
}
