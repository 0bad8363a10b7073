//! What is left after a backup code: `/backup-codes/left`, between the log-in and where it leads. It says nothing that the
//! account page doesn't say, so it is open to its owner at any time.

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule_core::{login_state::LoginState, routes};
use vestibule_http::form::Fields;
use vestibule_store::Digest;
use vestibule_ui::screens::{BackupCodesLeft, BackupCodesLeftModel};

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other, with_cookie},
    gate,
    page::show,
    session, visitor,
};

/// The next page of a session that has just begun with a backup code: this one, unless something else is asked for first.
pub(crate) async fn go_on(vestibule: &Vestibule, visitor: &Visitor, session: Digest) -> Response {
    let known = match visitor::find(vestibule, session).await {
        Ok(known) => known,
        Err(error) => return failed(&error),
    };
    if gate::state_of(vestibule, known.as_ref()) != LoginState::LoggedIn {
        return session::go_on(vestibule, visitor, session, &visitor.after).await;
    }
    with_cookie(see_other(routes::BACKUP_CODES_LEFT), session::remember_after(vestibule, &visitor.after))
}

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    draw(&vestibule, &visitor, StatusCode::OK).await.unwrap_or_else(|response| response)
}

async fn draw(vestibule: &Vestibule, visitor: &Visitor, status: StatusCode) -> Result<Response, Response> {
    let account = &gate::logged_in(visitor, routes::BACKUP_CODES_LEFT)?.account;
    if account.second_factors.is_empty() {
        return Err(see_other(routes::ACCOUNT_SECOND_FACTOR));
    }
    let left = vestibule.0.store.backup_codes_left(&account.id).await.map_err(|error| failed(&error))?;
    let stale_form = status == StatusCode::FORBIDDEN;
    let model = BackupCodesLeftModel { email: account.email.to_string(), left, stale_form };
    Ok(show::<BackupCodesLeft>(vestibule, visitor, status, model))
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let Some(session) = visitor.session.filter(|_| visitor.state == LoginState::LoggedIn) else {
        return see_other(visitor.state.path());
    };
    if !visitor.owns(&vestibule, &fields) {
        return draw(&vestibule, &visitor, StatusCode::FORBIDDEN).await.unwrap_or_else(|response| response);
    }
    session::go_on(&vestibule, &visitor, session, &visitor.after).await
}
