//! Sessions that somebody ends: their owner, an operator, or what happened to the account.

use std::time::Duration;

use vestibule_testing::{Clock, Person};

use crate::house::{House, session_of};

async fn elsewhere(house: &House, person: &Person) -> Person {
    let other = person.elsewhere(house.browser());
    assert!(session_of(&other.log_in().await).is_some());
    other
}

#[tokio::test]
async fn s_09_people_see_their_sessions_and_end_them() {
    let house = House::open().await;
    let [person, stranger] = [house.person().await, house.person().await];
    let [phone, tablet] = [elsewhere(&house, &person).await, elsewhere(&house, &person).await];
    let list = person.browser.get("/account/sessions").await;
    let ends: Vec<_> =
        list.elements().into_iter().filter(|form| form.tag == "form" && form.is("data-name", "end")).collect();
    assert!(ends.len() >= 2, "{}", list.text());
    // Somebody else's session is not there, whatever its id.
    let foreign = list.form("end").value("id").expect("an id").to_owned();
    let theirs = stranger.browser.get("/account/sessions").await;
    let form = theirs.form("end-all").fill("what", "end").with("id", &foreign);
    assert_eq!(stranger.browser.submit(&form).await.status, 404);
    assert!(phone.is_logged_in().await && tablet.is_logged_in().await);

    assert_eq!(person.browser.submit(&list.form("end")).await.status, 303);
    let alive = [phone.is_logged_in().await, tablet.is_logged_in().await];
    assert_eq!(alive.iter().filter(|alive| **alive).count(), 1, "one of them ended");
    assert_eq!(person.browser.submit(&list.form("end")).await.status, 404, "once");
    assert_eq!(person.browser.submit(&list.form("end-others")).await.status, 303);
    assert!(!phone.is_logged_in().await && !tablet.is_logged_in().await && person.is_logged_in().await);
    assert_eq!(person.browser.submit(&list.form("end-all")).await.status, 303);
    assert!(!person.is_logged_in().await && stranger.is_logged_in().await);
}

#[tokio::test]
async fn s_08_turning_somebody_off_counts_with_their_next_request() {
    let house = House::with(|server| server.set("contact", "help@example.org")).await;
    let person = house.person().await;
    let phone = elsewhere(&house, &person).await;
    phone.browser.get("/").await;
    assert!(house.server.run(&["disable", &person.email]).await.status.success());
    assert!(!person.is_logged_in().await && !phone.is_logged_in().await);
    let wrong = person.elsewhere(house.browser()).log_in_with("velvet otter and nothing else").await;
    assert_eq!(wrong.status, 422, "before proof it looks like any other account (E-01)");
    assert!(!wrong.text().contains("help@example.org"));
    let right = person.elsewhere(house.browser()).log_in().await;
    assert_eq!((right.status, session_of(&right)), (403, None));
    assert!(right.text().contains("help@example.org"), "after proof the whole truth");
    let reader = person.elsewhere(house.browser());
    reader.ask_for_log_in_mail().await;
    let mail = house.mail(&person.email, "way in").await;
    let answer = reader.press(&mail.link(), "email-link").await;
    assert_eq!((answer.status, session_of(&answer)), (403, None), "a mailed link opens nothing either");
    assert!(house.server.run(&["enable", &person.email]).await.status.success());
    assert!(session_of(&person.elsewhere(house.browser()).log_in().await).is_some());
}

#[tokio::test]
async fn s_12_the_sessions_of_one_person_are_limited() {
    let house = House::open().await;
    let person = house.person().await;
    for _ in 0..55 {
        elsewhere(&house, &person).await;
    }
    assert!(!person.is_logged_in().await, "the oldest ended");
    let last = elsewhere(&house, &person).await;
    let list = last.browser.get("/account/sessions").await;
    let ends = list.elements().into_iter().filter(|form| form.tag == "form" && form.is("data-name", "end")).count();
    assert!(ends <= 50, "{ends}");
}

#[tokio::test]
async fn s_10_what_is_sensitive_asks_for_a_fresh_factor() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    clock.advance(Duration::from_mins(11));
    for path in ["/account/email", "/enrol-second-factor"] {
        let to = person.browser.get(path).await.location().unwrap_or_default();
        assert_eq!(to, format!("/step-up?return_to={}", path.replace('/', "%2F")));
    }
    let form = person.browser.form("/step-up?return_to=https%3A%2F%2Fevil.example", "step-up").await;
    assert_eq!(person.browser.submit(&form.clone().fill("password", "wrong")).await.status, 422);
    let before = person.browser.cookie("session");
    let answer = person.browser.submit(&form.fill("password", &person.password)).await;
    assert_eq!(answer.location().as_deref(), Some("/account"), "and leads nowhere else (L-09)");
    assert_ne!(person.browser.cookie("session"), before, "another session (S-03)");
    assert_eq!(person.browser.get("/account/email").await.status, 200);
}

#[tokio::test]
async fn s_04_a_session_that_ended_says_why_and_leads_back() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    clock.advance(Duration::from_mins(61));
    let page = person.browser.open("/account/sessions").await;
    assert_eq!(page.screen().as_deref(), Some("log-in"));
    assert!(page.text().contains("60 minutes"), "{}", page.text());
    let form = page.form("log-in").fill("email", &person.email).fill("password", &person.password);
    assert_eq!(person.browser.submit(&form).await.location().as_deref(), Some("/account/sessions"));
    let again = house.browser().open("/login").await;
    assert!(!again.text().contains("60 minutes"), "to nobody else");
}

#[tokio::test]
async fn u_08_a_new_device_is_told_and_a_known_one_is_not() {
    let house = House::open().await;
    let person = house.person().await;
    person.log_out().await;
    assert!(session_of(&person.log_in().await).is_some());
    let thief = person.elsewhere(house.browser());
    assert!(session_of(&thief.log_in().await).is_some());
    let mail = house.mailbox.wait_for(&person.email).await;
    assert!(mail.subject.contains("new device"), "only the one that was never here: {}", mail.subject);
}

#[tokio::test]
async fn s_06_enrolling_a_second_factor_ends_other_sessions() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = house.person().await;
    let others = [elsewhere(&house, &person).await, elsewhere(&house, &person).await];
    person.enrol(&clock).await;
    assert!(person.is_logged_in().await);
    for other in &others {
        assert!(!other.is_logged_in().await, "with their next request");
    }
}
