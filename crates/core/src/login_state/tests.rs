//! The order as a table, and what must hold after any sequence of requests.

use proptest::prelude::*;
use time::{Duration, OffsetDateTime};

use super::{
    LoginState, PasswordUpdateReason, Person, Policy, Proof, PropertyName, SECOND_FACTOR_TIME, SecondFactor,
    SecondFactorPolicy, Step, Visit, enrolment_ahead, login_state,
};

const NOW: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;

fn strict() -> Policy {
    Policy { organisation_required: true, second_factor: SecondFactorPolicy::RequiredSince(NOW) }
}

/// Somebody who meets nothing that can be asked.
fn newcomer() -> Person {
    Person {
        email: "ada@example.org".parse().expect("well formed"),
        email_confirmed: false,
        password_update: Some(PasswordUpdateReason::Breach),
        missing_properties: vec![PropertyName("name".to_owned())],
        organisations: 0,
        second_factors: Vec::new(),
    }
}

fn known(person: Person) -> Visit {
    Visit::Known { person, proof: Proof::first_factor(NOW) }
}

/// One row a requirement: each row meets one more, and the state is the next that is unmet.
#[test]
fn requirements_are_asked_in_their_order() {
    let mut person = Person { second_factors: vec![SecondFactor::Totp], ..newcomer() };
    let mut proof = Proof::first_factor(NOW);
    let state =
        |person: &Person, proof| login_state(&Visit::Known { person: person.clone(), proof }, &strict(), NOW).name();

    assert_eq!(login_state(&Visit::Anonymous, &strict(), NOW).name(), "LoginRequired");
    assert_eq!(state(&person, proof), "TwoFactorRequired");
    proof.second_factor_at = Some(NOW);
    assert_eq!(state(&person, proof), "EmailNotConfirmedYet");
    person.email_confirmed = true;
    assert_eq!(state(&person, proof), "UpdatePasswordRequired");
    person.password_update = None;
    assert_eq!(state(&person, proof), "UserMissingRequiredProperties");
    person.missing_properties.clear();
    assert_eq!(state(&person, proof), "UserMustBeInAtLeastOneOrg");
    person.organisations = 1;
    assert_eq!(state(&person, proof), "LoggedIn");
    person.second_factors.clear();
    assert_eq!(state(&person, proof), "TwoFactorEnrollmentRequired");
}

#[test]
fn an_enrolment_is_ahead_until_its_day_and_only_for_those_who_lack_it() {
    let from = NOW + Duration::DAY;
    let policy = Policy { organisation_required: false, second_factor: SecondFactorPolicy::RequiredSince(from) };
    let enrolled = Person { second_factors: vec![SecondFactor::Totp], ..newcomer() };
    assert_eq!(enrolment_ahead(&newcomer(), &policy, NOW), Some(from));
    assert_eq!(enrolment_ahead(&newcomer(), &policy, from), None, "from then on it is a state");
    assert_eq!(enrolment_ahead(&enrolled, &policy, NOW), None);
    assert_eq!(enrolment_ahead(&newcomer(), &Policy::default(), NOW), None);
}

#[test]
fn every_state_has_a_page_of_its_own() {
    let email = newcomer().email;
    let states = [
        LoginState::LoginRequired,
        LoginState::TwoFactorRequired { factors: Vec::new(), ends_at: NOW },
        LoginState::EmailNotConfirmedYet { email },
        LoginState::UpdatePasswordRequired { reason: PasswordUpdateReason::Migration },
        LoginState::UserMissingRequiredProperties { missing: Vec::new() },
        LoginState::UserMustBeInAtLeastOneOrg,
        LoginState::TwoFactorEnrollmentRequired { since: NOW },
        LoginState::LoggedIn,
    ];
    let paths: std::collections::HashSet<_> = states.iter().map(LoginState::path).collect();
    assert_eq!(paths.len(), states.len());
}

#[test]
fn a_first_factor_does_not_wait_for_ever() {
    let visit = known(Person { second_factors: vec![SecondFactor::Passkey], ..newcomer() });
    let state = |age| login_state(&visit, &strict(), NOW + age).name();
    assert_eq!(state(SECOND_FACTOR_TIME - Duration::SECOND), "TwoFactorRequired");
    assert_eq!(state(SECOND_FACTOR_TIME), "LoginRequired");
}

#[test]
fn an_enrolment_is_asked_for_from_its_day_on() {
    let person = Person { email_confirmed: true, password_update: None, missing_properties: Vec::new(), ..newcomer() };
    let policy =
        Policy { organisation_required: false, second_factor: SecondFactorPolicy::RequiredSince(NOW + Duration::DAY) };
    let state = |now| login_state(&known(person.clone()), &policy, now).name();
    assert_eq!(state(NOW), "LoggedIn");
    assert_eq!(state(NOW + Duration::DAY), "TwoFactorEnrollmentRequired");
}

