//! A password that somebody asks to be replaced: `/update-password`. It says who asked and why.

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule_core::{login_state::LoginState, password::PasswordInput, routes};
use vestibule_http::form::Fields;
use vestibule_ui::screens::{UpdatePassword, UpdatePasswordModel};

use crate::{
    Vestibule, Visitor,
    answer::see_other,
    gate,
    new_password::{self, Refusal},
    page::show,
    session,
    visitor::Known,
};

fn model<'v>(vestibule: &Vestibule, visitor: &'v Visitor) -> Result<(&'v Known, UpdatePasswordModel), Response> {
    let known = gate::only_at(visitor, routes::UPDATE_PASSWORD)?;
    let LoginState::UpdatePasswordRequired { reason } = visitor.state else {
        return Err(see_other(visitor.state.path()));
    };
    let model = UpdatePasswordModel {
        email: known.account.email.to_string(),
        reason,
        min_length: vestibule.0.passwords.min_length(),
        password_error: None,
        stale_form: false,
    };
    Ok((known, model))
}

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    match model(&vestibule, &visitor) {
        Ok((_, model)) => show::<UpdatePassword>(&vestibule, &visitor, StatusCode::OK, model),
        Err(response) => response,
    }
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let (known, model) = match model(&vestibule, &visitor) {
        Ok(found) => found,
        Err(response) => return response,
    };
    if !visitor.owns(&vestibule, &fields) {
        let model = UpdatePasswordModel { stale_form: true, ..model };
        return show::<UpdatePassword>(&vestibule, &visitor, StatusCode::FORBIDDEN, model);
    }
    let Some(session) = visitor.session else { return see_other(routes::LOG_IN) };
    let password = PasswordInput::new(fields.text("password").to_owned());
    match new_password::set(&vestibule, &visitor, &known.account, session, &password).await {
        Ok(()) => session::go_on(&vestibule, &visitor, session, &visitor.after).await,
        Err(Refusal::Field(error)) => {
            let model = UpdatePasswordModel { password_error: Some(error), ..model };
            show::<UpdatePassword>(&vestibule, &visitor, StatusCode::UNPROCESSABLE_ENTITY, model)
        }
        Err(Refusal::Answer(response)) => *response,
    }
}
