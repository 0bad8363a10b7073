//! A mail server that fails.

use std::time::Duration;

use vestibule_testing::{Behaviour, Clock, Person, Server, Signal, free_port};

use crate::{
    house::{House, session_of},
    time::timed,
};

/// Longer than any pause between two attempts, and than the lease of an attempt that died.
const LATER: Duration = Duration::from_secs(61);

/// Signs up and makes sure that the answer knows nothing of mail.
async fn sign_up(house: &House, what: &str) -> Person {
    let person = house.stranger();
    let form = person.browser.form("/signup", "sign-up").await;
    let form = form.fill("email", &person.email).fill("password", &person.password);
    let (took, answer) = timed(person.browser.submission(&form)).await;
    assert_eq!(answer.location().as_deref(), Some("/signup/sent"), "{what}");
    assert!(took < Duration::from_millis(300), "{what}: {took:?}");
    assert_eq!(person.browser.get("/signup/sent").await.status, 200, "{what}");
    person
}

#[tokio::test]
async fn q_18_a_letter_arrives_when_the_mail_server_is_back() {
    let clock = Clock::new();
    let house = House::alone(|server| server.clock(&clock)).await;
    for behaviour in [Behaviour::Busy, Behaviour::DropAfterData] {
        house.mailbox.behave(behaviour.clone());
        let person = sign_up(&house, &format!("{behaviour:?}")).await;
        house.server.wait_for_log("did not take a letter").await;
        house.mailbox.behave(Behaviour::Accept);
        clock.advance(LATER);
        assert!(session_of(&person.confirm_by_code(&house.mailbox).await).is_some(), "{behaviour:?}");
        assert!(house.mailbox.count(&person.email) <= 2, "{behaviour:?}: at most one double");
    }
}

#[tokio::test]
async fn q_18_a_refused_letter_is_not_tried_again() {
    let clock = Clock::new();
    let house = House::alone(|server| server.clock(&clock)).await;
    let person = {
        house.mailbox.behave(Behaviour::RefuseAll);
        sign_up(&house, "refused").await
    };
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
    let person = sign_up(&house, "slow").await;
    assert!(session_of(&person.confirm_by_code(&house.mailbox).await).is_some());
}

#[tokio::test]
async fn q_18_the_queue_survives_a_power_cut() {
    let clock = Clock::new();
    let mut house = House::alone(|server| server.clock(&clock)).await;
    house.mailbox.behave(Behaviour::Silent);
    let mut people = Vec::new();
    for _ in 0..10 {
        people.push(sign_up(&house, "silent").await);
    }
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
