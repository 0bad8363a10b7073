//! `/__test/fail`: the mail server or the database of a space is away for a while.

use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use time::Duration;

use super::{
    Failing,
    json::{Asked, Refusal},
};
use crate::{Vestibule, space::Space};

/// The longest failure: whoever forgets to end one isn't puzzled the next day.
const AT_MOST: u32 = 60 * 60;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fail {
    what: Failing,
    /// How long, in seconds of the real time.
    #[serde(rename = "for")]
    seconds: u32,
}

pub(super) async fn begin(
    State(vestibule): State<Vestibule>,
    Asked(Fail { what, seconds }): Asked<Fail>,
) -> Result<StatusCode, Refusal> {
    if !(1..=AT_MOST).contains(&seconds) {
        return Err(Refusal::impossible("A failure lasts from 1 second to an hour (3600)."));
    }
    let spaces = vestibule.spaces();
    spaces.fail(what, &Space::current(), spaces.real_now() + Duration::seconds(seconds.into()));
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn end(State(vestibule): State<Vestibule>) -> StatusCode {
    vestibule.spaces().stop_failing(&Space::current());
    StatusCode::NO_CONTENT
}
