//! What Vestibule remembers, as traits. A store is anything that keeps these promises; [`contract`] is the test of them.
//!
//! Two rules remove most of the ways to get this wrong:
//! - a one-time thing is claimed by one conditional write, in the same transaction as its effect;
//! - secrets arrive as [`Digest`]s: a store never sees a cookie, a code or a link, only what proves one.
//!
//! Times are parameters. A store has no clock.

pub mod accounts;
pub mod challenges;
pub mod contract;
pub mod digest;
pub mod error;
pub mod limits;
pub mod orgs;
pub mod outbox;
pub mod reaper;
pub mod second_factors;
pub mod sessions;
pub mod sign_ups;

pub use accounts::{Account, AccountId, Accounts, Beginning, Demand, MailboxProof, NewAccount, NewPassword};
pub use challenges::{Challenge, Challenges, Claimed, Effect, EndedLink, MailProof, NewChallenge};
pub use digest::Digest;
pub use error::StoreError;
pub use limits::Limits;
pub use orgs::{
    Asker, DomainMatch, Invitation, InvitationKey, JoinRequest, Joining, Membership, NewInvitation, NewOrg, OrgId,
    Orgs, WaysIn,
};
pub use outbox::{Letter, LetterId, Outbox, Sealed};
pub use reaper::Reaper;
pub use second_factors::{ActiveTotp, Device, Enrolment, NewBackupCodes, NewDevice, Pass, SecondFactors, Totp};
pub use sessions::{MAX_SESSIONS, NewSession, Place, Session, SessionEnd, SessionId, SessionProof, Sessions};
pub use sign_ups::{Confirmation, NewSend, NewSignUp, SignUp, SignUpPassword, SignUps};

/// Everything that the flows need, behind one name.
pub trait Store:
    Accounts + Challenges + Health + Limits + Orgs + Outbox + Reaper + SecondFactors + Sessions + SignUps
{
}

impl<T> Store for T where
    T: Accounts + Challenges + Health + Limits + Orgs + Outbox + Reaper + SecondFactors + Sessions + SignUps
{
}

/// Whether the store can serve.
#[async_trait::async_trait]
pub trait Health: Send + Sync {
    /// Answers when one read reaches the data.
    ///
    /// # Errors
    /// [`StoreError`] when it does not.
    async fn ready(&self) -> Result<(), StoreError>;
}
