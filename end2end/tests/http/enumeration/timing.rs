//! What the clock would tell.

use std::time::Duration;

use tempfile::TempDir;
use vestibule_testing::{Behaviour, Client, Clock, Form, Person, Server, Signal, free_port};

use crate::{
    house::{House, is_proof},
    time::{Pairs, timed},
};

/// Empties every bucket: the limits stay on, and no measurement meets them.
const LATER: Duration = Duration::from_hours(2);

/// A server under comparison.
struct Comparison<'a> {
    clock: &'a Clock,
    server: &'a Server,
    /// The number of the newest letter, where letters come to an end at once: its delivery is no part of the answer that
    /// is timed next.
    letters: Option<u32>,
}

impl Comparison<'_> {
    /// Sends two forms in turns, and then once more if the machine was noisy. Panics when they can be told apart.
    async fn check(&mut self, what: &str, pairs: usize, status: u16, one: (Client, Form), other: (Client, Form)) {
        let mut seen = String::new();
        for _ in 0..2 {
            let mut times = Pairs::default();
            for round in 0..pairs {
                self.clock.advance(LATER);
                let mut took = [Duration::ZERO; 2];
                // Who goes first changes, since going first is warmer or colder.
                for turn in [round % 2, 1 - round % 2] {
                    let (client, form) = if turn == 0 { &one } else { &other };
                    let (time, answer) = timed(client.submission(form)).await;
                    assert_eq!(answer.status, status, "{what}");
                    took[turn] = time;
                    self.settle().await;
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

    async fn settle(&mut self) {
        if let Some(letters) = &mut self.letters {
            *letters += 1;
            self.server.wait_for_log(&format!("letter={letters} attempts=")).await;
        }
    }
}

#[tokio::test]
async fn e_02_an_unknown_address_takes_as_long_as_a_wrong_password() {
    let clock = Clock::new();
    let house = House::alone(|server| server.clock(&clock)).await;
    let known = Person { email: "known@example.org".to_owned(), ..house.stranger() };
    house.admit(&known).await;
    let mut forms = Vec::new();
    for email in [known.email.as_str(), "ghost@example.org"] {
        let browser = house.browser();
        let form = browser.form("/login", "log-in").await;
        forms.push((browser, form.fill("email", email).fill("password", "not the right one at all")));
    }
    let (unknown, wrong) = (forms.pop().expect("two"), forms.pop().expect("two"));
    let pairs = if is_proof() { 300 } else { 60 };
    let mut comparison = Comparison { clock: &clock, server: &house.server, letters: None };
    comparison.check("log-in", pairs, 422, wrong, unknown).await;
}

/// A database that waits for no disk: its noise would hide what these rows look for.
fn in_memory() -> (TempDir, String) {
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a temporary folder");
    let url = format!("sqlite:{}", folder.path().join("vestibule.db").display());
    (folder, url)
}

/// The sign-up forms for a taken address and a free one, each in a browser of its own.
async fn sign_ups(server: &Server, house: &House, owner: &Person) -> [(Client, Form); 2] {
    let (one, other) = (server.client_from(house.address()), server.client_from(house.address()));
    let fill = |form: Form, email: &str| form.fill("email", email).fill("password", &owner.password);
    let taken = fill(one.form("/signup", "sign-up").await, &owner.email);
    let free = fill(other.form("/signup", "sign-up").await, "clear@example.org");
    [(one, taken), (other, free)]
}

fn pairs() -> usize {
    if is_proof() { 300 } else { 50 }
}

#[tokio::test]
async fn e_04_mail_tells_nothing_by_the_time_it_takes() {
    let clock = Clock::new();
    let (_folder, database) = in_memory();
    let house = House::alone(|server| server.clock(&clock).set("database", &database)).await;
    let owner = Person { email: "taken@example.org".to_owned(), ..house.stranger() };
    house.admit(&owner).await;
    let mut comparison = Comparison { clock: &clock, server: &house.server, letters: Some(1) };
    for behaviour in [Behaviour::Accept, Behaviour::Refuse(owner.email.clone()), Behaviour::Silent] {
        house.mailbox.behave(behaviour.clone());
        if behaviour == Behaviour::Silent {
            comparison.letters = None;
        }
        let [taken, free] = sign_ups(&house.server, &house, &owner).await;
        comparison.check(&format!("{behaviour:?}"), pairs(), 303, taken, free).await;
    }
}

#[tokio::test]
async fn e_04_nor_does_a_mail_server_that_is_gone() {
    let clock = Clock::new();
    let (_folder, database) = in_memory();
    let mut house = House::alone(|server| server.clock(&clock).set("database", &database)).await;
    let owner = Person { email: "taken@example.org".to_owned(), ..house.stranger() };
    house.admit(&owner).await;
    house.server.stop(Signal::Terminate).await;
    let gone = format!("smtp://127.0.0.1:{}", free_port());
    let server = Server::builder().clock(&clock).set("database", &database).set("smtp", &gone).start().await;
    let [taken, free] = sign_ups(&server, &house, &owner).await;
    let mut comparison = Comparison { clock: &clock, server: &server, letters: None };
    comparison.check("nobody listens", pairs(), 303, taken, free).await;
}

/// Mail to a known address is composed, sealed and queued; what is done for an unknown one has to take as long.
#[tokio::test]
async fn e_04_nor_do_a_log_in_by_mail_and_a_reset_by_their_time() {
    let clock = Clock::new();
    let (_folder, database) = in_memory();
    let house = House::alone(|server| server.clock(&clock).set("database", &database)).await;
    let owner = Person { email: "known@example.org".to_owned(), ..house.stranger() };
    house.admit(&owner).await;
    // The delivery of a letter is no part of an answer, but works on the same machine: it waits meanwhile.
    house.mailbox.behave(Behaviour::Silent);
    let mut comparison = Comparison { clock: &clock, server: &house.server, letters: None };
    for (path, name) in [("/login/email", "email-log-in"), ("/forgot-password", "forgot-password")] {
        let mut forms = Vec::new();
        for email in [owner.email.as_str(), "ghost@example.org"] {
            let browser = house.browser();
            let form = browser.form(path, name).await.fill("email", email);
            forms.push((browser, form));
        }
        let (unknown, known) = (forms.pop().expect("two"), forms.pop().expect("two"));
        comparison.check(path, pairs(), 303, known, unknown).await;
    }
}
