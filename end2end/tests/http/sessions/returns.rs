//! Where somebody wanted to go, however they log in; and what of it is left to the next one at the same browser.

use std::time::Duration;

use vestibule_testing::Clock;

use crate::house::{House, session_of};

const WANTED: &str = "/account/sessions";
const LOG_IN: &str = "/login?return_to=%2Faccount%2Fsessions";

#[tokio::test]
async fn s_04_every_way_in_leads_to_the_page_that_was_wanted() {
    let house = House::open().await;
    let person = house.person().await;

    let by_mail = person.elsewhere(house.browser());
    assert_eq!(by_mail.browser.get(WANTED).await.location().as_deref(), Some(LOG_IN));
    by_mail.browser.get(LOG_IN).await;
    by_mail.ask_for_log_in_mail().await;
    let mail = house.mail(&person.email, "way in").await;
    let form = by_mail.browser.form("/login/email/sent", "code").await.fill("code", &mail.code());
    assert_eq!(by_mail.browser.submit(&form).await.location().as_deref(), Some(WANTED), "by mail");

    let forgetful = person.elsewhere(house.browser());
    forgetful.browser.get(LOG_IN).await;
    forgetful.forget_password().await;
    let mail = house.mail(&person.email, "set a new password").await;
    let answer = forgetful.reset_password(&mail, "copper lantern quiet moss").await;
    assert_eq!(answer.location().as_deref(), Some(WANTED), "by a new password");

    let newcomer = house.stranger();
    newcomer.browser.get(LOG_IN).await;
    newcomer.sign_up().await;
    let answer = newcomer.confirm_by_code(&house.mailbox).await;
    assert_eq!(answer.location().as_deref(), Some(WANTED), "by a new account");
}

#[tokio::test]
async fn s_04_a_step_that_is_asked_for_in_the_middle_leads_back() {
    let house = House::open().await;
    let person = house.person().await;
    assert!(house.server.run(&["demand", &person.email, "new-password"]).await.status.success());
    assert_eq!(person.browser.get("/?tab=2").await.location().as_deref(), Some("/update-password"));
    let form = person.browser.form("/update-password", "update-password").await;
    let answer = person.browser.submit(&form.fill("password", "copper lantern quiet moss")).await;
    assert_eq!(answer.location().as_deref(), Some("/?tab=2"), "{}", answer.text());
}

#[tokio::test]
async fn s_11_logging_out_leaves_nothing_for_the_next_one() {
    let house = House::open().await;
    let person = house.person().await;
    person.browser.get(LOG_IN).await;
    person.log_out().await;
    person.ask_for_log_in_mail().await;
    for name in ["session", "return_to", "invitation", "link", "sign_up"] {
        assert_eq!(person.browser.cookie(name), None, "{name}");
    }
    assert!(person.browser.cookie("challenge").is_some(), "what was asked for since then stays");
    let next = house.person().await;
    let next = next.elsewhere(person.browser);
    assert_eq!(next.log_in().await.location().as_deref(), Some("/"));
}

#[tokio::test]
async fn e_04_whoever_asks_again_as_the_page_says_is_never_refused() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let known = house.person().await;
    clock.advance(Duration::from_hours(1));
    for person in [known.elsewhere(house.browser()), house.stranger()] {
        person.ask_for_log_in_mail().await;
        for seconds in [30, 60, 120, 300, 300, 300] {
            clock.advance(Duration::from_secs(seconds));
            let form = person.browser.form("/login/email/sent", "resend").await;
            let answer = person.browser.submit(&form).await;
            assert_eq!(answer.status, 303, "after {seconds} seconds: {}", answer.text());
        }
        let page = person.browser.get("/login/email").await;
        assert_eq!(page.form("email-log-in").value("email"), Some(person.email.as_str()), "to be mended, not typed");
        assert_eq!(session_of(&page), None);
    }
}
