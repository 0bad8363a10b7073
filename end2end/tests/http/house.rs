//! What a row's test lives in: the binary, a mail server beside it, and clients with an address each.

use std::{
    net::Ipv4Addr,
    sync::atomic::{AtomicU16, Ordering},
};

use tokio::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};
use vestibule_testing::{Answer, Client, Mail, Mailbox, Person, Server, ServerBuilder};

/// Tests that measure time run alone, all others beside each other.
static TURN: RwLock<()> = RwLock::const_new(());

/// The cookies of a browser of ours, by their plain names.
pub(crate) const COOKIES: [&str; 10] =
    ["browser", "session", "sign_up", "link", "challenge", "invitation", "device", "last", "return_to", "later"];

/// The right to run, until it is dropped.
#[expect(dead_code, reason = "held, never looked at")]
pub(crate) enum Turn {
    Beside(RwLockReadGuard<'static, ()>),
    Alone(RwLockWriteGuard<'static, ()>),
}

/// Waits while a test runs that measures time.
pub(crate) async fn turn() -> Turn {
    Turn::Beside(TURN.read().await)
}

/// How many rounds of something run: all of them in the long proof, one in fifty otherwise.
pub(crate) fn rounds(all: usize) -> usize {
    if is_proof() { all } else { all.div_ceil(50) }
}

/// Whether this is the run that takes its time.
pub(crate) fn is_proof() -> bool {
    std::env::var_os("VESTIBULE_PROOF").is_some()
}

/// A server and its mail server. Dropping it makes sure that nothing in the server panicked.
pub(crate) struct House {
    pub(crate) server: Server,
    pub(crate) mailbox: Mailbox,
    addresses: AtomicU16,
    _turn: Turn,
}

impl House {
    /// Opens one as an operator would who only fills in what is required.
    pub(crate) async fn open() -> Self {
        Self::with(|server| server).await
    }

    /// Opens one with something changed about the server.
    pub(crate) async fn with(change: impl FnOnce(ServerBuilder) -> ServerBuilder) -> Self {
        Self::start(turn().await, change).await
    }

    /// As [`with`](Self::with), while no other test runs.
    pub(crate) async fn alone(change: impl FnOnce(ServerBuilder) -> ServerBuilder) -> Self {
        Self::start(Turn::Alone(TURN.write().await), change).await
    }

    async fn start(turn: Turn, change: impl FnOnce(ServerBuilder) -> ServerBuilder) -> Self {
        let mailbox = Mailbox::open().await;
        let server = change(Server::builder().mailbox(&mailbox)).start().await;
        Self { server, mailbox, addresses: AtomicU16::new(0), _turn: turn }
    }

    /// An address of the loopback that nobody else in this house has.
    pub(crate) fn address(&self) -> Ipv4Addr {
        let [high, low] = (self.addresses.fetch_add(1, Ordering::Relaxed) + 1).to_be_bytes();
        Ipv4Addr::new(127, 1, high, low)
    }

    /// A browser that was never here, at an address of its own.
    pub(crate) fn browser(&self) -> Client {
        self.server.client_from(self.address())
    }

    /// The same cookies at an address of their own.
    pub(crate) fn copy(&self, browser: &Client) -> Client {
        self.copy_to(&self.server, browser)
    }

    /// The same cookies at an address of their own, before another server.
    pub(crate) fn copy_to(&self, server: &Server, browser: &Client) -> Client {
        let copy = server.client_from(self.address());
        let prefix = if server.base_url().starts_with("https:") { "__Host-" } else { "" };
        for name in COOKIES {
            if let Some(value) = browser.cookie(name) {
                copy.set_cookie(&format!("{prefix}{name}"), &value);
            }
        }
        copy
    }

    /// Somebody who was never here.
    pub(crate) fn stranger(&self) -> Person {
        Person::at(self.browser())
    }

    /// Somebody who has an account and is logged in.
    pub(crate) async fn person(&self) -> Person {
        let person = self.stranger();
        self.admit(&person).await;
        person
    }

    /// Somebody who has an account and an organisation of their own, where everybody must have one.
    pub(crate) async fn person_in_org(&self, name: &str) -> Person {
        let person = self.stranger();
        person.sign_up().await;
        person.confirm_by_code(&self.mailbox).await;
        let page = person.browser.get("/choose-org").await;
        let answer = person.browser.submit(&page.form("create").fill("name", name)).await;
        let answer = if answer.status == 200 { person.browser.submit(&answer.form("create")).await } else { answer };
        assert_eq!(answer.status, 303, "{}", answer.text());
        person
    }

    /// The next mail to an address that says this, in its subject or its text.
    pub(crate) async fn mail(&self, to: &str, says: &str) -> Mail {
        loop {
            let mail = self.mailbox.wait_for(to).await;
            if mail.subject.contains(says) || mail.text.contains(says) {
                return mail;
            }
        }
    }

    /// Takes somebody through the sign-up.
    pub(crate) async fn admit(&self, person: &Person) {
        assert_eq!(person.sign_up().await.status, 303, "{}", person.email);
        person.confirm_by_code(&self.mailbox).await;
        assert!(person.is_logged_in().await, "{} isn't logged in after the code", person.email);
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let logs = self.server.logs();
            assert!(!logs.contains("panicked"), "the server panicked (H-11): {logs}");
        }
    }
}

/// The cookie of a session that an answer begins.
pub(crate) fn session_of(answer: &Answer) -> Option<String> {
    let mut lines = answer.set_cookies().into_iter();
    lines.find_map(|line| {
        let value = line.trim_start_matches("__Host-").strip_prefix("session=")?.split(';').next()?;
        (!value.is_empty()).then(|| value.to_owned())
    })
}

/// The path and query of a mailed link.
pub(crate) fn path_of(mail: &Mail, server: &Server) -> String {
    let link = mail.link();
    link.strip_prefix(server.base_url()).unwrap_or_else(|| panic!("the link leads elsewhere: {link}")).to_owned()
}

/// An answer as text, without what is different in every answer by nature: nonce, request id, date, tokens, and the
/// words that the caller knows to be its own.
pub(crate) fn masked(answer: &Answer, own: &[&str]) -> String {
    let mut lines: Vec<String> = answer
        .headers
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "date" | "x-request-id"))
        .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())))
        .collect();
    lines.sort();
    let mut text = format!("{}\n{}\n\n{}", answer.status, lines.join("\n"), answer.text());
    let tokens = answer.elements().into_iter().filter(|input| input.is("name", "form_token"));
    let tokens: Vec<String> = tokens.filter_map(|input| input.get("value").map(str::to_owned)).collect();
    let cookies: Vec<String> = answer.set_cookies().iter().filter_map(|line| value_of(line)).collect();
    let own = own.iter().map(|word| (*word).to_owned());
    let request = answer.header("x-request-id").map(str::to_owned);
    for word in nonce_of(answer).into_iter().chain(request).chain(tokens).chain(cookies).chain(own) {
        text = text.replace(&word, "…");
    }
    text
}

/// The nonce that a page's policy names.
pub(crate) fn nonce_of(answer: &Answer) -> Option<String> {
    let policy = answer.header("content-security-policy")?;
    let (nonce, _) = policy.split_once("'nonce-")?.1.split_once('\'')?;
    Some(nonce.to_owned())
}

fn value_of(line: &str) -> Option<String> {
    let value = line.split(';').next()?.split_once('=')?.1;
    (!value.is_empty()).then(|| value.to_owned())
}
