//! Northwind's own tests: its program over a socket, with people, mail and a clock from the test kit.

use std::time::Duration;

use vestibule_testing::{Clock, Mailbox, Person, Server, Signal, http::Method};

/// The program, the mail server that it knows, and its clock: all end with the test.
async fn northwind() -> (Server, Mailbox, Clock) {
    let (mailbox, clock) = (Mailbox::open().await, Clock::new());
    let server = Server::builder()
        .program(env!("CARGO_BIN_EXE_axum-host"))
        // What main.rs says, so that people know where the pages are.
        .set("mount", "/auth")
        .mailbox(&mailbox)
        .clock(&clock)
        .start()
        .await;
    (server, mailbox, clock)
}

#[tokio::test]
async fn a_page_asks_for_a_log_in_and_comes_back() {
    let (server, mailbox, _clock) = northwind().await;
    let ada = Person::signed_up(&server, &mailbox).await;
    let ada = ada.elsewhere(server.client());
    let asked = ada.browser.get("/invoices?page=2").await;
    assert_eq!(asked.location().as_deref(), Some("/auth/login?return_to=%2Finvoices%3Fpage%3D2"));
    let form = ada.browser.follow(asked).await.form("log-in");
    let answer = ada.browser.submit(&form.fill("email", &ada.email).fill("password", &ada.password)).await;
    assert_eq!(answer.location().as_deref(), Some("/invoices?page=2"));
    let page = ada.browser.follow(answer).await;
    assert_eq!(page.text(), format!("<h1>Invoices of {}</h1>", ada.email));
}

#[tokio::test]
async fn a_log_in_that_was_asked_for_nowhere_leads_home() {
    let (server, mailbox, _clock) = northwind().await;
    let ada = Person::signed_up(&server, &mailbox).await;
    let ada = ada.elsewhere(server.client());
    assert_eq!(ada.log_in().await.location().as_deref(), Some("/invoices"));
    // Nothing that a link says leads to another site (L-09).
    let ada = ada.elsewhere(server.client());
    let form = ada.browser.form("/auth/login?return_to=https://evil.example/", "log-in").await;
    let answer = ada.browser.submit(&form.fill("email", &ada.email).fill("password", &ada.password)).await;
    assert_eq!(answer.location().as_deref(), Some("/invoices"));
}

#[tokio::test]
async fn every_address_in_pages_and_mails_is_below_the_mount() {
    let (server, mailbox, _clock) = northwind().await;
    let ada = Person::new(&server);
    ada.sign_up().await;
    let mail = mailbox.wait_for(&ada.email).await;
    assert!(mail.link().starts_with(&server.url("/auth/confirm-email?token=")), "{}", mail.link());
    for path in ["/auth/login", "/auth/signup", "/auth/forgot-password"] {
        let page = ada.browser.open(path).await;
        assert_eq!(page.status, 200, "{path}");
        let addresses = page.elements().into_iter().flat_map(|element| {
            ["href", "src", "action"]
                .map(|name| element.get(name).map(str::to_owned))
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
        });
        // The terms are Northwind's own.
        for address in addresses.filter(|address| address.starts_with('/') && address != "/terms") {
            assert!(address.starts_with("/auth/"), "{address} on {path}");
        }
    }
}

#[tokio::test]
async fn the_package_carries_what_browsers_load() {
    let (server, _mailbox, _clock) = northwind().await;
    let browser = server.client();
    let page = browser.get("/auth/login").await;
    let files: Vec<String> = page
        .elements()
        .iter()
        .filter_map(|element| element.get("href").or(element.get("src")))
        .filter(|path| path.starts_with("/auth/assets/"))
        .map(str::to_owned)
        .collect();
    assert_eq!(files.len(), 3, "a stylesheet, a script and its wasm: {files:?}");
    let mut script = String::new();
    for file in files {
        let answer = browser.get(&file).await;
        assert_eq!(answer.status, 200, "{file}");
        if file.ends_with(".js") {
            script = answer.text();
        }
    }
    // The names of islands are hashes: those of the page must be those that the script knows.
    let islands: Vec<String> =
        page.elements().iter().filter_map(|element| element.get("data-component")).map(str::to_owned).collect();
    assert!(!islands.is_empty(), "the log-in has behaviours");
    for island in islands {
        assert!(script.contains(&island), "the script doesn't know {island}");
    }
}

