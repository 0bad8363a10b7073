//! Links that were used or have ended: each says so, and one button mails another to the same address.

use std::time::Duration;

use vestibule_testing::{Answer, Clock, Mail};

use crate::house::{House, path_of, session_of};

const WAY_IN: &str = "way in";
const RESET: &str = "asked to set a new password";
const CONFIRM: &str = "to go on in";

/// More than a link lives, and less than what it belongs to.
const ELEVEN_MINUTES: Duration = Duration::from_mins(11);

async fn with_clock() -> (House, Clock) {
    let clock = Clock::new();
    (House::with(|server| server.clock(&clock)).await, clock)
}

/// The page has a form that mails a new link, and nothing is to be typed into it.
fn offers_another(page: &Answer) -> bool {
    let elements = page.elements();
    let sends = elements.iter().any(|element| element.is("data-part", "form") && element.is("data-name", "new-link"));
    sends && !elements.iter().any(|element| element.is("type", "email"))
}

fn says(page: &Answer, text: &str) -> bool {
    page.text().replace("&#x27;", "'").replace("&#39;", "'").contains(text)
}

async fn open(house: &House, mail: &Mail) -> (vestibule_testing::Client, Answer) {
    let browser = house.browser();
    let page = browser.open(&path_of(mail, &house.server)).await;
    (browser, page)
}

#[tokio::test]
async fn l_05_an_ended_log_in_link_mails_another_to_the_same_address() {
    let (house, clock) = with_clock().await;
    let person = house.person().await;
    let reader = person.elsewhere(house.browser());
    reader.ask_for_log_in_mail().await;
    let mail = house.mail(&person.email, WAY_IN).await;
    clock.advance(ELEVEN_MINUTES);
    let sent_before = house.mailbox.count(&person.email);
    let (phone, page) = open(&house, &mail).await;
    assert!(page.status == 410 && says(&page, "This link has ended") && offers_another(&page), "{}", page.text());
    assert!(!page.text().contains(&person.email), "the address is masked");
    assert_eq!(house.mailbox.count(&person.email), sent_before, "looking sends nothing (L-08)");

    let stale = page.form("new-link").fill("form_token", "nothing");
    assert_eq!(phone.submit(&stale).await.status, 403);
    let answer = phone.submit(&page.form("new-link")).await;
    assert_eq!(answer.location().as_deref(), Some("/login/email/sent"), "{}", answer.text());
    assert_eq!(phone.get("/login/email/sent").await.status, 200);
    let another = house.mail(&person.email, WAY_IN).await;
    let elsewhere = person.elsewhere(house.browser());
    assert!(session_of(&elsewhere.press(&another.link(), "email-link").await).is_some(), "the new one is good");
    let (_, used) = open(&house, &another).await;
    assert!(used.status == 410 && says(&used, "This link was already used") && offers_another(&used));
}

#[tokio::test]
async fn l_02_an_ended_link_says_so_when_its_browser_asked_for_another() {
    let (house, clock) = with_clock().await;
    let person = house.person().await;
    let reader = person.elsewhere(house.browser());
    let mut mails = Vec::new();
    for _ in 0..2 {
        reader.ask_for_log_in_mail().await;
        mails.push(house.mail(&person.email, WAY_IN).await);
        clock.advance(Duration::from_mins(1));
    }
    let (_, page) = open(&house, &mails[0]).await;
    assert!(page.status == 410 && offers_another(&page), "{}", page.text());
    let (_, page) = open(&house, &mails[1]).await;
    assert_eq!(page.status, 200);
}

