//! What every answer carries, and what none holds.

use vestibule_testing::http::Method;

use super::crawl;
use crate::house::House;

#[tokio::test]
async fn b_06_every_answer_is_protected() {
    for base_url in [None, Some("https://auth.test")] {
        let house = House::with(|server| match base_url {
            Some(url) => server.base_url(url),
            None => server,
        })
        .await;
        let answers = crawl::everything(&house).await;
        let statuses: std::collections::BTreeSet<u16> = answers.iter().map(|answer| answer.status).collect();
        for status in [200, 303, 400, 403, 404, 405, 410, 413, 422, 429] {
            assert!(statuses.contains(&status), "the crawl met no {status}: {statuses:?}");
        }
        for answer in answers {
            let what = format!("{} {}", answer.status, answer.path);
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{what}");
            assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{what}");
            assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"), "{what}");
            assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"), "{what}");
            assert!(answer.header("permissions-policy").is_some_and(|policy| policy.contains("camera=()")), "{what}");
            for chatty in ["server", "x-powered-by", "via"] {
                assert_eq!(answer.header(chatty), None, "{what}");
            }
            let strict = answer.header("strict-transport-security");
            assert_eq!(strict.is_some(), base_url.is_some(), "{what}");
            if let Some(strict) = strict {
                let seconds = strict.split([';', ' ']).find_map(|part| part.strip_prefix("max-age="));
                assert!(
                    seconds.and_then(|seconds| seconds.parse().ok()).is_some_and(|year: u64| year >= 31_536_000),
                    "{what}"
                );
            }
        }
    }
}

#[tokio::test]
async fn b_07_caches_keep_files_and_nothing_else() {
    let house = House::open().await;
    for answer in crawl::everything(&house).await {
        let is_file = answer.path.starts_with("/assets/") && answer.status == 200;
        let caching = answer.header("cache-control").unwrap_or_default();
        assert_eq!(caching == "no-store", !is_file, "{} {}: {caching}", answer.status, answer.path);
        assert!(!is_file || answer.set_cookies().is_empty(), "{}", answer.path);
        assert!(!is_file || caching.contains("immutable"), "{}", answer.path);
    }
}

#[tokio::test]
async fn b_08_no_other_origin_may_read() {
    let house = House::open().await;
    let person = house.person().await;
    let own = house.server.base_url();
    let origins = [
        "https://evil.example",
        "null",
        "http://localhost",
        "http://localhost.evil.example",
        "https://localhost",
        "http://127.0.0.1",
        "file://",
        "chrome-extension://abcdefghijklmnop",
        "http://evil.example:3000",
        own,
    ];
    for origin in origins {
        for path in ["/", "/login", "/signup", "/healthz", "/nowhere"] {
            for method in [Method::GET, Method::OPTIONS, Method::POST] {
                let request = person.browser.request(method.clone(), path).header("origin", origin);
                let request = request.header("access-control-request-method", "POST");
                let answer = request.header("access-control-request-headers", "content-type").send().await;
                let allows = answer.headers.keys().find(|name| name.as_str().starts_with("access-control-"));
                assert_eq!(allows, None, "{method} {path} from {origin}");
            }
        }
    }
}

#[tokio::test]
async fn b_11_pages_hold_no_secret_and_nobody_elses_data() {
    let house = House::open().await;
    let other = house.person().await;
    let pages = crawl::pages(&house).await;
    let mine = house.person().await;
    let mut all = pages;
    for path in ["/", "/logout", "/nowhere"] {
        all.push(mine.browser.get(path).await);
    }
    let secrets = [other.browser.cookie("session"), other.browser.cookie("browser"), mine.browser.cookie("session")];
    let codes: Vec<String> = house.mailbox.all().iter().filter_map(vestibule_testing::Mail::find_code).collect();
    for page in all {
        let text = page.text();
        let what = format!("{} {}", page.status, page.path);
        for word in ["$argon2", "password_hash", "secret", other.email.as_str(), other.password.as_str()] {
            assert!(!text.contains(word), "{what} has {word}");
        }
        for secret in secrets.iter().flatten().chain(&codes) {
            assert!(!text.contains(secret.as_str()), "{what} has {secret}");
        }
        for element in page.elements() {
            assert!(
                !(element.is("type", "password") && element.get("value").is_some()),
                "{what}: a password came back"
            );
            let props = element.get("data-props").unwrap_or_default();
            assert!(!props.contains('@') && !props.contains("form_token"), "{what}: {props}");
        }
    }
}
