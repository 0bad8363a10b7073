//! What goes wrong with log-ins in Leptos applications, each with the name that it is known by.

use std::{collections::BTreeSet, env, process::Command};

use vestibule_testing::{
    Person,
    browser::{Script, Wasm},
    http::Method,
    pages::LogIn,
};

use crate::{ada, in_a_browser, server};

#[tokio::test]
async fn a_session_set_in_a_server_function_is_lost() {
    let (server, mailbox) = server().await;
    let ada = Person::signed_up(&server, &mailbox).await;
    // Server functions know the session at once, and don't change or end it: with script and without.
    let form = ada.browser.open("/invoices").await.elements();
    let action = form
        .iter()
        .find(|element| element.tag == "form" && element.get("action").is_some_and(|at| at.starts_with("/api/")));
    let action = action.and_then(|form| form.get("action")).expect("the form of a server function").to_owned();
    let call = |browser: &vestibule_testing::Client, accept: &'static str| {
        browser
            .request(Method::POST, &action)
            .header("accept", accept)
            .header("content-type", "application/x-www-form-urlencoded")
            .body("note=paid")
            .send()
    };
    for accept in ["text/html", "application/json"] {
        let answer = call(&ada.browser, accept).await;
        assert!(answer.status < 400, "{accept}: {}", answer.status);
        assert!(answer.set_cookies().is_empty(), "{accept}: {:?}", answer.set_cookies());
        assert!(ada.is_logged_in().await, "{accept}");
    }
    let page = ada.browser.get("/invoices").await.text();
    assert_eq!(page.matches("<li>paid</li>").count(), 2, "{page}");
    // Nobody's are refused.
    assert_eq!(call(&server.client(), "application/json").await.status, 401);
}

#[tokio::test]
async fn a_flash_of_the_wrong_state() {
    in_a_browser(Script::On, async |house| {
        let (ada, browser) = (ada(house).await, &house.browser);
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        for path in ["/", "/invoices", "/auth/account"] {
            house.gate.set_wasm(Wasm::Held);
            browser.goto(path).await;
            let body = "return document.body.outerHTML.replace(/<script.*?<\\/script>/g, '')";
            let before: String = browser.evaluate(body).await;
            assert!(before.contains(&ada.email), "{path}: the first HTML knows who is there");
            house.gate.set_wasm(Wasm::Passes);
            browser.hydrated().await;
            let after: String = browser.evaluate(body).await;
            assert_eq!(before, after, "{path}");
            assert!(browser.layout_shift().await < 0.001, "{path}");
        }
    })
    .await;
}

#[test]
fn features_unified_by_the_workspace() {
    for (wanted, unwanted) in [("ssr", "hydrate"), ("hydrate", "ssr")] {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let arguments = [
            "tree",
            "--offline",
            "--locked",
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}|{f}",
            "--features",
            wanted,
        ];
        let tree =
            Command::new(cargo).current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().expect("cargo runs");
        let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
        let features = |package: &str| -> BTreeSet<String> {
            let line = tree.lines().find(|line| line.starts_with(&format!("{package} v")));
            let (_, features) =
                line.and_then(|line| line.split_once('|')).unwrap_or_else(|| panic!("{package} in {tree}"));
            features.trim_end_matches(" (*)").split(',').map(str::to_owned).collect()
        };
        for package in ["leptos", "tachys", "vestibule", "vestibule-ui"] {
            let features = features(package);
            assert!(!features.contains(unwanted), "{package} has {unwanted} beside {wanted}");
            assert!(features.contains(wanted) || package == "tachys", "{package} lacks {wanted}: {features:?}");
        }
    }
}

#[tokio::test]
async fn ids_differ_on_the_second_request() {
    let (server, _mailbox) = server().await;
    let ids = async || -> Vec<String> {
        let page = server.client().get("/auth/signup").await;
        page.elements().iter().filter_map(|element| element.get("id").map(str::to_owned)).collect()
    };
    let (first, second) = (ids().await, ids().await);
    assert!(first.len() > 2, "{first:?}");
    assert_eq!(first, second);
    assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), first.len(), "no id twice: {first:?}");
}

#[tokio::test]
async fn a_password_manager_cannot_see_the_fields() {
    in_a_browser(Script::On, async |house| {
        let browser = &house.browser;
        house.gate.set_wasm(Wasm::Held);
        browser.goto("/auth/login").await;
        // It fills what it finds in the first HTML, before anything hydrates.
        let fill = "document.querySelector('form[method=post] input[autocomplete=username]').value = 'ada@example.org'; \
                    const field = document.querySelector('form[method=post] input[type=password][autocomplete=current-password]'); \
                    field.value = 'velvet otter'; field.filled = true;";
        browser.evaluate::<()>(fill).await;
        house.gate.set_wasm(Wasm::Passes);
        let log_in = LogIn::on(browser).await;
        assert_eq!(log_in.email().await.value().await, "ada@example.org");
        assert_eq!(log_in.password().await.value().await, "velvet otter");
        let is_same = "return document.querySelector('input[type=password]').filled === true";
        assert!(browser.evaluate::<bool>(is_same).await, "the field is the one that was filled");
    })
    .await;
}

#[tokio::test]
async fn refresh_crashes() {
    in_a_browser(Script::On, async |house| {
        let (ada, browser) = (ada(house).await, &house.browser);
        for path in ["/", "/auth/login", "/auth/signup", "/auth/forgot-password"] {
            browser.goto(path).await;
            browser.hydrated().await;
            browser.driver().refresh().await.expect("the page reloads");
            browser.hydrated().await;
        }
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        for path in
            ["/", "/invoices", "/auth/account", "/auth/account/sessions", "/auth/account/password", "/auth/logout"]
        {
            browser.goto(path).await;
            browser.hydrated().await;
            browser.driver().refresh().await.expect("the page reloads");
            browser.hydrated().await;
        }
        // That nothing panicked is said by the console, which is looked at in the end.
    })
    .await;
}
