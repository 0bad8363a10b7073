//! What fails on purpose fails as it would for real, and not for longer.

use std::time::{Duration, Instant};

use vestibule_testing::{Client, Failing, PATIENCE};

use crate::{server, state_of};

const LONG: Duration = Duration::from_secs(600);

/// Asks for a page until it is there, as its reader would.
#[expect(clippy::disallowed_methods, reason = "a test gives up at some time")]
async fn comes_back(browser: &Client) {
    let began = Instant::now();
    while browser.get("/").await.status != 200 {
        assert!(began.elapsed() < PATIENCE, "the page is still away");
    }
}

#[tokio::test]
async fn a_busy_database_shows_its_page_and_goes_away() {
    let server = server().await;
    let control = server.control();
    let somebody = control.person("LoggedIn").make().await;
    control.fail(Failing::Database, LONG).await;
    let page = somebody.browser.get("/").await;
    assert_eq!((page.status, page.screen().as_deref()), (503, Some("trouble")), "{}", page.text());
    assert_eq!(page.header("retry-after"), Some("2"));
    assert_eq!(server.client().get("/readyz").await.status, 503);
    assert_eq!(server.client().get("/healthz").await.status, 200);
    assert_eq!(control.person("LoggedIn").ask().await.status, 503, "nobody can be made meanwhile");
    control.stop_failing().await;
    assert_eq!(somebody.browser.get("/").await.status, 200);

    control.fail(Failing::Database, Duration::from_secs(1)).await;
    assert_eq!(somebody.browser.get("/").await.status, 503);
    comes_back(&somebody.browser).await;
    assert_eq!(state_of(&somebody.browser).await, "LoggedIn");
}

#[tokio::test]
async fn mail_that_can_t_leave_comes_later() {
    let server = server().await;
    let control = server.control();
    let ada = control.person("LoginRequired").make().await;
    control.fail(Failing::Mail, LONG).await;
    assert_eq!(ada.ask_for_log_in_mail().await.status, 303, "nobody waits for mail");
    let none = server.client().get(&format!("/__test/mail?wait=1&to={}", ada.email)).await;
    assert_eq!(none.status, 404, "{}", none.text());
    control.stop_failing().await;
    assert!(control.mail(&ada.email).await.code.is_some(), "it waited in the outbox");

    // It ends by itself, too.
    control.fail(Failing::Mail, Duration::from_secs(1)).await;
    ada.elsewhere(control.client()).forget_password().await;
    assert!(control.mail(&ada.email).await.link.is_some());
}
