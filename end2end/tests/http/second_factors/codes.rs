//! What a code is worth: once, now, and not for guessing.

use std::time::Duration;

use vestibule_testing::{Clock, http::Method};

use super::enrolled;
use crate::{
    crowd::{Shot, at_once},
    house::{House, rounds, session_of},
};

#[tokio::test]
async fn m_01_an_enrolment_counts_once_its_first_code_was_right() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let page = person.browser.open("/enrol-second-factor").await;
    let wrong = person.browser.submit(&page.form("enrol").fill("code", "000000")).await;
    assert_eq!(wrong.status, 422);
    let again = person.elsewhere(house.browser());
    assert_eq!(again.log_in().await.location().as_deref(), Some("/"), "an abandoned enrolment asks for nothing");
    let reloaded = person.browser.open("/enrol-second-factor").await;
    let uri = |page: &vestibule_testing::Answer| {
        let links = page.elements().into_iter().filter_map(|element| element.get("href").map(str::to_owned));
        links.into_iter().find(|href| href.starts_with("otpauth:")).expect("an address for an app")
    };
    assert_eq!(uri(&page), uri(&reloaded), "the secret is the same on every look");
    let secret = uri(&page).split_once("secret=").expect("a secret").1.split('&').next().expect("text").to_owned();
    assert_eq!(secret.len(), 32, "160 bits in base 32");
}

#[tokio::test]
async fn m_01_codes_of_one_step_either_way_are_right_and_others_are_not() {
    let own = enrolled().await;
    for (away, right) in [(-2, false), (2, false), (-1, true), (1, true)] {
        own.clock.advance(Duration::from_mins(5));
        let person = own.half_logged_in().await;
        let answer = person.second_factor(&own.app.code_away(&own.clock, away)).await;
        assert_eq!(session_of(&answer).is_some(), right, "{away} steps away: {}", answer.status);
    }
}

#[tokio::test]
async fn m_02_a_step_is_accepted_once_and_none_before_it() {
    let own = enrolled().await;
    own.clock.advance(Duration::from_mins(5));
    let (before, now) = (own.app.code_away(&own.clock, -1), own.app.next_code(&own.clock));
    let person = own.half_logged_in().await;
    assert!(session_of(&person.second_factor(&now).await).is_some());
    let person = own.half_logged_in().await;
    assert_eq!(person.second_factor(&now).await.status, 422, "the same code");
    assert_eq!(person.second_factor(&before).await.status, 422, "the code before it");
    own.clock.advance(Duration::from_secs(30));
    assert_eq!(person.second_factor(&now).await.status, 422, "the same code in the next step");
    assert!(session_of(&person.second_factor(&own.app.next_code(&own.clock)).await).is_some());
}

#[tokio::test]
async fn m_03_one_code_from_many_log_ins_passes_once() {
    for round in 0..rounds(50) {
        let own = enrolled().await;
        let mut people = Vec::new();
        // As many as one account may have at a time.
        for _ in 0..45 {
            people.push(own.half_logged_in().await);
        }
        let code = own.app.next_code(&own.clock);
        let mut shots = Vec::new();
        for person in &people {
            let form = person.browser.form("/second-factor", "second-factor").await.fill("code", &code);
            shots.push(Shot::new(&own.house.server, own.house.address(), &person.browser, &form));
        }
        let answers = at_once(shots).await;
        assert!(answers.iter().all(|answer| matches!(answer.status, 303 | 422 | 429)), "round {round}");
        assert_eq!(answers.iter().filter_map(session_of).count(), 1, "round {round}");
    }
}

#[tokio::test]
async fn m_04_guesses_count_for_the_account_whatever_its_sessions_and_addresses() {
    let own = enrolled().await;
    own.clock.advance(Duration::from_mins(5));
    let mut refused = 0;
    for guess in 0..20 {
        // Each guess comes from a fresh log-in at an address of its own: a right password forgives nothing.
        let person = own.half_logged_in().await;
        let answer = person.second_factor(&format!("{guess:06}")).await;
        match answer.status {
            422 => assert!(guess < 5, "guess {guess} was compared"),
            429 => refused += 1,
            status => panic!("guess {guess}: {status}"),
        }
    }
    assert_eq!(refused, 15);
    let person = own.half_logged_in().await;
    let answer = person.second_factor(&own.app.next_code(&own.clock)).await;
    assert_eq!((answer.status, session_of(&answer)), (429, None), "the right code has to wait, too");
    assert!(answer.header("retry-after").is_some());
    own.forget_guesses();
    let person = own.half_logged_in().await;
    assert!(session_of(&person.second_factor(&own.app.next_code(&own.clock)).await).is_some());
}

