//! What a login state is decided from.

use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use crate::email::EmailAddress;

/// How long a correct first factor waits for the second. After that it has to be shown again.
pub const SECOND_FACTOR_TIME: Duration = Duration::minutes(10);

/// A visitor, as far as anything was proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Visit {
    /// Nothing was.
    Anonymous,
    /// The first factor was right.
    Known {
        /// Whose it is.
        person: Person,
        /// What was shown, and when.
        proof: Proof,
    },
}

/// What was shown in this session, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    /// When the first factor was right.
    pub first_factor_at: OffsetDateTime,
    /// When the second factor was right, if it was asked for and shown.
    pub second_factor_at: Option<OffsetDateTime>,
}

impl Proof {
    /// A first factor and nothing else.
    #[must_use]
    pub const fn first_factor(at: OffsetDateTime) -> Self {
        Self { first_factor_at: at, second_factor_at: None }
    }
}

/// What is known of an account, as far as it can stand between its owner and the application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The address.
    pub email: EmailAddress,
    /// Whether the address was proven.
    pub email_confirmed: bool,
    /// Whether the password must be replaced, and why.
    pub password_update: Option<PasswordUpdateReason>,
    /// The required properties that are unset, in the order of the form.
    pub missing_properties: Vec<PropertyName>,
    /// To how many organisations the person belongs.
    pub organisations: u32,
    /// What is enrolled.
    pub second_factors: Vec<SecondFactor>,
}

/// The name of a property.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PropertyName(pub String);

/// Who asks for another password, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordUpdateReason {
    /// Somebody who runs the application.
    Administrator,
    /// It was found in another site's data leak.
    Breach,
    /// It came from another system.
    Migration,
}

impl PasswordUpdateReason {
    /// Every reason there is.
    pub const ALL: [Self; 3] = [Self::Administrator, Self::Breach, Self::Migration];

    /// The word that stands for it in a store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Breach => "breach",
            Self::Migration => "migration",
        }
    }

    /// The reason of a word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }
}

/// A second factor of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactor {
    /// Codes from an app (RFC 6238).
    Totp,
    /// A passkey (`WebAuthn`).
    Passkey,
}

/// What is asked of everybody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Policy {
    /// Whether a person must belong to an organisation.
    pub organisation_required: bool,
    /// Whether a person must have a second factor.
    pub second_factor: SecondFactorPolicy,
}

/// Whether a person must have a second factor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SecondFactorPolicy {
    /// No.
    #[default]
    Optional,
    /// Yes, from this time on.
    RequiredSince(OffsetDateTime),
}
