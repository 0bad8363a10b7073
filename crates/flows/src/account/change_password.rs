//! Another password: `/account/password`. It asks for the present one; without one, for a factor that is fresh (P-07).

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule_core::{password::PasswordInput, routes};
use vestibule_http::form::Fields;
use vestibule_store::Account;
use vestibule_ui::screens::{ChangePassword, ChangePasswordModel};

use crate::{
    Vestibule, Visitor,
    answer::{retry_after, see_other},
    gate,
    new_password::{self, Refusal},
    page::show,
    step_up::{WaitOr, check_password},
};

fn enter<'v>(vestibule: &Vestibule, visitor: &'v Visitor) -> Result<(&'v Account, ChangePasswordModel), Response> {
    let account = &gate::logged_in(visitor, routes::ACCOUNT_PASSWORD)?.account;
    let has_password = account.password_hash.is_some();
    // The present password is the fresh factor of whoever has one; a second factor counts besides.
    if !has_password || !account.second_factors.is_empty() {
        gate::fresh(vestibule, visitor, routes::ACCOUNT_PASSWORD)?;
    }
    let model = ChangePasswordModel {
        email: account.email.to_string(),
        has_password,
        min_length: vestibule.0.passwords.min_length(),
        current_error: None,
        password_error: None,
        wait: None,
        stale_form: false,
    };
    Ok((account, model))
}

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    match enter(&vestibule, &visitor) {
        Ok((_, model)) => show::<ChangePassword>(&vestibule, &visitor, StatusCode::OK, model),
        Err(response) => response,
    }
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    change(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

async fn change(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let (account, model) = enter(vestibule, visitor)?;
    let refuse = |status, model| show::<ChangePassword>(vestibule, visitor, status, model);
    if !visitor.owns(vestibule, fields) {
        return Err(refuse(StatusCode::FORBIDDEN, ChangePasswordModel { stale_form: true, ..model }));
    }
    let Some(session) = visitor.session else { return Err(see_other(routes::LOG_IN)) };
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    if model.has_password {
        let current = PasswordInput::new(fields.text("current").to_owned());
        match check_password(vestibule, visitor, account, &current).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                return Err(refuse(unprocessable, ChangePasswordModel { current_error: Some(error), ..model }));
            }
            Err(WaitOr::Wait(wait)) => {
                let model = ChangePasswordModel { wait: Some(wait), ..model };
                return Err(retry_after(wait, refuse(StatusCode::TOO_MANY_REQUESTS, model)));
            }
            Err(WaitOr::Answer(response)) => return Err(*response),
        }
    }
    let password = PasswordInput::new(fields.text("password").to_owned());
    match new_password::set(vestibule, visitor, account, session, &password).await {
        Ok(()) => {
            let word = if model.has_password { "password" } else { "password-set" };
            Ok(see_other(&format!("{}?notice={word}", routes::ACCOUNT)))
        }
        Err(Refusal::Field(error)) => {
            Err(refuse(unprocessable, ChangePasswordModel { password_error: Some(error), ..model }))
        }
        Err(Refusal::Answer(response)) => Err(*response),
    }
}
