//! H: HTTP and operations.

mod bounds;
mod failures;
mod framing;
mod start;
mod testing;

use vestibule_testing::{Client, http::Method, raw};

use crate::house::House;

/// What an answer never says: what it is made of, and where.
const INSIDE: [&str; 16] = [
    "sqlx",
    "sqlite",
    "SELECT ",
    "INSERT ",
    "no such table",
    "argon2",
    "axum",
    "hyper",
    "tokio",
    "leptos_axum",
    ".rs:",
    "/src/",
    "panicked",
    "RUST_BACKTRACE",
    "/target/",
    "0.1.0",
];

/// Requests that nobody means well with.
fn corpus() -> Vec<(Method, String, Vec<u8>)> {
    let paths = [
        "/",
        "/login",
        "/signup",
        "/signup/sent",
        "/signup/resend",
        "/confirm-email",
        "/logout",
        "/second-factor",
        "/assets/x/y",
        "/nowhere",
        "/login/",
        "//login",
        "/%00",
        "/%ff",
        "/..%2f..%2fetc/passwd",
        "/assets/../../etc/passwd",
        "/login;x=y",
        "/LOGIN",
        "/.env",
        "/.git/config",
        "/login?return_to",
        "/login?return_to=%ff",
        "/login?notice=%00",
        "/confirm-email?token=%ff",
        "/confirm-email?token=",
        "/login?return_to=a&return_to=b",
    ];
    let bodies: [&[u8]; 16] = [
        b"",
        b"&",
        b"=",
        b"&&&===",
        b"email",
        b"email=&email=",
        b"%",
        b"%zz=%zz",
        b"email=%ff&password=%ff",
        b"\xff\xfe\x00",
        b"{\"email\":[]}",
        b"<xml/>",
        b"form_token=x&email=ada@example.org&password=x",
        b"email[]=a&email[$ne]=b",
        b"token=AAAA&form_token=%00",
        b"code=%F0%9F%A6%8A",
    ];
    let mut corpus = Vec::new();
    for path in paths {
        corpus.push((Method::GET, path.to_owned(), Vec::new()));
        for body in bodies {
            corpus.push((Method::POST, path.to_owned(), body.to_vec()));
        }
    }
    corpus
}

/// Sends a request as no browser would, from a client that nobody counts.
async fn send(client: &Client, method: Method, path: &str, body: Vec<u8>) -> vestibule_testing::Answer {
    let request = client.request(method, path).header("content-type", "application/x-www-form-urlencoded");
    request.body(body).send().await
}

#[tokio::test]
async fn h_01_errors_tell_nothing_but_a_reference() {
    let house = House::open().await;
    let client = house.browser();
    client.get("/login").await;
    for (method, path, body) in corpus() {
        let answer = send(&client, method.clone(), &path, body.clone()).await;
        let what = format!("{method} {path} {:?}", String::from_utf8_lossy(&body));
        assert!(answer.status < 500, "{what}: {}", answer.status);
        let reference = answer.header("x-request-id").unwrap_or_else(|| panic!("{what}")).to_owned();
        let text = answer.text();
        for inside in INSIDE {
            assert!(!text.contains(inside), "{what} says {inside}: {text}");
        }
        if answer.screen().as_deref() == Some("trouble") {
            assert!(text.contains(&reference), "{what}: the page names its request");
            house.server.wait_for_log(&reference).await;
        }
    }
}

#[tokio::test]
async fn h_11_no_malformed_request_panics() {
    let house = House::open().await;
    let (known, waiting) = (house.person().await, house.stranger());
    waiting.sign_up().await;
    let mut seed = 1_u32;
    let rounds = if crate::house::is_proof() { 10_000 } else { 1_000 };
    for round in 0..rounds {
        let browser = if round % 2 == 0 { &known.browser } else { &waiting.browser };
        let paths = ["/login", "/signup", "/signup/sent", "/signup/resend", "/confirm-email", "/logout", "/"];
        let fields = ["email", "password", "code", "token", "form_token", "return_to", "notice"];
        let mut body = Vec::new();
        for _ in 0..=(round % 4) {
            body.extend_from_slice(pick(&mut seed, &fields).as_bytes());
            body.push(b'=');
            for _ in 0..next(&mut seed) % 40 {
                body.push(next(&mut seed).to_le_bytes()[0]);
            }
            body.push(b'&');
        }
        // Sent beside a token that is right, so that the handlers get to see it.
        let path = *pick(&mut seed, &paths);
        let answer = send(browser, Method::POST, path, body.clone()).await;
        assert!(answer.status < 500 && answer.status != 200, "{path} {body:?}: {}", answer.status);
    }
}

/// Numbers that are the same in every run (Numerical Recipes' generator).
fn next(seed: &mut u32) -> u32 {
    *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    *seed >> 16
}

fn pick<'a, T>(seed: &mut u32, from: &'a [T]) -> &'a T {
    &from[next(seed) as usize % from.len()]
}

#[tokio::test]
async fn h_03_only_what_is_offered_is_answered() {
    let house = House::open().await;
    let address = house.server.address();
    for method in ["PUT", "DELETE", "PATCH", "PROPFIND", "BREW", "TRACE", "TRACK", "DEBUG"] {
        for path in ["/login", "/signup", "/signup/resend", "/healthz", "/"] {
            let request =
                format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nX-Probe: echo-me\r\nConnection: close\r\n\r\n");
            let answer = raw::exchange(address, request.as_bytes()).await;
            assert_eq!(raw::status(&answer), Some(405), "{method} {path}: {answer}");
            assert!(!answer.contains("echo-me"), "{method} {path}");
            assert!(answer.to_lowercase().contains("\r\nallow: "), "{method} {path}: {answer}");
        }
    }
    let connect = "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\nConnection: close\r\n\r\n";
    let answer = raw::exchange(address, connect.as_bytes()).await;
    assert!(raw::status(&answer).is_some_and(|status| (400..500).contains(&status)), "{answer}");
}
