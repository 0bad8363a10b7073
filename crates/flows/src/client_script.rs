//! `/client.js`: a module for the scripts of a host's own pages. It is written by hand, asks us as any script would, and
//! knows from its own address where our pages are.

use std::sync::LazyLock;

use axum::{http::HeaderMap, response::Response};
use vestibule_http::standing::Standing;

static SCRIPT: LazyLock<Standing> =
    LazyLock::new(|| Standing::new(include_str!("client.js"), "text/javascript; charset=utf-8"));

pub(crate) async fn serve(headers: HeaderMap) -> Response {
    SCRIPT.answer(&headers)
}
