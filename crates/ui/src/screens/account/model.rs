//! What the screen of the account shows.

use serde::{Deserialize, Serialize};
use vestibule_core::org::Role;
use vestibule_words::Message;

use crate::parts::AlertKind;

/// What the screen of the account shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountModel {
    /// Whose account.
    pub email: String,
    /// What the application knows of its owner.
    pub profile: Vec<ProfileLine>,
    /// Whether there is a password.
    pub has_password: bool,
    /// The second factor, if there is one.
    pub second_factor: Option<SecondFactorLine>,
    /// The day from which on there must be one: `2027-03-03`. Only while there is none.
    pub factor_due: Option<String>,
    /// How many sessions there are.
    pub sessions: u32,
    /// To what it belongs.
    pub orgs: Vec<OrgLine>,
    /// What just happened.
    pub notice: Option<AccountNotice>,
}

/// One thing that the application knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileLine {
    /// Its label, in the operator's words.
    pub label: String,
    /// Its value; empty if there is none.
    pub value: String,
}

/// A second factor that is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorLine {
    /// Since when, as text.
    pub since: String,
    /// How many backup codes weren't used yet.
    pub backup_codes_left: u32,
    /// Whether they wait to be saved.
    pub codes_unsaved: bool,
}

/// One organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgLine {
    /// Its name.
    pub name: String,
    /// What the account is in it.
    pub role: Role,
}

/// What just happened to an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountNotice {
    /// Another password.
    PasswordChanged,
    /// The first password.
    PasswordSet,
    /// They logged in by mail, and the password of whoever set the account up before is gone.
    PasswordGone,
    /// Another address.
    EmailChanged,
    /// A link is on its way to the new address.
    EmailChangeStarted {
        /// The new address.
        email: String,
    },
    /// A second factor.
    SecondFactorOn,
    /// None any more.
    SecondFactorOff,
    /// New backup codes.
    BackupCodesRenewed,
    /// The profile was saved.
    ProfileSaved,
}

impl AccountNotice {
    /// What the alert says, and how it is meant.
    pub fn message(&self) -> (AlertKind, Message<'_>) {
        match self {
            Self::PasswordChanged => (AlertKind::Good, Message::AccountPasswordChanged),
            Self::PasswordSet => (AlertKind::Good, Message::AccountPasswordSet),
            Self::PasswordGone => (AlertKind::Warn, Message::AccountPasswordGone),
            Self::EmailChanged => (AlertKind::Good, Message::AccountEmailChanged),
            Self::EmailChangeStarted { email } => (AlertKind::Info, Message::EmailChangeStarted { email }),
            Self::SecondFactorOn => (AlertKind::Good, Message::AccountSecondFactorOn),
            Self::SecondFactorOff => (AlertKind::Good, Message::AccountSecondFactorOff),
            Self::BackupCodesRenewed => (AlertKind::Good, Message::AccountBackupCodesRenewed),
            Self::ProfileSaved => (AlertKind::Good, Message::ProfileSaved),
        }
    }
}
