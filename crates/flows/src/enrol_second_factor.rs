//! Enrolling a second factor: `/enrol-second-factor`, where it is required and where it is chosen. It counts once its
//! first code was right; until then nothing asks for it (M-01).

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule_core::{login_state::LoginState, routes, totp::TotpCode};
use vestibule_http::{cookies::Cookie, form::Fields};
use vestibule_store::{Enrolment, Pass, Sealed};
use vestibule_ui::screens::{EnrolSecondFactor, EnrolSecondFactorModel, EnrolWhy, SecondFactorNotice};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    authenticator, backup_codes, clock, gate,
    later::Later,
    mail::Notice,
    onward,
    page::show,
    second_factor, session,
    visitor::Known,
};
use vestibule_core::field::FieldError;
use vestibule_http::problem::Problem;

/// Whoever must enrol, and whoever wants to and has just shown a factor.
fn enter<'v>(vestibule: &Vestibule, visitor: &'v Visitor) -> Result<(&'v Known, EnrolWhy), Response> {
    if let LoginState::TwoFactorEnrollmentRequired { since } = visitor.state {
        let why = EnrolWhy::Required { since: clock::to_the_day(since) };
        return gate::only_at(visitor, routes::ENROL_SECOND_FACTOR).map(|known| (known, why));
    }
    let known = gate::fresh(vestibule, visitor, routes::ENROL_SECOND_FACTOR)?;
    let ahead = gate::enrolment_ahead(vestibule, &known.account);
    let why = match ahead.filter(|_| !visitor.later.is_said(&known.account.id, vestibule.now())) {
        Some(from) => EnrolWhy::Ahead { from: clock::to_the_day(from) },
        None => EnrolWhy::Chosen,
    };
    Ok((known, why))
}

/// "Later", while it may be said: on to where the person wanted to go.
async fn later(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Option<Response> {
    let known = visitor.known.as_ref().filter(|_| visitor.state == LoginState::LoggedIn)?;
    if fields.get("later").is_none() || !visitor.owns(vestibule, fields) {
        return None;
    }
    let onward = onward::log_in(vestibule, Some(known), &visitor.after).await;
    let response = with_cookie(onward, Cookie::ReturnTo.clear(&vestibule.0.base));
    Some(with_cookie(response, Later::say(vestibule, &known.account.id)))
}

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    match model(&vestibule, &visitor).await {
        Ok((_, _, model)) => show::<EnrolSecondFactor>(&vestibule, &visitor, StatusCode::OK, model),
        Err(response) => response,
    }
}

/// The secret that waits, the same on every look: whoever reloads the page needn't scan it again.
async fn model<'v>(
    vestibule: &Vestibule,
    visitor: &'v Visitor,
) -> Result<(&'v Known, Sealed, EnrolSecondFactorModel), Response> {
    let (known, why) = enter(vestibule, visitor)?;
    let account = &known.account;
    let drawn = authenticator::draw(vestibule, &account.id);
    let secret = vestibule.0.store.start_totp(&account.id, drawn).await.map_err(|error| failed(&error))?;
    let shown = authenticator::show(vestibule, account, &secret).ok_or_else(|| {
        tracing::error!(account = account.id.0, "a waiting second factor was sealed with another secret");
        Response::from(Problem::Server)
    })?;
    let model = EnrolSecondFactorModel {
        email: account.email.to_string(),
        secret: shown.secret,
        uri: shown.uri,
        qr: shown.qr,
        code: String::new(),
        code_error: None,
        notice: None,
        why,
    };
    Ok((known, secret, model))
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    if let Some(response) = later(&vestibule, &visitor, &fields).await {
        return response;
    }
    check(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

async fn check(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let (known, secret, model) = model(vestibule, visitor).await?;
    let typed = fields.text("code");
    let model = EnrolSecondFactorModel { code: typed.to_owned(), ..model };
    let notice = |status, notice| {
        let model = EnrolSecondFactorModel { notice: Some(notice), ..model.clone() };
        show::<EnrolSecondFactor>(vestibule, visitor, status, model)
    };
    let wrong = |error| {
        let model = EnrolSecondFactorModel { code_error: Some(error), ..model.clone() };
        show::<EnrolSecondFactor>(vestibule, visitor, StatusCode::UNPROCESSABLE_ENTITY, model)
    };
    if !visitor.owns(vestibule, fields) {
        return Err(notice(StatusCode::FORBIDDEN, SecondFactorNotice::StaleForm));
    }
    let code = TotpCode::from_typed(typed).map_err(wrong)?;
    let account = &known.account;
    if let Some(wait) = second_factor::count(vestibule, visitor, account).await? {
        return Err(retry_after(wait, notice(StatusCode::TOO_MANY_REQUESTS, SecondFactorNotice::TooMany { wait })));
    }
    let Some(step) = authenticator::step_of(vestibule, account, &secret, &code) else {
        return Err(wrong(FieldError::WrongTotp));
    };
    let Some(replaces) = visitor.session else { return Err(see_other(routes::LOG_IN)) };
    let proof = session::second_factor(vestibule, known.session.proof);
    let (session, cookie) = session::fresh(vestibule, visitor, proof);
    let pass = Pass { session, replaces, device: None };
    let codes = backup_codes::draw(vestibule, visitor, account, Notice::SecondFactorOn);
    let enrolled = vestibule.0.store.enrol_totp(&account.id, Enrolment { step, codes, pass }).await;
    if !enrolled.map_err(|error| failed(&error))? {
        return Err(see_other(routes::ENROL_SECOND_FACTOR));
    }
    vestibule.0.letters.notify_one();
    second_factor::forgive(vestibule, account).await?;
    tracing::info!(account = account.id.0, "second factor enrolled");
    Ok(with_cookie(see_other(routes::BACKUP_CODES), cookie))
}
