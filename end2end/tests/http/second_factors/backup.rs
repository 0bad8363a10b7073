//! Backup codes: once each, all at once or not at all.

use std::time::Duration;

use super::enrolled;
use crate::{
    crowd::{Shot, at_once},
    house::{House, rounds, session_of},
};

#[tokio::test]
async fn m_07_ten_codes_work_once_each_and_their_owner_is_told() {
    let own = enrolled().await;
    assert_eq!(own.backup_codes.len(), 10);
    let stored = String::from_utf8_lossy(&own.house.server.stored_bytes()).into_owned();
    for code in &own.backup_codes {
        assert_eq!(code.replace('-', "").len(), 16, "80 bits in base 32");
        assert!(!stored.contains(code.as_str()) && !stored.contains(&code.replace('-', "")));
    }
    let person = own.half_logged_in().await;
    assert!(session_of(&person.backup_code(&own.backup_codes[0].to_uppercase()).await).is_some());
    assert!(person.is_logged_in().await);
    let mail = own.house.mail(&person.email, "backup code was used").await;
    assert!(mail.text.contains("9 are left"), "{}", mail.text);
    let again = own.half_logged_in().await;
    assert_eq!(again.backup_code(&own.backup_codes[0]).await.status, 422, "a spent code");
    assert_eq!(again.backup_code("3f7k-9m2p-x4tb").await.status, 422, "no code at all");
    assert!(session_of(&again.backup_code(&own.backup_codes[1]).await).is_some());
}

#[tokio::test]
async fn m_07_one_code_typed_two_hundred_times_passes_once() {
    for round in 0..rounds(50) {
        let own = enrolled().await;
        let person = own.half_logged_in().await;
        let form = person.browser.form("/second-factor/backup-code", "backup-code").await;
        let form = form.fill("code", &own.backup_codes[0]);
        let shot = || Shot::new(&own.house.server, own.house.address(), &person.browser, &form);
        let answers = at_once((0..200).map(|_| shot()).collect()).await;
        assert!(answers.iter().all(|answer| matches!(answer.status, 303 | 422 | 429)), "round {round}");
        assert_eq!(answers.iter().filter_map(session_of).count(), 1, "round {round}");
    }
}

#[tokio::test]
async fn m_07_new_codes_end_the_old_ones() {
    let own = enrolled().await;
    let form = own.person.browser.form("/account/second-factor", "codes").await;
    let answer = own.person.browser.submit(&form).await;
    assert_eq!(answer.location().as_deref(), Some("/backup-codes"), "{}", answer.text());
    let file = own.person.browser.get("/backup-codes/file").await;
    assert!(file.header("content-disposition").is_some_and(|value| value.contains("backup-codes")));
    let new = own.person.save_backup_codes().await;
    assert!(new.iter().all(|code| file.text().contains(code.as_str()) && !own.backup_codes.contains(code)));
    assert_eq!(own.person.browser.get("/backup-codes").await.status, 303, "shown until they are saved, and not again");
    let person = own.half_logged_in().await;
    assert_eq!(person.backup_code(&own.backup_codes[3]).await.status, 422, "an old code");
    assert!(session_of(&person.backup_code(&new[3]).await).is_some());
}

#[tokio::test]
async fn m_07_somebody_elses_code_is_nobodys() {
    let own = enrolled().await;
    let other: &House = &own.house;
    let grace = other.person().await;
    let (_, codes) = grace.enrol(&own.clock).await;
    let person = own.half_logged_in().await;
    assert_eq!(person.backup_code(&codes[0]).await.status, 422);
}

#[tokio::test]
async fn m_07_codes_that_were_not_saved_lead_back_to_their_page() {
    let own = enrolled().await;
    let browser = &own.person.browser;
    let links_back = async |path: &str| {
        let page = browser.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        page.elements().iter().any(|link| link.is("href", "/backup-codes"))
    };
    for path in ["/account", "/account/second-factor"] {
        assert!(!links_back(path).await, "{path}: these are saved");
    }
    let form = browser.form("/account/second-factor", "codes").await;
    assert_eq!(browser.submit(&form).await.location().as_deref(), Some("/backup-codes"));
    // Whoever walks away from their page can come back to it, later as well.
    assert!(own.person.is_logged_in().await);
    own.clock.advance(Duration::from_mins(30));
    for path in ["/account", "/account/second-factor"] {
        assert!(links_back(path).await, "{path}");
        assert!(browser.get(path).await.text().contains("aren't saved yet"), "{path}");
    }
    assert_eq!(own.person.save_backup_codes().await.len(), 10);
    for path in ["/account", "/account/second-factor"] {
        assert!(!links_back(path).await, "{path}: saved");
    }
}

