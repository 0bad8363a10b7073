//! Who logged in at this browser, and how: what the log-in page says before anybody has typed, and what tells a new
//! device from a known one. The browser keeps it, sealed; the server draws it, so nothing moves and no script is needed.

use axum::http::{HeaderMap, HeaderValue};
use serde::{Deserialize, Serialize};
use vestibule_http::cookies::Cookie;
use vestibule_store::{Account, AccountId};
use vestibule_ui::screens::{LastLogIn, LastMethod};

use crate::Vestibule;

/// How many accounts a browser remembers: a family's.
const KNOWN: usize = 8;

/// What a browser remembers.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Last {
    method: Option<LastMethod>,
    /// The address of whoever logged in last, with most of it hidden.
    masked: String,
    /// The accounts that logged in here, the newest first.
    accounts: Vec<String>,
}

impl Last {
    pub(crate) fn read(vestibule: &Vestibule, headers: &HeaderMap) -> Self {
        let text = Cookie::Last.open(headers, &vestibule.0.base, &vestibule.0.secret);
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// What the log-in page says.
    pub(crate) fn log_in(&self) -> Option<LastLogIn> {
        self.method.map(|method| LastLogIn { method, masked: self.masked.clone() })
    }

    /// Whether this account logged in here before.
    pub(crate) fn knows(&self, account: &AccountId) -> bool {
        self.accounts.contains(&account.0)
    }

    /// The header that remembers a log-in, which has succeeded.
    pub(crate) fn remember(&self, vestibule: &Vestibule, account: &Account, method: LastMethod) -> HeaderValue {
        let others = self.accounts.iter().filter(|id| **id != account.id.0).take(KNOWN - 1);
        let accounts = std::iter::once(&account.id.0).chain(others).cloned().collect();
        let last = Self { method: Some(method), masked: account.email.masked(), accounts };
        let text = serde_json::to_string(&last).expect("plain data");
        Cookie::Last.seal(&text, &vestibule.0.base, &vestibule.0.secret, vestibule.0.chance.as_ref())
    }
}
