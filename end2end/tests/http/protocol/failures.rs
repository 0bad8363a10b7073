//! What happens when our own house is in trouble.

use vestibule_testing::http::Method;

use crate::{
    database::Database,
    house::{House, session_of},
};

#[tokio::test]
async fn h_08_without_sessions_nobody_is_let_in() {
    let house = House::open().await;
    let person = house.person().await;
    let again = person.elsewhere(house.browser());
    let form = again.browser.form("/login", "log-in").await;
    let form = form.fill("email", &again.email).fill("password", &again.password);
    let mut database = Database::of(&house.server).await;
    database.run("ALTER TABLE sessions RENAME TO away").await;

    let home = person.browser.get("/").await;
    assert!(matches!(home.status, 500 | 503), "{}", home.status);
    assert!(!home.text().contains(&person.email) && !home.text().contains("table"), "{}", home.text());
    let log_in = again.browser.submit(&form).await;
    assert!(matches!(log_in.status, 500 | 503), "{}", log_in.status);
    assert_eq!(session_of(&log_in), None);

    database.run("ALTER TABLE away RENAME TO sessions").await;
    assert!(person.is_logged_in().await, "back without a restart");
    assert!(session_of(&again.browser.submit(&form).await).is_some());
}

#[tokio::test]
async fn h_08_without_limits_nobody_may_guess() {
    let house = House::open().await;
    let person = house.person().await;
    let again = person.elsewhere(house.browser());
    let log_in = again.browser.form("/login", "log-in").await;
    let log_in = log_in.fill("email", &again.email).fill("password", &again.password);
    let newcomer = house.stranger();
    let sign_up = newcomer.browser.form("/signup", "sign-up").await;
    let sign_up = sign_up.fill("email", &newcomer.email).fill("password", &newcomer.password);
    let mut database = Database::of(&house.server).await;
    database.run("ALTER TABLE limits RENAME TO away").await;
    for (browser, form) in [(&again.browser, &log_in), (&newcomer.browser, &sign_up)] {
        let answer = browser.submit(form).await;
        assert!(matches!(answer.status, 500 | 503), "{}: {}", form.action, answer.status);
        assert_eq!(session_of(&answer), None);
    }
    database.run("ALTER TABLE away RENAME TO limits").await;
    assert!(session_of(&again.browser.submit(&log_in).await).is_some());
    house.person().await;
    assert_eq!(house.mailbox.count(&newcomer.email), 0, "the refused sign-up sent no mail");
}

#[tokio::test]
async fn h_08_without_accounts_the_server_says_that_it_is_not_ready() {
    let house = House::open().await;
    let person = house.person().await;
    let client = house.browser();
    assert_eq!((client.get("/healthz").await.status, client.get("/readyz").await.status), (200, 200));
    let mut database = Database::of(&house.server).await;
    database.run("ALTER TABLE accounts RENAME TO away").await;
    let ready = client.get("/readyz").await;
    assert_eq!((client.get("/healthz").await.status, ready.status), (200, 503));
    assert!(!ready.text().contains("table"), "{}", ready.text());
    let home = person.browser.request(Method::GET, "/").send().await;
    assert!(matches!(home.status, 500 | 503), "{}", home.status);
    database.run("ALTER TABLE away RENAME TO accounts").await;
    assert_eq!(client.get("/readyz").await.status, 200);
    assert!(person.is_logged_in().await);
}
