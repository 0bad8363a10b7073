//! Two spaces of one server at a time: what happens in one touches nobody in the other.

use std::time::Duration;

use vestibule_testing::{Control, Failing, Server};

use crate::{server, state_of};

const LONG: Duration = Duration::from_secs(600);

fn two(server: &Server) -> [Control; 2] {
    ["left", "right"].map(|name| server.control().space(name))
}

#[tokio::test]
async fn clocks_and_people_are_a_space_s_own() {
    let server = server().await;
    let [left, right] = two(&server);
    let (ada, grace) = tokio::join!(left.person("LoggedIn").make(), right.person("LoggedIn").make());
    assert!(ada.email.ends_with("@left.example") && grace.email.ends_with("@right.example"), "{}", ada.email);
    left.advance(Duration::from_secs(2 * 60 * 60)).await;
    let states = tokio::join!(state_of(&ada.browser), state_of(&grace.browser));
    assert_eq!((states.0.as_str(), states.1.as_str()), ("LoginRequired", "LoggedIn"));
    let nobodys = server.control().person("LoggedIn").make().await;
    assert_eq!(state_of(&nobodys.browser).await, "LoggedIn", "whoever names no space is in none of them");
    left.reset_clock().await;
    assert_eq!(state_of(&grace.browser).await, "LoggedIn");
}

#[tokio::test]
async fn limits_are_a_space_s_own() {
    let server = server().await;
    let [left, right] = two(&server);
    let ada = left.person("LoginRequired").make().await;
    let elsewhere = ada.elsewhere(right.client());
    let lock_out = async || while ada.log_in_with("not the right one at all").await.status != 429 {};
    lock_out().await;
    assert_eq!(elsewhere.log_in_with("not the right one either").await.status, 422, "counted apart");
    right.reset_limits().await;
    assert_eq!(ada.log_in().await.status, 429, "the other's reset frees nobody here");
    assert_eq!(elsewhere.log_in().await.status, 303);
}

#[tokio::test]
async fn failures_are_a_space_s_own() {
    let server = server().await;
    let [left, right] = two(&server);
    let (ada, grace) = tokio::join!(left.person("LoggedIn").make(), right.person("LoggedIn").make());
    left.fail(Failing::Database, LONG).await;
    let statuses = tokio::join!(ada.browser.get("/"), grace.browser.get("/"));
    assert_eq!((statuses.0.status, statuses.1.status), (503, 200));
    right.stop_failing().await;
    assert_eq!(ada.browser.get("/").await.status, 503, "only who asked for it can end it");
    left.stop_failing().await;

    left.fail(Failing::Mail, LONG).await;
    let (ada, grace) = (ada.elsewhere(left.client()), grace.elsewhere(right.client()));
    tokio::join!(ada.ask_for_log_in_mail(), grace.ask_for_log_in_mail());
    right.mail(&grace.email).await;
    assert_eq!(left.newest_mail(&ada.email).await, None);
    left.stop_failing().await;
    left.mail(&ada.email).await;
}

#[tokio::test]
async fn a_space_ahead_of_all_others_gets_its_mail() {
    let server = server().await;
    let [left, right] = two(&server);
    let (ada, grace) = tokio::join!(left.person("LoginRequired").make(), right.person("LoginRequired").make());
    left.advance(48 * Duration::from_secs(60 * 60)).await;
    tokio::join!(ada.ask_for_log_in_mail(), grace.ask_for_log_in_mail());
    tokio::join!(left.mail(&ada.email), right.mail(&grace.email));

    // What was put off by a clock far ahead comes all the same once that clock is back.
    left.fail(Failing::Mail, LONG).await;
    ada.elsewhere(left.client()).forget_password().await;
    server.wait_for_log("put off").await;
    left.reset_clock().await;
    left.stop_failing().await;
    left.mail(&ada.email).await;
}

#[tokio::test]
async fn the_database_of_those_without_a_space_holds_up_no_other_s_mail() {
    let server = server().await;
    let [left, _] = two(&server);
    let ada = left.person("LoginRequired").make().await;
    server.control().fail(Failing::Database, LONG).await;
    assert_eq!(ada.ask_for_log_in_mail().await.status, 303);
    left.mail(&ada.email).await;
}

#[tokio::test]
async fn mails_are_a_space_s_own() {
    let server = server().await;
    let [left, right] = two(&server);
    let ada = left.person("LoginRequired").make().await;
    ada.ask_for_log_in_mail().await;
    left.mail(&ada.email).await;
    assert_eq!(right.newest_mail(&ada.email).await, None);
    // What an operator's command writes belongs to whom it is written to.
    let made = server.run(&["org", "Acme"]).await;
    assert!(made.status.success(), "{}", made.stderr);
    let invited = server.run(&["invite", &ada.email, "Acme"]).await;
    assert!(invited.status.success(), "{}", invited.stderr);
    let letter = left.mail(&ada.email).await;
    assert!(letter.subject.contains("Acme"), "{}", letter.subject);
}
