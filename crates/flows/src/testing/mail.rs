//! `/__test/mail`: the newest mail to an address, with or without a mail server behind us.

use std::time::Duration;

use axum::{
    Json,
    extract::{Query, State},
    http::{StatusCode, Uri},
    response::IntoResponse,
};
use serde::{Deserialize, Serialize};
use vestibule_core::email::EmailAddress;

use super::json::Refusal;
use crate::{Vestibule, mail::Letter, space::Space};

/// The longest that an answer may wait.
const AT_MOST: u64 = 30;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    to: EmailAddress,
    /// Seconds. With it, a mail that was asked for before doesn't count.
    wait: Option<u64>,
}

/// A mail as its reader sees it.
#[derive(Serialize)]
struct Mail {
    to: String,
    subject: String,
    text: String,
    html: String,
    /// The digits, as they are typed.
    code: Option<String>,
    link: Option<String>,
}

pub(super) async fn newest(State(vestibule): State<Vestibule>, uri: Uri) -> Result<impl IntoResponse, Refusal> {
    let unreadable = |error| Refusal::malformed(format!("The address asks for ?to=ada@example.org&wait=5: {error}."));
    let Query(Wanted { to, wait }) = Query::try_from_uri(&uri).map_err(unreadable)?;
    if wait.is_some_and(|wait| wait > AT_MOST) {
        return Err(Refusal::impossible("A mail is waited for at most 30 seconds."));
    }
    let space = Space::current();
    let is_it = |letter: &Letter| letter.to.key() == to.key() && belongs_to(letter, &space);
    let mailbox = vestibule.0.dev_mailbox.as_ref().expect("a server under test keeps its letters");
    let letter = match wait {
        Some(wait) => mailbox.wait_for(is_it, Duration::from_secs(wait)).await,
        None => mailbox.newest(is_it),
    };
    let nothing = || Refusal::Told(StatusCode::NOT_FOUND, format!("No mail to {to} has come."));
    letter.map(|letter| Json(Mail::from(letter))).ok_or_else(nothing)
}

/// A letter is its writer's space's, and what an operator's command writes to a made-up address is the address's.
fn belongs_to(letter: &Letter, space: &Space) -> bool {
    letter.space == *space || letter.space == Space::default() && letter.to.domain() == space.domain()
}

impl From<Letter> for Mail {
    fn from(letter: Letter) -> Self {
        let Letter { to, subject, text, html, code, link, .. } = letter;
        Self { to: to.to_string(), subject, text, html, code: code.map(|code| code.replace(' ', "")), link }
    }
}
