//! The ways forward. Each answers one state and is refused in all others (L-04, M-06).

use thiserror::Error;
use time::OffsetDateTime;

use super::{LoginState, Person, Policy, Proof, PropertyName, SecondFactor, Visit, login_state};

/// Something that a person did and that was found to be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Showed the first factor of an account.
    FirstFactor(Person),
    /// Showed a second factor.
    SecondFactor,
    /// Proved the mailbox.
    ConfirmEmail,
    /// Chose another password.
    UpdatePassword,
    /// Filled in properties.
    FillProperties(Vec<PropertyName>),
    /// Joined or created an organisation.
    EnterOrganisation,
    /// Enrolled a second factor and showed it.
    EnrolSecondFactor(SecondFactor),
    /// Left. Possible in every state.
    LogOut,
}

/// A step that doesn't answer the state it was taken in. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("this step is not possible in the state {}", .0.name())]
pub struct Refused(pub LoginState);

impl Visit {
    /// Takes a step.
    ///
    /// # Errors
    /// [`Refused`] when the present state asks for something else.
    pub fn advance(self, step: Step, policy: &Policy, now: OffsetDateTime) -> Result<Self, Refused> {
        let state = login_state(&self, policy, now);
        match (step, &state, self) {
            (Step::LogOut, _, _) => Ok(Self::Anonymous),
            (Step::FirstFactor(person), LoginState::LoginRequired, _) => {
                Ok(Self::Known { person, proof: Proof::first_factor(now) })
            }
            (Step::SecondFactor, LoginState::TwoFactorRequired { .. }, Self::Known { person, proof }) => {
                Ok(Self::Known { person, proof: Proof { second_factor_at: Some(now), ..proof } })
            }
            (step, _, Self::Known { person, proof }) => {
                let (person, proof) = answer(step, &state, person, proof, now).ok_or(Refused(state))?;
                Ok(Self::Known { person, proof })
            }
            _ => Err(Refused(state)),
        }
    }
}

/// The account after a step that changes it, if the step answers the state.
fn answer(
    step: Step,
    state: &LoginState,
    mut person: Person,
    mut proof: Proof,
    now: OffsetDateTime,
) -> Option<(Person, Proof)> {
    match (step, state) {
        (Step::ConfirmEmail, LoginState::EmailNotConfirmedYet { .. }) => person.email_confirmed = true,
        (Step::UpdatePassword, LoginState::UpdatePasswordRequired { .. }) => person.password_update = None,
        (Step::FillProperties(filled), LoginState::UserMissingRequiredProperties { .. }) => {
            person.missing_properties.retain(|name| !filled.contains(name));
        }
        (Step::EnterOrganisation, LoginState::UserMustBeInAtLeastOneOrg) => person.organisations += 1,
        (Step::EnrolSecondFactor(factor), LoginState::TwoFactorEnrollmentRequired { .. }) => {
            person.second_factors.push(factor);
            // The enrolment ends with a right code: it is not asked for twice.
            proof.second_factor_at = Some(now);
        }
        _ => return None,
    }
    Some((person, proof))
}
