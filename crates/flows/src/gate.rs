//! Where a visitor stands, and which pages are open to them there. The screen only draws it; this enforces it (L-04, M-06).

use vestibule_core::login_state::{LoginState, PasswordUpdateReason, Person, Proof, Visit, login_state};
use vestibule_store::{Account, Session};

use crate::Vestibule;

/// The login state of the owner of a session.
pub(crate) fn state_of(vestibule: &Vestibule, known: Option<&(Account, Session)>) -> LoginState {
    let visit = match known {
        None => Visit::Anonymous,
        Some((account, session)) => {
            Visit::Known { person: person(account), proof: Proof::first_factor(session.created_at) }
        }
    };
    login_state(&visit, &vestibule.0.policy, vestibule.now())
}

fn person(account: &Account) -> Person {
    Person {
        email: account.email.clone(),
        email_confirmed: account.email_confirmed_at.is_some(),
        password_update: account.new_password_demanded.then_some(PasswordUpdateReason::Administrator),
        missing_properties: Vec::new(),
        organisations: 0,
        second_factors: Vec::new(),
    }
}
