//! Log out: `/logout`. GET asks, POST does (S-05).

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, StatusCode},
    response::Response,
};
use vestibule_core::{login_state::LoginState, routes};
use vestibule_http::{cookies::Cookie, form::Fields};
use vestibule_ui::screens::{LogOut, LogOutModel};

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other, with_cookie},
    onward,
    page::show,
};

/// Cached pages go; cookies and storage stay, since they hold remembered devices and other hosts' matters (S-11).
const CLEAR: (HeaderName, HeaderValue) =
    (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    ask(&vestibule, &visitor, StatusCode::OK)
}

fn ask(vestibule: &Vestibule, visitor: &Visitor, status: StatusCode) -> Response {
    let Some(account) = visitor.account() else { return see_other(routes::LOG_IN) };
    let model = LogOutModel { email: account.email.to_string(), halfway: visitor.state != LoginState::LoggedIn };
    show::<LogOut>(vestibule, visitor, status, model)
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    if !visitor.owns(&vestibule, &fields) {
        return ask(&vestibule, &visitor, StatusCode::FORBIDDEN);
    }
    if let Some(digest) = visitor.session
        && let Err(error) = vestibule.0.store.end_session(digest).await
    {
        return failed(&error);
    }
    let mut response = onward::log_out(&vestibule);
    response.headers_mut().insert(CLEAR.0, CLEAR.1);
    // Where this person wanted to go, and what they were mailed, is not the next one's matter.
    let ended =
        [Cookie::Session, Cookie::ReturnTo, Cookie::Invitation, Cookie::Link, Cookie::Challenge, Cookie::SignUp];
    ended.into_iter().fold(response, |response, cookie| with_cookie(response, cookie.clear(&vestibule.0.base)))
}
