//! Devices that are remembered in place of the second factor.

use std::time::Duration;

use super::enrolled;
use crate::house::session_of;

#[tokio::test]
async fn m_11_a_remembered_device_stands_in_for_its_owner_alone() {
    let own = enrolled().await;
    let person = own.half_logged_in().await;
    let form = person.browser.form("/second-factor", "second-factor").await;
    let form = form.fill("code", &own.app.next_code(&own.clock)).with("remember", "on");
    assert!(session_of(&person.browser.submit(&form).await).is_some());
    person.log_out().await;
    assert_eq!(person.log_in().await.location().as_deref(), Some("/"), "remembered");

    let grace = own.house.person().await;
    grace.enrol(&own.clock).await;
    let thief = grace.elsewhere(own.house.browser());
    thief.browser.set_cookie("device", &person.browser.cookie("device").expect("a cookie"));
    assert_eq!(thief.log_in().await.location().as_deref(), Some("/second-factor"), "not for another account");

    let list = person.browser.open("/account/sessions").await;
    let forget = list.form("forget");
    assert_eq!(person.browser.submit(&forget).await.status, 303);
    person.log_out().await;
    assert_eq!(person.log_in().await.location().as_deref(), Some("/second-factor"), "forgotten");
}

#[tokio::test]
async fn m_11_it_ends_after_thirty_days_and_with_the_password() {
    let own = enrolled().await;
    let remember = async || {
        let person = own.half_logged_in().await;
        let form = person.browser.form("/second-factor", "second-factor").await;
        let form = form.fill("code", &own.app.next_code(&own.clock)).with("remember", "on");
        assert!(session_of(&person.browser.submit(&form).await).is_some());
        person
    };
    let person = remember().await;
    own.clock.advance(Duration::from_hours(24 * 30));
    assert_eq!(person.log_in().await.location().as_deref(), Some("/second-factor"), "after thirty days");

    let mut person = remember().await;
    let form = person.browser.form("/account/password", "change-password").await;
    let form = form.fill("current", &person.password).fill("password", "copper lantern quiet moss");
    assert_eq!(person.browser.submit(&form).await.status, 303);
    "copper lantern quiet moss".clone_into(&mut person.password);
    person.log_out().await;
    assert_eq!(person.log_in().await.location().as_deref(), Some("/second-factor"), "after a change of password");
}
