//! The outer layers: every request gets an id, every failure a page, every panic costs one request (H-01, H-11).

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
};

use axum::{
    extract::{MatchedPath, OriginalUri, Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tracing::Instrument;
use vestibule_core::routes;
use vestibule_http::{chance, headers::Nonce, problem::Problem};
use vestibule_ui::screens::{Trouble, TroubleKind, TroubleModel};

use crate::{Vestibule, page};

/// The longest path and query that is read, in bytes (H-02).
const MAX_URI: usize = 8 * 1024;

/// The most that headers may be together, in bytes. A server's own bound may be one of buffers, and so a rough one.
const MAX_HEADERS: usize = 32 * 1024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Names the request, logs its way without its query (links carry secrets there), and draws a page for what failed.
pub(crate) async fn dress(State(vestibule): State<Vestibule>, request: Request, next: Next) -> Response {
    let nonce = request.extensions().get::<Nonce>().cloned();
    let id = chance::name(vestibule.0.chance.as_ref())[..12].to_owned();
    let span = tracing::info_span!("request", id, method = %request.method(), path = logged_path(&request));
    let respond = async {
        let response = match elsewhere(&vestibule, &request) {
            _ if is_too_large(&request) => Problem::TooLarge.into(),
            Some(redirect) => redirect,
            None => next.run(request).await,
        };
        let status = response.status();
        tracing::info!(status = status.as_u16(), "answered");
        response
    };
    let response = respond.instrument(span).await;
    let mut response = match problem_of(&response) {
        Some(problem) => draw(&vestibule, problem, &id, nonce.as_ref(), &response),
        None => response,
    };
    response.headers_mut().insert(REQUEST_ID, HeaderValue::from_str(&id).expect("hexadecimal"));
    response
}

fn is_too_large(request: &Request) -> bool {
    let uri = request.uri().path_and_query().map_or(0, |path| path.as_str().len());
    let headers: usize = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    uri > MAX_URI || headers > MAX_HEADERS
}

/// The path of known pages only: what else is asked for may be anything, a password pasted into the address bar included.
fn logged_path(request: &Request) -> &str {
    request.extensions().get::<MatchedPath>().map_or("(unknown)", MatchedPath::as_str)
}

/// On this machine `127.0.0.1` and `localhost` reach the same server, but not the same cookies: a page opened at the
/// other name moves to ours.
fn elsewhere(vestibule: &Vestibule, request: &Request) -> Option<Response> {
    let base = &vestibule.0.base;
    let host = request.headers().get(header::HOST)?.to_str().ok()?;
    // A router that is nested sees no more than the rest of the address.
    let uri = request.extensions().get::<OriginalUri>().map_or(request.uri(), |original| &original.0);
    let is_probe = matches!(vestibule.0.mount.route(uri.path()), Some(routes::HEALTHZ | routes::READYZ));
    let moves = base.is_loopback()
        && request.method() == axum::http::Method::GET
        && !is_probe
        && !host.eq_ignore_ascii_case(base.authority());
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    moves.then(|| crate::answer::go_to(&base.join(path)))
}

/// A failure that has no page yet: ours, or one of the router's own plain answers.
fn problem_of(response: &Response) -> Option<Problem> {
    if let Some(problem) = response.extensions().get::<Problem>() {
        return Some(*problem);
    }
    if response.headers().contains_key(header::CONTENT_TYPE) && !is_plain_text(response) {
        return None;
    }
    match response.status() {
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            Some(Problem::BadRequest)
        }
        StatusCode::NOT_FOUND => Some(Problem::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => Some(Problem::Method),
        StatusCode::PAYLOAD_TOO_LARGE | StatusCode::URI_TOO_LONG => Some(Problem::TooLarge),
        StatusCode::INTERNAL_SERVER_ERROR => Some(Problem::Server),
        _ => None,
    }
}

fn is_plain_text(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

fn draw(vestibule: &Vestibule, problem: Problem, id: &str, nonce: Option<&Nonce>, bare: &Response) -> Response {
    let kind = match problem {
        Problem::BadRequest => TroubleKind::BadRequest,
        Problem::Forbidden => TroubleKind::Forbidden,
        Problem::NotFound => TroubleKind::NotFound,
        Problem::Method => TroubleKind::Method,
        Problem::TooLarge => TroubleKind::TooLarge,
        Problem::TooMany(wait) => TroubleKind::TooMany { wait },
        Problem::Server | Problem::Busy => TroubleKind::Server,
    };
    let model = TroubleModel { kind, reference: id.to_owned() };
    // A host's own words or view may panic here, behind the layer that catches it elsewhere.
    let drawn = || page::page::<Trouble>(vestibule, vestibule.frame(), nonce, problem.status(), model);
    let drawn = catch_unwind(AssertUnwindSafe(drawn));
    let mut page = drawn.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response());
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = bare.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

/// What a panic becomes. Its message is in the log, through the panic hook, and nowhere else.
pub(crate) fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Problem::Server.into()
}
