//! R: limits, and the address of a client.

use std::time::Duration;

use vestibule_testing::{Client, Clock, Person, Signal, http::Method};

use crate::{
    crowd::{Shot, at_once},
    house::{House, path_of, session_of},
};

const WRONG: &str = "not the right one at all";

/// Guesses once for an address that nobody else guesses for.
async fn guess_from(browser: &Client, number: usize, headers: &[(&str, &str)]) -> u16 {
    let form = browser.form("/login", "log-in").await.fill("password", WRONG);
    let form = form.fill("email", &format!("somebody-{number}@example.org"));
    let request = headers.iter().fold(browser.submission(&form), |request, (name, value)| request.header(name, value));
    request.send().await.status
}

#[tokio::test]
async fn r_01_made_up_addresses_don_t_help() {
    let house = House::open().await;
    let browser = house.browser();
    let mut evaluated = 0;
    for number in 0..100 {
        let address = format!("203.0.113.{number}");
        let forwarded = format!("for={address}");
        let headers = [
            ("x-forwarded-for", address.as_str()),
            ("x-real-ip", address.as_str()),
            ("forwarded", forwarded.as_str()),
            ("cf-connecting-ip", address.as_str()),
            ("true-client-ip", address.as_str()),
            ("x-client-ip", address.as_str()),
        ];
        evaluated += usize::from(guess_from(&browser, number, &headers).await != 429);
    }
    assert!(evaluated <= 25, "{evaluated} of 100 guesses from one address were looked at");
}

#[tokio::test]
async fn r_01_a_configured_proxy_is_believed_in_its_last_foreign_hop() {
    let house = House::with(|server| server.set("trusted_proxies", "127.1.0.1,10.0.0.0/8")).await;
    let proxy = house.browser();
    // One client behind the proxy, whatever it writes on the left.
    let mut evaluated = 0;
    for number in 0..40 {
        let hops = format!("198.51.100.{number}, 203.0.113.9, 10.0.0.7");
        evaluated += usize::from(guess_from(&proxy, number, &[("x-forwarded-for", &hops)]).await != 429);
    }
    assert!(evaluated <= 25, "{evaluated} of 40");
    assert_eq!(guess_from(&proxy, 40, &[("x-forwarded-for", "203.0.113.10")]).await, 422, "its neighbour");
    // Somebody who isn't the proxy and says the same.
    let stranger = house.browser();
    let mut evaluated = 0;
    for number in 41..81 {
        let hops = format!("198.51.100.{number}");
        evaluated += usize::from(guess_from(&stranger, number, &[("x-forwarded-for", &hops)]).await != 429);
    }
    assert!(evaluated <= 25, "{evaluated} of 40");
}

#[tokio::test]
async fn r_02_an_account_is_guarded_against_a_hundred_addresses() {
    let house = House::open().await;
    let person = house.person().await;
    let mut evaluated = 0;
    for _ in 0..120 {
        evaluated += usize::from(person.elsewhere(house.browser()).log_in_with(WRONG).await.status == 422);
    }
    assert!(evaluated <= 6, "{evaluated} of 120 guesses were looked at");
}

#[tokio::test]
async fn r_02_a_hundred_guesses_take_more_than_an_hour() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let mut evaluated = 0;
    for _ in 0..60 {
        clock.advance(Duration::from_mins(1));
        for _ in 0..2 {
            evaluated += usize::from(person.elsewhere(house.browser()).log_in_with(WRONG).await.status == 422);
        }
    }
    assert!(evaluated <= 66, "{evaluated} guesses in an hour");
}

#[tokio::test]
async fn r_03_every_path_to_a_password_shares_its_limit() {
    let house = House::open().await;
    let person = house.stranger();
    person.sign_up().await;
    let path = path_of(&house.mailbox.wait_for(&person.email).await, &house.server);
    let mut evaluated = 0;
    for number in 0..30 {
        let browser = house.browser();
        let answer = if number % 2 == 0 {
            person.elsewhere(browser).log_in_with(WRONG).await
        } else {
            let form = browser.form(&path, "confirm-email").await;
            browser.submit(&form.fill("password", WRONG)).await
        };
        assert!(matches!(answer.status, 422 | 429), "{}", answer.status);
        evaluated += usize::from(answer.status == 422);
    }
    assert!((1..=6).contains(&evaluated), "{evaluated} of 30 guesses were looked at");
}

