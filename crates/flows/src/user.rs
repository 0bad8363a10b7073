//! Who is logged in, for a host's own handlers.

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts, OriginalUri},
    http::{HeaderMap, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use vestibule_core::{destination::AfterLogIn, email::EmailAddress, login_state::LoginState, routes};

use crate::{
    Vestibule, Visitor,
    answer::{see_other, with_cookie},
    gate, mounted, session,
    visitor::Known,
};

/// Somebody who met every requirement. As an extractor it lets nobody else through: a page sends them to what is
/// missing and back afterwards, anything else is told 401. `Option<User>` lets everybody through.
///
/// ```
/// # use vestibule_flows::User;
/// async fn invoices(user: User) -> String {
///     format!("Invoices of {}", user.email)
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The random name of the account: 128 bits in lower-case hex.
    pub id: String,
    /// The proven address.
    pub email: EmailAddress,
}

impl User {
    fn of(visitor: Visitor) -> Result<Self, LoginState> {
        match (visitor.state, visitor.known) {
            (LoginState::LoggedIn, Some(Known { account, .. })) => Ok(Self { id: account.id.0, email: account.email }),
            (state, _) => Err(state),
        }
    }

    /// The user, or what the request is answered with.
    pub(crate) fn or_refusal(visitor: Visitor, parts: &Parts, vestibule: &Vestibule) -> Result<Self, Response> {
        Self::of(visitor).map_err(|missing| mounted::completed(vestibule, refuse(parts, &missing, vestibule)))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let vestibule = mounted::vestibule(parts)?;
        let visitor = Visitor::from_request_parts(parts, state).await?;
        Self::or_refusal(visitor, parts, &vestibule)
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for User {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Response> {
        Ok(Self::of(Visitor::from_request_parts(parts, state).await?).ok())
    }
}

pub(crate) fn refuse(parts: &Parts, state: &LoginState, vestibule: &Vestibule) -> Response {
    if !is_for_a_page(parts) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let here = here(parts);
    if *state == LoginState::LoginRequired && here != vestibule.at(routes::HOME) {
        return gate::to_log_in(&here);
    }
    let step = see_other(state.path());
    match vestibule.after(Some(&here)) {
        AfterLogIn::Home => step,
        after @ AfterLogIn::ReturnTo(_) => with_cookie(step, session::remember_after(vestibule, &after)),
    }
}

/// The page that was asked for, with its query.
pub(crate) fn here(parts: &Parts) -> String {
    // A router that is nested sees no more than the rest of the address.
    let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
    uri.path_and_query().map_or(routes::HOME, |path| path.as_str()).to_owned()
}

/// Whether somebody looks at the answer, so that it may lead elsewhere.
pub(crate) fn is_for_a_page(parts: &Parts) -> bool {
    parts.method == Method::GET && wants_a_page(&parts.headers)
}

fn wants_a_page(headers: &HeaderMap) -> bool {
    headers.get_all(header::ACCEPT).iter().filter_map(|line| line.to_str().ok()).any(|line| line.contains("text/html"))
}
