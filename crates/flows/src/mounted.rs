//! Our routes on the host's site: below a path of its choice, with a page of its own as home.

use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use vestibule_core::{destination::AfterLogIn, routes};

use crate::{Vestibule, answer::ToRoute};

impl Vestibule {
    /// The path of one of our routes on the host's site. Home is the host's own page.
    pub(crate) fn at(&self, route: &str) -> String {
        if route == routes::HOME { self.0.home.to_string() } else { self.0.mount.at(route) }
    }

    /// Where a log-in with this `return_to` leads.
    pub(crate) fn after(&self, return_to: Option<&str>) -> AfterLogIn {
        AfterLogIn::from_return_to(return_to, &self.at(routes::HOME))
    }

    /// The whole address of one of our routes, for mails.
    pub(crate) fn url(&self, route: &str) -> String {
        self.0.base.join(&self.at(route))
    }
}

/// Whose pages these are, for an extractor in somebody's handler.
pub(crate) fn vestibule(parts: &Parts) -> Result<Vestibule, Response> {
    parts.extensions.get().cloned().ok_or_else(|| {
        tracing::error!("a handler asks who is logged in and has no layer around it: add `.layer(auth.layer())`");
        (StatusCode::INTERNAL_SERVER_ERROR, "Vestibule's layer is missing here; the log says how to add it")
            .into_response()
    })
}

/// Completes answers that lead to one of our routes.
pub(crate) async fn complete(State(vestibule): State<Vestibule>, request: Request, next: Next) -> Response {
    completed(&vestibule, next.run(request).await)
}

/// An answer that leads to one of our routes, with the whole path.
pub(crate) fn completed(vestibule: &Vestibule, mut response: Response) -> Response {
    if response.extensions_mut().remove::<ToRoute>().is_some()
        && let Some(route) = response.headers().get(header::LOCATION).and_then(|route| route.to_str().ok())
        && let Ok(location) = HeaderValue::from_str(&vestibule.at(route))
    {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}