#[tokio::test]
async fn in_development_the_mailbox_stands_in_for_a_mail_server() {
    let server = Server::builder()
        .program(env!("CARGO_BIN_EXE_axum-host"))
        .set("mount", "/auth")
        .without("smtp")
        .without("mail_from")
        .development()
        .start()
        .await;
    let ada = Person::new(&server);
    ada.sign_up().await;
    server.wait_for_log("a letter was delivered").await;
    let mailbox = ada.browser.get("/auth/dev/mail").await;
    assert!(mailbox.text().contains(&ada.email), "{}", mailbox.text());
    let links = mailbox.elements().into_iter().filter_map(|element| element.get("href").map(str::to_owned));
    assert!(links.into_iter().any(|link| link == "/auth/login"), "{}", mailbox.text());
}

#[tokio::test]
async fn a_script_is_told_401_and_where_it_stands() {
    let (server, mailbox, _clock) = northwind().await;
    let browser = server.client();
    let api = |browser: &vestibule_testing::Client| {
        browser.request(Method::GET, "/api/me").header("accept", "application/json").send()
    };
    assert_eq!(api(&browser).await.status, 401);
    let nobody = browser.get("/auth/session").await;
    assert_eq!(nobody.text(), r#"{"state":"LoginRequired","needs":"/auth/login","user":null,"expires_at":null}"#);
    assert_eq!(nobody.header("cache-control"), Some("no-store"));
    let ada = Person::signed_up(&server, &mailbox).await;
    let me = api(&ada.browser).await;
    assert_eq!((me.status, me.text().len()), (200, 32));
    let session = ada.browser.get("/auth/session").await.text();
    let user = format!(r#"{{"state":"LoggedIn","needs":null,"user":{{"id":"{}","email":"{}","#, me.text(), ada.email);
    assert!(session.starts_with(&user), "{session}");
    assert!(session.contains(r#","orgs":[],"properties":{}},"expires_at":""#), "{session}");
}

#[tokio::test]
async fn what_is_sensitive_asks_for_a_factor_again_and_comes_back() {
    let (server, mailbox, clock) = northwind().await;
    let ada = Person::signed_up(&server, &mailbox).await;
    assert_eq!(ada.browser.get("/danger").await.status, 200, "the factor was shown a moment ago");
    clock.advance(Duration::from_secs(11 * 60));
    let asked = ada.browser.get("/danger").await;
    assert_eq!(asked.location().as_deref(), Some("/auth/step-up?return_to=%2Fdanger"));
    assert_eq!(ada.browser.get("/invoices").await.status, 200, "the rest stays open");
    let form = ada.browser.follow(asked).await.form("step-up");
    let answer = ada.browser.submit(&form.fill("password", &ada.password)).await;
    assert_eq!(answer.location().as_deref(), Some("/danger"));
    assert_eq!(ada.browser.follow(answer).await.status, 200);
}

#[tokio::test]
async fn a_code_of_the_app_leads_back_to_where_it_was_asked_for() {
    let (server, mailbox, clock) = northwind().await;
    let ada = Person::signed_up(&server, &mailbox).await;
    let (app, _) = ada.enrol(&clock).await;
    for path in ["/danger", "/auth/account/email"] {
        clock.advance(Duration::from_secs(11 * 60));
        let asked = ada.browser.get(path).await;
        let form = ada.browser.follow(asked).await.form("step-up");
        let answer = ada.browser.submit(&form.fill("code", &app.next_code(&clock))).await;
        assert_eq!(answer.location().as_deref(), Some(path));
        assert_eq!(ada.browser.follow(answer).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn a_log_out_closes_the_host_too() {
    let (server, mailbox, _clock) = northwind().await;
    let ada = Person::signed_up(&server, &mailbox).await;
    // The same session in two tabs: they share their cookies.
    let other_tab = ada.browser.clone();
    assert_eq!(other_tab.get("/invoices").await.status, 200);
    let front = ada.browser.get("/").await;
    assert_eq!(front.part("user").expect("the user button").get("data-state"), Some("known"));
    let answer = ada.browser.submit(&front.form("log-out")).await;
    assert_eq!(answer.location().as_deref(), Some("/auth/login?notice=logged-out"));
    let front = ada.browser.get("/").await;
    assert_eq!(front.part("user").expect("the user button").get("data-state"), Some("anonymous"));
    assert_eq!(other_tab.get("/invoices").await.status, 303);
}

#[tokio::test]
async fn a_screen_of_the_hosts_takes_the_place_of_ours_and_does_what_ours_did() {
    let (server, mailbox, _clock) = northwind().await;
    let ada = Person::signed_up(&server, &mailbox).await;
    let page = ada.browser.get("/auth/logout").await;
    let title = page.part("title").expect("a title").text;
    assert_eq!(title, format!("Leaving so soon, {}?", ada.email));
    let answer = ada.browser.submit(&page.form("log-out")).await;
    assert_eq!(answer.location().as_deref(), Some("/auth/login?notice=logged-out"));
    assert!(!ada.is_logged_in().await);
}

#[tokio::test]
async fn what_browsers_build_from_every_page_is_what_was_written() {
    let (server, mailbox, _clock) = northwind().await;
    let ada = Person::signed_up(&server, &mailbox).await;
    let (known, nobody) = (&ada.browser, &server.client());
    let pages = [
        (nobody, "/"),
        (nobody, "/auth/login"),
        (nobody, "/auth/signup"),
        (known, "/"),
        (known, "/auth/logout"),
        (known, "/auth/account"),
        (known, "/auth/account/sessions"),
    ];
    for (browser, path) in pages {
        let page = browser.get(path).await.text();
        let (_, body) = page.split_once("<body").and_then(|(_, rest)| rest.split_once('>')).expect("a body");
        let (body, _) = body.split_once("</body>").expect("a body that ends");
        let findings = vestibule_hydration::check_markup(path, body);
        assert!(findings.is_empty(), "{path}: {findings:#?}");
    }
    let log_in = server.client().get("/auth/login").await;
    assert_eq!(log_in.part("title").expect("a title").text, "Log in to your invoices");
    let log_in = log_in.text();
    assert!(log_in.contains("href=\"/terms\">Terms</a>"), "the slot is on every screen");
}

#[tokio::test]
async fn what_is_the_hosts_stays_the_hosts() {
    let (server, _mailbox, _clock) = northwind().await;
    let browser = server.client();
    // Its own headers, its own page for what isn't there, its own door for other servers.
    assert_eq!(browser.get("/").await.header("content-security-policy"), None);
    assert_eq!(browser.get("/nothing").await.text(), "Northwind has no such page");
    let called = browser.request(Method::POST, "/webhook").header("sec-fetch-site", "cross-site").send().await;
    assert_eq!((called.status, called.text().as_str()), (200, "thanks"));
    // Ours are still ours.
    let ours = browser.get("/auth/nothing").await;
    assert_eq!((ours.status, ours.screen().as_deref()), (404, Some("trouble")));
    assert!(browser.get("/auth/login").await.header("content-security-policy").is_some());
    let posted = browser.request(Method::POST, "/auth/login").header("sec-fetch-site", "cross-site").send().await;
    assert_eq!(posted.status, 403);
    assert_eq!(browser.get("/login").await.status, 404, "nothing of ours stands outside of the mount");
}

#[tokio::test]
async fn people_in_any_state_are_led_to_what_they_lack() {
    let server = Server::builder()
        .program(env!("CARGO_BIN_EXE_axum-host"))
        .set("mount", "/auth")
        .set("organisation_required", "true")
        .testing()
        .start()
        .await;
    let control = server.control();
    for (state, page) in [
        ("LoginRequired", "/auth/login"),
        ("TwoFactorRequired", "/auth/second-factor"),
        ("EmailNotConfirmedYet", "/auth/confirm-email"),
        ("UpdatePasswordRequired", "/auth/update-password"),
        ("UserMustBeInAtLeastOneOrg", "/auth/choose-org"),
    ] {
        let person = control.person(state).make().await;
        assert_eq!(person.browser.get("/invoices").await.location().as_deref(), Some(page), "{state}");
        let api = person.browser.request(Method::GET, "/api/me").header("accept", "application/json");
        assert_eq!(api.send().await.status, 401, "{state}");
    }
    let ada = control.person("LoggedIn").org("Acme").make().await;
    assert_eq!(ada.browser.get("/invoices").await.status, 200);
}

#[tokio::test]
async fn a_stop_is_clean_and_forgets_nobody() {
    let (mut server, mailbox, _clock) = northwind().await;
    let ada = Person::signed_up(&server, &mailbox).await;
    let ended = server.stop(Signal::Terminate).await;
    assert!(ended.status.success(), "{:?} {}", ended.status, ended.stderr);
    server.restart().await;
    assert_eq!(ada.browser.get("/invoices").await.status, 200);
}
