//! Accounts whose mailbox is proven late, or again: whose they are, and what the proof takes away.

use std::time::Duration;

use vestibule_testing::Clock;

use crate::{
    house::{House, path_of, session_of},
    second_factors::enrolled,
};

/// What the mails say.
const WAY_IN: &str = "way in";

#[tokio::test]
async fn l_10_a_mailed_link_makes_an_unproven_account_its_readers() {
    let house = House::open().await;
    let person = house.person().await;
    assert!(house.server.run(&["demand", &person.email, "unproven-email"]).await.status.success());
    let stranger = format!("stranger-{}", person.email);
    let form = person.browser.form("/confirm-email/change", "change-email").await;
    assert_eq!(person.browser.submit(&form.fill("email", &stranger)).await.status, 200);
    let waiting = house.mail(&stranger, "Until you confirm it").await;

    let reader = person.elsewhere(house.browser());
    reader.ask_for_log_in_mail().await;
    let mail = house.mail(&person.email, WAY_IN).await;
    let answer = reader.press(&mail.link(), "email-link").await;
    assert!(session_of(&answer).is_some() && reader.is_logged_in().await);
    assert_eq!(answer.location().as_deref(), Some("/account?notice=password-gone"), "its reader is told");
    assert!(reader.browser.follow(answer).await.text().contains("the old password no longer works"));
    assert!(!person.is_logged_in().await, "who was logged in before is not");
    assert_eq!(person.elsewhere(house.browser()).log_in().await.status, 422, "the password of before is gone");
    let late = house.browser().open(&path_of(&waiting, &house.server)).await;
    assert_eq!(late.status, 410, "a mail of before moves the account nowhere");
}

#[tokio::test]
async fn l_10_a_link_that_confirms_elsewhere_leaves_nothing_to_who_was_there() {
    let house = House::open().await;
    let person = house.person().await;
    person.log_out().await;
    assert!(house.server.run(&["demand", &person.email, "unproven-email"]).await.status.success());
    assert_eq!(person.log_in().await.location().as_deref(), Some("/confirm-email"));
    let mail = house.mail(&person.email, "to go on in").await;
    let reader = house.browser();
    let form = reader.form(&path_of(&mail, &house.server), "email-link").await;
    let answer = reader.submit(&form).await;
    assert_eq!((answer.location().as_deref(), session_of(&answer)), (Some("/login?notice=password-gone"), None));
    let page = reader.follow(answer).await;
    assert!(page.text().contains("the old password no longer works"), "its reader is told: {}", page.text());
    assert!(
        page.elements().iter().any(|link| link.is("data-name", "set-password") && link.is("href", "/forgot-password"))
    );
    assert!(!person.is_logged_in().await, "whose session waited for it gets nothing");
    assert_eq!(person.elsewhere(house.browser()).log_in().await.status, 422, "nor does their password");
}

#[tokio::test]
async fn l_10_a_reset_leaves_no_authenticator_of_a_stranger() {
    let own = enrolled().await;
    assert!(own.house.server.run(&["demand", &own.person.email, "unproven-email"]).await.status.success());
    let reader = own.person.elsewhere(own.house.browser());
    reader.forget_password().await;
    let mail = own.house.mail(&own.person.email, "set a new password").await;
    let answer = reader.reset_password(&mail, "copper lantern quiet moss").await;
    assert!(session_of(&answer).is_some());
    assert!(reader.is_logged_in().await, "{:?}", answer.location());
}

#[tokio::test]
async fn m_08_a_proof_that_is_asked_for_again_takes_no_factor_away() {
    let own = enrolled().await;
    assert!(own.house.server.run(&["demand", &own.person.email, "confirmed-email"]).await.status.success());
    let reader = own.person.elsewhere(own.house.browser());
    reader.ask_for_log_in_mail().await;
    let mail = own.house.mail(&own.person.email, WAY_IN).await;
    let answer = reader.press(&mail.link(), "email-link").await;
    assert_eq!(answer.location().as_deref(), Some("/second-factor"), "{}", answer.text());
    let again = own.person.elsewhere(own.house.browser()).log_in().await;
    assert_eq!(again.location().as_deref(), Some("/second-factor"), "the password still counts");
}

#[tokio::test]
async fn s_10_another_address_before_the_proof_asks_for_a_fresh_factor() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    assert!(house.server.run(&["demand", &person.email, "confirmed-email"]).await.status.success());
    let form = person.browser.form("/confirm-email/change", "change-email").await;
    clock.advance(Duration::from_mins(11));
    let step_up = "/step-up?return_to=%2Fconfirm-email%2Fchange";
    let answer = person.browser.submit(&form.fill("email", "else@example.org")).await;
    assert_eq!(answer.location().as_deref(), Some(step_up));
    assert_eq!(house.mailbox.count("else@example.org"), 0, "nothing was sent");
    let form = person.browser.form(step_up, "step-up").await.fill("password", &person.password);
    assert_eq!(person.browser.submit(&form).await.location().as_deref(), Some("/confirm-email/change"));
    assert_eq!(person.browser.get("/confirm-email/change").await.status, 200);
}
