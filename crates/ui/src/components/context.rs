//! What a page knows about its visitor, on both sides.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use serde::{Deserialize, Serialize};
use vestibule_core::login_state::StateName;

use crate::Frame;

/// The media type under which our pages are asked for as data, by an application that is already in the browser.
pub const LOGIN_DATA: &str = "application/vnd.vestibule.login+json";

/// Where the visitor of a page stands, and what our components draw from. The server makes it for each request, and the
/// browser reads it from the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginContext {
    /// Where the visitor stands.
    pub state: StateName,
    /// Who it is, once nothing is missing: before that they may not be who they say.
    pub user: Option<UserInfo>,
    /// The frame of our screens and parts: words, addresses, the form token of this browser.
    pub frame: Frame,
    /// The address of our stylesheet.
    pub stylesheet: String,
    /// The screen of ours that this page is; none on the host's own pages.
    pub screen: Option<ShownScreen>,
    /// Whether a component wants this page to be answered with a way to the log-in.
    #[serde(skip)]
    pub refused: Refused,
}

/// A user, as far as pages show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserInfo {
    /// The random name of the account.
    pub id: String,
    /// The proven address.
    pub email: String,
}

/// A screen with its model, for whoever draws it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownScreen {
    /// The screen's [name](crate::Screen::NAME).
    pub name: String,
    /// The document's title, without the product's name.
    pub title: String,
    /// The model as JSON.
    pub model: String,
}

/// A word from a component to the server that draws it: this page is not for this visitor.
#[derive(Debug, Clone, Default)]
pub struct Refused(Arc<AtomicBool>);

impl Refused {
    /// Says so.
    pub(super) fn say(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was said.
    #[must_use]
    pub fn is_said(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl PartialEq for Refused {
    fn eq(&self, other: &Self) -> bool {
        self.is_said() == other.is_said()
    }
}

impl Eq for Refused {}
