//! Where a visitor stands, and which pages are open to them there. The screen only draws it; this enforces it (L-04, M-06).

use std::collections::BTreeMap;

use axum::response::Response;
use time::OffsetDateTime;
use vestibule_core::{
    login_state::{LoginState, Person, Proof, PropertyName, Visit, enrolment_ahead as ahead, login_state},
    property::Property,
};
use vestibule_store::{Account, SessionProof};

use crate::{Vestibule, Visitor, answer::see_other, session::FRESH, visitor::Known};

/// The login state of the owner of a session.
pub(crate) fn state_of(vestibule: &Vestibule, known: Option<&Known>) -> LoginState {
    match known {
        None => LoginState::LoginRequired,
        Some(Known { account, session }) => state_with(vestibule, account, session.proof),
    }
}

/// The login state of an account in a session in which this was shown.
pub(crate) fn state_with(vestibule: &Vestibule, account: &Account, shown: SessionProof) -> LoginState {
    let proof = Proof { first_factor_at: shown.first_factor_at, second_factor_at: shown.second_factor_at };
    let visit = Visit::Known { person: person(vestibule, account), proof };
    login_state(&visit, &vestibule.0.policy, vestibule.now())
}

/// From when on this account must have a second factor that it lacks, while that is still ahead.
pub(crate) fn enrolment_ahead(vestibule: &Vestibule, account: &Account) -> Option<OffsetDateTime> {
    ahead(&person(vestibule, account), &vestibule.0.policy, vestibule.now())
}

fn person(vestibule: &Vestibule, account: &Account) -> Person {
    Person {
        email: account.email.clone(),
        email_confirmed: account.mailbox.is_proven(),
        password_update: account.password_update,
        missing_properties: missing(vestibule, account),
        organisations: account.organisations,
        second_factors: account.second_factors.clone(),
    }
}

/// The required properties that an account lacks, in the order of the form. A choice that is offered no more, or a text
/// that has become too long, counts as missing: the schema may have changed since.
fn missing(vestibule: &Vestibule, account: &Account) -> Vec<PropertyName> {
    let owed = vestibule.0.properties.iter().filter(|property| owes(account, property));
    owed.map(|property| property.name.clone()).collect()
}

/// Whether a property is required of an account that has no value of it, or none that fits any more.
pub(crate) fn owes(account: &Account, property: &Property) -> bool {
    let fits = || account.properties.get(&property.name).is_some_and(|value| property.fits(value));
    property.is_required_of(account.created_at) && !fits()
}

/// What the account has told of what is asked, as far as it still fits.
pub(crate) fn told(vestibule: &Vestibule, account: &Account) -> BTreeMap<PropertyName, String> {
    let value = |property: &Property| account.properties.get(&property.name).filter(|value| property.fits(value));
    let asked = vestibule.0.properties.iter();
    asked.filter_map(|property| Some((property.name.clone(), value(property)?.clone()))).collect()
}

/// Lets nobody through whose state has another page than `path`.
pub(crate) fn only_at<'v>(visitor: &'v Visitor, path: &str) -> Result<&'v Known, Response> {
    match &visitor.known {
        Some(known) if visitor.state.path() == path => Ok(known),
        _ => Err(see_other(visitor.state.path())),
    }
}

/// Lets nobody through who isn't logged in; whoever isn't comes back to this route afterwards.
pub(crate) fn logged_in<'v>(visitor: &'v Visitor, route: &str) -> Result<&'v Known, Response> {
    match (&visitor.known, &visitor.state) {
        (Some(known), LoginState::LoggedIn) => Ok(known),
        (_, LoginState::LoginRequired) => Err(to_log_in(&visitor.mount.at(route))),
        (_, state) => Err(see_other(state.path())),
    }
}

/// Lets those through who may do something sensitive once their last factor is fresh: whoever is logged in, and whoever
/// may give another address because the one they have isn't proven.
pub(crate) fn may_step_up<'v>(visitor: &'v Visitor, path: &str) -> Result<&'v Known, Response> {
    match (&visitor.known, &visitor.state) {
        (Some(known), LoginState::EmailNotConfirmedYet { .. }) => Ok(known),
        _ => logged_in(visitor, path),
    }
}

/// Lets nobody through whose last factor isn't fresh: what is sensitive asks for one again, and goes on from this route
/// (S-10).
pub(crate) fn fresh<'v>(vestibule: &Vestibule, visitor: &'v Visitor, route: &str) -> Result<&'v Known, Response> {
    let known = logged_in(visitor, route)?;
    is_fresh(vestibule, known, &vestibule.at(route)).map(|()| known)
}

/// Sends whoever's last factor isn't fresh to show one, and back to a path of the site.
pub(crate) fn is_fresh(vestibule: &Vestibule, known: &Known, path: &str) -> Result<(), Response> {
    let age = vestibule.now() - known.session.proof.fresh_at;
    if !age.is_negative() && age < FRESH {
        return Ok(());
    }
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("return_to", path).finish();
    Err(see_other(&format!("{}?{query}", vestibule_core::routes::STEP_UP)))
}

/// To the log-in, and back to a path of the site.
pub(crate) fn to_log_in(path: &str) -> Response {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("return_to", path).finish();
    see_other(&format!("{}?{query}", vestibule_core::routes::LOG_IN))
}
