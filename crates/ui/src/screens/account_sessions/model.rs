//! What the screen of sessions shows.

use serde::{Deserialize, Serialize};
use vestibule_words::Message;

use crate::parts::AlertKind;

/// What the screen of sessions shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionsModel {
    /// The sessions, this one first.
    pub sessions: Vec<SessionItem>,
    /// The devices that aren't asked for the second factor.
    pub devices: Vec<DeviceItem>,
    /// What just happened.
    pub notice: Option<SessionsNotice>,
}

/// One session. Times are texts already, with their zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionItem {
    /// What the form posts for it: never its secret.
    pub id: String,
    /// Browser and system, as far as they can be told.
    pub device: String,
    /// The address of the last request.
    pub address: String,
    /// When it began.
    pub began: String,
    /// When it was last used.
    pub seen: String,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// One remembered device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceItem {
    /// What the form posts for it: never its secret.
    pub id: String,
    /// Browser and system, as far as they can be told.
    pub device: String,
    /// Until when it is remembered.
    pub until: String,
}

/// What just happened to sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SessionsNotice {
    /// One was ended.
    Ended,
    /// All but this one were ended.
    OthersEnded {
        /// How many.
        count: u32,
    },
    /// A device was forgotten.
    DeviceForgotten,
    /// It was gone before.
    Gone,
    /// The form was not of this browser session.
    StaleForm,
}

impl SessionsNotice {
    /// What the alert says, and how it is meant.
    pub const fn message(self) -> (AlertKind, Message<'static>) {
        match self {
            Self::Ended => (AlertKind::Good, Message::SessionEnded),
            Self::OthersEnded { count } => (AlertKind::Good, Message::OthersEnded { count }),
            Self::DeviceForgotten => (AlertKind::Good, Message::DeviceForgotten),
            Self::Gone => (AlertKind::Info, Message::SessionGone),
            Self::StaleForm => (AlertKind::Info, Message::StaleForm),
        }
    }
}
