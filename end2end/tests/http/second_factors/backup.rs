//! Backup codes: once each, all at once or not at all.

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