#[tokio::test]
async fn l_14_an_ended_link_mails_no_more_than_a_form_does() {
    let (house, clock) = with_clock().await;
    let person = house.person().await;
    let reader = person.elsewhere(house.browser());
    reader.ask_for_log_in_mail().await;
    let mail = house.mail(&person.email, WAY_IN).await;
    clock.advance(ELEVEN_MINUTES);
    let (browser, page) = open(&house, &mail).await;
    let mut statuses = Vec::new();
    for _ in 0..30 {
        statuses.push(browser.submit(&page.form("new-link")).await.status);
    }
    assert!(statuses.iter().all(|status| matches!(status, 303 | 429)), "{statuses:?}");
    assert!(statuses.iter().filter(|status| **status == 303).count() <= 3, "{statuses:?}");
}

#[tokio::test]
async fn l_05_an_ended_reset_link_mails_another_and_a_used_one_says_so() {
    let (house, clock) = with_clock().await;
    let person = house.person().await;
    let reader = person.elsewhere(house.browser());
    reader.forget_password().await;
    let mail = house.mail(&person.email, RESET).await;
    clock.advance(ELEVEN_MINUTES);
    let (phone, page) = open(&house, &mail).await;
    assert!(page.status == 410 && says(&page, "This link has ended"), "{}", page.text());
    let answer = phone.submit(&page.form("new-link")).await;
    assert_eq!(answer.location().as_deref(), Some("/forgot-password/sent"), "{}", answer.text());
    let another = house.mail(&person.email, RESET).await;
    assert!(session_of(&reader.reset_password(&another, "copper lantern quiet moss").await).is_some());
    let (_, used) = open(&house, &another).await;
    assert!(used.status == 410 && says(&used, "This link was already used"), "{}", used.text());
    let (_, older) = open(&house, &mail).await;
    assert!(older.status == 410 && says(&older, "This link has ended"), "{}", older.text());
}

#[tokio::test]
async fn l_02_the_link_beside_a_typed_reset_code_is_used() {
    let house = House::open().await;
    let person = house.person().await;
    let reader = person.elsewhere(house.browser());
    reader.forget_password().await;
    let mail = house.mail(&person.email, RESET).await;
    let form = reader.browser.form("/forgot-password/sent", "code").await.fill("code", &mail.code());
    assert_eq!(reader.browser.submit(&form).await.location().as_deref(), Some("/reset-password"));
    let (_, page) = open(&house, &mail).await;
    assert!(page.status == 410 && says(&page, "This link was already used"), "{}", page.text());
    assert_eq!(reader.browser.get("/reset-password").await.status, 200, "what it was exchanged for is good");
}

#[tokio::test]
async fn l_05_an_ended_sign_up_link_mails_another_in_any_browser() {
    let (house, clock) = with_clock().await;
    for same_browser in [true, false] {
        let person = house.stranger();
        person.sign_up().await;
        let mail = house.mailbox.wait_for(&person.email).await;
        clock.advance(ELEVEN_MINUTES);
        let browser = if same_browser { person.browser.clone() } else { house.browser() };
        let page = browser.open(&path_of(&mail, &house.server)).await;
        assert!(page.status == 410 && offers_another(&page), "{}", page.text());
        let answer = browser.submit(&page.form("new-link")).await;
        let next = if same_browser { "/signup/sent?notice=sent" } else { "/confirm-email?notice=sent" };
        assert_eq!(answer.location().as_deref(), Some(next), "{}", answer.text());
        let page = browser.get(next).await;
        assert!(page.status == 200 && says(&page, "sent"), "{}", page.text());
        let another = house.mailbox.wait_for(&person.email).await;
        let answer = person.elsewhere(browser).press_link(&another).await;
        assert!(session_of(&answer).is_some(), "the password of the sign-up is the one that counts: {}", answer.text());
        let (_, used) = open(&house, &another).await;
        assert!(used.status == 410 && says(&used, "This link was already used"), "{}", used.text());
    }
}

