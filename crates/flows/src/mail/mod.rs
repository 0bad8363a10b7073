//! Mail: composed and sealed in the request, sent by the [`Postman`] afterwards. An answer never waits for mail, and no
//! letter is lost with the process (Q-18, E-04).

mod admitted;
mod bell;
mod challenge;
mod compose;
#[cfg(feature = "dev")]
mod dev_mailbox;
mod invitation;
mod letter;
mod notice;
mod page;
mod postman;
#[cfg(feature = "dev")]
pub(crate) mod samples;
mod sign_up;
mod smtp;

pub(crate) use admitted::admitted;
pub(crate) use bell::Bell;
pub(crate) use challenge::{challenge, undo_email_change};
pub(crate) use compose::digest_of_code;
#[cfg(feature = "dev")]
pub(crate) use dev_mailbox::DevMailbox;
pub(crate) use invitation::invitation;
pub(crate) use letter::Letter;
pub(crate) use notice::{Notice, notice};
pub use postman::Postman;
pub(crate) use sign_up::sign_up;
pub use smtp::{Smtp, SmtpError};
