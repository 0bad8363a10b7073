//! A mail server on the loopback that keeps what it gets.

mod mail;
mod session;

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use tokio::{net::TcpListener, sync::watch, task::JoinHandle, time::timeout};

pub use mail::Mail;

use crate::PATIENCE;

/// How the mail server treats what it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Behaviour {
    /// Takes everything.
    #[default]
    Accept,
    /// Refuses every recipient for good (550).
    RefuseAll,
    /// Refuses this recipient for good (550) and takes the others.
    Refuse(String),
    /// Refuses every recipient for now (451).
    Busy,
    /// Waits this long before each answer.
    Slow(Duration),
    /// Takes the connection and never says a word.
    Silent,
    /// Reads a mail to its end and hangs up without an answer: the sender can't know whether it arrived.
    DropAfterData,
}

/// A mail server on the loopback. It closes when it is dropped.
pub struct Mailbox {
    address: SocketAddr,
    shared: Arc<Shared>,
    listener: JoinHandle<()>,
}

struct Shared {
    behaviour: watch::Sender<Behaviour>,
    letters: watch::Sender<Vec<Letter>>,
}

struct Letter {
    mail: Mail,
    read: bool,
}

impl Mailbox {
    /// Opens a mail server on a free port.
    ///
    /// # Panics
    /// When the loopback has no free port.
    pub async fn open() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("the loopback has a free port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let shared = Arc::new(Shared {
            behaviour: watch::Sender::new(Behaviour::default()),
            letters: watch::Sender::new(Vec::new()),
        });
        let accepting = Arc::clone(&shared);
        let listener = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(session::serve(stream, Arc::clone(&accepting)));
            }
        });
        Self { address, shared, listener }
    }

    /// Its address, as the server's configuration writes it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Treats mail like this from now on.
    pub fn behave(&self, behaviour: Behaviour) {
        self.shared.behaviour.send_replace(behaviour);
    }

    /// Waits for the oldest mail to this address that was not waited for before.
    ///
    /// # Panics
    /// When none comes.
    pub async fn wait_for(&self, to: &str) -> Mail {
        let unread = |letter: &Letter| !letter.read && letter.mail.is_to(to);
        let mut letters = self.shared.letters.subscribe();
        let arrived = timeout(PATIENCE, letters.wait_for(|letters| letters.iter().any(unread))).await.is_ok();
        let mut found = None;
        self.shared.letters.send_modify(|letters| {
            found = letters.iter_mut().find(|letter| unread(letter)).map(|letter| {
                letter.read = true;
                letter.mail.clone()
            });
        });
        match found {
            Some(mail) if arrived => mail,
            _ => panic!("no mail to {to}; there is: {:?}", self.subjects()),
        }
    }

    /// Every mail that came, the oldest first, whether it was waited for or not.
    #[must_use]
    pub fn all(&self) -> Vec<Mail> {
        self.shared.letters.borrow().iter().map(|letter| letter.mail.clone()).collect()
    }

    /// How many mails to this address came.
    #[must_use]
    pub fn count(&self, to: &str) -> usize {
        self.shared.letters.borrow().iter().filter(|letter| letter.mail.is_to(to)).count()
    }

    fn subjects(&self) -> Vec<String> {
        self.all().into_iter().map(|mail| format!("{} to {}", mail.subject, mail.recipients.join(", "))).collect()
    }
}

impl Drop for Mailbox {
    fn drop(&mut self) {
        self.listener.abort();
    }
}
