//! How long codes, links and sign-ups live.

use std::time::Duration;

use vestibule_testing::{Answer, Clock, Person};

use crate::house::{House, path_of, session_of};

/// What a code and its link live.
const TEN_MINUTES: u64 = 600;

/// What a sign-up waits.
const DAY: u64 = 24 * 60 * 60;

/// Signing up takes a moment too: this much before the end is still before it, on a slow machine too.
const MOMENT: u64 = 8;

#[tokio::test]
async fn l_05_codes_and_links_live_ten_minutes() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    for (age, works) in [(TEN_MINUTES - MOMENT, true), (TEN_MINUTES + 1, false)] {
        let [by_code, by_link, elsewhere] = [house.stranger(), house.stranger(), house.stranger()];
        for person in [&by_code, &by_link, &elsewhere] {
            person.sign_up().await;
        }
        let mut mails = Vec::new();
        for person in [&by_code, &by_link, &elsewhere] {
            mails.push(house.mailbox.wait_for(&person.email).await);
        }
        let link = by_link.browser.form(&path_of(&mails[1], &house.server), "confirm-email").await;
        clock.advance(Duration::from_secs(age));
        let answer = by_code.type_code(&mails[0].code()).await;
        assert_eq!(session_of(&answer).is_some(), works, "a code of {age} s");
        let answer = by_link.browser.submit(&link).await;
        assert_eq!(session_of(&answer).is_some(), works, "a link of {age} s");
        let page = house.browser().open(&path_of(&mails[2], &house.server)).await;
        assert_eq!(page.status == 200, works, "a link of {age} s, elsewhere");
    }
}

#[tokio::test]
async fn l_05_a_sign_up_waits_for_a_day() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    for (age, works) in [(Duration::from_secs(DAY - MOMENT), true), (Duration::from_secs(DAY + 1), false)] {
        let person = house.stranger();
        person.sign_up().await;
        house.mailbox.wait_for(&person.email).await;
        clock.advance(age);
        let page = person.browser.get("/signup/sent").await;
        assert_eq!(page.status == 200, works, "a sign-up of {age:?}");
        if works {
            // Its first code is long dead; another one lives no longer than the sign-up.
            let form = person.browser.form("/signup/sent", "resend").await;
            assert_eq!(person.browser.submit(&form).await.status, 303);
            let mail = house.mailbox.wait_for(&person.email).await;
            clock.advance(Duration::from_secs(MOMENT + 1));
            assert_eq!(session_of(&type_if_possible(&person, &mail.code()).await), None);
        }
    }
}

/// Types a code, if there is still a form for it.
async fn type_if_possible(person: &Person, code: &str) -> Answer {
    let page = person.browser.open("/signup/sent").await;
    if page.screen().as_deref() == Some("sign-up-sent") { person.type_code(code).await } else { page }
}
