//! JSON in and out: what was asked for, and one sentence where it can't be had.

use axum::{
    Json,
    body::to_bytes,
    extract::{FromRequest, Request},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use vestibule_http::{form::MAX_BODY, problem::Problem};
use vestibule_store::StoreError;

use crate::answer;

/// What a tester is told in place of what they asked for.
pub(super) enum Refusal {
    /// 400, 404 or 422, with a sentence.
    Told(StatusCode, String),
    /// A failure of ours, or one that was asked for: the page that anybody would see.
    Failed(Response),
}

impl Refusal {
    /// What was sent can't be read.
    pub(super) fn malformed(why: impl ToString) -> Self {
        Self::Told(StatusCode::BAD_REQUEST, why.to_string())
    }

    /// What was sent can be read, and not done.
    pub(super) fn impossible(why: impl ToString) -> Self {
        Self::Told(StatusCode::UNPROCESSABLE_ENTITY, why.to_string())
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Failed(answer::failed(&error))
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Failed(problem.into())
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::Told(status, error) => (status, Json(serde_json::json!({ "error": error }))).into_response(),
            Self::Failed(response) => response,
        }
    }
}

/// The body of a request, as JSON of a shape. Its type is not asked for: `curl --data` calls everything a form.
pub(super) struct Asked<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Asked<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let too_long = |_| Refusal::malformed("The body is longer than 64 KiB, or was cut off.");
        let bytes = to_bytes(request.into_body(), MAX_BODY).await.map_err(too_long)?;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| match error.classify() {
            Category::Data => {
                Refusal::impossible(format!("The body says something else than this route takes: {error}."))
            }
            Category::Io | Category::Syntax | Category::Eof => {
                Refusal::malformed(format!("The body is not JSON: {error}."))
            }
        })
    }
}
