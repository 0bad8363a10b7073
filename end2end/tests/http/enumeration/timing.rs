//! What the clock would tell.

use std::time::Duration;

use vestibule_testing::{Behaviour, Client, Clock, Form, Person, free_port};

use crate::{
    house::{House, is_proof},
    time::{Pairs, timed},
};

/// Empties every bucket: the limits stay on, and no measurement meets them.
const LATER: Duration = Duration::from_hours(2);

/// Sends two forms in turns, and then once more if the machine was noisy. Panics when they can be told apart.
async fn compare(what: &str, clock: &Clock, pairs: usize, status: u16, one: (&Client, Form), other: (&Client, Form)) {
    let mut seen = String::new();
    for _ in 0..2 {
        let mut times = Pairs::default();
        for round in 0..pairs {
            clock.advance(LATER);
            let mut took = [Duration::ZERO; 2];
            // Who goes first changes, since going first is warmer or colder.
            for turn in [round % 2, 1 - round % 2] {
                let (client, form) = if turn == 0 { &one } else { &other };
                let (time, answer) = timed(client.submission(form)).await;
                assert_eq!(answer.status, status, "{what}");
                took[turn] = time;
            }
            times.push(took[0], took[1]);
        }
        match times.difference() {
            None => return,
            Some(difference) => seen = difference,
        }
    }
    panic!("{what}: {seen}");
}

#[tokio::test]
async fn e_02_an_unknown_address_takes_as_long_as_a_wrong_password() {
    let clock = Clock::new();
    let house = House::alone(|server| server.clock(&clock)).await;
    let known = Person { email: "known@example.org".to_owned(), ..house.stranger() };
    house.admit(&known).await;
    let (one, other) = (house.browser(), house.browser());
    let mut forms = Vec::new();
    for (browser, email) in [(&one, known.email.as_str()), (&other, "ghost@example.org")] {
        let form = browser.form("/login", "log-in").await;
        forms.push(form.fill("email", email).fill("password", "not the right one at all"));
    }
    let (unknown, wrong) = (forms.pop().expect("two"), forms.pop().expect("two"));
    let pairs = if is_proof() { 300 } else { 60 };
    compare("log-in", &clock, pairs, 422, (&one, wrong), (&other, unknown)).await;
}

#[tokio::test]
async fn e_04_mail_tells_nothing_by_the_time_it_takes() {
    let clock = Clock::new();
    let house = House::alone(|server| server.clock(&clock)).await;
    let owner = Person { email: "taken@example.org".to_owned(), ..house.stranger() };
    house.admit(&owner).await;
    let pairs = if is_proof() { 300 } else { 25 };
    for behaviour in [
        Behaviour::Accept,
        Behaviour::Refuse(owner.email.clone()),
        Behaviour::RefuseAll,
        Behaviour::Busy,
        Behaviour::Silent,
    ] {
        house.mailbox.behave(behaviour.clone());
        let (one, other) = (house.browser(), house.browser());
        let password = &owner.password;
        let fill = |form: Form, email: &str| form.fill("email", email).fill("password", password);
        let taken = fill(one.form("/signup", "sign-up").await, &owner.email);
        let free = fill(other.form("/signup", "sign-up").await, "clear@example.org");
        compare(&format!("{behaviour:?}"), &clock, pairs, 303, (&one, taken), (&other, free)).await;
    }
}

#[tokio::test]
async fn e_04_nor_does_a_mail_server_that_is_gone() {
    let clock = Clock::new();
    let gone = format!("smtp://127.0.0.1:{}", free_port());
    let mut house = House::alone(|server| server.clock(&clock)).await;
    let owner = Person { email: "taken@example.org".to_owned(), ..house.stranger() };
    house.admit(&owner).await;
    let database = house.server.folder().join("vestibule.db");
    let folder = format!("sqlite:{}", database.display());
    house.server.stop(vestibule_testing::Signal::Terminate).await;
    let server = vestibule_testing::Server::builder().clock(&clock).set("database", &folder).set("smtp", &gone);
    let server = server.start().await;
    let (one, other) = (server.client_from(house.address()), server.client_from(house.address()));
    let password = &owner.password;
    let fill = |form: Form, email: &str| form.fill("email", email).fill("password", password);
    let taken = fill(one.form("/signup", "sign-up").await, &owner.email);
    let free = fill(other.form("/signup", "sign-up").await, "clear@example.org");
    let pairs = if is_proof() { 300 } else { 25 };
    compare("nobody listens", &clock, pairs, 303, (&one, taken), (&other, free)).await;
}
