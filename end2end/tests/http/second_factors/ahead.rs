//! A second factor that will be required: offered from a log-in on, put off for a day, and confining nobody before.

use std::time::Duration;

use vestibule_testing::{Answer, Clock, Person};

use crate::house::{House, session_of};

/// A house where everybody must have one in ten days.
async fn house_in_ten_days() -> (House, Clock) {
    let clock = Clock::new();
    let from = time::OffsetDateTime::from(clock.now()).date() + time::Duration::days(10);
    let from = format!("{from}T00:00:00Z");
    let house = House::with(|server| server.clock(&clock).set("second_factor_required_since", &from)).await;
    (house, clock)
}

fn deadline(page: &Answer) -> String {
    let line = page.elements().into_iter().find(|element| element.is("data-name", "deadline"));
    line.unwrap_or_else(|| panic!("no deadline in: {}", page.text())).text
}

/// "10 March 2027", as the page says it.
fn in_days(clock: &Clock, days: i64) -> String {
    let day = time::OffsetDateTime::from(clock.now()).date() + time::Duration::days(days);
    format!("{} {} {}", day.day(), day.month(), day.year())
}

async fn log_in_again(person: &Person) -> Answer {
    person.log_out().await;
    person.log_in().await
}

#[tokio::test]
async fn m_10_an_enrolment_is_offered_before_its_day_and_put_off_for_a_day() {
    let (house, clock) = house_in_ten_days().await;
    let person = house.person().await;
    let answer = log_in_again(&person).await;
    assert_eq!(answer.location().as_deref(), Some("/enrol-second-factor"), "{}", answer.text());
    assert_eq!(person.browser.get("/account").await.status, 200, "an offer, and no state");
    let page = person.browser.get("/enrol-second-factor").await;
    assert_eq!(deadline(&page), format!("Required from {}.", in_days(&clock, 10)));

    let forged = page.form("later").fill("form_token", "x");
    assert_eq!(person.browser.submit(&forged).await.status, 403);
    let answer = person.browser.submit(&page.form("later")).await;
    assert_eq!(answer.location().as_deref(), Some("/"), "{}", answer.text());
    assert!(person.is_logged_in().await);
    assert_eq!(log_in_again(&person).await.location().as_deref(), Some("/"), "not at every log-in");
    let account = person.browser.get("/account").await;
    assert!(account.text().contains(&format!("Required from {}.", in_days(&clock, 10))), "but it is said");

    let other = house.person().await.elsewhere(person.browser.clone());
    person.log_out().await;
    assert_eq!(other.log_in().await.location().as_deref(), Some("/enrol-second-factor"), "nobody else said it");
    other.log_out().await;
    clock.advance(Duration::from_hours(25));
    assert_eq!(person.log_in().await.location().as_deref(), Some("/enrol-second-factor"), "another day");
}

#[tokio::test]
async fn m_10_later_leads_to_where_the_log_in_did() {
    let (house, clock) = house_in_ten_days().await;
    let person = house.person().await;
    person.log_out().await;
    let form = person.browser.form("/login?return_to=%2Faccount%2Fsessions", "log-in").await;
    let form = form.fill("email", &person.email).fill("password", &person.password);
    assert_eq!(person.browser.submit(&form).await.location().as_deref(), Some("/enrol-second-factor"));
    let page = person.browser.get("/enrol-second-factor").await;
    clock.advance(Duration::from_mins(11));
    let answer = person.browser.submit(&page.form("later")).await;
    assert_eq!(answer.location().as_deref(), Some("/account/sessions"), "however long somebody thinks about it");

    let (app, _) = {
        let answer = person.log_out().await;
        assert_eq!(answer.status, 303);
        assert!(session_of(&person.log_in().await).is_some());
        person.enrol(&clock).await
    };
    person.log_out().await;
    assert_eq!(person.log_in().await.location().as_deref(), Some("/second-factor"));
    let answer = person.second_factor(&app.next_code(&clock)).await;
    assert_eq!(answer.location().as_deref(), Some("/"), "whoever has one is offered nothing");
}

#[tokio::test]
async fn m_10_from_its_day_on_later_is_over() {
    let (house, clock) = house_in_ten_days().await;
    let person = house.person().await;
    log_in_again(&person).await;
    let early = person.browser.get("/enrol-second-factor").await;
    let day = in_days(&clock, 10);
    clock.advance(Duration::from_hours(24 * 10));
    person.browser.drop_cookie("session");
    assert_eq!(person.log_in().await.location().as_deref(), Some("/enrol-second-factor"));
    let page = person.browser.get("/enrol-second-factor").await;
    assert_eq!(deadline(&page), format!("Required since {day}."));
    assert!(!page.elements().iter().any(|form| form.is("data-name", "later")));
    let answer = person.browser.submit(&early.form("later")).await;
    assert_ne!(answer.status, 303, "an old page opens nothing");
    assert_eq!(person.browser.get("/").await.location().as_deref(), Some("/enrol-second-factor"));
}
