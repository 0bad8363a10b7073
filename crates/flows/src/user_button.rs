//! The user button for a host's own pages.

use std::fmt;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
    response::Response,
};
use leptos::prelude::view;
use vestibule_core::login_state::LoginState;
use vestibule_ui::parts;

use crate::{Vestibule, Visitor, mounted, page::draw};

/// The user button as markup: who is logged in with a way to the account and out, or a link to log in. It needs no
/// script; its page needs the [stylesheet](Vestibule::stylesheet).
///
/// ```
/// # use vestibule_flows::UserButton;
/// # use axum::{http::HeaderMap, response::Html};
/// async fn bar(button: UserButton) -> (HeaderMap, Html<String>) {
///     (button.headers(), Html(format!("<nav>{button}</nav>")))
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserButton {
    html: String,
    introduction: Option<HeaderValue>,
}

impl UserButton {
    /// The headers of a page with the button: it is one person's, so nobody keeps it, and a browser that has none yet is
    /// given the cookie that its log-out form is bound to.
    #[must_use]
    pub fn headers(&self) -> HeaderMap {
        let cookie = self.introduction.iter().map(|cookie| (header::SET_COOKIE, cookie.clone()));
        cookie.chain([(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))]).collect()
    }
}

impl fmt::Display for UserButton {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.html)
    }
}

impl Vestibule {
    /// The address of our stylesheet, for host's pages with a [`UserButton`]. All its rules stand in the cascade layer
    /// `vestibule` and weigh nothing, so whatever a host says outside of layers wins. Within [`layer`](Self::layer) it is
    /// that of the request's brand.
    #[must_use]
    pub fn stylesheet(&self) -> String {
        let look = self.look();
        self.address(&look, &look.stylesheet)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for UserButton {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let vestibule = mounted::vestibule(parts)?;
        let visitor = Visitor::from_request_parts(parts, state).await?;
        let email = (visitor.state == LoginState::LoggedIn).then(|| visitor.email());
        let frame = visitor.frame(&vestibule);
        let html = draw(|| view! { <parts::UserButton frame=frame email=email/> });
        Ok(Self { html, introduction: visitor.introduction(&vestibule) })
    }
}