#[tokio::test]
async fn m_07_a_log_in_by_code_says_how_many_are_left() {
    let own = enrolled().await;
    let person = own.person.elsewhere(own.house.browser());
    for (used, code) in own.backup_codes.iter().enumerate() {
        let form = person.browser.form("/login?return_to=%2Faccount%2Fsessions", "log-in").await;
        let form = form.fill("email", &person.email).fill("password", &person.password);
        assert_eq!(person.browser.submit(&form).await.location().as_deref(), Some("/second-factor"));
        let answer = person.backup_code(code).await;
        assert_eq!(answer.location().as_deref(), Some("/backup-codes/left"), "{}", answer.text());
        let page = person.browser.get("/backup-codes/left").await;
        let title = page.part("title").expect("a title").text;
        let left = 9 - used;
        let expected = match left {
            0 => "No backup code is left".to_owned(),
            1 => "1 backup code is left".to_owned(),
            _ => format!("{left} backup codes are left"),
        };
        assert_eq!(title, expected);
        assert_eq!(page.part("alert").is_some(), left <= 3, "{left}: few are worth a warning");
        assert!(page.elements().iter().any(|link| link.is("href", "/account/second-factor")), "the way to new ones");
        let answer = person.browser.submit(&page.form("backup-codes-left")).await;
        assert_eq!(answer.location().as_deref(), Some("/account/sessions"), "on to where the log-in led");
        person.log_out().await;
    }
}

#[tokio::test]
async fn m_07_a_code_shows_a_factor_once_more_and_is_spent_by_it() {
    let own = enrolled().await;
    let browser = &own.person.browser;
    let here = "/step-up?return_to=%2Faccount%2Fpassword";
    let page = browser.get(here).await;
    let link = page.elements().into_iter().find(|link| link.is("data-name", "backup-code"));
    let link = link.and_then(|link| link.get("href").map(str::to_owned)).expect("the way for those without a phone");
    own.clock.advance(Duration::from_mins(11));
    let form = browser.form(&link, "step-up").await;
    let wrong = browser.submit(&form.clone().fill("code", "3f7k-9m2p-x4tb-0qrs")).await;
    assert_eq!((wrong.status, wrong.screen().as_deref()), (422, Some("step-up")));
    let form = wrong.form("step-up");
    let before = browser.cookie("session");
    let answer = browser.submit(&form.clone().fill("code", &own.backup_codes[0])).await;
    assert_eq!(answer.location().as_deref(), Some("/account/password"), "{}", answer.text());
    assert_ne!(browser.cookie("session"), before, "another session (S-03)");
    assert_eq!(browser.get("/account/password").await.status, 200, "the factor is fresh");
    assert!(own.house.mail(&own.person.email, "backup code was used").await.text.contains("9 are left"));
    assert_eq!(browser.submit(&form.fill("code", &own.backup_codes[0])).await.status, 422, "once");
    let person = own.half_logged_in().await;
    assert_eq!(person.backup_code(&own.backup_codes[0]).await.status, 422, "nor at a log-in");
}

#[tokio::test]
async fn m_04_codes_typed_at_a_step_up_count_with_those_of_a_log_in() {
    let own = enrolled().await;
    let browser = &own.person.browser;
    let form = browser.form("/step-up?return_to=%2Faccount&with=backup-code", "step-up").await;
    for _ in 0..5 {
        assert_eq!(browser.submit(&form.clone().fill("code", "3f7k-9m2p-x4tb-0qrs")).await.status, 422);
    }
    let answer = browser.submit(&form.fill("code", &own.backup_codes[0])).await;
    assert_eq!((answer.status, session_of(&answer)), (429, None), "the right one has to wait");
    let person = own.half_logged_in().await;
    let answer = person.backup_code(&own.backup_codes[0]).await;
    assert_eq!((answer.status, session_of(&answer)), (429, None), "here as well");
    // Without script the wait stays as it was written.
    let timer = answer.elements().into_iter().find(|element| element.is("role", "timer")).expect("a wait");
    assert!(timer.text.ends_with(" minutes"), "{timer:?}");
}
