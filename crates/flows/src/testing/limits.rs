//! `/__test/limits/reset`: nobody has tried anything yet.

use axum::{extract::State, http::StatusCode};

use crate::{Vestibule, space::Space};

pub(super) async fn reset(State(vestibule): State<Vestibule>) -> StatusCode {
    vestibule.spaces().reset_limits(&Space::current());
    StatusCode::NO_CONTENT
}
