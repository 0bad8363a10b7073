//! S: sessions and cookies.

mod endings;
mod returns;

use std::{collections::BTreeSet, time::Duration};

use vestibule_testing::{Answer, Clock, Person};

use crate::house::{House, is_proof, path_of, session_of};

#[tokio::test]
async fn s_01_cookies_are_bound_to_the_host() {
    let house = House::with(|server| server.base_url("https://auth.test")).await;
    let person = house.stranger();
    let mut answers = vec![person.browser.get("/signup").await, person.sign_up().await];
    let mail = house.mailbox.wait_for(&person.email).await;
    answers.push(person.browser.get(&path_of(&mail, &house.server)).await);
    answers.push(person.press_link(&mail).await);
    answers.push(person.log_out().await);
    answers.push(person.log_in().await);
    answers.push(house.browser().get("/nowhere").await);
    let cookies: Vec<String> = answers.iter().flat_map(Answer::set_cookies).collect();
    for name in ["browser", "sign_up", "link", "session"] {
        assert!(cookies.iter().any(|cookie| cookie.starts_with(&format!("__Host-{name}="))), "{name}: {cookies:?}");
    }
    for cookie in &cookies {
        let attributes: BTreeSet<&str> = cookie.split("; ").skip(1).collect();
        for attribute in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(attributes.contains(attribute), "{cookie}");
        }
        assert!(cookie.starts_with("__Host-") && !cookie.contains("Domain") && cookie.len() <= 4096, "{cookie}");
    }
}

#[tokio::test]
async fn s_02_cookies_are_stored_as_digests() {
    let house = House::open().await;
    let person = house.person().await;
    let waiting = house.stranger();
    waiting.sign_up().await;
    let stored = String::from_utf8_lossy(&house.server.stored_bytes()).into_owned();
    assert!(stored.contains(&person.email), "this is the database");
    for (browser, name) in [(&person.browser, "session"), (&waiting.browser, "sign_up"), (&person.browser, "browser")] {
        let value = browser.cookie(name).expect("a cookie");
        assert_eq!(value.len(), 43, "256 bits in base64url: {value}");
        assert!(!stored.contains(&value), "{name} is in the database");
    }
}

#[tokio::test]
async fn s_02_no_changed_cookie_is_accepted() {
    let house = House::open().await;
    let person = house.person().await;
    let session = person.browser.cookie("session").expect("a cookie");
    for at in 0..session.len() {
        let mut bytes = session.clone().into_bytes();
        // The last character's low bits are padding: the neighbour would mean the same 256 bits, and is refused too.
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(bytes).expect("ASCII");
        let thief = house.browser();
        thief.set_cookie("session", &changed);
        let answer = thief.get("/").await;
        assert_eq!(answer.location().as_deref(), Some("/login"), "character {at}");
    }
    let waiting = house.stranger();
    waiting.sign_up().await;
    for name in ["sign_up", "browser"] {
        let value = waiting.browser.cookie(name).expect("a cookie");
        for at in 0..value.len() {
            let mut bytes = value.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let copy = house.copy(&waiting.browser);
            let form = waiting.browser.form("/signup/sent", "code").await.fill("code", "000000");
            copy.set_cookie(name, std::str::from_utf8(&bytes).expect("ASCII"));
            let answer = copy.submit(&form).await;
            let expected = if name == "browser" { 403 } else { 303 };
            assert_eq!(answer.status, expected, "{name}, character {at}");
        }
    }
}

#[tokio::test]
async fn s_03_a_planted_session_is_never_adopted() {
    let house = House::open().await;
    let attacker = house.person().await;
    let attackers = attacker.browser.cookie("session").expect("a cookie");
    let victim = house.person().await;
    for planted in ["A".repeat(43), attackers.clone(), "x".to_owned()] {
        let again = victim.elsewhere(house.browser());
        let form = again.browser.form("/login", "log-in").await;
        let form = form.fill("email", &again.email).fill("password", &again.password);
        again.browser.set_cookie("session", &planted);
        let answer = again.browser.submit(&form).await;
        // Where the attacker's own session is planted, the victim is told who is logged in and begins none.
        if planted != attackers {
            let new = session_of(&answer).expect("a session begins");
            assert_ne!(new, planted);
        }
        let copy = house.browser();
        copy.set_cookie("session", &planted);
        assert!(!copy.get("/").await.text().contains(&victim.email), "{planted}");
    }
}

#[tokio::test]
async fn s_03_every_log_in_begins_another_session() {
    let house = House::open().await;
    let person = house.stranger();
    let attacker = house.copy(&person.browser);
    house.admit(&person).await;
    let mut seen = BTreeSet::from([person.browser.cookie("session").expect("a cookie")]);
    assert_eq!(attacker.get("/").await.location().as_deref(), Some("/login"), "cookies from before the proof");
    for _ in 0..if is_proof() { 2_000 } else { 20 } {
        let browser = house.browser();
        let before = house.copy(&browser);
        let session = session_of(&person.elsewhere(browser).log_in().await).expect("a session");
        assert!(seen.insert(session), "a session's cookie came twice");
        assert_eq!(before.get("/").await.location().as_deref(), Some("/login"));
    }
}

