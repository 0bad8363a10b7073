//! Answers that aren't pages.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use vestibule_http::problem::Problem;
use vestibule_store::StoreError;

/// Marks an answer that leads to one of our routes. Where on the host's site they are, the router knows: see
/// [`mounted`](crate::mounted).
#[derive(Clone, Copy)]
pub(crate) struct ToRoute;

/// 303: what was posted is done; the next page is one of our routes (A-20: never 307).
pub(crate) fn see_other(route: &str) -> Response {
    let mut response = go_to(route);
    response.extensions_mut().insert(ToRoute);
    response
}

/// 303 to a whole address, or to a path of the host's.
pub(crate) fn go_to(path: &str) -> Response {
    // Paths are our own constants or parsed to visible ASCII.
    match HeaderValue::from_str(path) {
        Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        Err(_) => Problem::Server.into(),
    }
}

/// Says when a limited request may come again.
pub(crate) fn retry_after(seconds: u64, mut response: Response) -> Response {
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// Adds a cookie to an answer.
pub(crate) fn with_cookie(mut response: Response, cookie: HeaderValue) -> Response {
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// Logs a store's failure and answers without its cause.
pub(crate) fn failed(error: &StoreError) -> Response {
    let problem = if matches!(error, StoreError::Busy(_)) { Problem::Busy } else { Problem::Server };
    tracing::error!(error = error as &dyn std::error::Error, "the store failed");
    problem.into()
}
