//! `/__test/clock`: the time of a space.

use std::sync::Arc;

use axum::{Json, extract::State, response::IntoResponse};
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime, format_description::well_known::Rfc3339};
use vestibule_http::clock::Clock;

use super::{
    Spaces,
    json::{Asked, Refusal},
};
use crate::{Vestibule, space::Space};

/// How far from the real time a clock may be: nothing of ours lives longer.
const AT_MOST: Duration = Duration::days(10 * 366);

/// The clock of a server under test: each space sees its own time on it.
pub(super) struct SpaceClock(pub(super) Arc<Spaces>);

impl Clock for SpaceClock {
    fn now(&self) -> OffsetDateTime {
        self.0.now(&Space::current())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advance {
    /// Seconds.
    advance: i64,
}

#[derive(Serialize)]
struct Now {
    now: String,
}

pub(super) async fn advance(
    State(vestibule): State<Vestibule>,
    Asked(Advance { advance }): Asked<Advance>,
) -> Result<impl IntoResponse, Refusal> {
    if advance < 0 {
        return Err(Refusal::impossible("The clock only moves forward; DELETE lets it show the system's time again."));
    }
    if !vestibule.spaces().advance(&Space::current(), Duration::seconds(advance), AT_MOST) {
        return Err(Refusal::impossible("The clock moves at most ten years ahead."));
    }
    Ok(now(&vestibule))
}

pub(super) async fn reset(State(vestibule): State<Vestibule>) -> impl IntoResponse {
    vestibule.spaces().reset_clock(&Space::current());
    now(&vestibule)
}

fn now(vestibule: &Vestibule) -> impl IntoResponse + use<> {
    Json(Now { now: vestibule.now().format(&Rfc3339).expect("this age of the world has four digits") })
}