#[tokio::test]
async fn l_05_an_ended_link_of_an_account_leads_to_no_sign_up() {
    let (house, clock) = with_clock().await;
    let person = house.person().await;
    person.log_out().await;
    assert!(house.server.run(&["demand", &person.email, "confirmed-email"]).await.status.success());
    assert_eq!(person.log_in().await.location().as_deref(), Some("/confirm-email"));
    let mail = house.mail(&person.email, CONFIRM).await;
    clock.advance(ELEVEN_MINUTES);
    let here = person.browser.open(&path_of(&mail, &house.server)).await;
    assert_eq!((here.status, here.screen().as_deref()), (200, Some("email-not-confirmed")));
    assert!(says(&here, "That link has ended"), "{}", here.text());
    assert!(!says(&person.browser.get("/confirm-email").await, "That link has ended"), "once");

    let (phone, page) = open(&house, &mail).await;
    assert!(page.status == 410 && offers_another(&page), "{}", page.text());
    assert!(!page.elements().iter().any(|element| element.is("href", "/signup")), "{}", page.text());
    let answer = phone.submit(&page.form("new-link")).await;
    assert_eq!(answer.location().as_deref(), Some("/confirm-email?notice=sent"), "{}", answer.text());
    let sent = phone.get("/confirm-email?notice=sent").await;
    assert!(sent.status == 200 && says(&sent, "sent a new link"), "{}", sent.text());
    let another = house.mail(&person.email, CONFIRM).await;
    let reader = person.elsewhere(house.browser());
    let answer = reader.press(&another.link(), "email-link").await;
    assert_eq!(answer.location().as_deref(), Some("/login?notice=confirmed"), "{}", answer.text());
    for mail in [mail, another] {
        let (_, page) = open(&house, &mail).await;
        assert!(page.status == 410 && says(&page, "is confirmed. Log in"), "there is nothing left to send");
    }
}

#[tokio::test]
async fn l_08_whoever_looks_at_a_link_can_leave_it() {
    let house = House::open().await;
    let person = house.person().await;
    let reader = person.elsewhere(house.browser());
    reader.ask_for_log_in_mail().await;
    let log_in = house.mail(&person.email, WAY_IN).await;
    // In another browser: what the first one asked for still waits there.
    person.elsewhere(house.browser()).forget_password().await;
    let reset = house.mail(&person.email, RESET).await;
    let stranger = house.stranger();
    stranger.sign_up().await;
    let sign_up = house.mailbox.wait_for(&stranger.email).await;
    let leads = |page: &Answer, to: &str| page.elements().iter().any(|link| link.is("href", to));
    for mail in [&log_in, &reset, &sign_up] {
        let (_, page) = open(&house, mail).await;
        assert!(page.status == 200 && leads(&page, "/login"), "{}", page.text());
    }
    let (_, elsewhere) = open(&house, &sign_up).await;
    let here = stranger.browser.open(&path_of(&sign_up, &house.server)).await;
    assert!(leads(&elsewhere, "/signup"), "for whoever forgot the password");
    assert!(leads(&here, "/signup"), "for whoever meant another address");
}

#[tokio::test]
async fn l_05_a_page_that_waited_for_too_long_says_why_it_is_the_form_again() {
    let (house, clock) = with_clock().await;
    let person = house.person().await;
    let by_mail = person.elsewhere(house.browser());
    by_mail.ask_for_log_in_mail().await;
    let forgot = person.elsewhere(house.browser());
    forgot.forget_password().await;
    let signing_up = house.stranger();
    signing_up.sign_up().await;
    clock.advance(Duration::from_hours(25));
    for (browser, waits, form) in [
        (&by_mail.browser, "/login/email/sent", "email-log-in"),
        (&forgot.browser, "/forgot-password/sent", "forgot-password"),
        (&signing_up.browser, "/signup/sent", "sign-up"),
    ] {
        let page = browser.open(waits).await;
        assert_eq!(page.screen().as_deref(), Some(form), "{waits}");
        assert!(says(&page, "has ended"), "{waits}: {}", page.text());
        assert!(!says(&browser.open(waits).await, "has ended"), "{waits}: once");
        assert!(!says(&house.browser().open(waits).await, "has ended"), "{waits}: to nobody who didn't wait");
    }
}
