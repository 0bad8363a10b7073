//! The test kit of Vestibule, in the testers' language. It starts the binary that a user would run, speaks HTTP to it as
//! a browser would, and reads the mail that it sends over SMTP.
//!
//! ```no_run
//! use vestibule_testing::{Mailbox, Person, Server};
//!
//! # async fn tour() {
//! let mailbox = Mailbox::open().await;
//! let server = Server::builder().mailbox(&mailbox).start().await;
//!
//! let ada = Person::new(&server);
//! ada.sign_up().await;
//! ada.confirm_by_code(&mailbox).await;
//! assert!(ada.is_logged_in().await);
//! # }
//! ```
//!
//! - [`Server`] is a child process with a folder, a port and a database of its own. It ends with the test.
//! - [`Mailbox`] is a mail server that keeps what it gets, and can refuse, dawdle or hang up: see [`Behaviour`].
//! - [`Client`] is a browser without a window: it has cookies and an address of its own, follows no redirect by itself,
//!   fills in the forms that it finds, and can send what no browser would. [`raw`] sends what isn't even HTTP.
//! - [`Clock`] moves the server's time while it runs.
//! - [`Authenticator`] is the app on somebody's phone.
//! - [`Person`] signs up, confirms, logs in and logs out.
//! - [`Control`] makes people in any login state without a walk, reads the mail without a mail server, moves the clock
//!   without a library in front of it, and lets mail and database fail, over HTTP and in spaces that share a server:
//!   what testers of other languages have, too.
//! - With the feature `browser`, `browser` drives Chromium, and `pages` are the screens as page objects.
//!
//! Everything here panics when it can't do its work, with what it saw: a test has no better answer. Nothing sleeps; what
//! has to happen is awaited until [`PATIENCE`] ends.

mod authenticator;
#[cfg(feature = "browser")]
pub mod browser;
mod client;
mod clock;
mod control;
mod html;
mod mailbox;
#[cfg(feature = "browser")]
pub mod pages;
mod person;
mod server;

use std::time::Duration;

pub use authenticator::Authenticator;
pub use client::{Answer, Client, Form, Request, raw};
pub use clock::Clock;
pub use control::{Control, Failing, Letter, Somebody, Wanted};
pub use html::Element;
pub use http;
pub use mailbox::{Behaviour, Mail, Mailbox};
pub use person::Person;
pub use server::{Ended, Server, ServerBuilder, Signal, free_port, workspace};

/// How long anything may take before a test gives up on it.
pub const PATIENCE: Duration = Duration::from_secs(20);
