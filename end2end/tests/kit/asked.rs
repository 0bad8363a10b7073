//! What can't be done is told in one sentence, as JSON.

use vestibule_testing::{Client, http::Method};

use crate::server;

async fn check(browser: &Client, method: Method, path: &str, body: &str, status: u16, says: &str) {
    let answer = browser.request(method, path).body(body).send().await;
    let text = answer.text();
    assert_eq!(answer.status, status, "{path} {body}: {text}");
    assert_eq!(answer.header("content-type"), Some("application/json"), "{path} {body}");
    let error: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let error = error["error"].as_str().unwrap_or_else(|| panic!("no sentence: {text}"));
    assert!(error.contains(says) && error.ends_with('.') && !error.contains('\n'), "{path} {body}: {error}");
}

#[tokio::test]
async fn what_can_t_be_read_or_done_is_told() {
    let server = server().await;
    let browser = server.client();
    let people = "/__test/people";
    for (body, status, says) in [
        ("", 400, "not JSON"),
        ("state=LoggedIn", 400, "not JSON"),
        ("{\"state\": \"LoggedIn\"", 400, "not JSON"),
        ("{}", 422, "state"),
        ("[]", 422, "says something else"),
        ("{\"state\": \"LoggedOut\"}", 422, "`TwoFactorRequired`"),
        ("{\"state\": \"LoggedIn\", \"admin\": true}", 422, "admin"),
        ("{\"state\": \"LoggedIn\", \"email\": \"nobody\"}", 422, "malformed"),
        ("{\"state\": \"LoggedIn\", \"org\": \"\"}", 422, "`org`"),
        ("{\"state\": \"LoggedIn\", \"role\": \"admin\"}", 422, "`org`"),
        ("{\"state\": \"LoggedIn\", \"org\": \"Acme\", \"role\": \"king\"}", 422, "`owner`"),
        ("{\"state\": \"LoggedIn\", \"properties\": {\"shoe\": 43}}", 422, "`shoe`"),
    ] {
        check(&browser, Method::POST, people, body, status, says).await;
    }
    for (path, says, status) in [
        ("/__test/mail", "to", 400),
        ("/__test/mail?to=nobody", "malformed", 400),
        ("/__test/mail?to=ada@example.org&wait=soon", "invalid digit", 400),
        ("/__test/mail?to=ada@example.org&wait=31", "30 seconds", 422),
        ("/__test/mail?to=ada@example.org&from=eve", "from", 400),
        ("/__test/mail?to=ada@example.org", "ada@example.org", 404),
    ] {
        check(&browser, Method::GET, path, "", status, says).await;
    }
    for body in ["{\"what\": \"mail\", \"for\": 0}", "{\"what\": \"mail\", \"for\": 3601}"] {
        check(&browser, Method::POST, "/__test/fail", body, 422, "1 second").await;
    }
    check(&browser, Method::POST, "/__test/fail", "{\"what\": \"network\", \"for\": 1}", 422, "`database`").await;
    check(&browser, Method::POST, "/__test/clock", "{\"advance\": -1}", 422, "forward").await;
    let long = format!("{{\"state\": \"{}\"}}", "x".repeat(70_000));
    check(&browser, Method::POST, people, &long, 400, "64 KiB").await;
}

#[tokio::test]
async fn a_name_that_is_none_of_a_space_is_told_on_every_page() {
    let server = server().await;
    for name in ["", "A", "a b", "a.b", "-a", "0123456789012345678901234567890123"] {
        for path in ["/login", "/session", "/__test/mail?to=ada@example.org"] {
            let answer = server.client().request(Method::GET, path).header("x-test-space", name).send().await;
            assert_eq!(answer.status, 400, "{name:?} {path}");
            assert!(answer.text().contains("X-Test-Space"), "{}", answer.text());
        }
    }
}
