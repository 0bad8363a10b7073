//! There is no way around the second factor, and none to change it without showing one.

use std::time::Duration;

use vestibule_testing::Clock;

use super::enrolled;
use crate::{
    database::Database,
    house::{House, session_of},
};

#[tokio::test]
async fn m_08_a_mailed_link_and_a_reset_end_at_the_second_factor() {
    let own = enrolled().await;
    let person = own.person.elsewhere(own.house.browser());
    person.ask_for_log_in_mail().await;
    let mail = own.house.mail(&own.person.email, "way in").await;
    let answer = person.press(&mail.link(), "email-link").await;
    assert_eq!(answer.location().as_deref(), Some("/second-factor"), "the link: {}", answer.text());
    assert_eq!(person.browser.get("/account").await.location().as_deref(), Some("/second-factor"));

    let person = own.person.elsewhere(own.house.browser());
    person.ask_for_log_in_mail().await;
    let code = own.house.mail(&own.person.email, "way in").await.code();
    let form = person.browser.form("/login/email/sent", "code").await;
    let answer = person.browser.submit(&form.fill("code", &code)).await;
    assert_eq!(answer.location().as_deref(), Some("/second-factor"), "the code: {}", answer.text());

    let person = own.person.elsewhere(own.house.browser());
    own.clock.advance(Duration::from_mins(40));
    person.forget_password().await;
    let mail = own.house.mail(&own.person.email, "set a new password").await;
    let answer = person.reset_password(&mail, "copper lantern quiet moss").await;
    assert_eq!(answer.location().as_deref(), Some("/second-factor"), "the reset: {}", answer.text());
    assert_eq!(person.browser.get("/").await.location().as_deref(), Some("/second-factor"));
}

#[tokio::test]
async fn m_09_changing_it_asks_for_a_fresh_factor_and_tells_the_owner() {
    let own = enrolled().await;
    let browser = &own.person.browser;
    let form = browser.form("/account/second-factor", "off").await;
    own.clock.advance(Duration::from_mins(11));
    for path in ["/enrol-second-factor", "/account/email", "/account/password"] {
        let answer = browser.get(path).await;
        assert!(answer.location().is_some_and(|to| to.starts_with("/step-up?return_to=")), "{path}: {answer:?}");
    }
    let stale = browser.submit(&form).await;
    assert!(stale.location().is_some_and(|to| to.starts_with("/step-up?")), "{stale:?}");
    assert_eq!(own.half_logged_in().await.browser.get("/").await.status, 303, "it is still on");

    let step_up = browser.form("/step-up?return_to=%2Faccount%2Fsecond-factor", "step-up").await;
    assert_eq!(browser.submit(&step_up.clone().fill("code", "000000")).await.status, 422);
    let before = browser.cookie("session");
    let answer = browser.submit(&step_up.fill("code", &own.app.next_code(&own.clock))).await;
    assert_eq!(answer.location().as_deref(), Some("/account/second-factor"), "{}", answer.text());
    assert_ne!(browser.cookie("session"), before, "another session (S-03)");
    let answer = browser.submit(&browser.form("/account/second-factor", "off").await).await;
    assert_eq!(answer.location().as_deref(), Some("/account?notice=second-factor-off"), "{}", answer.text());
    own.house.mail(&own.person.email, "log-in is off").await;
    let person = own.person.elsewhere(own.house.browser());
    assert_eq!(person.log_in().await.location().as_deref(), Some("/"), "it is off");
}

#[tokio::test]
async fn m_10_a_policy_confines_everybody_to_the_enrolment() {
    let clock = Clock::new();
    let soon = time::OffsetDateTime::from(clock.now()) + time::Duration::minutes(30);
    let soon = format!(
        "{}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        soon.year(),
        u8::from(soon.month()),
        soon.day(),
        soon.hour(),
        soon.minute(),
        soon.second()
    );
    let house = House::with(|server| server.clock(&clock).set("second_factor_required_since", &soon)).await;
    let person = house.person().await;
    assert_eq!(person.browser.get("/account").await.status, 200, "not yet");
    clock.advance(Duration::from_mins(31));
    for path in ["/", "/account", "/account/email", "/account/password", "/account/sessions", "/choose-org", "/step-up"]
    {
        let answer = person.browser.get(path).await;
        assert_eq!(answer.location().as_deref(), Some("/enrol-second-factor"), "{path}");
    }
    let (app, _) = person.enrol(&clock).await;
    assert!(person.is_logged_in().await);
    assert!(
        person.browser.open("/account/second-factor").await.elements().iter().all(|form| !form.is("data-name", "off"))
    );
    let again = person.elsewhere(house.browser());
    assert_eq!(again.log_in().await.location().as_deref(), Some("/second-factor"));
    assert!(session_of(&again.second_factor(&app.next_code(&clock)).await).is_some());
}

#[tokio::test]
async fn m_09_an_operator_turns_it_off_for_its_owner_who_is_told() {
    let own = enrolled().await;
    let run = own.house.server.run(&["forget-second-factor", &own.person.email]).await;
    assert!(run.status.success(), "{}", run.stderr);
    assert!(!own.person.is_logged_in().await, "every session ends");
    own.house.mail(&own.person.email, "log-in is off").await;
    assert_eq!(own.person.log_in().await.location().as_deref(), Some("/"));
    let again = own.house.server.run(&["forget-second-factor", &own.person.email]).await;
    assert!(!again.status.success(), "once");
}

#[tokio::test]
async fn m_09_a_mailed_code_that_did_not_come_is_sent_again() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let mut database = Database::of(&house.server).await;
    database.run("UPDATE accounts SET password_hash = NULL").await;
    database.close().await;
    let (browser, here) = (&person.browser, "/step-up?return_to=%2Faccount%2Fpassword");
    let ask = browser.form(here, "step-up").await;
    let answer = browser.submit(&ask).await;
    assert_eq!(answer.location().as_deref(), Some(here), "{}", answer.text());
    let first = house.mail(&person.email, "way in").await;
    let page = browser.get(here).await;
    let soon = browser.submit(&page.form("resend")).await;
    assert_eq!((soon.status, soon.header("retry-after").is_some()), (429, true));
    assert_eq!(soon.screen().as_deref(), Some("step-up"));
    clock.advance(Duration::from_secs(31));
    let answer = browser.submit(&page.form("resend")).await;
    let to = answer.location().unwrap_or_else(|| panic!("{}", answer.text()));
    let page = browser.get(&to).await;
    assert!(page.text().contains("sent another email"), "{to}: {}", page.text());
    let second = house.mail(&person.email, "way in").await;
    assert_ne!(first.code(), second.code());
    let answer = browser.submit(&page.form("step-up").fill("code", &second.code())).await;
    assert_eq!(answer.location().as_deref(), Some("/account/password"), "{}", answer.text());
}
