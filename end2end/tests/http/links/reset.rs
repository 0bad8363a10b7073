//! A forgotten password: once, within its time, and with everybody else logged out.

use std::time::Duration;

use vestibule_testing::Clock;

use super::once::CROWD;
use crate::{
    crowd::{Shot, at_once},
    house::{House, path_of, rounds, session_of},
};

const ASKED: &str = "asked to set a new password";
const NEW: &str = "copper lantern quiet moss";

#[tokio::test]
async fn l_11_a_reset_ends_every_other_session_and_tells_the_owner() {
    let house = House::open().await;
    let person = house.person().await;
    let phone = person.elsewhere(house.browser());
    assert!(session_of(&phone.log_in().await).is_some());
    let reader = person.elsewhere(house.browser());
    assert_eq!(reader.forget_password().await.location().as_deref(), Some("/forgot-password/sent"));
    let mail = house.mail(&person.email, ASKED).await;
    let answer = reader.reset_password(&mail, NEW).await;
    assert!(session_of(&answer).is_some() && reader.is_logged_in().await, "{}", answer.text());
    for other in [&person, &phone] {
        assert!(!other.is_logged_in().await);
    }
    house.mail(&person.email, "password was changed").await;
    assert_eq!(person.elsewhere(house.browser()).log_in().await.status, 422, "the old password");
    let answer = person.elsewhere(house.browser()).log_in_with(NEW).await;
    assert!(session_of(&answer).is_some(), "the new password");
}

#[tokio::test]
async fn l_02_a_reset_link_works_once_and_ends_the_others() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let reader = person.elsewhere(house.browser());
    let mut mails = Vec::new();
    for _ in 0..3 {
        clock.advance(Duration::from_mins(10));
        reader.forget_password().await;
        mails.push(house.mail(&person.email, ASKED).await);
    }
    assert!(session_of(&reader.reset_password(&mails[2], NEW).await).is_some());
    for mail in &mails {
        let stranger = house.browser();
        assert_eq!(stranger.open(&path_of(mail, &house.server)).await.status, 410);
    }
}

#[tokio::test]
async fn l_03_one_reset_link_pressed_two_hundred_times_resets_once() {
    for round in 0..rounds(50) {
        let house = House::open().await;
        let person = house.person().await;
        let reader = person.elsewhere(house.browser());
        reader.forget_password().await;
        let mail = house.mail(&person.email, ASKED).await;
        let form = reader.browser.form(&path_of(&mail, &house.server), "reset-password").await;
        let mut shots = Vec::new();
        for at in 0..CROWD.min(30) {
            // Each with a password of its own: exactly one of them is the account's afterwards.
            let form = form.clone().fill("password", &format!("{NEW} number {at}"));
            shots.push(Shot::new(&house.server, house.address(), &reader.browser, &form));
        }
        let answers = at_once(shots).await;
        assert!(answers.iter().all(|answer| matches!(answer.status, 303 | 410 | 503)), "round {round}");
        let winners: Vec<usize> =
            answers.iter().enumerate().filter(|(_, answer)| session_of(answer).is_some()).map(|(at, _)| at).collect();
        assert_eq!(winners.len(), 1, "round {round}");
        let answer = person.elsewhere(house.browser()).log_in_with(&format!("{NEW} number {}", winners[0])).await;
        assert!(session_of(&answer).is_some(), "round {round}");
    }
}

#[tokio::test]
async fn l_05_a_reset_link_lives_ten_minutes() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let reader = person.elsewhere(house.browser());
    for (age, alive) in [(9 * 60 + 50, true), (10 * 60 + 1, false)] {
        clock.advance(Duration::from_mins(10));
        reader.forget_password().await;
        let mail = house.mail(&person.email, ASKED).await;
        clock.advance(Duration::from_secs(age));
        let page = house.browser().open(&path_of(&mail, &house.server)).await;
        assert_eq!(page.status, if alive { 200 } else { 410 }, "{age} seconds");
    }
}

#[tokio::test]
async fn l_04_a_new_password_takes_a_proven_mailbox() {
    let house = House::open().await;
    let person = house.person().await;
    let thief = person.elsewhere(house.browser());
    thief.forget_password().await;
    let sent = thief.browser.open("/forgot-password/sent").await;
    let token = sent.form("code").value("form_token").expect("a token").to_owned();
    for nothing in ["", "null", "000000", &"A".repeat(43)] {
        let form = vestibule_testing::Form { action: "/reset-password".to_owned(), fields: Vec::new() };
        let form = form.with("form_token", &token).with("token", nothing).with("password", NEW);
        let answer = thief.browser.submit(&form).await;
        assert_eq!((answer.status, session_of(&answer)), (410, None), "{nothing:?}");
    }
    let answer = thief.browser.get("/reset-password").await;
    assert_eq!(answer.location().as_deref(), Some("/forgot-password"), "without a link");
    // A log-in mail proves the mailbox, too, and still sets no password.
    let reader = person.elsewhere(house.browser());
    reader.ask_for_log_in_mail().await;
    let path = path_of(&house.mail(&person.email, "way in").await, &house.server);
    let path = path.replace("/login/email/link", "/reset-password");
    assert_eq!(house.browser().open(&path).await.status, 410, "a link of another purpose");
    assert!(session_of(&person.elsewhere(house.browser()).log_in().await).is_some(), "the password is as it was");
}

#[tokio::test]
async fn l_08_looking_at_a_reset_link_does_not_use_it() {
    let house = House::open().await;
    let person = house.person().await;
    let reader = person.elsewhere(house.browser());
    reader.forget_password().await;
    let mail = house.mail(&person.email, ASKED).await;
    for _ in 0..5 {
        assert_eq!(house.browser().open(&path_of(&mail, &house.server)).await.status, 200);
    }
    assert!(session_of(&reader.reset_password(&mail, NEW).await).is_some());
}