#[tokio::test]
async fn s_03_proving_a_mailbox_replaces_the_session_that_was_there() {
    let house = House::open().await;
    let before = house.person().await;
    let old = house.copy(&before.browser);
    let newcomer = house.stranger();
    newcomer.sign_up().await;
    let mail = house.mailbox.wait_for(&newcomer.email).await;
    let in_the_same_browser = newcomer.elsewhere(before.browser.clone());
    let answer = in_the_same_browser.press_link(&mail).await;
    assert!(session_of(&answer).is_some(), "{}", answer.text());
    assert!(before.browser.get("/").await.text().contains(&newcomer.email));
    assert_eq!(old.get("/").await.location().as_deref(), Some("/login"), "the session before it has ended");
}

#[tokio::test]
async fn s_04_a_session_ends_when_nobody_uses_it() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    clock.advance(Duration::from_mins(59));
    assert!(person.is_logged_in().await);
    clock.advance(Duration::from_mins(59));
    assert!(person.is_logged_in().await, "using it keeps it");
    clock.advance(Duration::from_mins(61));
    assert!(!person.is_logged_in().await);
    assert!(session_of(&person.log_in().await).is_some());
}

#[tokio::test]
async fn s_04_a_script_that_only_looks_keeps_nobody_logged_in() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let looks = async || person.browser.get("/session?peek").await.text().contains("\"state\":\"LoggedIn\"");
    for minutes in (0..60).step_by(4) {
        assert!(looks().await, "after {minutes} minutes");
        clock.advance(Duration::from_mins(4));
    }
    clock.advance(Duration::from_mins(1));
    assert!(!looks().await, "an hour of looking is an hour unused");
    assert!(!person.is_logged_in().await);
    let notice = person.browser.get("/login").await;
    assert!(notice.text().contains("60 minutes"), "it ended unused: {}", notice.text());
    person.log_in().await;
    clock.advance(Duration::from_mins(59));
    assert!(person.is_logged_in().await, "a plain question is a use");
    clock.advance(Duration::from_mins(59));
    assert!(looks().await);
}

#[tokio::test]
async fn s_04_a_tab_that_waits_for_a_mail_keeps_nobody_logged_in() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    for path in ["/forgot-password/waiting", "/login/email/waiting", "/signup/waiting", "/confirm-email/waiting"] {
        if !person.is_logged_in().await {
            person.log_in().await;
        }
        for minutes in (0..60).step_by(20) {
            person.browser.get(path).await;
            assert!(person.browser.get("/session?peek").await.text().contains("LoggedIn"), "{path}, {minutes} minutes");
            clock.advance(Duration::from_mins(20));
        }
        clock.advance(Duration::from_mins(1));
        assert!(!person.is_logged_in().await, "an hour of {path} is an hour unused");
    }
}

#[tokio::test]
async fn s_04_a_session_ends_after_a_day_in_any_case() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    for _ in 0..28 {
        clock.advance(Duration::from_mins(50));
        assert!(person.is_logged_in().await);
    }
    clock.advance(Duration::from_mins(39));
    assert!(person.is_logged_in().await, "23 hours and 59 minutes");
    clock.advance(Duration::from_mins(2));
    assert!(!person.is_logged_in().await, "24 hours and a minute");
}

#[tokio::test]
async fn s_04_the_operator_may_choose_both() {
    let clock = Clock::new();
    let lives = |server: vestibule_testing::ServerBuilder| {
        server.clock(&clock).set("session_idle_minutes", "5").set("session_absolute_hours", "1")
    };
    let house = House::with(lives).await;
    let person = house.person().await;
    clock.advance(Duration::from_mins(6));
    assert!(!person.is_logged_in().await);
    assert!(session_of(&person.log_in().await).is_some());
    for _ in 0..14 {
        clock.advance(Duration::from_mins(4));
        assert!(person.is_logged_in().await);
    }
    clock.advance(Duration::from_mins(4) + Duration::from_secs(30));
    assert!(!person.is_logged_in().await);
}

#[tokio::test]
async fn s_05_a_copied_cookie_dies_with_the_log_out() {
    let house = House::open().await;
    let person = house.person().await;
    let thief: Person = person.elsewhere(house.copy(&person.browser));
    assert!(thief.is_logged_in().await);
    let other = person.elsewhere(house.browser());
    other.log_in().await;
    let answer = person.log_out().await;
    assert_eq!(answer.location().as_deref(), Some("/login?notice=logged-out"));
    assert!(!thief.is_logged_in().await && !person.is_logged_in().await);
    assert!(other.is_logged_in().await, "logging out here doesn't log out there");
}

#[tokio::test]
async fn s_11_logging_out_clears_what_the_browser_keeps() {
    let house = House::open().await;
    let person = house.person().await;
    assert_eq!(person.browser.get("/").await.header("cache-control"), Some("no-store"));
    let answer = person.log_out().await;
    assert_eq!(answer.header("clear-site-data"), Some("\"cache\""));
    assert!(answer.set_cookies().iter().any(|line| line.starts_with("session=;") && line.contains("Max-Age=0")));
}
