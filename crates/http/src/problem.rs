//! Refusals and failures below the flows. They travel as data on an empty answer; the flows draw the page (H-01).

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// Why a request got no further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// 400: unreadable.
    BadRequest,
    /// 403: from another site.
    Forbidden,
    /// 404: no such page.
    NotFound,
    /// 405: not this way.
    Method,
    /// 413 or 414: too much.
    TooLarge,
    /// 429: too often; seconds to wait.
    TooMany(u64),
    /// 500: our fault.
    Server,
    /// 503: our fault, and it will pass.
    Busy,
}

impl Problem {
    /// The status of the answer.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Server => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl From<Problem> for Response {
    fn from(problem: Problem) -> Self {
        let mut response = problem.status().into_response();
        let wait = match problem {
            Problem::TooMany(wait) => Some(wait),
            Problem::Busy => Some(2),
            _ => None,
        };
        if let Some(wait) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
        }
        response.extensions_mut().insert(problem);
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        self.into()
    }
}
