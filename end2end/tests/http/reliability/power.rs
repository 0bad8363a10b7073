//! Kill -9, in the middle of everything.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::task::JoinSet;
use vestibule_testing::{Answer, Client, Form, Mailbox, Person, Signal, http::Method};

use crate::{
    database::Database,
    house::{House, rounds, session_of},
};

/// What the server said that it had done.
#[derive(Clone)]
enum Said {
    /// Somebody has an account; the form is the one with the code that was spent for it.
    Confirmed(Person, Client, Form),
    /// This browser is logged in.
    LoggedIn(Client),
    /// This browser was logged out: here is a copy of its cookies.
    LoggedOut(Client),
}

type Ledger = Arc<Mutex<Vec<Said>>>;

fn write(ledger: &Ledger, said: Said) {
    ledger.lock().expect("no panic").push(said);
}

/// An answer, unless the server died.
async fn answer(browser: &Client, form: &Form) -> Option<Answer> {
    browser.submission(form).try_send().await.ok()
}

async fn form(browser: &Client, path: &str, name: &str) -> Option<Form> {
    let page = browser.request(Method::GET, path).try_send().await.ok()?;
    (page.status == 200).then(|| page.form(name))
}

/// Signs up, confirms, logs out, logs in again, and keeps a ledger of what was acknowledged.
async fn live(person: Person, second: Client, copy: Client, mailbox: Arc<Mailbox>, ledger: Ledger) -> Option<()> {
    let browser = &person.browser;
    let sign_up = form(browser, "/signup", "sign-up").await?;
    let sign_up = sign_up.fill("email", &person.email).fill("password", &person.password);
    answer(browser, &sign_up).await.filter(|answer| answer.status == 303)?;
    let code = mailbox.wait_for(&person.email).await.code();
    let code = form(browser, "/signup/sent", "code").await?.fill("code", &code);
    let waiting = browser.with_stolen_cookies();
    let session = session_of(&answer(browser, &code).await?)?;
    write(&ledger, Said::Confirmed(person.clone(), waiting, code));
    copy.set_cookie("session", &session);
    let log_out = form(browser, "/logout", "log-out").await?;
    answer(browser, &log_out).await.filter(|answer| answer.status == 303)?;
    write(&ledger, Said::LoggedOut(copy));
    let log_in = form(&second, "/login", "log-in").await?;
    let log_in = log_in.fill("email", &person.email).fill("password", &person.password);
    session_of(&answer(&second, &log_in).await?)?;
    write(&ledger, Said::LoggedIn(second));
    Some(())
}

#[tokio::test]
async fn q_11_what_was_acknowledged_survives_a_kill() {
    let mailbox = Arc::new(Mailbox::open().await);
    let mut house = House::with(|server| server.mailbox(&mailbox)).await;
    for round in 0..rounds(100).max(4) {
        let ledger = Ledger::default();
        let mut lives = JoinSet::new();
        for _ in 0..8 {
            let (person, second, copy) = (house.stranger(), house.browser(), house.browser());
            lives.spawn(live(person, second, copy, Arc::clone(&mailbox), Arc::clone(&ledger)));
        }
        // Every round dies at another moment: after more and more of the lives have said something.
        let enough = 1 + round * 5 % 20;
        while ledger.lock().expect("no panic").len() < enough && !lives.is_empty() {
            let _ = tokio::time::timeout(Duration::from_millis(1), lives.join_next()).await;
        }
        house.server.stop(Signal::Kill).await;
        lives.abort_all();
        house.server.restart().await;
        let mut database = Database::of(&house.server).await;
        assert_eq!(database.integrity().await, "ok", "round {round}");
        database.close().await;
        let said = ledger.lock().expect("no panic").clone();
        assert!(said.len() >= enough, "round {round}");
        for said in said {
            check(&house, said).await;
        }
    }
}

async fn check(house: &House, said: Said) {
    match said {
        Said::Confirmed(person, waiting, code) => {
            let answer = house.copy(&waiting).submit(&code).await;
            assert_eq!(session_of(&answer), None, "{}: a spent code works again", person.email);
            let again = person.elsewhere(house.browser()).log_in().await;
            assert!(session_of(&again).is_some(), "{}: the account is gone", person.email);
        }
        Said::LoggedIn(browser) => assert_eq!(browser.get("/").await.status, 200, "a session is gone"),
        Said::LoggedOut(copy) => assert_eq!(copy.get("/").await.status, 303, "a session that ended is back"),
    }
}
