//! Changing a password, and being asked to.

use std::time::Duration;

use vestibule_testing::Clock;

use crate::house::{House, session_of};

const NEW: &str = "copper lantern quiet moss";

#[tokio::test]
async fn p_07_changing_a_password_needs_the_present_one() {
    let house = House::open().await;
    let person = house.person().await;
    let form = person.browser.form("/account/password", "change-password").await.fill("password", NEW);
    for (current, status) in [("", 422), ("velvet otter and nothing else", 422)] {
        let answer = person.browser.submit(&form.clone().fill("current", current)).await;
        assert_eq!(answer.status, status, "{current:?}");
    }
    assert_eq!(person.browser.submit(&form.clone().without("current")).await.status, 422, "left out");
    let phone = person.elsewhere(house.browser());
    assert!(session_of(&phone.log_in().await).is_some(), "the password is as it was");
    let same = form.clone().fill("current", &person.password).fill("password", &person.password);
    assert_eq!(person.browser.submit(&same).await.status, 422, "the one that it was");
    let answer = person.browser.submit(&form.fill("current", &person.password)).await;
    assert_eq!(answer.location().as_deref(), Some("/account?notice=password"), "{}", answer.text());
    assert!(person.is_logged_in().await && !phone.is_logged_in().await, "other sessions end (S-06)");
    house.mail(&person.email, "password was changed").await;
    assert!(session_of(&person.elsewhere(house.browser()).log_in_with(NEW).await).is_some());
}

#[tokio::test]
async fn r_03_the_present_password_is_guessed_no_more_often_than_at_the_log_in() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let form = person.browser.form("/account/password", "change-password").await.fill("password", NEW);
    let mut statuses = Vec::new();
    for guess in 0..3 {
        let wrong = format!("velvet otter guess {guess}");
        statuses.push(person.browser.submit(&form.clone().fill("current", &wrong)).await.status);
        statuses.push(person.elsewhere(house.browser()).log_in_with(&wrong).await.status);
    }
    assert_eq!(statuses, [422, 422, 422, 422, 422, 429]);
    clock.advance(Duration::from_mins(6));
    assert_eq!(person.browser.submit(&form.fill("current", &person.password)).await.status, 303);
}

#[tokio::test]
async fn l_04_a_demanded_password_stands_before_everything_else() {
    let house = House::open().await;
    let person = house.person().await;
    let run = house.server.run(&["demand", &person.email, "new-password", "--because", "breach"]).await;
    assert!(run.status.success(), "{}", run.stderr);
    for path in ["/", "/account", "/account/password", "/choose-org", "/enrol-second-factor"] {
        assert_eq!(person.browser.get(path).await.location().as_deref(), Some("/update-password"), "{path}");
    }
    let page = person.browser.get("/update-password").await;
    let form = page.form("update-password");
    assert_eq!(person.browser.submit(&form.clone().fill("password", "short")).await.status, 422);
    assert_eq!(person.browser.submit(&form.clone().fill("password", &person.password)).await.status, 422, "the same");
    let phone = person.elsewhere(house.browser());
    phone.log_in().await;
    assert_eq!(person.browser.submit(&form.fill("password", NEW)).await.location().as_deref(), Some("/"));
    assert!(person.is_logged_in().await);
    assert_eq!(phone.browser.get("/update-password").await.location().as_deref(), Some("/login"), "others are out");
}
