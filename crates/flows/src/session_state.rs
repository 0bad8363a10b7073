//! `/session`: where the visitor stands, as JSON, for the scripts of a host's own pages.

use axum::{
    Json,
    extract::{FromRequestParts, State},
    http::request::Parts,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use time::format_description::well_known::Rfc3339;
use vestibule_core::login_state::LoginState;
use vestibule_ui::components::UserInfo;

use crate::{
    User, Vestibule, Visitor,
    answer::with_cookie,
    app_page, shell,
    visitor::{Known, Touch},
};

/// Who asks. `/session?peek` is asked by a script that nobody may be sitting in front of, and isn't a use of the session:
/// a tab that asks every few minutes keeps no unattended one alive (S-04).
pub(crate) struct Asker(Visitor);

impl<S: Send + Sync> FromRequestParts<S> for Asker {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let query = parts.uri.query().unwrap_or_default();
        let peeks = form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name == "peek");
        Visitor::read(parts, if peeks { Touch::Peek } else { Touch::Use }).await.map(Self)
    }
}

/// The answer. Nobody's log-in is 200 as well: a script that asks is no mistake.
#[derive(Serialize)]
struct SessionState {
    /// The name of the [`LoginState`].
    state: &'static str,
    /// The page that asks for what is missing; nothing once nothing is.
    needs: Option<String>,
    /// Whose session it is, once nothing is missing: before that they may not be who they say.
    user: Option<UserInfo>,
    /// When the session ends if it isn't used, as RFC 3339.
    expires_at: Option<String>,
}

pub(crate) async fn tell(State(vestibule): State<Vestibule>, parts: Parts, Asker(visitor): Asker) -> Response {
    if !shell::wants_data(&parts) {
        return answer(&vestibule, &visitor).await.unwrap_or_else(|response| response);
    }
    match (app_page::login(&vestibule, &visitor).await, visitor.introduction(&vestibule)) {
        // The form token in it is bound to that cookie.
        (Ok(login), Some(cookie)) => with_cookie(shell::data(login), cookie),
        (Ok(login), None) => shell::data(login),
        (Err(failure), _) => failure,
    }
}

async fn answer(vestibule: &Vestibule, visitor: &Visitor) -> Result<Response, Response> {
    let needs = (visitor.state != LoginState::LoggedIn).then(|| vestibule.at(visitor.state.path()));
    let user = User::of(vestibule, visitor).await?.map(app_page::info);
    let expires_at = visitor.known.as_ref().map(|Known { session, .. }| {
        let unused = session.last_seen_at + vestibule.0.session.idle;
        session.expires_at.min(unused)
    });
    let expires_at = expires_at.and_then(|at| at.format(&Rfc3339).ok());
    Ok(Json(SessionState { state: visitor.state.name(), needs, user, expires_at }).into_response())
}