#[tokio::test]
async fn r_04_two_hundred_guesses_at_once_are_five() {
    let house = House::open().await;
    let person = house.person().await;
    let mut shots = Vec::new();
    for _ in 0..200 {
        let address = house.address();
        let browser = house.server.client_from(address);
        let form = browser.form("/login", "log-in").await.fill("email", &person.email).fill("password", WRONG);
        shots.push(Shot::new(&house.server, address, &browser, &form));
    }
    let answers = at_once(shots).await;
    assert!(answers.iter().all(|answer| matches!(answer.status, 422 | 429)));
    let evaluated = answers.iter().filter(|answer| answer.status == 422).count();
    assert!((1..=7).contains(&evaluated), "{evaluated} of 200 guesses were looked at");
    let right = person.elsewhere(house.browser()).log_in().await;
    assert_eq!((right.status, session_of(&right)), (429, None), "the right one comes too late");
}

#[tokio::test]
async fn r_05_a_victim_is_not_locked_out() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    for _ in 0..if crate::house::is_proof() { 1_000 } else { 50 } {
        person.elsewhere(house.browser()).log_in_with(WRONG).await;
    }
    assert!(person.is_logged_in().await, "who is in stays in");
    let again = person.elsewhere(house.browser());
    assert_eq!(again.log_in().await.status, 429);
    clock.advance(Duration::from_secs(61));
    assert!(session_of(&again.log_in().await).is_some(), "a minute after the attack the owner is in");
}

#[tokio::test]
async fn r_06_a_limited_request_says_when_to_come_back() {
    let house = House::open().await;
    let person = house.stranger();
    let mut answer = person.log_in().await;
    for _ in 0..5 {
        answer = person.log_in().await;
    }
    assert_eq!(answer.status, 429);
    let wait: u64 = answer.header("retry-after").and_then(|wait| wait.parse().ok()).expect("seconds");
    assert!((1..=60).contains(&wait), "{wait}");
    let alert = answer.part("alert").expect("the page says it");
    assert!(alert.text.contains("minute") || alert.text.contains("second"), "{}", alert.text);
    assert_eq!(answer.screen().as_deref(), Some("log-in"));
    assert_eq!(answer.form("log-in").value("email"), Some(person.email.as_str()), "the address is kept");
}

#[tokio::test]
async fn r_08_a_restart_forgives_nothing() {
    let mut house = House::open().await;
    let person = house.person().await;
    for _ in 0..5 {
        assert_eq!(person.elsewhere(house.browser()).log_in_with(WRONG).await.status, 422);
    }
    for signal in [Signal::Terminate, Signal::Kill] {
        house.server.stop(signal).await;
        house.server.restart().await;
        let answer = person.elsewhere(house.browser()).log_in().await;
        assert_eq!(answer.status, 429, "{signal:?}");
    }
}

#[tokio::test]
async fn r_09_sign_ups_are_limited_for_a_client() {
    let house = House::open().await;
    let browser = house.browser();
    let mut statuses = Vec::new();
    for number in 0..15 {
        let person = Person { email: format!("crowd-{number}@example.org"), ..Person::at(browser.clone()) };
        let answer = person.sign_up().await;
        assert!(answer.status != 429 || answer.header("retry-after").is_some());
        statuses.push(answer.status);
    }
    assert!(statuses.iter().filter(|status| **status == 303).count() <= 11, "{statuses:?}");
    assert_eq!(statuses.last(), Some(&429));
    assert_eq!(browser.request(Method::GET, "/signup").send().await.status, 200, "looking is free");
}

#[tokio::test]
async fn r_09_codes_are_limited_for_a_sign_up() {
    let house = House::open().await;
    let person = house.stranger();
    person.sign_up().await;
    let code = house.mailbox.wait_for(&person.email).await.code();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let mut statuses = Vec::new();
    for _ in 0..8 {
        let browser = house.copy(&person.browser);
        statuses.push(person.elsewhere(browser).type_code(wrong).await.status);
    }
    assert_eq!(statuses, [422, 422, 422, 422, 422, 429, 429, 429]);
    let right = person.type_code(&code).await;
    assert_eq!((right.status, session_of(&right)), (429, None), "the right one comes too late");
}
