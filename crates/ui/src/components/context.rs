//! What a page knows about its visitor, on both sides.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use serde::{Deserialize, Serialize};
use vestibule_core::{
    login_state::{PropertyName, StateName},
    org::Role,
};

use crate::Frame;

/// The media type under which our pages are asked for as data, by an application that is already in the browser.
pub const LOGIN_DATA: &str = "application/vnd.vestibule.login+json";

/// Where the visitor of a page stands, and what our components draw from. The server makes it for each request, and the
/// browser reads it from the page.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    pub denied: Denied,
}

impl LoginContext {
    /// The state and who it is, for comparing.
    pub(super) fn who(&self) -> String {
        let user = self.user.as_ref().map(|user| user.id.as_str()).unwrap_or_default();
        format!("{} {user}", self.state)
    }
}

/// A user, as far as pages show it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserInfo {
    /// The random name of the account.
    pub id: String,
    /// The proven address.
    pub email: String,
    /// The organisations that they belong to, in the order of their names.
    pub orgs: Vec<OrgInfo>,
    /// What they told of themselves.
    pub properties: BTreeMap<PropertyName, String>,
}

impl UserInfo {
    /// Whether they may do in the organisation of this id what this role may. It decides what is shown, and nothing else.
    #[must_use]
    pub fn is_at_least_role(&self, org: &str, role: Role) -> bool {
        self.orgs.iter().any(|info| info.id == org && info.role.is_at_least(role))
    }
}

/// An organisation that a user belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgInfo {
    /// Its random name.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// As what they belong to it.
    pub role: Role,
}

/// A screen with its model, for whoever draws it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownScreen {
    /// The screen's [name](crate::Screen::NAME).
    pub name: String,
    /// The document's title, without the product's name.
    pub title: String,
    /// The model as JSON.
    pub model: String,
}

/// Models and form tokens may be secrets: they never print.
impl fmt::Debug for LoginContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let user = self.user.as_ref().map(|user| &user.id);
        f.debug_struct("LoginContext")
            .field("state", &self.state)
            .field("user", &user)
            .field("screen", &self.screen)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for ShownScreen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ShownScreen").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A word from a component to the server that draws it: this page is not for this visitor.
#[derive(Debug, Clone, Default)]
pub struct Denied(Arc<AtomicBool>);

impl Denied {
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

impl PartialEq for Denied {
    fn eq(&self, other: &Self) -> bool {
        self.is_said() == other.is_said()
    }
}

impl Eq for Denied {}
