//! Logging in by mail: a link for any browser, a code for the one that asked, and each once.

use super::once::crowd;
use crate::house::{House, path_of, rounds, session_of};

const SAYS: &str = "way in";

#[tokio::test]
async fn l_02_a_log_in_link_and_its_code_work_once() {
    let house = House::open().await;
    let person = house.person().await;
    let here = person.elsewhere(house.browser());
    assert_eq!(here.ask_for_log_in_mail().await.location().as_deref(), Some("/login/email/sent"));
    let mail = house.mail(&person.email, SAYS).await;
    let code_form = here.browser.form("/login/email/sent", "code").await.fill("code", &mail.code());
    let phone = person.elsewhere(house.browser());
    let answer = phone.press(&mail.link(), "email-link").await;
    assert!(session_of(&answer).is_some() && phone.is_logged_in().await, "in any browser: {}", answer.text());
    assert_eq!(house.browser().open(&path_of(&mail, &house.server)).await.status, 410, "the link again");
    assert_eq!(session_of(&here.browser.submit(&code_form).await), None, "the code of a used link");

    here.ask_for_log_in_mail().await;
    let mail = house.mail(&person.email, SAYS).await;
    let form = here.browser.form("/login/email/sent", "code").await;
    assert_eq!(here.browser.submit(&form.clone().fill("code", "000000")).await.status, 422);
    let thief = house.browser();
    let page = thief.open("/login/email").await.form("email-log-in").fill("email", "thief@example.org");
    thief.submit(&page).await;
    let theirs = thief.form("/login/email/sent", "code").await.fill("code", &mail.code());
    assert_eq!(session_of(&thief.submit(&theirs).await), None, "a code counts where it was asked for");
    assert!(session_of(&here.browser.submit(&form.fill("code", &mail.code())).await).is_some());
}

#[tokio::test]
async fn l_03_one_log_in_link_pressed_two_hundred_times_logs_in_once() {
    for round in 0..rounds(50) {
        let house = House::open().await;
        let person = house.person().await;
        let reader = person.elsewhere(house.browser());
        reader.ask_for_log_in_mail().await;
        let mail = house.mail(&person.email, SAYS).await;
        let form = reader.browser.form(&path_of(&mail, &house.server), "email-link").await;
        assert_eq!(crowd(&house, &reader.browser, &form).await.len(), 1, "round {round}");
    }
}

#[tokio::test]
async fn e_04_asking_for_a_mail_tells_nothing() {
    let house = House::open().await;
    let person = house.person().await;
    for (page, form, sent) in [
        ("/login/email", "email-log-in", "/login/email/sent"),
        ("/forgot-password", "forgot-password", "/forgot-password/sent"),
    ] {
        let mut pages = Vec::new();
        // As long as the known one: a page's length is part of the answer.
        let nobody = format!("{}@example.org", "n".repeat(person.email.len() - "@example.org".len()));
        for email in [person.email.as_str(), nobody.as_str()] {
            let browser = house.browser();
            let asked = browser.form(page, form).await.fill("email", email);
            let answer = browser.submit(&asked).await;
            assert_eq!((answer.status, answer.location().as_deref()), (303, Some(sent)), "{email}");
            let cookies: Vec<String> =
                answer.set_cookies().iter().map(|line| line.chars().take(10).collect()).collect();
            let shown = browser.get(sent).await;
            let wrong = browser.submit(&shown.form("code").fill("code", "123456")).await;
            assert_eq!(wrong.status, 422, "{email}");
            let again = browser.submit(&shown.form("resend")).await;
            assert_eq!(again.status, 429, "{email}: too soon");
            let mask = |answer| crate::house::masked(answer, &[email]);
            pages.push((cookies, mask(&shown), mask(&wrong), mask(&again)));
        }
        assert_eq!(pages[0], pages[1], "{page}");
    }
}
