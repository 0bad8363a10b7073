//! Mail: composed and sealed in the request, sent by the [`Postman`] afterwards. An answer never waits for mail, and no
//! letter is lost with the process (Q-18, E-04).

mod compose;
mod dev_mailbox;
mod letter;
mod page;
mod postman;
mod smtp;

pub(crate) use compose::{digest_of_code, sign_up};
pub(crate) use dev_mailbox::DevMailbox;
pub(crate) use letter::Letter;
pub use postman::Postman;
pub use smtp::{Smtp, SmtpError};
