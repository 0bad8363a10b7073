//! What is said of somebody is true: password, second factor, organisation, properties, and cookies for another browser.

use vestibule_testing::{Clock, http::Method};

use crate::{server, server_with, state_of};

#[tokio::test]
async fn a_password_and_a_code_log_in_for_real() {
    let server = server().await;
    let somebody = server.control().person("LoginRequired").second_factor(true).make().await;
    let answer = somebody.log_in().await;
    assert_eq!(answer.location().as_deref(), Some("/second-factor"), "{}", answer.text());
    let app = somebody.authenticator.as_ref().expect("it was asked for");
    let answer = somebody.second_factor(&app.code(&Clock::new())).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(somebody.is_logged_in().await);
}

#[tokio::test]
async fn a_session_that_waits_for_a_factor_takes_it() {
    let server = server().await;
    let somebody = server.control().person("TwoFactorRequired").make().await;
    let app = somebody.authenticator.as_ref().expect("the state has one");
    assert_eq!(somebody.second_factor(&app.code(&Clock::new())).await.status, 303);
    assert!(somebody.is_logged_in().await);

    let another = server.control().person("TwoFactorRequired").make().await;
    assert_eq!(another.backup_codes.len(), 10);
    assert_eq!(another.backup_code(&another.backup_codes[3]).await.status, 303);
    assert!(another.is_logged_in().await);
}

#[tokio::test]
async fn nobody_is_written_to_about_what_nobody_did() {
    let server = server().await;
    let control = server.control();
    let somebody = control.person("LoggedIn").second_factor(true).org("Acme").role("owner").make().await;
    // A letter that was queued before would have come before this one.
    assert_eq!(somebody.elsewhere(control.client()).ask_for_log_in_mail().await.status, 303);
    let first = control.mail(&somebody.email).await;
    assert!(first.code.is_some(), "{}", first.subject);
    let page = somebody.browser.get("/account/second-factor").await;
    assert_eq!(page.status, 200, "{}", page.text());
}

#[tokio::test]
async fn somebody_is_as_they_were_asked_for() {
    const SCHEMA: &str = "[[property]]\nname = 'name'\nlabel = 'Your name'\nrequired = true\n\
         [[property]]\nname = 'team'\nlabel = 'People'\nkind = 'number'\nmin = 2\nmax = 9\n";
    let server = server_with(|server| server.file("properties", SCHEMA)).await;
    let control = server.control();
    let wanted = control.person("LoggedIn").email("Grace@example.org").org("Acme").role("admin");
    let grace = wanted.property("name", "Grace Hopper").property("team", 7).make().await;
    assert_eq!(grace.email, "Grace@example.org");
    let profile = grace.browser.get("/account/profile").await;
    let form = profile.form("properties");
    assert_eq!((form.value("name"), form.value("team")), (Some("Grace Hopper"), Some("7")), "{}", profile.text());

    let taken = control.person("LoggedIn").email("grace@EXAMPLE.org").ask().await;
    assert_eq!(taken.status, 422, "{}", taken.text());
    assert!(taken.text().contains("has an account already"), "{}", taken.text());
}

#[tokio::test]
async fn another_browser_begins_with_the_cookies() {
    let server = server_with(|server| server.base_url("https://northwind.test")).await;
    let somebody = server.control().person("LoggedIn").make().await;
    let cookie = &somebody.storage_state["cookies"][0];
    assert_eq!(cookie["name"], "__Host-session");
    assert_eq!((cookie["domain"].as_str(), cookie["path"].as_str()), (Some("northwind.test"), Some("/")));
    assert_eq!((cookie["secure"].as_bool(), cookie["httpOnly"].as_bool()), (Some(true), Some(true)));
    assert_eq!((cookie["sameSite"].as_str(), cookie["expires"].as_i64()), (Some("Lax"), Some(-1)));
    assert_eq!(somebody.storage_state["origins"], serde_json::json!([]));
    let browser = server.client();
    let value = cookie["value"].as_str().expect("a text");
    let request = browser.request(Method::GET, "/session").header("cookie", &format!("__Host-session={value}"));
    assert!(request.send().await.text().contains("LoggedIn"));

    let nobody = server.control().person("LoginRequired").make().await;
    assert_eq!(nobody.storage_state, serde_json::json!({ "cookies": [], "origins": [] }));
    assert_eq!(state_of(&nobody.browser).await, "LoginRequired");
}

#[tokio::test]
async fn made_up_addresses_are_new_after_a_restart() {
    let mut server = server().await;
    let first = server.control().person("LoginRequired").make().await.email.clone();
    server.restart().await;
    let second = server.control().person("LoginRequired").make().await.email.clone();
    assert_ne!(first, second);
}
