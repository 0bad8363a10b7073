//! The flows: what each URL shows, what each form does, what is mailed. [`Vestibule::router`] is what a host merges.
//!
//! A flow is a module named after its word: `log_in` is `/login`, the screen `log-in` and the test `log_in`. Each reads
//! from top to bottom: the page, the submit, the answers. None of them knows which store it talks to.

mod answer;
mod builder;
mod confirm_email;
#[cfg(feature = "dev")]
mod dev;
mod dress;
mod gate;
mod health;
mod limits;
mod log_in;
mod log_out;
mod mail;
mod not_ready;
mod page;
mod passwords;
mod router;
mod session;
mod sign_up;
mod sign_up_sent;
mod user;
mod visitor;

pub use builder::{BuildError, Builder, SessionLife, Vestibule};
pub use mail::{Postman, Smtp, SmtpError};
pub use page::show;
pub use user::User;
pub use visitor::Visitor;
