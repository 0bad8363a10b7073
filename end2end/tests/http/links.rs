//! L: links and codes that are mailed.

mod change_email;
mod email_log_in;
mod life;
mod mailboxes;
mod mails;
mod once;
mod over;
mod redirects;
mod reset;
mod steps;
mod waiting;

use std::collections::BTreeSet;

use vestibule_testing::{Server, http::Method, raw};

use crate::house::{House, is_proof, path_of, session_of, turn};

#[tokio::test]
async fn l_01_tokens_are_long_random_and_not_stored() {
    let house = House::open().await;
    let mut tokens = BTreeSet::new();
    let mails = if is_proof() { 2_000 } else { 40 };
    for _ in 0..mails {
        let person = house.stranger();
        person.sign_up().await;
        let path = path_of(&house.mailbox.wait_for(&person.email).await, &house.server);
        let token = path.strip_prefix("/confirm-email?token=").expect("the link is nothing but its token").to_owned();
        let is_base64url = token.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        assert!(token.len() >= 43 && is_base64url, "256 bits: {token}");
        tokens.insert(token);
    }
    assert_eq!(tokens.len(), mails);
    let starts: BTreeSet<_> = tokens.iter().map(|token| &token[..6]).collect();
    assert_eq!(starts.len(), tokens.len(), "no part of a token is a counter or a clock");
    let stored = String::from_utf8_lossy(&house.server.stored_bytes()).into_owned();
    assert!(tokens.iter().all(|token| !stored.contains(token)), "a token is in the database");
}

#[tokio::test]
async fn l_01_two_thousand_tokens_are_two_thousand() {
    let house = House::open().await;
    let browser = house.browser();
    let mut tokens = BTreeSet::new();
    for _ in 0..2_000 {
        browser.drop_cookie("browser");
        browser.request(Method::HEAD, "/login").send().await;
        tokens.insert(browser.cookie("browser").expect("a cookie"));
    }
    assert_eq!(tokens.len(), 2_000);
}

/// What a request may say about the host, all of it made up.
const ELSEWHERE: [(&str, &str); 10] = [
    ("host", "evil.example"),
    ("host", "localhost.evil.example"),
    ("x-forwarded-host", "evil.example"),
    ("x-forwarded-proto", "https"),
    ("x-forwarded-port", "4444"),
    ("x-forwarded-prefix", "/evil"),
    ("forwarded", "host=evil.example;proto=https"),
    ("x-original-url", "http://evil.example/"),
    ("x-host", "evil.example"),
    ("origin", "null"),
];

#[tokio::test]
async fn l_06_links_begin_with_the_configured_base_url() {
    for base_url in [None, Some("https://auth.test")] {
        let house = House::with(|server| match base_url {
            Some(url) => server.base_url(url),
            None => server,
        })
        .await;
        let expected = format!("{}/confirm-email?token=", house.server.base_url());
        for (name, value) in ELSEWHERE {
            let person = house.stranger();
            let form = person.browser.form("/signup", "sign-up").await;
            let form = form.fill("email", &person.email).fill("password", &person.password);
            let answer = person.browser.submission(&form).header(name, value).send().await;
            assert_eq!(answer.location().as_deref(), Some("/signup/sent"), "{name}: {value}");
            let mail = house.mailbox.wait_for(&person.email).await;
            assert!(mail.link().starts_with(&expected), "{name}: {value}: {}", mail.link());
            assert!(!mail.raw.contains("evil"), "{name}: {value}");
        }
    }
}

#[tokio::test]
async fn l_06_not_even_an_absolute_target_changes_a_link() {
    let house = House::open().await;
    let person = house.stranger();
    let form = person.browser.form("/signup", "sign-up").await;
    let body = form.fill("email", &person.email).fill("password", &person.password).encode();
    let cookie = person.browser.cookie("browser").expect("a cookie");
    let request = format!(
        "POST http://evil.example/signup HTTP/1.1\r\nHost: evil.example\r\nCookie: browser={cookie}\r\n\
         Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let answer = raw::exchange(house.server.address(), request.as_bytes()).await;
    assert!(!answer.contains("evil"), "{answer}");
    match raw::status(&answer) {
        Some(303) => {
            let mail = house.mailbox.wait_for(&person.email).await;
            assert!(mail.link().starts_with(house.server.base_url()), "{}", mail.link());
        }
        status => assert!(status.is_some_and(|status| (400..500).contains(&status)), "{answer}"),
    }
}

#[tokio::test]
async fn l_07_without_a_base_url_there_is_no_start() {
    let _turn = turn().await;
    for url in ["", "localhost", "http://login.example.com", "https://login.example.com/auth", "//login.example.com"] {
        let ended = Server::builder().set("base_url", url).ends().await;
        assert_eq!(ended.status.code(), Some(2), "{url}: {}", ended.stderr);
        assert!(ended.stderr.contains("base_url"), "{url}: {}", ended.stderr);
    }
}

#[tokio::test]
async fn l_08_looking_at_a_link_does_not_use_it() {
    let house = House::open().await;
    let person = house.stranger();
    person.sign_up().await;
    let mail = house.mailbox.wait_for(&person.email).await;
    let path = path_of(&mail, &house.server);
    for _ in 0..5 {
        let scanner = house.browser();
        assert_eq!(scanner.open(&path).await.status, 200);
        scanner.request(Method::HEAD, &path).send().await;
        scanner.request(Method::HEAD, "/confirm-email").send().await;
    }
    // With the cookies of the browser that signed up, a prefetch is not a press of the button either.
    person.browser.open(&path).await;
    assert!(!person.is_logged_in().await);
    assert!(session_of(&person.press_link(&mail).await).is_some());
}

#[tokio::test]
async fn l_12_a_token_leaves_the_address_and_goes_nowhere_else() {
    let house = House::open().await;
    let person = house.stranger();
    person.sign_up().await;
    let path = path_of(&house.mailbox.wait_for(&person.email).await, &house.server);
    let token = path.rsplit('=').next().expect("a token").to_owned();
    let browser = house.browser();
    let arrival = browser.get(&path).await;
    assert_eq!((arrival.status, arrival.location().as_deref()), (303, Some("/confirm-email")));
    assert!(arrival.set_cookies().iter().any(|cookie| cookie.starts_with("link=") && cookie.contains("HttpOnly")));
    let page = browser.get("/confirm-email").await;
    for answer in [&arrival, &page] {
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
    for element in page.elements() {
        for attribute in ["src", "href", "action", "srcset", "data"] {
            if let Some(url) = element.get(attribute) {
                let is_ours = url == "data:," || url.starts_with('/') && !url.starts_with("//");
                assert!(is_ours && !url.contains(&token), "{element:?}");
            }
        }
    }
    let logs = house.server.logs();
    assert!(!logs.contains(&token), "{logs}");
}
