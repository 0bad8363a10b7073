//! Where a person stands between the street and the application, and the one place that decides it.
//!
//! [`login_state`] looks at what was proven and what is known of the account, and answers with the first requirement
//! that isn't met. [`Visit::advance`] is the only way forward: a step that doesn't answer the present state is refused.
//!
//! The order is the whole rule: second factor, email, password, properties, organisation, enrolment. Before them all
//! stands [`SignUpPending`](crate::sign_up::SignUpPending), which has no account and so no state here.

mod name;
mod step;
#[cfg(test)]
mod tests;
mod visit;

use time::OffsetDateTime;

use crate::{email::EmailAddress, routes};

pub use name::StateName;
pub use step::{Refused, Step};
pub use visit::{
    PasswordUpdateReason, Person, Policy, Proof, PropertyName, SECOND_FACTOR_TIME, SecondFactor, SecondFactorPolicy,
    Visit,
};

/// What is still asked of a visitor: the first unmet requirement, with what its screen needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoginState {
    /// Nobody is known.
    LoginRequired,
    /// The first factor was right, a second one is enrolled.
    TwoFactorRequired {
        /// What may answer.
        factors: Vec<SecondFactor>,
        /// When the first factor must be shown again.
        ends_at: OffsetDateTime,
    },
    /// The address is not proven.
    EmailNotConfirmedYet {
        /// The address.
        email: EmailAddress,
    },
    /// The password has to be replaced.
    UpdatePasswordRequired {
        /// Who asks, and why.
        reason: PasswordUpdateReason,
    },
    /// Properties that everybody must have are unset.
    UserMissingRequiredProperties {
        /// Which, in the order of the form.
        missing: Vec<PropertyName>,
    },
    /// Everybody must belong to an organisation.
    UserMustBeInAtLeastOneOrg,
    /// Everybody must have a second factor.
    TwoFactorEnrollmentRequired {
        /// Since when.
        since: OffsetDateTime,
    },
    /// Nothing more is asked.
    LoggedIn,
}

impl LoginState {
    /// The name that users of the field know.
    #[must_use]
    pub fn name(&self) -> &'static str {
        StateName::from(self).as_str()
    }

    /// The page that asks for what is missing: the only one that is open in this state.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::LoginRequired => routes::LOG_IN,
            Self::TwoFactorRequired { .. } => routes::SECOND_FACTOR,
            Self::EmailNotConfirmedYet { .. } => routes::CONFIRM_EMAIL,
            Self::UpdatePasswordRequired { .. } => routes::UPDATE_PASSWORD,
            Self::UserMissingRequiredProperties { .. } => routes::PROPERTIES,
            Self::UserMustBeInAtLeastOneOrg => routes::CHOOSE_ORG,
            Self::TwoFactorEnrollmentRequired { .. } => routes::ENROL_SECOND_FACTOR,
            Self::LoggedIn => routes::HOME,
        }
    }
}

/// The time from which on this person must have a second factor that they lack, while it is still ahead. It is no state:
/// until then nothing is closed, and the enrolment is only offered.
#[must_use]
pub fn enrolment_ahead(person: &Person, policy: &Policy, now: OffsetDateTime) -> Option<OffsetDateTime> {
    match policy.second_factor {
        SecondFactorPolicy::RequiredSince(from) if now < from && person.second_factors.is_empty() => Some(from),
        _ => None,
    }
}

/// The first requirement that a visit doesn't meet.
#[must_use]
pub fn login_state(visit: &Visit, policy: &Policy, now: OffsetDateTime) -> LoginState {
    let Visit::Known { person, proof } = visit else { return LoginState::LoginRequired };
    if !person.second_factors.is_empty() && proof.second_factor_at.is_none() {
        let ends_at = proof.first_factor_at + SECOND_FACTOR_TIME;
        return if now < ends_at {
            LoginState::TwoFactorRequired { factors: person.second_factors.clone(), ends_at }
        } else {
            LoginState::LoginRequired
        };
    }
    if !person.email_confirmed {
        return LoginState::EmailNotConfirmedYet { email: person.email.clone() };
    }
    if let Some(reason) = person.password_update {
        return LoginState::UpdatePasswordRequired { reason };
    }
    if !person.missing_properties.is_empty() {
        return LoginState::UserMissingRequiredProperties { missing: person.missing_properties.clone() };
    }
    if policy.organisation_required && person.organisations == 0 {
        return LoginState::UserMustBeInAtLeastOneOrg;
    }
    match policy.second_factor {
        SecondFactorPolicy::RequiredSince(since) if since <= now && person.second_factors.is_empty() => {
            LoginState::TwoFactorEnrollmentRequired { since }
        }
        _ => LoginState::LoggedIn,
    }
}
