//! A forgotten password: `/forgot-password` asks for the address, `/forgot-password/sent` takes the mailed code, and
//! either that or the mailed link leads to `/reset-password`, where a new one is set.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{challenge::Purpose, email::EmailAddress, field::FieldError, login_state::LoginState, routes};
use vestibule_http::{chance, cookies::Cookie, form::Fields, secret::digest_of_token};
use vestibule_store::MailProof;
use vestibule_ui::screens::{EmailSent, EmailSentModel, ForgotPassword, ForgotPasswordModel, SentNotice};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    challenge,
    email_log_in::{sent, wrong_code},
    page::show,
};

const PURPOSE: Purpose = Purpose::ResetPassword;

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    notice: Option<String>,
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    match &visitor.state {
        LoginState::LoginRequired => {}
        LoginState::LoggedIn => return see_other(routes::ACCOUNT_PASSWORD),
        other => return see_other(other.path()),
    }
    let mail_ended = arrival.notice.as_deref() == Some(challenge::ENDED);
    match challenge::waiting_address(&vestibule, &visitor, PURPOSE).await {
        Ok(email) => {
            let model = ForgotPasswordModel { email, mail_ended, ..ForgotPasswordModel::default() };
            show::<ForgotPassword>(&vestibule, &visitor, StatusCode::OK, model)
        }
        Err(response) => response,
    }
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    if visitor.state != LoginState::LoginRequired {
        return see_other(visitor.state.path());
    }
    let typed = fields.text("email");
    let model = ForgotPasswordModel { email: typed.to_owned(), ..ForgotPasswordModel::default() };
    if !visitor.owns(&vestibule, &fields) {
        let model = ForgotPasswordModel { stale_form: true, ..model };
        return show::<ForgotPassword>(&vestibule, &visitor, StatusCode::FORBIDDEN, model);
    }
    let email = match typed.parse::<EmailAddress>() {
        Ok(email) => email,
        Err(error) => {
            let model = ForgotPasswordModel { email_error: Some(FieldError::from(error)), ..model };
            return show::<ForgotPassword>(&vestibule, &visitor, StatusCode::UNPROCESSABLE_ENTITY, model);
        }
    };
    match challenge::count_mail(&vestibule, &visitor, &email).await {
        Ok(None) => send(&vestibule, &visitor, &email).await.unwrap_or_else(|response| response),
        Ok(Some(wait)) => {
            let model = ForgotPasswordModel { wait: Some(wait), ..model };
            let page = show::<ForgotPassword>(&vestibule, &visitor, StatusCode::TOO_MANY_REQUESTS, model);
            retry_after(wait, page)
        }
        Err(response) => response,
    }
}

async fn send(vestibule: &Vestibule, visitor: &Visitor, email: &EmailAddress) -> Result<Response, Response> {
    let account = vestibule.0.store.account_by_email(email).await.map_err(|error| failed(&error))?;
    let cookie = challenge::start(vestibule, visitor, PURPOSE, email, account.as_ref()).await?;
    Ok(with_cookie(see_other(routes::FORGOT_PASSWORD_SENT), cookie))
}

pub(crate) async fn sent_page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    match challenge::find(&vestibule, &visitor, PURPOSE).await {
        Ok(Some(waiting)) => {
            let notice = (arrival.notice.as_deref() == Some("sent")).then_some(SentNotice::SentAgain);
            let model = EmailSentModel { notice, ..waiting.model(&vestibule) };
            show::<EmailSent>(&vestibule, &visitor, StatusCode::OK, model)
        }
        // Another tab of this browser may have set the password.
        Ok(None) if visitor.state != LoginState::LoginRequired => see_other(visitor.state.path()),
        Ok(None) => challenge::ended(&vestibule, &visitor, routes::FORGOT_PASSWORD),
        Err(response) => response,
    }
}

pub(crate) async fn sent_submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let waiting = match challenge::find(&vestibule, &visitor, PURPOSE).await {
        Ok(Some(waiting)) => waiting,
        Ok(None) => return challenge::ended(&vestibule, &visitor, routes::FORGOT_PASSWORD),
        Err(response) => return response,
    };
    let code = match sent(&vestibule, &visitor, &fields, &waiting, routes::FORGOT_PASSWORD_SENT).await {
        Ok(code) => code,
        Err(response) => return response,
    };
    let MailProof::Code { challenge, code } = waiting.proof(&vestibule, &code) else {
        return see_other(routes::FORGOT_PASSWORD);
    };
    // The new password takes a page of its own: a right code is worth a link that was never mailed.
    let token = chance::token(vestibule.0.chance.as_ref());
    let link = digest_of_token(&token);
    match vestibule.0.store.exchange_code(challenge, PURPOSE, code, link, vestibule.now()).await {
        Ok(true) => with_cookie(see_other(routes::RESET_PASSWORD), Cookie::Link.set(&token, &vestibule.0.base)),
        Ok(false) => wrong_code(&vestibule, &visitor, &fields, &waiting),
        Err(error) => failed(&error),
    }
}
