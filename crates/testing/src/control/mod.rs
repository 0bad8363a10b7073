//! The control API of a server under test.

mod somebody;

use std::time::Duration;

use http::Method;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use vestibule_core::routes;

pub use somebody::{Somebody, Wanted};

use crate::{Answer, Client, PATIENCE};

/// What moves a server that was started with [`ServerBuilder::testing`](crate::ServerBuilder::testing).
///
/// ```no_run
/// use std::time::Duration;
///
/// use vestibule_testing::Server;
///
/// # async fn tour() {
/// let server = Server::builder().testing().start().await;
/// let control = server.control();
/// let ada = control.person("LoggedIn").org("Northwind").role("admin").make().await;
/// assert!(ada.is_logged_in().await);
///
/// control.advance(Duration::from_secs(2 * 60 * 60)).await;
/// assert!(!ada.is_logged_in().await, "the session went unused for too long");
///
/// ada.ask_for_log_in_mail().await;
/// let letter = control.mail(&ada.email).await;
/// println!("{}: {:?}", letter.subject, letter.code);
/// # }
/// ```
#[derive(Clone)]
pub struct Control {
    client: Client,
}

/// What can fail on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failing {
    /// The mail server can't be reached: letters wait.
    Mail,
    /// The database is busy: pages say so.
    Database,
}

/// A mail as the server wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Letter {
    /// Whom it is for.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
    /// The six digits, if it carries any.
    pub code: Option<String>,
    /// The link.
    pub link: Option<String>,
}

impl Control {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// The same in a space: clock, limits, failures and made-up addresses of one space touch nobody else's. Tests that
    /// share a server have one each.
    ///
    /// ```no_run
    /// # async fn tour(server: vestibule_testing::Server) {
    /// let control = server.control().space("worker-3");
    /// let ada = control.person("LoggedIn").make().await;
    /// assert!(ada.email.ends_with("@worker-3.example"));
    /// # }
    /// ```
    #[must_use]
    pub fn space(&self, name: &str) -> Self {
        Self { client: self.client.in_space(name) }
    }

    /// A browser in the space that never was here.
    #[must_use]
    pub fn client(&self) -> Client {
        self.client.fresh()
    }

    /// Somebody in the login state of this name: `LoggedIn`, `TwoFactorRequired`, and so on.
    pub fn person(&self, state: &str) -> Wanted {
        Wanted::new(self.clone(), state)
    }

    /// Waits for the newest mail to this address that was not asked for before.
    ///
    /// # Panics
    /// When none comes.
    pub async fn mail(&self, to: &str) -> Letter {
        let wait = PATIENCE.as_secs().saturating_sub(1);
        let answer = self.ask(Method::GET, &mail_to(to, Some(wait)), None).await;
        read(&answer, 200)
    }

    /// The newest mail to this address, if any came.
    ///
    /// # Panics
    /// When the server doesn't say.
    pub async fn newest_mail(&self, to: &str) -> Option<Letter> {
        let answer = self.ask(Method::GET, &mail_to(to, None), None).await;
        (answer.status != 404).then(|| read(&answer, 200))
    }

    /// Moves the clock of the space forward.
    ///
    /// # Panics
    /// When the server refuses.
    pub async fn advance(&self, by: Duration) {
        self.done(Method::POST, routes::TEST_CLOCK, Some(json!({ "advance": by.as_secs() })), 200).await;
    }

    /// Lets the clock of the space show the system's time again.
    ///
    /// # Panics
    /// When the server refuses.
    pub async fn reset_clock(&self) {
        self.done(Method::DELETE, routes::TEST_CLOCK, None, 200).await;
    }

    /// Forgets every try that was counted in the space.
    ///
    /// # Panics
    /// When the server refuses.
    pub async fn reset_limits(&self) {
        self.done(Method::POST, routes::TEST_LIMITS_RESET, None, 204).await;
    }

    /// Lets something fail in the space for this long, in real time.
    ///
    /// # Panics
    /// When the server refuses.
    pub async fn fail(&self, what: Failing, lasting: Duration) {
        let what = match what {
            Failing::Mail => "mail",
            Failing::Database => "database",
        };
        let body = json!({ "what": what, "for": lasting.as_secs() });
        self.done(Method::POST, routes::TEST_FAIL, Some(body), 204).await;
    }

    /// Lets nothing fail in the space any more.
    ///
    /// # Panics
    /// When the server refuses.
    pub async fn stop_failing(&self) {
        self.done(Method::DELETE, routes::TEST_FAIL, None, 204).await;
    }

    /// Asks one of the API's routes, whatever it answers.
    pub(crate) async fn ask(&self, method: Method, route: &str, body: Option<Value>) -> Answer {
        let request = self.client.request(method, &self.client.mount().at(route));
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        request.header("content-type", "application/json").body(body).send().await
    }

    async fn done(&self, method: Method, route: &str, body: Option<Value>, status: u16) {
        let answer = self.ask(method, route, body).await;
        assert_eq!(answer.status, status, "{route}: {}", answer.text());
    }
}

fn mail_to(address: &str, wait: Option<u64>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("to", address);
    if let Some(wait) = wait {
        query.append_pair("wait", &wait.to_string());
    }
    format!("{}?{}", routes::TEST_MAIL, query.finish())
}

/// What an answer of this status says.
fn read<T: DeserializeOwned>(answer: &Answer, status: u16) -> T {
    assert_eq!(answer.status, status, "{}", answer.text());
    serde_json::from_slice(&answer.body).unwrap_or_else(|error| panic!("{error}: {}", answer.text()))
}
