//! A tab that waits for a mail to be answered asks whether its own browser is past that.

use vestibule_testing::{Client, Person};

use crate::house::{House, masked, session_of};

/// What a tab hears: the status, and where it leads.
async fn told(browser: &Client, path: &str) -> (u16, Option<String>) {
    let answer = browser.get(path).await;
    assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
    (answer.status, answer.location())
}

fn to(path: &str) -> (u16, Option<String>) {
    (303, Some(path.to_owned()))
}

const WAIT: (u16, Option<String>) = (204, None);
const OVER: (u16, Option<String>) = (200, None);

#[tokio::test]
async fn l_04_a_waiting_sign_up_goes_on_with_its_own_browser() {
    let house = House::open().await;
    let person = house.stranger();
    assert_eq!(told(&person.browser, "/signup/waiting").await, OVER, "nobody waits");
    person.sign_up().await;
    assert_eq!(told(&person.browser, "/signup/waiting").await, WAIT);
    person.confirm_by_link(&house.mailbox).await;
    assert_eq!(told(&person.browser, "/signup/waiting").await, to("/"));

    // Confirmed in another browser, by the password: this one may log in, and is not logged in.
    let (here, phone) = (house.stranger(), house.browser());
    here.sign_up().await;
    assert!(session_of(&here.elsewhere(phone).confirm_by_link(&house.mailbox).await).is_some());
    assert_eq!(told(&here.browser, "/signup/waiting").await, to("/login?notice=confirmed"));
    assert!(!here.is_logged_in().await);
}

#[tokio::test]
async fn l_04_a_mail_answered_in_another_browser_moves_none_but_that() {
    let house = House::open().await;
    let person = house.person().await;
    let (here, phone) = (person.elsewhere(house.browser()), person.elsewhere(house.browser()));
    assert_eq!(told(&here.browser, "/login/email/waiting").await, OVER);
    here.ask_for_log_in_mail().await;
    let mail = house.mail(&person.email, "way in").await;
    phone.press(&mail.link(), "email-link").await;
    assert!(phone.is_logged_in().await);
    assert_eq!(told(&here.browser, "/login/email/waiting").await, WAIT, "what happens elsewhere is not this browser's");

    here.ask_for_log_in_mail().await;
    let mail = house.mail(&person.email, "way in").await;
    here.press(&mail.link(), "email-link").await;
    assert_eq!(told(&here.browser, "/login/email/waiting").await, to("/"));
}

#[tokio::test]
async fn l_04_a_password_set_in_another_browser_moves_none_but_that() {
    let house = House::open().await;
    let person = house.person().await;
    let (here, phone) = (person.elsewhere(house.browser()), person.elsewhere(house.browser()));
    assert_eq!(told(&here.browser, "/forgot-password/waiting").await, OVER);
    here.forget_password().await;
    let mail = house.mail(&person.email, "set a new password").await;
    phone.reset_password(&mail, "copper lantern quiet moss").await;
    assert_eq!(told(&here.browser, "/forgot-password/waiting").await, WAIT);
    here.forget_password().await;
    let mail = house.mail(&person.email, "set a new password").await;
    here.reset_password(&mail, "copper lantern quiet moon").await;
    assert_eq!(told(&here.browser, "/forgot-password/waiting").await, to("/"));
    assert_eq!(here.browser.get("/forgot-password/sent").await.location().as_deref(), Some("/"), "without script too");
}

#[tokio::test]
async fn l_04_a_proven_address_opens_the_next_page_of_its_session() {
    let house = House::open().await;
    let person = house.person().await;
    assert!(house.server.run(&["demand", &person.email, "confirmed-email"]).await.status.success());
    let page = person.browser.get("/confirm-email").await;
    person.browser.submit(&page.form("resend")).await;
    let mail = house.mail(&person.email, "Show that").await;
    assert_eq!(told(&person.browser, "/confirm-email/waiting").await, WAIT);
    let phone = person.elsewhere(house.browser());
    assert_eq!(session_of(&phone.press(&mail.link(), "email-link").await), None, "it confirms and logs nobody in");
    assert_eq!(told(&person.browser, "/confirm-email/waiting").await, to("/"));
    assert_eq!(told(&phone.browser, "/confirm-email/waiting").await, to("/login"));
}

#[tokio::test]
async fn e_04_a_waiting_tab_hears_the_same_of_every_address() {
    let house = House::open().await;
    let known = house.person().await;
    for (page, form, asks) in [
        ("/login/email", "email-log-in", "/login/email/waiting"),
        ("/forgot-password", "forgot-password", "/forgot-password/waiting"),
    ] {
        let mut heard = Vec::new();
        for email in [known.email.as_str(), "nobody@example.org"] {
            let browser = house.browser();
            let asked = browser.form(page, form).await.fill("email", email);
            assert_eq!(browser.submit(&asked).await.status, 303);
            heard.push(masked(&browser.get(asks).await, &[]));
        }
        assert_eq!(heard[0], heard[1], "{asks}");
        assert!(heard[0].starts_with("204"), "{}", heard[0]);
    }
    let taken = Person { email: house.person().await.email, ..house.stranger() };
    let free = house.stranger();
    for person in [&taken, &free] {
        assert_eq!(person.sign_up().await.status, 303);
    }
    let (taken, free) = (taken.browser.get("/signup/waiting").await, free.browser.get("/signup/waiting").await);
    assert_eq!(masked(&taken, &[]), masked(&free, &[]));
    assert_eq!(taken.status, 204);
}

#[tokio::test]
async fn r_06_a_tab_that_asks_too_often_is_told_when_to_come_back() {
    let house = House::open().await;
    let browser = house.browser();
    let mut refused = None;
    for _ in 0..400 {
        let answer = browser.get("/signup/waiting").await;
        if answer.status == 429 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("four hundred questions in a row are too many");
    assert!(refused.header("retry-after").is_some_and(|wait| wait.parse::<u64>().is_ok_and(|wait| wait > 0)));
    assert_eq!(told(&house.browser(), "/signup/waiting").await, OVER, "nobody else is kept waiting");
}
