//! Organisations: who belongs to them, and who may.

use std::fmt;

use async_trait::async_trait;
use time::OffsetDateTime;
use vestibule_core::{
    email::EmailAddress,
    org::{DomainRule, OrgName, Role},
};

use crate::{AccountId, Digest, Sealed, StoreError};

/// The random name of an organisation: 128 bits in lower-case hex.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OrgId(pub String);

impl fmt::Display for OrgId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An organisation that is about to begin.
#[derive(Debug, Clone)]
pub struct NewOrg {
    /// Its name among names.
    pub id: OrgId,
    /// What people call it.
    pub name: OrgName,
    /// How many may belong to it.
    pub max_members: Option<u32>,
    /// The domains whose people may come in, in lower case. An operator vouches for them (O-10): a domain belongs to
    /// one organisation.
    pub domains: Vec<(String, DomainRule)>,
    /// Who made it, and owns it.
    pub owner: Option<AccountId>,
    /// When it begins.
    pub now: OffsetDateTime,
}

/// An invitation that is about to be mailed.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// Its random name.
    pub id: String,
    /// The digest of its link.
    pub link: Digest,
    /// Into which organisation.
    pub org: OrgId,
    /// For whom: it opens nothing for anybody else (O-05).
    pub email: EmailAddress,
    /// As what.
    pub role: Role,
    /// Who invites; nobody when an operator does.
    pub inviter: Option<AccountId>,
    /// When.
    pub now: OffsetDateTime,
    /// Until when.
    pub expires_at: OffsetDateTime,
    /// The letter.
    pub letter: Sealed,
}

/// An invitation that waits, or was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its name.
    pub id: String,
    /// The organisation's name.
    pub org: OrgName,
    /// For whom.
    pub email: EmailAddress,
    /// The address of whoever invites.
    pub inviter: Option<EmailAddress>,
    /// Whether no more people may belong to the organisation.
    pub full: bool,
    /// Whether it was accepted.
    pub accepted: bool,
}

/// An organisation whose domain is that of a proven address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainMatch {
    /// The organisation.
    pub org: OrgId,
    /// Its name.
    pub name: OrgName,
    /// The domain.
    pub domain: String,
    /// What people of the domain may do.
    pub rule: DomainRule,
    /// Whether no more people may belong to it.
    pub full: bool,
}

/// A wish to be let in that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinRequest {
    /// The organisation.
    pub org: OrgId,
    /// Its name.
    pub name: OrgName,
}

/// Somebody who waits to be let in, for whoever decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asker {
    /// Their account.
    pub account: AccountId,
    /// Their address.
    pub email: EmailAddress,
    /// Since when they wait.
    pub since: OffsetDateTime,
}

/// Every way into an organisation that is open to an account. Only its proven address opens any (P-12, E-06).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WaysIn {
    /// Invitations that wait.
    pub invitations: Vec<Invitation>,
    /// Organisations of the address's domain that it neither belongs to nor has asked.
    pub matches: Vec<DomainMatch>,
    /// Wishes that wait.
    pub requests: Vec<JoinRequest>,
}

/// An organisation that somebody belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The organisation.
    pub org: OrgId,
    /// Its name.
    pub name: OrgName,
    /// As what.
    pub role: Role,
}

impl Membership {
    /// Whether the person is just this in the organisation.
    #[must_use]
    pub fn is_role(&self, role: Role) -> bool {
        self.role == role
    }

    /// Whether the person is this in the organisation, or more.
    #[must_use]
    pub const fn is_at_least_role(&self, role: Role) -> bool {
        self.role.is_at_least(role)
    }
}

/// How an invitation is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvitationKey {
    /// By its name, from the list of somebody who is logged in.
    Id(String),
    /// By its mailed link.
    Link(Digest),
}

/// What became of an attempt to come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// The account belongs to it, or has asked to.
    Done,
    /// No more people may belong to it.
    Full,
    /// There is no such way in, or not any more; or it is somebody else's.
    Gone,
}

/// Reads and changes organisations.
#[async_trait]
pub trait Orgs: Send + Sync {
    /// Begins an organisation, with its owner in the same transaction. Says no when one of its domains is another's, or
    /// when it has no room for its owner.
    async fn create_org(&self, org: NewOrg) -> Result<bool, StoreError>;

    /// The organisations that are called so, however it is spelled: names are not unique.
    async fn orgs_by_name(&self, name: &OrgName) -> Result<Vec<OrgId>, StoreError>;

    /// The organisations of an account, in the order of their names.
    async fn orgs_of(&self, account: &AccountId) -> Result<Vec<Membership>, StoreError>;

    /// Every way in that is open to an account.
    async fn ways_in(&self, account: &AccountId, now: OffsetDateTime) -> Result<WaysIn, StoreError>;

    /// Invites, and queues the letter; an earlier invitation of the same address to the same organisation ends.
    async fn invite(&self, invitation: NewInvitation) -> Result<(), StoreError>;

    /// The invitation of a mailed link, until it ends.
    async fn invitation(&self, link: Digest, now: OffsetDateTime) -> Result<Option<Invitation>, StoreError>;

    /// Accepts an invitation, once (O-06), for the account whose proven address is the invited one (O-05). A member
    /// whose role is lower than the invitation's is raised to it; nobody is lowered.
    async fn accept_invitation(
        &self,
        key: &InvitationKey,
        account: &AccountId,
        now: OffsetDateTime,
    ) -> Result<Joining, StoreError>;

    /// Joins an organisation of the address's domain that lets people join.
    async fn join_by_domain(
        &self,
        org: &OrgId,
        account: &AccountId,
        now: OffsetDateTime,
    ) -> Result<Joining, StoreError>;

    /// Asks an organisation of the address's domain to be let in. Asking twice is asking once.
    async fn ask_to_join(&self, org: &OrgId, account: &AccountId, now: OffsetDateTime) -> Result<Joining, StoreError>;

    /// Who waits to be let in, the longest first.
    async fn askers(&self, org: &OrgId) -> Result<Vec<Asker>, StoreError>;

    /// Lets somebody in who asked and still has the proven address of the domain, and queues the letter that tells them.
    async fn admit(
        &self,
        org: &OrgId,
        account: &AccountId,
        letter: Sealed,
        now: OffsetDateTime,
    ) -> Result<Joining, StoreError>;

    /// Takes such a wish back. Says whether there was one.
    async fn cancel_request(&self, org: &OrgId, account: &AccountId) -> Result<bool, StoreError>;
}
