//! "Later", said to an enrolment that isn't required yet: the browser keeps it for a day, sealed, so that the offer comes
//! back on another day and not at every log-in.

use axum::http::{HeaderMap, HeaderValue};
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};
use vestibule_http::cookies::Cookie;
use vestibule_store::AccountId;

use crate::Vestibule;

/// How long it counts.
const LATER: Duration = Duration::DAY;

/// Who said it last at this browser, and when.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Later {
    account: String,
    at: i64,
}

impl Later {
    pub(crate) fn read(vestibule: &Vestibule, headers: &HeaderMap) -> Self {
        let text = Cookie::Later.open(headers, &vestibule.0.base, &vestibule.0.secret);
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Whether this account said it within the last day. A clock that was set back asks again.
    pub(crate) fn is_said(&self, account: &AccountId, now: OffsetDateTime) -> bool {
        let age = now.unix_timestamp().saturating_sub(self.at);
        self.account == account.0 && (0..LATER.whole_seconds()).contains(&age)
    }

    /// The header that remembers it.
    pub(crate) fn say(vestibule: &Vestibule, account: &AccountId) -> HeaderValue {
        let later = Self { account: account.0.clone(), at: vestibule.now().unix_timestamp() };
        let text = serde_json::to_string(&later).expect("plain data");
        Cookie::Later.seal(&text, &vestibule.0.base, &vestibule.0.secret, vestibule.0.chance.as_ref())
    }
}
