//! What is mailed, how often, and what can't be smuggled into it.

use vestibule_testing::{Person, Server};

use crate::house::{House, turn};

#[tokio::test]
async fn l_14_one_address_gets_three_mails_whoever_asks() {
    let house = House::open().await;
    let victim = house.stranger();
    let mut answers = Vec::new();
    for _ in 0..30 {
        answers.push(victim.elsewhere(house.browser()).sign_up().await);
    }
    let taken = answers.iter().filter(|answer| answer.status == 303).count();
    assert!(taken <= 3, "{taken} sign-ups were taken");
    let refused = answers.iter().find(|answer| answer.status != 303).expect("most are refused");
    assert_eq!(refused.status, 429);
    assert!(refused.header("retry-after").is_some());
    // Another address isn't held up, and its mail comes after all that were queued before.
    house.person().await;
    assert!(house.mailbox.count(&victim.email) <= 3, "{}", house.mailbox.count(&victim.email));
}

#[tokio::test]
async fn l_14_one_client_sends_no_mail_to_the_whole_world() {
    let house = House::open().await;
    let browser = house.browser();
    let mut taken = 0;
    for number in 0..30 {
        let person = Person { email: format!("anybody-{number}@example.org"), ..Person::at(browser.clone()) };
        taken += usize::from(person.sign_up().await.status == 303);
    }
    assert!((1..=20).contains(&taken), "{taken} mails");
    house.person().await;
}

#[tokio::test]
async fn l_14_resending_counts_as_well() {
    let house = House::open().await;
    let person = house.stranger();
    person.sign_up().await;
    for _ in 0..5 {
        let form = person.browser.form("/signup/sent", "resend").await;
        let answer = person.browser.submit(&form).await;
        assert_eq!(answer.status, 429);
        assert!(answer.header("retry-after").is_some());
    }
    house.person().await;
    assert_eq!(house.mailbox.count(&person.email), 1);
}

/// The headers of every mail of ours.
const HEADERS: [&str; 8] =
    ["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To"];

#[tokio::test]
async fn l_15_nothing_is_smuggled_into_a_mail() {
    let house = House::with(|server| server.set("product", "<a href=//evil.example>\"Rooms\" & 'Co'</a>")).await;
    let person = Person { email: "o'hara&amp+b#{x}=y@example.org".to_owned(), ..house.stranger() };
    house.admit(&person).await;
    // The second sign-up makes the other mail: the one that repeats the address.
    person.elsewhere(house.browser()).sign_up().await;
    house.mailbox.wait_for(&person.email).await;
    let mails = house.mailbox.all();
    assert_eq!(mails.len(), 2);
    for mail in mails {
        let mut names: Vec<&str> = mail.headers.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, HEADERS, "{}", mail.raw);
        assert_eq!(mail.recipients, [person.email.as_str()]);
        assert!(!mail.html.contains("<a href=//"), "{}", mail.html);
        assert!(!mail.html.contains("o'hara&amp+b") || mail.html.contains("&amp;amp"), "{}", mail.html);
    }
}

#[tokio::test]
async fn l_15_line_breaks_are_refused_before_there_is_a_mail() {
    let _turn = turn().await;
    for (key, value) in [
        ("product", "Rooms\r\nBcc: everybody@example.org"),
        ("product", "Rooms\nX: y"),
        ("mail_from", "Rooms <login@example.org>\r\nBcc: everybody@example.org"),
        ("mail_from", "nobody"),
    ] {
        let ended = Server::builder().set(key, value).ends().await;
        assert_eq!(ended.status.code(), Some(2), "{key}={value:?}: {}", ended.stderr);
        assert!(ended.stderr.contains(key), "{key}={value:?}: {}", ended.stderr);
    }
}
