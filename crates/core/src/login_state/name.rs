//! The names of the states, for whatever needs no more than that.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::LoginState;

/// A [`LoginState`] without its data: what a browser may know of anybody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum StateName {
    /// Nobody is known.
    #[default]
    LoginRequired,
    /// A second factor is enrolled and wasn't shown.
    TwoFactorRequired,
    /// The address is not proven.
    EmailNotConfirmedYet,
    /// The password has to be replaced.
    UpdatePasswordRequired,
    /// Properties that everybody must have are unset.
    UserMissingRequiredProperties,
    /// Everybody must belong to an organisation.
    UserMustBeInAtLeastOneOrg,
    /// Everybody must have a second factor.
    TwoFactorEnrollmentRequired,
    /// Nothing more is asked.
    LoggedIn,
}

impl StateName {
    /// The name that users of the field know.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LoginRequired => "LoginRequired",
            Self::TwoFactorRequired => "TwoFactorRequired",
            Self::EmailNotConfirmedYet => "EmailNotConfirmedYet",
            Self::UpdatePasswordRequired => "UpdatePasswordRequired",
            Self::UserMissingRequiredProperties => "UserMissingRequiredProperties",
            Self::UserMustBeInAtLeastOneOrg => "UserMustBeInAtLeastOneOrg",
            Self::TwoFactorEnrollmentRequired => "TwoFactorEnrollmentRequired",
            Self::LoggedIn => "LoggedIn",
        }
    }
}

impl From<&LoginState> for StateName {
    fn from(state: &LoginState) -> Self {
        match state {
            LoginState::LoginRequired => Self::LoginRequired,
            LoginState::TwoFactorRequired { .. } => Self::TwoFactorRequired,
            LoginState::EmailNotConfirmedYet { .. } => Self::EmailNotConfirmedYet,
            LoginState::UpdatePasswordRequired { .. } => Self::UpdatePasswordRequired,
            LoginState::UserMissingRequiredProperties { .. } => Self::UserMissingRequiredProperties,
            LoginState::UserMustBeInAtLeastOneOrg => Self::UserMustBeInAtLeastOneOrg,
            LoginState::TwoFactorEnrollmentRequired { .. } => Self::TwoFactorEnrollmentRequired,
            LoginState::LoggedIn => Self::LoggedIn,
        }
    }
}

impl fmt::Display for StateName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
