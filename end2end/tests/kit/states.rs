//! Every login state is really reached, and none is claimed that isn't so.

use vestibule_testing::{Control, Server};

use crate::{server, server_with, state_of};

const SCHEMA: &str = r#"
[[property]]
name = "name"
label = "Your name"
required = true
[[property]]
name = "team"
label = "People"
kind = "number"
min = 2
max = 9
required = true
[[property]]
name = "terms"
label = "The terms"
kind = "terms"
url = "https://example.org/terms"
required = true
[[property]]
name = "about"
label = "About you"
"#;

/// A server that asks for everything.
async fn strict() -> Server {
    server_with(|server| {
        server
            .file("properties", SCHEMA)
            .set("organisation_required", "true")
            .set("second_factor_required_since", "2020-01-01T00:00:00Z")
    })
    .await
}

/// Somebody in a state is there: scripts are told so, and a page leads to what the state asks for.
async fn check(control: &Control, state: &str, page: &str) {
    let somebody = control.person(state).make().await;
    assert_eq!(state_of(&somebody.browser).await, state);
    let answer = somebody.browser.get("/").await;
    if state == "LoggedIn" {
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert!(answer.text().contains(&somebody.email), "{}", answer.text());
    } else {
        assert_eq!((answer.status, answer.location().as_deref()), (303, Some(page)), "{state}");
        assert_eq!(somebody.browser.open("/").await.status, 200, "{state}");
    }
}

#[tokio::test]
async fn every_state_is_reached() {
    let server = strict().await;
    let control = server.control();
    for (state, page) in [
        ("LoginRequired", "/login"),
        ("TwoFactorRequired", "/second-factor"),
        ("EmailNotConfirmedYet", "/confirm-email"),
        ("UpdatePasswordRequired", "/update-password"),
        ("UserMissingRequiredProperties", "/properties"),
        ("UserMustBeInAtLeastOneOrg", "/choose-org"),
        ("TwoFactorEnrollmentRequired", "/enrol-second-factor"),
        ("LoggedIn", "/"),
    ] {
        check(&control, state, page).await;
    }
}

#[tokio::test]
async fn states_that_ask_for_nothing_special_are_reached_by_default() {
    let server = server_with(|server| server.set("mount", "/auth")).await;
    let control = server.control();
    for (state, page) in [
        ("LoginRequired", "/auth/login"),
        ("TwoFactorRequired", "/auth/second-factor"),
        ("EmailNotConfirmedYet", "/auth/confirm-email"),
        ("UpdatePasswordRequired", "/auth/update-password"),
        ("LoggedIn", "/"),
    ] {
        let somebody = control.person(state).make().await;
        let told = somebody.browser.get("/auth/session").await.text();
        assert!(told.contains(&format!("\"state\":\"{state}\"")), "{told}");
        let answer = somebody.browser.get("/").await;
        let expected = (state != "LoggedIn").then_some(page);
        assert_eq!(answer.location().as_deref(), expected, "{state}");
    }
}

/// A refusal of what can't be had says what it would take, and leaves nobody behind.
async fn refused(control: &Control, state: &str, real: &str) {
    let address = format!("{}@example.org", state.to_lowercase());
    let answer = control.person(state).email(&address).ask().await;
    assert_eq!(answer.status, 422, "{state}: {}", answer.text());
    let text = answer.text();
    assert!(text.contains(state) && text.contains(real) && !text.contains("storage_state"), "{text}");
    let after = control.person("LoggedIn").email(&address).ask().await;
    assert_eq!(after.status, 201, "{}", after.text());
}

#[tokio::test]
async fn a_state_that_the_policy_knows_no_way_to_is_refused() {
    let server = server().await;
    let control = server.control();
    refused(&control, "UserMissingRequiredProperties", "LoggedIn").await;
    refused(&control, "UserMustBeInAtLeastOneOrg", "LoggedIn").await;
    refused(&control, "TwoFactorEnrollmentRequired", "LoggedIn").await;
}

#[tokio::test]
async fn a_state_that_the_wish_itself_contradicts_is_refused() {
    let server = strict().await;
    let control = server.control();
    let told = [
        (control.person("LoggedIn").second_factor(false), "TwoFactorEnrollmentRequired"),
        (control.person("TwoFactorRequired").second_factor(false), "TwoFactorEnrollmentRequired"),
        (control.person("UserMustBeInAtLeastOneOrg").org("Acme"), "TwoFactorEnrollmentRequired"),
        (control.person("TwoFactorEnrollmentRequired").second_factor(true), "LoggedIn"),
    ];
    for (wanted, real) in told {
        let answer = wanted.ask().await;
        assert_eq!(answer.status, 422, "{}", answer.text());
        assert!(answer.text().contains(&format!("in the state {real}")), "{}", answer.text());
    }
}
