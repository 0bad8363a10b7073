//! B: what a browser could be made to do.

mod answers;
mod crawl;
mod policy;

use vestibule_testing::{Client, Form, Person, http::Method};

use crate::house::{House, path_of, session_of};

/// Every form of ours that changes something, ready to be sent, with the browser that it was drawn for.
async fn forms(house: &House) -> Vec<(Client, Form)> {
    let (known, anonymous, waiting, phoning) =
        (house.person().await, house.stranger(), house.stranger(), house.stranger());
    waiting.sign_up().await;
    let mail = house.mailbox.wait_for(&waiting.email).await;
    phoning.sign_up().await;
    let (elsewhere, link) = (house.browser(), house.mailbox.wait_for(&phoning.email).await);
    let log_in = anonymous.browser.form("/login", "log-in").await;
    let sign_up = anonymous.browser.form("/signup", "sign-up").await;
    let code = waiting.browser.form("/signup/sent", "code").await;
    let resend = waiting.browser.form("/signup/sent", "resend").await;
    let link = elsewhere.form(&path_of(&link, &house.server), "confirm-email").await;
    let log_out = known.browser.form("/logout", "log-out").await;
    vec![
        (anonymous.browser.clone(), log_in.fill("email", &known.email).fill("password", &known.password)),
        (anonymous.browser, sign_up.fill("email", "new@example.org").fill("password", &known.password)),
        (waiting.browser.clone(), code.fill("code", &mail.code())),
        (waiting.browser, resend),
        (elsewhere, link.fill("password", &phoning.password)),
        (known.browser, log_out),
    ]
}

/// Headers that no page of ours sends.
const FOREIGN: [(&str, &str); 9] = [
    ("origin", "https://evil.example"),
    ("origin", "http://localhost"),
    ("origin", "http://localhost.evil.example"),
    ("origin", "https://localhost:1"),
    ("origin", ""),
    ("sec-fetch-site", "cross-site"),
    ("sec-fetch-site", "Cross-Site"),
    ("sec-fetch-site", ""),
    ("sec-fetch-site", "nonsense"),
];

#[tokio::test]
async fn b_01_posts_from_other_sites_are_refused() {
    let house = House::open().await;
    for (browser, form) in forms(&house).await {
        for (name, value) in FOREIGN {
            let answer = browser.submission(&form).header(name, value).send().await;
            assert_eq!((answer.status, session_of(&answer)), (403, None), "{} with {name}: {value}", form.action);
        }
    }
}

#[tokio::test]
async fn b_01_a_form_without_its_token_is_refused() {
    let house = House::open().await;
    for (browser, form) in forms(&house).await {
        let action = form.action.clone();
        let strange = house.browser().form("/login", "log-in").await.value("form_token").unwrap_or_default().to_owned();
        for token in [None, Some(""), Some("null"), Some(strange.as_str())] {
            let spoiled = form.clone().without("form_token");
            let spoiled = token.map_or(spoiled.clone(), |token| spoiled.with("form_token", token));
            let bare = browser.submission(&spoiled).without("sec-fetch-site").without("origin");
            for (request, what) in [(bare, "bare"), (browser.submission(&spoiled), "same-origin")] {
                let answer = request.send().await;
                assert_eq!((answer.status, session_of(&answer)), (403, None), "{action} with {token:?}, {what}");
            }
        }
        // The token alone, in a browser without the cookie that it belongs to.
        let answer = house.browser().submit(&form).await;
        assert!(session_of(&answer).is_none() && matches!(answer.status, 303 | 403), "{action}: {}", answer.status);
    }
    // Nothing of all that had an effect: each form still works.
    for (browser, form) in forms(&house).await {
        let answer = browser.submit(&form).await;
        assert!(matches!(answer.status, 303 | 429), "{}: {}", form.action, answer.status);
    }
}

#[tokio::test]
async fn b_01_a_form_that_was_left_open_still_works() {
    let clock = vestibule_testing::Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let again = person.elsewhere(house.browser());
    let form = again.browser.form("/login", "log-in").await;
    clock.advance(std::time::Duration::from_hours(26));
    let answer = again.browser.submit(&form.fill("email", &again.email).fill("password", &again.password)).await;
    assert!(session_of(&answer).is_some());
}