#[tokio::test]
async fn m_05_the_seed_is_shown_while_it_is_enrolled_and_never_again() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let page = person.browser.open("/enrol-second-factor").await;
    let seed = page.text().split_once("secret=").expect("a secret").1[..32].to_owned();
    person.enrol(&clock).await;
    for path in ["/account", "/account/second-factor", "/account/sessions", "/"] {
        let page = person.browser.open(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text().contains(&seed), "{path}");
    }
    let stored = String::from_utf8_lossy(&house.server.stored_bytes()).into_owned();
    assert!(stored.contains(&person.email), "this is the database");
    assert!(!stored.contains(&seed) && !house.server.logs().contains(&seed));
    let again = person.browser.open("/enrol-second-factor").await;
    assert!(!again.text().contains(&seed), "another enrolment has another seed");
}

#[tokio::test]
async fn m_06_between_the_factors_nothing_is_open_but_the_second() {
    let own = enrolled().await;
    let person = own.half_logged_in().await;
    let pages = [
        "/",
        "/account",
        "/account/email",
        "/account/password",
        "/account/second-factor",
        "/account/sessions",
        "/account/profile",
        "/enrol-second-factor",
        "/backup-codes",
        "/backup-codes/file",
        "/backup-codes/left",
        "/choose-org",
        "/properties",
        "/update-password",
        "/confirm-email",
        "/step-up",
        "/login",
        "/signup",
    ];
    for path in pages {
        let answer = person.browser.get(path).await;
        assert_eq!((answer.status, answer.location().as_deref()), (303, Some("/second-factor")), "{path}");
    }
    let api = person.browser.request(Method::GET, "/").header("accept", "application/json").send().await;
    assert_eq!(api.status, 401, "whoever asks for no page is refused");
    let token = person.browser.form("/second-factor", "second-factor").await;
    let token = token.value("form_token").expect("a token").to_owned();
    for (path, fields) in [
        ("/account/password", [("current", person.password.as_str()), ("password", "another velvet otter")]),
        ("/account/email", [("email", "thief@example.org"), ("x", "")]),
        ("/account/second-factor", [("what", "off"), ("x", "")]),
        ("/account/sessions", [("what", "all"), ("x", "")]),
        ("/enrol-second-factor", [("code", "000000"), ("x", "")]),
        ("/update-password", [("password", "another velvet otter"), ("x", "")]),
        ("/step-up", [("password", person.password.as_str()), ("x", "")]),
        ("/choose-org", [("what", "create"), ("name", "Mine")]),
    ] {
        let form = vestibule_testing::Form { action: path.to_owned(), fields: Vec::new() };
        let form = fields.iter().fold(form.with("form_token", &token), |form, (name, value)| form.with(name, value));
        let answer = person.browser.submit(&form).await;
        assert_eq!((answer.status, answer.location().as_deref()), (303, Some("/second-factor")), "{path}");
    }
    assert!(session_of(&person.second_factor(&own.app.next_code(&own.clock)).await).is_some());
}

#[tokio::test]
async fn m_06_a_second_factor_that_took_too_long_begins_again_with_the_address_kept() {
    let own = enrolled().await;
    let person = own.half_logged_in().await;
    own.clock.advance(Duration::from_mins(11));
    assert_eq!(person.browser.get("/second-factor").await.location().as_deref(), Some("/login"));
    let page = person.browser.get("/login").await;
    assert!(page.text().contains("longer than 10 minutes"), "the reason");
    assert_eq!(page.form("log-in").value("email"), Some(person.email.as_str()));
    let again = person.browser.get("/login").await;
    assert_eq!(again.form("log-in").value("email"), Some(""), "said once");
}

#[tokio::test]
async fn m_06_whoever_is_somebody_else_leaves_from_either_page() {
    let own = enrolled().await;
    for path in ["/second-factor", "/second-factor/backup-code"] {
        let person = own.half_logged_in().await;
        let form = person.browser.form(path, "log-out").await;
        assert_eq!(person.browser.submit(&form).await.status, 303, "{path}");
        assert_eq!(person.browser.get("/second-factor").await.location().as_deref(), Some("/login"), "{path}");
    }
}
