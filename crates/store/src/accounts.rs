//! Accounts: people who have proven a mailbox.

use async_trait::async_trait;
use time::OffsetDateTime;
use vestibule_core::email::EmailAddress;

use crate::StoreError;

/// The random name of an account: 128 bits in lower-case hex. Not a secret, but not guessable either.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountId(pub String);

/// Somebody who can log in.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its name.
    pub id: AccountId,
    /// Where mail goes, as the person spelled it.
    pub email: EmailAddress,
    /// When the mailbox was proven; `None` after an operator or an import took that back.
    pub email_confirmed_at: Option<OffsetDateTime>,
    /// The PHC string of the password, if the account has one.
    pub password_hash: Option<String>,
    /// An operator asks for a new password.
    pub new_password_demanded: bool,
    /// When the account was made.
    pub created_at: OffsetDateTime,
}

/// What an operator asks of an account before it may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// A new password.
    NewPassword,
    /// Proof of the mailbox, again.
    ConfirmedEmail,
}

/// Reads and changes accounts.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// The account of an address, however it is spelled.
    async fn account_by_email(&self, email: &EmailAddress) -> Result<Option<Account>, StoreError>;

    /// The account of a name.
    async fn account(&self, id: &AccountId) -> Result<Option<Account>, StoreError>;

    /// Replaces the password's hash if it still is `old`: a log-in that rehashes must not undo a change of password
    /// that happened meanwhile. Says whether it did.
    async fn rehash(&self, id: &AccountId, old: &str, new: &str) -> Result<bool, StoreError>;

    /// Asks something of an account from its next request on. Says whether there is such an account.
    async fn demand(&self, email: &EmailAddress, demand: Demand) -> Result<bool, StoreError>;
}
