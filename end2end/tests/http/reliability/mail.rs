//! A mail server that fails.

use std::time::Duration;

use vestibule_testing::{Behaviour, Clock, Person, Server, Signal, free_port};

use crate::{
    house::{House, session_of},
    time::timed,
};

/// Longer than any pause between two attempts, and than the lease of an attempt that died.
const LATER: Duration = Duration::from_secs(61);

/// The longest that an answer to a sign-up may take, whatever the mail server does.
const AT_MOST: Duration = Duration::from_millis(300);

/// Signs some people up, and makes sure that the answers know nothing of mail.
async fn sign_up(house: &House, count: usize, what: &str) -> Vec<Person> {
    let (mut people, mut fastest) = (Vec::new(), Duration::MAX);
    for _ in 0..count {
        let person = house.stranger();
        let form = person.browser.form("/signup", "sign-up").await;
        let form = form.fill("email", &person.email).fill("password", &person.password);
        let (took, answer) = timed(person.browser.submission(&form)).await;
        assert_eq!(answer.location().as_deref(), Some("/signup/sent"), "{what}");
        assert_eq!(person.browser.get("/signup/sent").await.status, 200, "{what}");
        fastest = fastest.min(took);
        people.push(person);
    }
    // Each of them would wait, if one did; on a busy machine some are slow for reasons of their own.
    assert!(fastest < AT_MOST, "{what}: {fastest:?}");
    people
}

#[tokio::test]
async fn q_18_a_letter_arrives_when_the_mail_server_is_back() {
    let clock = Clock::new();
    let house = House::alone(|server| server.clock(&clock)).await;
    for behaviour in [Behaviour::Busy, Behaviour::DropAfterData] {
        house.mailbox.behave(behaviour.clone());
        let people = sign_up(&house, 3, &format!("{behaviour:?}")).await;
        house.server.wait_for_log("did not take a letter").await;
        house.mailbox.behave(Behaviour::Accept);
        clock.advance(LATER);
        for person in people {
            assert!(session_of(&person.confirm_by_code(&house.mailbox).await).is_some(), "{behaviour:?}");
            assert!(house.mailbox.count(&person.email) <= 2, "{behaviour:?}: at most one double");
        }
    }
}

#[tokio::test]
async fn q_18_a_refused_letter_is_not_tried_again() {
    let clock = Clock::new();
    let house = House::alone(|server| server.clock(&clock)).await;
    house.mailbox.behave(Behaviour::RefuseAll);
    let person = sign_up(&house, 3, "refused").await.remove(0);
    house.server.wait_for_log("a letter is given up").await;
    house.mailbox.behave(Behaviour::Accept);
    clock.advance(LATER);
    house.person().await;
    assert_eq!(house.mailbox.count(&person.email), 0);
}

#[tokio::test]
async fn q_18_one_refused_address_holds_up_nobody_else() {
    let house = House::alone(|server| server).await;
    house.mailbox.behave(Behaviour::Refuse("refused@example.org".to_owned()));
    let refused = Person { email: "refused@example.org".to_owned(), ..house.stranger() };
    assert_eq!(refused.sign_up().await.status, 303);
    house.person().await;
}

#[tokio::test]
async fn q_18_a_mail_server_that_dawdles_is_waited_for() {
    let house = House::alone(|server| server).await;
    house.mailbox.behave(Behaviour::Slow(Duration::from_millis(700)));
    let person = sign_up(&house, 3, "slow").await.remove(0);
    assert!(session_of(&person.confirm_by_code(&house.mailbox).await).is_some());
}

#[tokio::test]
async fn q_18_the_queue_survives_a_power_cut() {
    let clock = Clock::new();
    let mut house = House::alone(|server| server.clock(&clock)).await;
    house.mailbox.behave(Behaviour::Silent);
    let people = sign_up(&house, 10, "silent").await;
    house.server.stop(Signal::Kill).await;
    house.mailbox.behave(Behaviour::Accept);
    clock.advance(LATER);
    house.server.restart().await;
    for person in people {
        assert!(session_of(&person.confirm_by_code(&house.mailbox).await).is_some());
        assert_eq!(house.mailbox.count(&person.email), 1);
    }
}

#[tokio::test]
async fn q_18_without_a_mail_server_the_answer_is_the_same() {
    let clock = Clock::new();
    let mut house = House::alone(|server| server.clock(&clock)).await;
    house.server.stop(Signal::Terminate).await;
    let database = format!("sqlite:{}", house.server.folder().join("vestibule.db").display());
    let secret = "pDrzYLvFqdp5Q2lJ4cUzMW1nTlGSqhwhOHkDkXcWxnI=";
    let nobody = format!("smtp://127.0.0.1:{}", free_port());
    let builder = Server::builder().clock(&clock).set("database", &database).set("secret", secret);
    let person = {
        let server = builder.clone().set("smtp", &nobody).start().await;
        let person = Person::at(server.client_from(house.address()));
        assert_eq!(person.sign_up().await.location().as_deref(), Some("/signup/sent"));
        server.wait_for_log("did not take a letter").await;
        person
    };
    clock.advance(LATER);
    let server = builder.mailbox(&house.mailbox).start().await;
    let code = house.mailbox.wait_for(&person.email).await.code();
    let again = person.elsewhere(house.copy_to(&server, &person.browser));
    assert!(session_of(&again.type_code(&code).await).is_some());
}
