//! Our screens in the host's own document: a host with a Leptos application draws them with everything around them.

use std::{future::Future, pin::Pin};

use axum::{
    Json,
    body::Body,
    extract::{OriginalUri, Request, State},
    http::{HeaderValue, Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use vestibule_http::{headers::host_policy, problem::Problem};
use vestibule_ui::components::{LOGIN_DATA, LoginContext};

use crate::{AppPage, Builder, Vestibule, app_page::Undrawn};

/// Draws a page of the host's application.
pub(crate) type Shell = Box<dyn Fn(AppPage, Request) -> Pin<Box<dyn Future<Output = Response> + Send>> + Send + Sync>;

impl Builder {
    /// Draws our screens in the host's own document, by its own Leptos application, whose wasm then hydrates them. The
    /// function is given what the page knows and the request, as a GET of the page's address, and does what the host does
    /// for its own pages:
    ///
    /// ```
    /// # use vestibule_flows::{AppPage, Builder};
    /// # use axum::{extract::Request, response::Response};
    /// # async fn draw(page: AppPage, request: Request) -> Response { Response::default() }
    /// # fn told(builder: Builder) -> Builder {
    /// builder.shell(draw)
    /// # }
    /// ```
    ///
    /// Its status is ours, and our headers are added. Failures are still drawn by us, since the application may be what
    /// failed. Screens that the host draws otherwise are given to its `LoginStateManager`, on both sides, and not to
    /// [`screen`](Self::screen).
    #[must_use]
    pub fn shell<F>(mut self, draw: impl Fn(AppPage, Request) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Response> + Send + 'static,
    {
        self.context.shell = Some(Box::new(move |page, request| Box::pin(draw(page, request))));
        self
    }
}

/// Marks a request whose answer passes by here, so that a screen may be left to be drawn.
#[derive(Clone, Copy)]
pub(crate) struct Completes;

/// Who draws the screen that a request is answered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Drawn {
    /// We do.
    ByUs,
    /// The host's application: on its server, or already in the browser.
    ByTheHost,
}

impl Drawn {
    /// Who draws what this request is answered with.
    pub(crate) fn for_request(vestibule: &Vestibule, parts: &Parts) -> Self {
        let is_completed = parts.extensions.get::<Completes>().is_some();
        let by_host = is_completed && (vestibule.0.shell.is_some() || wants_data(parts));
        if by_host { Self::ByTheHost } else { Self::ByUs }
    }
}

/// Has the host draw what is still to be drawn, or hands it out as data to an application that asks for that.
pub(crate) async fn complete(State(vestibule): State<Vestibule>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    parts.extensions.insert(Completes);
    let mut response = next.run(Request::from_parts(parts.clone(), body)).await;
    let Some(undrawn) = response.extensions_mut().remove::<Undrawn>() else { return response };
    let login = match undrawn.login(&vestibule).await {
        Ok(login) => login,
        Err(failure) => return failure,
    };
    let drawn = match &vestibule.0.shell {
        Some(shell) if !wants_data(&parts) => {
            let page = AppPage::of_screen(login);
            let mut drawn = shell(page, asked_again(parts)).await;
            drawn.headers_mut().entry(header::CONTENT_SECURITY_POLICY).or_insert_with(host_policy);
            drawn
        }
        _ => data(login),
    };
    dressed(drawn, response)
}

/// What is known, as data.
pub(crate) fn data(login: LoginContext) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static(LOGIN_DATA))], Json(login)).into_response()
}

/// Whether an application that is already in the browser asks.
pub(crate) fn wants_data(parts: &Parts) -> bool {
    parts.headers.get(header::ACCEPT).is_some_and(|accept| accept == LOGIN_DATA)
}

/// The request for the host's application: whatever was posted was taken by us, and it draws the page at this address.
fn asked_again(mut parts: Parts) -> Request {
    parts.method = Method::GET;
    // A router that is nested sees no more than the rest of the address.
    if let Some(OriginalUri(uri)) = parts.extensions.get().cloned() {
        parts.uri = uri;
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_TYPE);
    Request::from_parts(parts, Body::empty())
}

/// The host's page with our status and our headers: cookies are added to its own. A page that it couldn't draw is a
/// failure, whatever it says of itself.
fn dressed(mut drawn: Response, ours: Response) -> Response {
    if !drawn.status().is_success() {
        let status = drawn.status().as_u16();
        tracing::error!(status, "the host's application didn't draw a screen of ours: has its router a route for it?");
        return Problem::Server.into();
    }
    *drawn.status_mut() = ours.status();
    drawn.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for (name, value) in ours.headers() {
        if name == header::SET_COOKIE {
            drawn.headers_mut().append(name, value.clone());
        } else if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            drawn.headers_mut().insert(name, value.clone());
        }
    }
    drawn
}
