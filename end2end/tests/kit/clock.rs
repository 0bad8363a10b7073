//! The clock moves forward, and what lives too long ends.

use std::time::Duration;

use vestibule_testing::Clock;

use crate::{server, state_of};

const HOUR: Duration = Duration::from_secs(60 * 60);

#[tokio::test]
async fn a_session_ends_when_its_time_has_come() {
    let server = server().await;
    let control = server.control();
    let somebody = control.person("LoggedIn").make().await;
    control.advance(Duration::from_secs(59 * 60)).await;
    assert_eq!(state_of(&somebody.browser).await, "LoggedIn", "it was used within the hour");
    control.advance(HOUR + Duration::from_secs(1)).await;
    assert_eq!(state_of(&somebody.browser).await, "LoginRequired");
    let page = somebody.browser.open("/").await;
    assert_eq!(page.screen().as_deref(), Some("log-in"), "{}", page.text());

    // Whoever logs in then is logged in then.
    assert_eq!(somebody.log_in().await.status, 303);
    assert!(somebody.is_logged_in().await);
}

#[tokio::test]
async fn an_advanced_clock_delays_no_mail() {
    let server = server().await;
    let control = server.control();
    let somebody = control.person("LoginRequired").make().await;
    control.advance(48 * HOUR).await;
    somebody.ask_for_log_in_mail().await;
    let letter = control.mail(&somebody.email).await;
    control.advance(Duration::from_secs(11 * 60)).await;
    let form = somebody.browser.form("/login/email/sent", "code").await;
    let answer = somebody.browser.submit(&form.fill("code", &letter.code.expect("it has one"))).await;
    assert_eq!(answer.status, 422, "a code lives ten minutes: {}", answer.text());

    // The mail of a clock that was set back comes, too.
    control.reset_clock().await;
    somebody.elsewhere(control.client()).forget_password().await;
    control.mail(&somebody.email).await;
}

#[tokio::test]
async fn the_time_is_told_and_comes_back() {
    let server = server().await;
    let browser = server.client();
    let ask = async |body: &str| {
        let request = browser.request(vestibule_testing::http::Method::POST, "/__test/clock").body(body);
        let answer = request.send().await;
        (answer.status, answer.text())
    };
    let (status, text) = ask("{\"advance\": 31536000}").await;
    assert!(status == 200 && text.starts_with("{\"now\":\""), "{text}");
    let year = |text: &str| text["{\"now\":\"".len()..][..4].parse::<i32>().expect("a year");
    let (_, still) = ask("{\"advance\": 0}").await;
    assert_eq!(year(&text), year(&still));
    let back = browser.request(vestibule_testing::http::Method::DELETE, "/__test/clock").send().await.text();
    assert_eq!(year(&back) + 1, year(&text), "{back} {text}");
    for body in ["{\"advance\": -1}", "{\"advance\": 400000000}", "{\"advance\": 9223372036854775807}", "{\"back\": 1}"]
    {
        assert_eq!(ask(body).await.0, 422, "{body}");
    }
}

#[tokio::test]
async fn codes_of_an_authenticator_go_by_the_clock() {
    let server = server().await;
    let control = server.control();
    let somebody = control.person("TwoFactorRequired").make().await;
    control.advance(Duration::from_secs(5 * 60)).await;
    let (app, clock) = (somebody.authenticator.as_ref().expect("the state has one"), Clock::new());
    assert_eq!(somebody.second_factor(&app.code(&clock)).await.status, 422, "five minutes old");
    assert_eq!(somebody.second_factor(&app.code_away(&clock, 10)).await.status, 303);
}
