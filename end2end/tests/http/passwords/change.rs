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

/// Two hundred of the list, taken by chance.
const LEAKED: &str = include_str!("leaked.txt");

#[tokio::test]
async fn p_05_two_hundred_leaked_passwords_are_refused_wherever_one_is_chosen() {
    let house = House::open().await;
    let person = house.person().await;
    let browser = house.browser();
    let sign_up = browser.form("/signup", "sign-up").await.fill("email", "grace@example.org");
    let change = person.browser.form("/account/password", "change-password").await;
    let reader = person.elsewhere(house.browser());
    reader.forget_password().await;
    let mail = house.mail(&person.email, "asked to set a new password").await;
    let reset = reader.browser.form(&crate::house::path_of(&mail, &house.server), "reset-password").await;
    assert_eq!(LEAKED.lines().count(), 200);
    for (at, password) in LEAKED.lines().enumerate() {
        let answer = browser.submit(&sign_up.clone().fill("password", password)).await;
        assert_eq!(answer.status, 422, "signing up with {password}");
        let answer = reader.browser.submit(&reset.clone().fill("password", password)).await;
        assert_eq!(answer.status, 422, "resetting to {password}");
        // The present password is compared first, which takes its time.
        if at % 20 == 0 {
            let change = change.clone().fill("current", &person.password).fill("password", password);
            let answer = person.browser.submit(&change).await;
            assert_eq!(answer.status, 422, "changing to {password}");
            assert!(answer.text().contains("data leak"), "{}", answer.text());
        }
    }
}
