//! U-06: what is secret stays out of logs and files.

use std::collections::BTreeSet;

use vestibule_testing::{Answer, Behaviour, Person, Signal, http::Method};

use crate::house::{House, path_of};

/// Everything that must not be read anywhere: kept while a run goes on.
#[derive(Default)]
struct Secrets(BTreeSet<String>);

impl Secrets {
    fn note(&mut self, words: &[&str]) {
        self.0.extend(words.iter().filter(|word| word.len() >= 6).map(|word| (*word).to_owned()));
    }

    fn note_person(&mut self, person: &Person) {
        self.note(&[&person.password]);
        for name in ["session", "browser", "sign_up", "link"] {
            if let Some(value) = person.browser.cookie(name) {
                self.note(&[&value]);
            }
        }
    }

    fn note_answer(&mut self, answer: &Answer) {
        for input in answer.elements() {
            if input.is("name", "form_token") || input.is("name", "token") {
                self.note(&[input.get("value").unwrap_or_default()]);
            }
        }
    }

    #[track_caller]
    fn check(&self, text: &str, what: &str) {
        for secret in &self.0 {
            assert!(!text.contains(secret.as_str()), "{what} holds {secret}");
        }
    }
}

/// Uses everything, rightly and wrongly, and notes every secret on the way.
async fn use_everything(house: &House, secrets: &mut Secrets) {
    let person = house.stranger();
    secrets.note_answer(&person.browser.get("/signup").await);
    person.sign_up().await;
    secrets.note_person(&person);
    let mail = house.mailbox.wait_for(&person.email).await;
    let code = mail.code();
    secrets.note(&[
        &code,
        &format!("{} {}", &code[..3], &code[3..]),
        path_of(&mail, &house.server).split('=').next_back().unwrap_or_default(),
    ]);
    let elsewhere = person.elsewhere(house.browser());
    secrets.note_answer(&elsewhere.browser.open(&path_of(&mail, &house.server)).await);
    secrets.note_person(&elsewhere);
    person.type_code("918273").await;
    secrets.note(&["918273"]);
    person.type_code(&code).await;
    secrets.note_person(&person);
    elsewhere.browser.open(&path_of(&mail, &house.server)).await;
    for guess in ["guessed wrong once", "guessed wrong again"] {
        let guesser = person.elsewhere(house.browser());
        guesser.log_in_with(guess).await;
        secrets.note(&[guess]);
    }
    person.log_out().await;
    person.log_in().await;
    secrets.note_person(&person);
    // In places where they don't belong.
    let mistakes = [
        format!("/login?password={}", "pasted-into-the-address"),
        "/pasted-as-a-path".to_owned(),
        "/login?return_to=/pasted-as-a-target".to_owned(),
        format!("/confirm-email?token={}", "Pasted0000000000000000000000000000000000000"),
    ];
    secrets.note(&[
        "pasted-into-the-address",
        "pasted-as-a-path",
        "pasted-as-a-target",
        "Pasted000000000000000000000000",
    ]);
    for path in mistakes {
        let request = person.browser.request(Method::GET, &path).header("authorization", "Bearer pasted-as-a-header");
        request.header("user-agent", "pasted-as-an-agent").header("x-api-key", "pasted-as-a-key").send().await;
    }
    secrets.note(&["pasted-as-a-header", "pasted-as-an-agent", "pasted-as-a-key"]);
    let form = person.browser.form("/logout", "log-out").await;
    person.browser.submit(&form.clone().with("form_token", "pasted-twice-over")).await;
    person.browser.submission(&form).body("pasted-as-a-body=%zz&\0").send().await;
    secrets.note(&["pasted-twice-over", "pasted-as-a-body"]);
    house.mailbox.behave(Behaviour::Busy);
    let unlucky = house.stranger();
    unlucky.sign_up().await;
    secrets.note_person(&unlucky);
    house.server.wait_for_log("did not take a letter").await;
}

#[tokio::test]
async fn u_06_no_secret_is_logged() {
    for log in ["text", "json"] {
        let secret = "pDrzYLvFqdp5Q2lJ4cUzMW1nTlGSqhwhOHkDkXcWxnI=";
        let finest = |server: vestibule_testing::ServerBuilder| {
            server.set("log", log).set("log_level", "trace").set("secret", secret)
        };
        let mut house = House::with(finest).await;
        let mut secrets = Secrets::default();
        use_everything(&house, &mut secrets).await;
        secrets.note(&[secret]);
        let ended = house.server.stop(Signal::Terminate).await;
        assert!(secrets.0.len() > 25, "{:?}", secrets.0);
        assert!(ended.stderr.lines().count() > 20, "{}", ended.stderr);
        secrets.check(&ended.stderr, "the log");
        secrets.check(&ended.stdout, "the output");
        assert!(!ended.stderr.contains("@example.org"), "an address is in the log: {}", ended.stderr);
    }
}

#[tokio::test]
async fn u_06_no_secret_is_stored_as_it_is() {
    let house = House::open().await;
    let mut secrets = Secrets::default();
    use_everything(&house, &mut secrets).await;
    secrets.check(&String::from_utf8_lossy(&house.server.stored_bytes()), "the database");
}
