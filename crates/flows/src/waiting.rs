//! Asked by a tab that waits for a mail to be answered: is this browser past that by now?
//!
//! The answer comes from this browser's own cookies and tells no more than its pages would: 204 while it waits, 303 to
//! the next page once it doesn't, and a plain 200 when there is nothing to wait for. Whether a mail was answered in
//! another browser shows only where that changes this one: a sign-up or a half-finished log-in, both of somebody who knew
//! the password. Asking is no use of a session (S-04): nobody need be in front of the tab. A log-in by mail and a reset never ask the store, so an unknown address waits like any other (E-04).

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use vestibule_core::{limits::Limit, login_state::LoginState};
use vestibule_http::problem::Problem;

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other},
    limits::{self, Key},
    log_in,
    visitor::Peeking,
};

/// What a tab is told.
enum Told {
    /// To ask again.
    Wait,
    /// To go on to this answer's place.
    GoOn(Response),
    /// That nothing will come.
    Over,
}

impl From<Told> for Response {
    fn from(told: Told) -> Self {
        match told {
            Told::Wait => StatusCode::NO_CONTENT.into_response(),
            Told::GoOn(response) => response,
            // No failure: browsers would complain about one to whoever looks into their console.
            Told::Over => "over".into_response(),
        }
    }
}

/// A log-in by mail ends with a session of this browser.
pub(crate) async fn email_log_in(State(vestibule): State<Vestibule>, Peeking(visitor): Peeking) -> Response {
    limited(&vestibule, &visitor, async || match (&visitor.state, visitor.challenge) {
        (LoginState::LoginRequired, Some(_)) => Ok(Told::Wait),
        (LoginState::LoginRequired, None) => Ok(Told::Over),
        (state, _) => Ok(Told::GoOn(see_other(state.path()))),
    })
    .await
}

/// A reset may be asked for by somebody who is logged in: it ends with the cookie of its mail.
pub(crate) async fn forgot_password(State(vestibule): State<Vestibule>, Peeking(visitor): Peeking) -> Response {
    limited(&vestibule, &visitor, async || match (&visitor.state, visitor.challenge) {
        (_, Some(_)) => Ok(Told::Wait),
        (LoginState::LoginRequired, None) => Ok(Told::Over),
        (state, None) => Ok(Told::GoOn(see_other(state.path()))),
    })
    .await
}

/// A sign-up ends with a session, or with an account that another browser began by the password that was chosen in this.
pub(crate) async fn sign_up(State(vestibule): State<Vestibule>, Peeking(visitor): Peeking) -> Response {
    limited(&vestibule, &visitor, async || {
        if visitor.state != LoginState::LoginRequired {
            return Ok(Told::GoOn(see_other(visitor.state.path())));
        }
        let Some(digest) = visitor.sign_up else { return Ok(Told::Over) };
        let found = vestibule.0.store.sign_up(digest, vestibule.now()).await.map_err(|error| failed(&error))?;
        Ok(match found {
            None => Told::Over,
            Some(sign_up) if sign_up.confirmed => Told::GoOn(log_in::after_confirmation()),
            Some(_) => Told::Wait,
        })
    })
    .await
}

/// An address is proven for its account, whichever browser pressed the link.
pub(crate) async fn confirm_email(State(vestibule): State<Vestibule>, Peeking(visitor): Peeking) -> Response {
    limited(&vestibule, &visitor, async || match &visitor.state {
        LoginState::EmailNotConfirmedYet { .. } => Ok(Told::Wait),
        state => Ok(Told::GoOn(see_other(state.path()))),
    })
    .await
}

/// Counts the question before it is answered.
async fn limited(
    vestibule: &Vestibule,
    visitor: &Visitor,
    answer: impl AsyncFnOnce() -> Result<Told, Response>,
) -> Response {
    match limits::take(vestibule, &[(Limit::WaitingByClient, Key::Client(visitor.client))]).await {
        Ok(None) => answer().await.map_or_else(|response| response, Response::from),
        Ok(Some(wait)) => Problem::TooMany(wait).into(),
        Err(error) => failed(&error),
    }
}
