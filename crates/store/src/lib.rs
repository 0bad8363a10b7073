//! What Vestibule remembers, as traits. A store is anything that keeps these promises; [`contract`] is the test of them.
//!
//! Two rules remove most of the ways to get this wrong:
//! - a one-time thing is claimed by one conditional write, in the same transaction as its effect;
//! - secrets arrive as [`Digest`]s: a store never sees a cookie, a code or a link, only what proves one.
//!
//! Times are parameters. A store has no clock.

pub mod accounts;
pub mod contract;
pub mod digest;
pub mod error;
pub mod limits;
pub mod outbox;
pub mod reaper;
pub mod sessions;
pub mod sign_ups;

pub use accounts::{Account, AccountId, Accounts, Demand};
pub use digest::Digest;
pub use error::StoreError;
pub use limits::Limits;
pub use outbox::{Letter, LetterId, Outbox, Sealed};
pub use reaper::Reaper;
pub use sessions::{NewSession, Session, Sessions};
pub use sign_ups::{Confirmation, NewSend, NewSignUp, SignUp, SignUpPassword, SignUps};

/// Everything that the flows need, behind one name.
pub trait Store: Accounts + SignUps + Sessions + Limits + Outbox + Reaper + Health {}

impl<T: Accounts + SignUps + Sessions + Limits + Outbox + Reaper + Health> Store for T {}

/// Whether the store can serve.
#[async_trait::async_trait]
pub trait Health: Send + Sync {
    /// Answers when one read reaches the data.
    ///
    /// # Errors
    /// [`StoreError`] when it does not.
    async fn ready(&self) -> Result<(), StoreError>;
}