#[tokio::test]
async fn b_02_the_content_type_opens_no_way_around() {
    let house = House::open().await;
    for (browser, form) in forms(&house).await {
        for kind in [
            Some("text/plain"),
            Some("multipart/form-data; boundary=x"),
            Some("APPLICATION/X-WWW-FORM-URLENCODED"),
            Some("application/json"),
            Some("application/json, text/plain"),
            Some("x"),
            None,
        ] {
            for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
                let request = browser.submission(&form).header(name, value).without("content-type");
                let request = kind
                    .map_or(request, |kind| browser.submission(&form).header(name, value).header("content-type", kind));
                assert_eq!(request.send().await.status, 403, "{}: {kind:?}", form.action);
            }
        }
    }
}

#[tokio::test]
async fn b_03_nothing_changes_by_looking() {
    let house = House::open().await;
    let mut people: Vec<Person> = Vec::new();
    for (browser, form) in forms(&house).await {
        let path = format!("{}?{}", form.action, form.encode());
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            let answer = browser.request(method.clone(), &path).send().await;
            assert_eq!(session_of(&answer), None, "{method} {}", form.action);
            assert!(answer.status < 500, "{method} {}", form.action);
        }
        people.push(Person::at(browser));
    }
    let log_out = people.last().expect("somebody is logged in");
    assert!(log_out.is_logged_in().await, "GET /logout logged out");
    house.person().await;
    assert_eq!(house.mailbox.count("new@example.org"), 0, "GET /signup signed up");
    assert_eq!(house.mailbox.all().len(), 4, "GET /signup/resend sent a mail");
}

#[tokio::test]
async fn b_04_a_sibling_subdomain_is_a_stranger() {
    let house = House::with(|server| server.base_url("https://auth.example.test")).await;
    for (browser, form) in forms(&house).await {
        let sibling = browser.submission(&form).header("sec-fetch-site", "same-site");
        assert_eq!(sibling.send().await.status, 403, "{}", form.action);
        for origin in ["https://shop.example.test", "https://example.test", "http://auth.example.test"] {
            let sibling = browser.submission(&form).without("sec-fetch-site").header("origin", origin);
            assert_eq!(sibling.send().await.status, 403, "{}: {origin}", form.action);
        }
    }
}

#[tokio::test]
async fn b_10_every_flow_works_by_plain_forms() {
    let house = House::open().await;
    let person = house.stranger();
    let page = person.browser.open("/").await;
    assert_eq!(page.screen().as_deref(), Some("log-in"));
    assert_eq!(person.sign_up().await.location().as_deref(), Some("/signup/sent"));
    assert_eq!(person.confirm_by_code(&house.mailbox).await.location().as_deref(), Some("/"));
    assert!(person.is_logged_in().await);
    person.log_out().await;
    assert_eq!(person.log_in_with("not the right one at all").await.status, 422);
    assert_eq!(person.log_in().await.location().as_deref(), Some("/"));

    let elsewhere = house.stranger();
    elsewhere.sign_up().await;
    let mail = house.mailbox.wait_for(&elsewhere.email).await;
    let on_the_phone = elsewhere.elsewhere(house.browser());
    assert!(session_of(&on_the_phone.press_link(&mail).await).is_some());
    assert!(on_the_phone.is_logged_in().await);
}

#[tokio::test]
async fn b_10_no_page_needs_its_script() {
    let house = House::open().await;
    for answer in crawl::pages(&house).await {
        let elements = answer.elements();
        assert!(elements.iter().all(|element| element.tag != "noscript"), "{}", answer.path);
        for form in elements.iter().filter(|element| element.tag == "form") {
            assert!(form.is("method", "post") && form.get("action").is_some(), "{}: {form:?}", answer.path);
        }
        let handlers = elements.iter().flat_map(|element| element.attributes.keys()).any(|name| name.starts_with("on"));
        assert!(!handlers, "{}", answer.path);
    }
}
