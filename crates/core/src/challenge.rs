//! Mails that somebody asked for to prove an address: the link and the code in them, and what a proof is good for.
//!
//! A challenge is started for any address, whether it has an account or not: the same cookie, the same page, the same
//! work. Only the mail differs, and only its reader sees it (E-04).

use serde::{Deserialize, Serialize};
use time::Duration;

/// What a proven mailbox is good for. A proof of one purpose is worth nothing for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Logging in without a password.
    LogIn,
    /// Setting a new password without the old one.
    ResetPassword,
    /// Proving the address of an account once more.
    ConfirmEmail,
    /// Moving an account to a new address.
    ChangeEmail,
    /// Taking such a move back.
    UndoEmailChange,
}

/// How a mailed link came to be worth nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkEnd {
    /// It, or the code beside it, was used.
    Used,
    /// Its time is over, or a newer proof or mail took its place.
    Over,
}

impl Purpose {
    /// Every purpose there is.
    pub const ALL: [Self; 5] =
        [Self::LogIn, Self::ResetPassword, Self::ConfirmEmail, Self::ChangeEmail, Self::UndoEmailChange];

    /// The word that stands for it in a store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LogIn => "log_in",
            Self::ResetPassword => "reset_password",
            Self::ConfirmEmail => "confirm_email",
            Self::ChangeEmail => "change_email",
            Self::UndoEmailChange => "undo_email_change",
        }
    }

    /// The purpose of a word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.name() == name)
    }

    /// How long the whole challenge waits, whatever is mailed again meanwhile. Links and codes end sooner
    /// ([`crate::sends::SECRETS_LIFE`]), but for the one that undoes: its reader may be away for some days.
    #[must_use]
    pub const fn life(self) -> Duration {
        match self {
            Self::LogIn | Self::ResetPassword => Duration::hours(1),
            Self::ConfirmEmail | Self::ChangeEmail => Duration::hours(24),
            Self::UndoEmailChange => Duration::days(7),
        }
    }
}
