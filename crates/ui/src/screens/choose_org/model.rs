//! What the screen of organisations shows.

use serde::{Deserialize, Serialize};
use vestibule_core::{field::FieldError, org::DomainRule};
use vestibule_words::{Message, Text};

use crate::{Frame, parts::AlertKind};

/// What that screen shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChooseOrgModel {
    /// Who chooses.
    pub email: String,
    /// The invitation that was opened in this browser, if it waits for another address.
    pub elsewhere: Option<OrgElsewhere>,
    /// Invitations that wait.
    pub invitations: Vec<OrgInvitation>,
    /// Organisations of the address's domain.
    pub matches: Vec<OrgMatch>,
    /// Wishes that wait.
    pub requests: Vec<OrgRequest>,
    /// The name of a new one, as typed.
    pub name: String,
    /// What is wrong with the name.
    pub name_error: Option<FieldError>,
    /// The organisation beside which another one would be made: that is asked once more.
    pub existing: Option<String>,
    /// What just happened.
    pub notice: Option<ChooseOrgNotice>,
    /// Whether the application can be used without: then there is a way back.
    pub optional: bool,
}

/// An invitation that waits for another address than that of whoever chooses. It lets nobody in here (O-05).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgElsewhere {
    /// The organisation.
    pub org: String,
    /// For whom it waits: whoever holds the link was told.
    pub invited: String,
    /// The link's token, which the form carries on.
    pub token: String,
}

/// An invitation that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgInvitation {
    /// What the form posts.
    pub id: String,
    /// The organisation.
    pub org: String,
    /// Who invited.
    pub inviter: Option<String>,
    /// Whether no more people may belong to it.
    pub full: bool,
}

/// An organisation of the address's domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgMatch {
    /// What the form posts.
    pub id: String,
    /// The organisation.
    pub org: String,
    /// The domain.
    pub domain: String,
    /// What people of the domain may do.
    pub rule: DomainRule,
    /// Whether no more people may belong to it.
    pub full: bool,
}

/// A wish to be let in that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgRequest {
    /// What the form posts.
    pub id: String,
    /// The organisation.
    pub org: String,
}

/// What just happened on the way into an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChooseOrgNotice {
    /// No more people may belong to it.
    Full {
        /// The organisation.
        org: String,
        /// Where to write to.
        contact: Option<String>,
    },
    /// Too many tries.
    TooMany {
        /// Seconds until the next one.
        wait: u64,
    },
    /// The form was not of this browser session.
    StaleForm,
    /// The wish is on its way.
    RequestSent {
        /// The organisation.
        org: String,
    },
    /// The wish was taken back.
    RequestCancelled {
        /// The organisation.
        org: String,
    },
    /// The invitation or the match is no longer there.
    Gone,
}

impl ChooseOrgModel {
    /// Whether there is nothing but to create one.
    pub fn is_alone(&self) -> bool {
        let is_invited = self.elsewhere.is_some() || !self.invitations.is_empty();
        !is_invited && self.matches.is_empty() && self.requests.is_empty()
    }
}

impl ChooseOrgNotice {
    /// What the alert says, and how it is meant.
    pub fn say(&self, frame: &Frame) -> (AlertKind, Text) {
        let (kind, message) = match self {
            Self::Full { org, contact } => (AlertKind::Warn, Message::OrgNoSeat { org, contact: contact.as_deref() }),
            Self::TooMany { wait } => (AlertKind::Warn, Message::OrgTooMany { wait: *wait }),
            Self::StaleForm => (AlertKind::Info, Message::StaleForm),
            Self::RequestSent { org } => (AlertKind::Good, Message::OrgRequestSent { org }),
            Self::RequestCancelled { org } => (AlertKind::Good, Message::OrgRequestCancelled { org }),
            Self::Gone => (AlertKind::Warn, Message::OrgGone),
        };
        (kind, frame.say(message))
    }
}
