//! The control API of the test kit opens every account: it is nowhere but where it was asked for, and there for nobody
//! but a program on the same machine.

use vestibule_testing::{Client, Server, ServerBuilder, http::Method};

use crate::house::{House, turn};

/// Every route of it.
const ROUTES: [(Method, &str, &str); 7] = [
    (Method::POST, "/__test/people", "{\"state\":\"LoggedIn\"}"),
    (Method::GET, "/__test/mail?to=ada@example.org", ""),
    (Method::POST, "/__test/clock", "{\"advance\":7200}"),
    (Method::DELETE, "/__test/clock", ""),
    (Method::POST, "/__test/limits/reset", ""),
    (Method::POST, "/__test/fail", "{\"what\":\"database\",\"for\":60}"),
    (Method::DELETE, "/__test/fail", ""),
];

/// Asks every route with these headers; each answers as if it weren't there, with the page of any unknown address.
async fn absent(browser: &Client, headers: &[(&str, &str)]) {
    for (method, path, body) in ROUTES {
        let request = browser.request(method.clone(), path).body(body);
        let answer = headers.iter().fold(request, |request, (name, value)| request.header(name, value)).send().await;
        assert_eq!(answer.status, 404, "{method} {path} {headers:?}: {}", answer.text());
        // A mail that hasn't come is a 404, too: it would be JSON.
        assert_eq!(answer.screen().as_deref(), Some("trouble"), "{method} {path} {headers:?}");
    }
}

#[tokio::test]
async fn h_12_nobody_is_made_who_didn_t_ask_for_tests() {
    for change in [None, Some("development")] {
        let house = House::with(|server| change.map_or(server.clone(), |key| server.set(key, "true"))).await;
        absent(&house.browser(), &[]).await;
        // Neither does the header of a space do anything: limits are counted as ever.
        let browser = house.browser();
        let mut looked_at = 0;
        for number in 0..40 {
            let form = browser.form("/login", "log-in").await.fill("password", "not the right one at all");
            let form = form.fill("email", &format!("somebody-{number}@example.org"));
            let request = browser.submission(&form).header("x-test-space", &format!("space-{number}"));
            looked_at += usize::from(request.send().await.status != 429);
        }
        assert!(looked_at <= 25, "{looked_at} of 40");
        assert!(!house.server.logs().contains("control API"), "{}", house.server.logs());
    }
}

#[tokio::test]
async fn h_12_tests_are_refused_in_public() {
    let _turn = turn().await;
    for (base_url, listen) in [
        ("https://login.example.com", "127.0.0.1:0"),
        ("https://northwind.test.example.com", "127.0.0.1:0"),
        ("https://northwind.test", "0.0.0.0:0"),
        ("http://localhost:3000", "[::]:0"),
        ("http://localhost:3000", "192.0.2.7:3000"),
    ] {
        let ended = Server::builder().testing().base_url(base_url).set("listen", listen).ends().await;
        assert_eq!(ended.status.code(), Some(2), "{base_url} {listen}: {}", ended.stderr);
        assert!(ended.stderr.contains("testing: only"), "{base_url} {listen}: {}", ended.stderr);
    }
}

#[tokio::test]
async fn h_12_the_control_api_is_not_there_for_anybody_else() {
    let house = House::with(ServerBuilder::testing).await;
    let browser = house.browser();
    for name in ["x-forwarded-for", "x-forwarded-proto", "forwarded", "x-real-ip", "via", "cf-connecting-ip"] {
        absent(&browser, &[(name, "127.0.0.1")]).await;
    }
    for site in ["cross-site", "same-site"] {
        absent(&browser, &[("sec-fetch-site", site)]).await;
    }
    for origin in ["https://evil.example", "http://localhost:1", "null"] {
        absent(&browser, &[("origin", origin)]).await;
    }
    // An address that leads here, as a page of somebody else's would use it. Whoever looks at a page is led to our name,
    // whatever page it is.
    for (method, path, body) in ROUTES {
        for host in ["evil.example", "127.0.0.1", "localhost:1"] {
            let request = browser.request(method.clone(), path).header("host", host).body(body);
            let answer = request.send().await;
            let expected = if method == Method::GET { 303 } else { 404 };
            assert_eq!(answer.status, expected, "{method} {path} {host}: {}", answer.text());
        }
    }
    for path in ["/__test", "/__test/", "/__test/people/", "/__TEST/people", "/%5f_test/people", "//__test/people"] {
        let answer = browser.request(Method::POST, path).body("{\"state\":\"LoggedIn\"}").send().await;
        assert_eq!(answer.status, 404, "{path}");
    }
    // And it is there for whom it is.
    let answer = browser.request(Method::POST, "/__test/people").body("{\"state\":\"LoggedIn\"}").send().await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    assert_eq!(browser.get("/gallery").await.status, 404, "one key is not the other");
    assert_eq!(browser.get("/dev/mail").await.status, 404);
    house.server.wait_for_log("the test kit's control API is on").await;
}