#[test]
fn the_walk_of_a_newcomer_meets_every_requirement_once() {
    let steps = [
        Step::FirstFactor(newcomer()),
        Step::ConfirmEmail,
        Step::UpdatePassword,
        Step::FillProperties(vec![PropertyName("name".to_owned())]),
        Step::EnterOrganisation,
        Step::EnrolSecondFactor(SecondFactor::Totp),
    ];
    let walk = |visit: Visit, step| visit.advance(step, &strict(), NOW);
    let visit = steps.into_iter().try_fold(Visit::Anonymous, walk).expect("each step answers its state");
    assert_eq!(login_state(&visit, &strict(), NOW), LoginState::LoggedIn);
    assert_eq!(visit.advance(Step::LogOut, &strict(), NOW), Ok(Visit::Anonymous));
}

#[test]
fn a_step_out_of_turn_is_refused_and_says_what_is_asked() {
    let refused =
        known(newcomer()).advance(Step::EnterOrganisation, &strict(), NOW).expect_err("the email comes first");
    assert_eq!(refused.to_string(), "this step is not possible in the state EmailNotConfirmedYet");
    let refused = Visit::Anonymous.advance(Step::SecondFactor, &strict(), NOW).expect_err("nobody is known");
    assert_eq!(refused.0, LoginState::LoginRequired);
}

/// What can happen between two looks at a visit: a request of the visitor, time, or an operator's demand.
#[derive(Debug, Clone)]
enum Event {
    Request(Step),
    Wait(Duration),
    DemandPassword,
    DemandConfirmation,
    LeaveOrganisations,
}

fn person() -> impl Strategy<Value = Person> {
    let factors = prop::collection::vec(prop_oneof![Just(SecondFactor::Totp), Just(SecondFactor::Passkey)], 0..2);
    let update = prop::option::of(Just(PasswordUpdateReason::Administrator));
    (any::<bool>(), update, 0..2_usize, 0..2_u32, factors).prop_map(
        |(email_confirmed, password_update, missing, organisations, second_factors)| Person {
            email_confirmed,
            password_update,
            missing_properties: vec![PropertyName("name".to_owned()); missing],
            organisations,
            second_factors,
            ..newcomer()
        },
    )
}

fn event() -> impl Strategy<Value = Event> {
    let step = prop_oneof![
        person().prop_map(Step::FirstFactor),
        Just(Step::SecondFactor),
        Just(Step::ConfirmEmail),
        Just(Step::UpdatePassword),
        prop::bool::ANY.prop_map(|right| Step::FillProperties(vec![PropertyName(
            if right { "name" } else { "other" }.to_owned()
        )])),
        Just(Step::EnterOrganisation),
        Just(Step::EnrolSecondFactor(SecondFactor::Totp)),
        Just(Step::LogOut),
    ];
    prop_oneof![
        8 => step.prop_map(Event::Request),
        1 => (0..900_i64).prop_map(|seconds| Event::Wait(Duration::seconds(seconds))),
        1 => Just(Event::DemandPassword),
        1 => Just(Event::DemandConfirmation),
        1 => Just(Event::LeaveOrganisations),
    ]
}

fn happen(visit: Visit, event: Event, policy: &Policy, now: &mut OffsetDateTime) -> Visit {
    match (event, visit) {
        (Event::Wait(time), visit) => {
            *now += time;
            visit
        }
        (Event::Request(step), visit) => visit.clone().advance(step, policy, *now).unwrap_or(visit),
        (_, Visit::Anonymous) => Visit::Anonymous,
        (change, Visit::Known { mut person, proof }) => {
            match change {
                Event::DemandPassword => person.password_update = Some(PasswordUpdateReason::Breach),
                Event::DemandConfirmation => person.email_confirmed = false,
                _ => person.organisations = 0,
            }
            Visit::Known { person, proof }
        }
    }
}

/// The requirements again, in no order and by other means than the function under test.
fn meets_everything(visit: &Visit, policy: &Policy, now: OffsetDateTime) -> bool {
    let Visit::Known { person, proof } = visit else { return false };
    let enrolment = match policy.second_factor {
        SecondFactorPolicy::Optional => true,
        SecondFactorPolicy::RequiredSince(since) => now < since || !person.second_factors.is_empty(),
    };
    let organisation = person.organisations > 0 || !policy.organisation_required;
    let second_factor = person.second_factors.is_empty() || proof.second_factor_at.is_some();
    second_factor
        && person.email_confirmed
        && person.password_update.is_none()
        && person.missing_properties.is_empty()
        && organisation
        && enrolment
}

proptest! {
    #[test]
    fn no_sequence_of_requests_reaches_logged_in_with_a_requirement_unmet(
        events in prop::collection::vec(event(), 0..40),
        organisation_required: bool,
        required_in in prop::option::of(-60..900_i64),
    ) {
        let second_factor = required_in.map_or(SecondFactorPolicy::Optional, |seconds| SecondFactorPolicy::RequiredSince(NOW + Duration::seconds(seconds)));
        let policy = Policy { organisation_required, second_factor };
        let (mut visit, mut now) = (Visit::Anonymous, NOW);
        for event in events {
            visit = happen(visit, event, &policy, &mut now);
            let is_logged_in = login_state(&visit, &policy, now) == LoginState::LoggedIn;
            prop_assert_eq!(is_logged_in, meets_everything(&visit, &policy, now));
        }
    }
}
