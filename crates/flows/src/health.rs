//! `/healthz`: the process lives. `/readyz`: it can serve. For whoever starts and watches it; no page, no log line a second.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::Vestibule;

pub(crate) async fn lives() -> Response {
    plain(StatusCode::OK, "ok")
}

pub(crate) async fn ready(State(vestibule): State<Vestibule>) -> Response {
    match vestibule.0.store.ready().await {
        Ok(()) => plain(StatusCode::OK, "ok"),
        Err(error) => {
            tracing::error!(error = &error as &dyn std::error::Error, "not ready");
            plain(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
