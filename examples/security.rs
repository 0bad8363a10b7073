//! The security rows that concern a host, as each example's tests have them: where a log-in may lead, what stands below
//! the mount, who is believed behind a proxy, what our answers carry, and whose cookies are read.

use vestibule_testing::{Client, Form, Mailbox, Person, Server};

use crate::northwind;

/// A page of Northwind's that is for those who are logged in, with a query.
const INSIDE: &str = "/invoices?page=2";

async fn open(
    choose: impl FnOnce(vestibule_testing::ServerBuilder) -> vestibule_testing::ServerBuilder,
) -> (Server, Mailbox) {
    let mailbox = Mailbox::open().await;
    (choose(northwind(Server::builder().mailbox(&mailbox))).start().await, mailbox)
}

async fn log_in_form(browser: &Client, person: &Person) -> Form {
    let form = browser.form(&browser.mount().at("/login"), "log-in").await;
    form.fill("email", &person.email).fill("password", &person.password)
}

#[tokio::test]
async fn l_09_a_log_in_leads_to_no_other_site() {
    let (server, mailbox) = open(|server| server).await;
    let ada = Person::signed_up(&server, &mailbox).await;
    let payloads = [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "/%09/evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://localhost@evil.example/",
        "/invoices\r\nset-cookie: session=x",
    ];
    for payload in payloads {
        let browser = server.client();
        let form = log_in_form(&browser, &ada).await.without("return_to").with("return_to", payload);
        let answer = browser.submit(&form).await;
        assert_eq!(answer.location().as_deref(), Some("/invoices"), "{payload:?}");
        assert!(answer.set_cookies().iter().all(|cookie| !cookie.starts_with("session=x")), "{payload:?}");
    }
    let browser = server.client();
    let asked = browser.get(INSIDE).await;
    let form = browser.follow(asked).await.form("log-in").fill("email", &ada.email).fill("password", &ada.password);
    assert_eq!(browser.submit(&form).await.location().as_deref(), Some(INSIDE));
}

#[tokio::test]
async fn s_01_cookies_are_the_mounts_and_the_hosts_alone() {
    let (server, mailbox) = open(|server| server.base_url("https://northwind.example.test")).await;
    let ada = Person::new(&server);
    ada.sign_up().await;
    let answer = ada.confirm_by_code(&mailbox).await;
    let session = answer.set_cookies().into_iter().find(|cookie| cookie.starts_with("__Host-auth.session="));
    let session = session.unwrap_or_else(|| panic!("no session in {:?}", answer.set_cookies()));
    for attribute in ["; Path=/", "; HttpOnly", "; Secure", "; SameSite=Lax"] {
        assert!(session.contains(attribute), "{session}");
    }
    assert!(!session.contains("Domain"), "{session}");
    // A cookie that a sibling host planted for the whole domain has another name, since no sibling may write ours.
    let token = ada.browser.cookie("__Host-auth.session").expect("somebody is logged in");
    let victim = server.client();
    for planted in ["session", "auth.session", "__Host-session", "__Secure-auth.session"] {
        victim.set_cookie(planted, &token);
    }
    assert_eq!(victim.get(INSIDE).await.status, 303, "what a sibling planted is nobody's session");
    assert_eq!(ada.browser.get(INSIDE).await.status, 200);
}

#[tokio::test]
async fn b_04_a_sibling_host_is_a_stranger() {
    let (server, mailbox) = open(|server| server.base_url("https://northwind.example.test")).await;
    let ada = Person::signed_up(&server, &mailbox).await;
    let form = ada.browser.form("/auth/logout", "log-out").await;
    let sibling = ada.browser.submission(&form).header("sec-fetch-site", "same-site");
    assert_eq!(sibling.send().await.status, 403);
    let origin = "https://shop.example.test";
    let sibling = ada.browser.submission(&form).without("sec-fetch-site").header("origin", origin);
    assert_eq!(sibling.send().await.status, 403);
    assert!(ada.is_logged_in().await);
}

#[tokio::test]
async fn b_06_our_answers_are_protected_below_the_mount() {
    let (server, _mailbox) = open(|server| server).await;
    for path in ["/auth/login", "/auth/session", "/auth/nothing", "/auth/account"] {
        let answer = server.client().get(path).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}: {name}");
        }
        let policy = answer.header("content-security-policy").unwrap_or_else(|| panic!("{path} has no policy"));
        for rule in ["base-uri 'none'", "frame-ancestors 'none'", "form-action"] {
            assert!(policy.contains(rule), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
    }
}

#[tokio::test]
async fn r_01_only_a_configured_proxy_is_believed() {
    let guess = async |browser: &Client, number: usize| {
        let form = browser.form("/auth/login", "log-in").await;
        let form = form.fill("email", &format!("somebody-{number}@example.org")).fill("password", "not the right one");
        let address = format!("203.0.113.{number}");
        browser.submission(&form).header("x-forwarded-for", &address).send().await.status
    };
    let (server, _mailbox) = open(|server| server).await;
    let browser = server.client();
    let mut looked_at = 0;
    for number in 0..40 {
        looked_at += usize::from(guess(&browser, number).await != 429);
    }
    assert!(looked_at < 40, "no guess of one client that makes up addresses was refused");
    let (server, _mailbox) = open(|server| server.set("trusted_proxies", "127.0.0.0/8")).await;
    let proxy = server.client();
    for number in 0..40 {
        assert_eq!(guess(&proxy, number).await, 422, "forty clients behind one proxy");
    }
}

#[tokio::test]
async fn b_07_nobody_keeps_a_page_that_knows_somebody() {
    let (server, mailbox) = open(|server| server).await;
    let ada = Person::signed_up(&server, &mailbox).await;
    for path in ["/", "/auth/account", "/auth/session"] {
        let answer = ada.browser.get(path).await;
        assert_eq!((answer.status, answer.header("cache-control")), (200, Some("no-store")), "{path}");
    }
}
