//! P: passwords and sign-up.

mod addresses;
mod change;
mod fields;
mod storage;
mod work;

use std::time::Duration;

use vestibule_testing::{Answer, Clock, Person, Server};

use crate::house::{House, session_of, turn};

/// Fills in the sign-up form as somebody new who chooses this password.
async fn choose(house: &House, password: &str) -> (Person, Answer) {
    let person = Person { password: password.to_owned(), ..house.stranger() };
    let answer = person.sign_up().await;
    (person, answer)
}

#[tokio::test]
async fn p_01_a_password_alone_has_fifteen_characters() {
    let house = House::open().await;
    for (password, status) in [("", 422), ("fourteen chars", 422), ("fifteen letters", 303), ("ünïcödé fifteen", 303)]
    {
        assert_eq!(choose(&house, password).await.1.status, status, "{password:?}");
    }
}

#[tokio::test]
async fn p_01_no_configuration_asks_for_less_than_eight() {
    for length in ["0", "4", "7", "-1", "129", "eight"] {
        let _turn = turn().await;
        let ended = Server::builder().set("password_min_length", length).ends().await;
        assert_eq!(ended.status.code(), Some(2), "{length}: {}", ended.stderr);
        assert!(ended.stderr.contains("password_min_length"), "{length}: {}", ended.stderr);
    }
    let house = House::with(|server| server.set("password_min_length", "8")).await;
    for (password, status) in [("seven77", 422), ("vqzk7wpx", 303)] {
        assert_eq!(choose(&house, password).await.1.status, status, "{password:?}");
    }
}

/// Passwords that people are proud of.
fn long_ones() -> [String; 4] {
    [
        format!("{}Z", "x".repeat(127)),
        format!("crème brûlée 🦊🦊🦊 {}", "ж".repeat(100)),
        format!("two words{}far apart", " ".repeat(20)),
        "%00&=+;\"'<>\\`~ all of it".to_owned(),
    ]
}

#[tokio::test]
async fn p_02_long_passwords_with_any_characters_work() {
    let house = House::open().await;
    for password in long_ones() {
        let person = Person { password: password.clone(), ..house.stranger() };
        house.admit(&person).await;
        let again = person.elsewhere(house.browser());
        assert!(session_of(&again.log_in().await).is_some(), "{password:?}");
    }
    let (_, answer) = choose(&house, &"x".repeat(129)).await;
    assert_eq!(answer.status, 422, "more than is hashed is refused, not cut");
}

#[tokio::test]
async fn p_03_a_password_is_compared_exactly() {
    let house = House::open().await;
    let password = format!("Exactly {} this ", "o".repeat(112));
    assert_eq!(password.chars().count(), 126);
    let person = Person { password: password.clone(), ..house.stranger() };
    house.admit(&person).await;
    let nearly = [
        password[..72].to_owned(),
        password[..125].to_owned(),
        password.to_lowercase(),
        password.to_uppercase(),
        format!(" {password}"),
        format!("{password} "),
        password.replace("oo", "o"),
        format!("{password}\0"),
    ];
    for near in nearly {
        let browser = house.browser();
        let wrong = person.elsewhere(browser.clone()).log_in_with(&near).await;
        assert_eq!((wrong.status, session_of(&wrong)), (422, None), "{near:?}");
        // The right one in between empties the account's count of wrong ones.
        assert!(session_of(&person.elsewhere(browser).log_in().await).is_some());
    }
}

#[tokio::test]
async fn p_04_nothing_but_length_is_asked_and_nothing_expires() {
    let clock = Clock::new();
    let house = House::with(|server| server.clock(&clock)).await;
    let person = Person { password: "mrvtqlkspwozxne".to_owned(), ..house.stranger() };
    house.admit(&person).await;
    clock.advance(Duration::from_hours(2 * 365 * 24));
    let later = person.elsewhere(house.browser());
    assert_eq!(later.log_in().await.location().as_deref(), Some("/"));
    assert!(later.is_logged_in().await, "no other password is asked for");
}

#[tokio::test]
async fn p_06_a_password_is_not_what_everybody_knows_about_its_owner() {
    let house = House::with(|server| server.set("product", "Northwind Traders")).await;
    let email = "augusta.king.lovelace@example.org";
    for password in [
        email,
        "augusta.king.lovelace",
        "Augusta.King.Lovelace1!",
        "northwind traders",
        "NORTHWIND TRADERS 2026",
        "northwind tradersNorthwind Traders",
    ] {
        let person = Person { email: email.to_owned(), password: password.to_owned(), ..house.stranger() };
        assert_eq!(person.sign_up().await.status, 422, "{password:?}");
    }
    let person = Person { email: email.to_owned(), ..house.stranger() };
    assert_eq!(person.sign_up().await.status, 303);
}
