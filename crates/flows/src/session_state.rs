//! `/session`: where the visitor stands, as JSON, for the scripts of a host's own pages.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use time::format_description::well_known::Rfc3339;
use vestibule_core::login_state::LoginState;

use crate::{Vestibule, Visitor, visitor::Known};

/// The answer. Nobody's log-in is 200 as well: a script that asks is no mistake.
#[derive(Serialize)]
struct SessionState {
    /// The name of the [`LoginState`].
    state: &'static str,
    /// The page that asks for what is missing; nothing once nothing is.
    needs: Option<String>,
    /// Whose session it is, once nothing is missing: before that they may not be who they say.
    user: Option<UserState>,
    /// When the session ends if it isn't used, as RFC 3339.
    expires_at: Option<String>,
}

#[derive(Serialize)]
struct UserState {
    id: String,
    email: String,
}

pub(crate) async fn tell(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    let is_in = visitor.state == LoginState::LoggedIn;
    let needs = (!is_in).then(|| vestibule.at(visitor.state.path()));
    let known = visitor.known.as_ref();
    let user = known
        .filter(|_| is_in)
        .map(|Known { account, .. }| UserState { id: account.id.0.clone(), email: account.email.to_string() });
    let expires_at = known.map(|Known { session, .. }| {
        let unused = session.last_seen_at + vestibule.0.session.idle;
        session.expires_at.min(unused)
    });
    let expires_at = expires_at.and_then(|at| at.format(&Rfc3339).ok());
    Json(SessionState { state: visitor.state.name(), needs, user, expires_at }).into_response()
}
