//! Q: what may go wrong around the server.

mod clients;
mod clock;
mod mail;
mod power;
mod two;

use std::time::Duration;

use vestibule_testing::{Answer, Signal, http::Method};

use crate::{
    crowd::Shot,
    database::Database,
    house::{House, session_of},
    time::timed,
};

#[tokio::test]
async fn q_13_a_busy_database_makes_writers_wait_and_readers_not() {
    let house = House::open().await;
    let person = house.person().await;
    let mut database = Database::of(&house.server).await;
    let mut waiting = Vec::new();
    let mut forms = Vec::new();
    for _ in 0..5 {
        let newcomer = house.stranger();
        let form = newcomer.browser.form("/signup", "sign-up").await;
        forms
            .push((newcomer.browser.clone(), form.fill("email", &newcomer.email).fill("password", &newcomer.password)));
    }
    database.run("BEGIN IMMEDIATE").await;
    for (browser, form) in forms {
        waiting.push(tokio::spawn(async move { browser.submit(&form).await.status }));
    }
    let mut held = Duration::ZERO;
    while held < Duration::from_secs(3) {
        let (took, answer) = timed(person.browser.request(Method::GET, "/")).await;
        assert_eq!(answer.status, 200);
        assert!(took < Duration::from_secs(1), "a reader waited {took:?} for a writer");
        held += took;
    }
    database.run("ROLLBACK").await;
    for status in waiting {
        assert_eq!(status.await.expect("a request doesn't panic"), 303, "nothing is lost");
    }
}

#[tokio::test]
async fn q_13_a_database_that_stays_busy_is_no_reason_to_hang() {
    let house = House::open().await;
    let newcomer = house.stranger();
    let form = newcomer.browser.form("/signup", "sign-up").await;
    let form = form.fill("email", &newcomer.email).fill("password", &newcomer.password);
    let mut database = Database::of(&house.server).await;
    database.run("BEGIN IMMEDIATE").await;
    let (took, answer) = timed(newcomer.browser.submission(&form)).await;
    assert_eq!(answer.status, 503, "{}", answer.text());
    assert!(answer.header("retry-after").is_some());
    assert!(took < Duration::from_secs(6), "{took:?}");
    database.run("ROLLBACK").await;
    assert_eq!(newcomer.browser.submit(&form).await.status, 303);
}

#[tokio::test]
async fn q_24_stopping_cuts_nobody_off() {
    let mut house = House::open().await;
    let person = house.person().await;
    let mut under_way = Vec::new();
    for number in 0..24 {
        let address = house.address();
        let browser = house.server.client_from(address);
        let email = if number == 0 { person.email.clone() } else { format!("nobody-{number}@example.org") };
        let form = browser.form("/login", "log-in").await.fill("email", &email).fill("password", &person.password);
        let shot = Shot::new(&house.server, address, &browser, &form);
        let stream = shot.aim().await;
        under_way.push((shot, stream));
    }
    house.server.signal(Signal::Terminate);
    house.server.wait_for_log("told to stop").await;
    for (shot, stream) in &mut under_way {
        shot.fire(stream).await;
    }
    let mut statuses = Vec::new();
    for (shot, stream) in under_way {
        statuses.push(shot.answer(stream).await.status);
    }
    assert!(statuses.iter().all(|status| matches!(status, 303 | 422)), "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1);
    let ended = house.server.stop(Signal::Terminate).await;
    assert_eq!(ended.status.code(), Some(0), "{}", ended.stderr);
}

#[tokio::test]
async fn q_24_a_stop_ends_idle_connections_and_both_signals_do() {
    for signal in [Signal::Terminate, Signal::Interrupt] {
        let mut house = House::open().await;
        let idle: Vec<_> = (0..20).map(|_| house.browser()).collect();
        for browser in &idle {
            browser.get("/healthz").await;
        }
        let ended = house.server.stop(signal).await;
        assert_eq!(ended.status.code(), Some(0), "{signal:?}: {}", ended.stderr);
    }
}

#[tokio::test]
async fn q_26_a_form_that_is_sent_twice_has_one_effect() {
    let house = House::open().await;
    let person = house.stranger();
    let form = person.browser.form("/signup", "sign-up").await;
    let form = form.fill("email", &person.email).fill("password", &person.password);
    let twice = tokio::join!(person.browser.submit(&form), person.browser.submit(&form));
    for answer in <[Answer; 2]>::from(twice) {
        assert_eq!(answer.location().as_deref(), Some("/signup/sent"));
    }
    let mails = [house.mailbox.wait_for(&person.email).await, house.mailbox.wait_for(&person.email).await];

    // The browser waits with the cookie that came last; one of the two codes is its own.
    let mut code = None;
    for mail in &mails {
        let form = person.browser.form("/signup/sent", "code").await.fill("code", &mail.code());
        let answers = <[Answer; 2]>::from(tokio::join!(person.browser.submit(&form), person.browser.submit(&form)));
        assert!(answers.iter().all(|answer| matches!(answer.status, 303 | 422)));
        if answers.iter().any(|answer| session_of(answer).is_some()) {
            assert_eq!(answers.iter().filter(|answer| session_of(answer).is_some()).count(), 1);
            code = Some(form);
            break;
        }
    }
    assert!(person.is_logged_in().await);
    // Going back and sending it again leads on, to a friendly page.
    let again = person.browser.submit(&code.expect("one of the codes works")).await;
    assert_eq!(person.browser.follow(again).await.screen().as_deref(), Some("logged-in"));

    let other = person.elsewhere(house.browser());
    let form =
        other.browser.form("/login", "log-in").await.fill("email", &other.email).fill("password", &other.password);
    for _ in 0..2 {
        assert_eq!(other.browser.submit(&form).await.location().as_deref(), Some("/"));
    }
    let form = other.browser.form("/logout", "log-out").await;
    for _ in 0..2 {
        let answer = other.browser.submit(&form).await;
        assert_eq!(other.browser.follow(answer).await.screen().as_deref(), Some("log-in"));
    }
}
