//! An account whose address has to be proven again: the code at `/confirm-email`, another mail at
//! `/confirm-email/resend`, another address at `/confirm-email/change`. The mailed link may be pressed in any browser; it
//! logs nobody in.

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule_core::{challenge::Purpose, field::FieldError, login_state::LoginState, mail_code::MailCode, routes};
use vestibule_http::{cookies::Cookie, form::Fields};
use vestibule_store::{Claimed, Effect, MailProof};
use vestibule_ui::screens::{
    ChangeEmail, ChangeEmailModel, ChangeEmailPlace, EmailLink, EmailLinkModel, EmailLinkState, EmailNotConfirmed,
    EmailNotConfirmedModel, SentNotice,
};

use crate::{
    Vestibule, Visitor,
    account::change_email,
    answer::{failed, retry_after, see_other, with_cookie},
    challenge::{self, Waiting},
    ended_link, gate, log_in,
    page::show,
    session,
    visitor::Known,
};

const PURPOSE: Purpose = Purpose::ConfirmEmail;

/// The page of the state.
pub(crate) async fn page(vestibule: &Vestibule, visitor: &Visitor, sent: bool) -> Response {
    match waiting(vestibule, visitor).await {
        Ok(waiting) => {
            let notice = sent.then_some(SentNotice::SentAgain);
            let model = EmailNotConfirmedModel { notice, ..model(vestibule, visitor, waiting.as_ref()) };
            draw(vestibule, visitor, StatusCode::OK, model)
        }
        Err(response) => response,
    }
}

/// The page of the state for somebody who has opened a link that isn't good: it says so, once.
pub(crate) async fn page_after_link(vestibule: &Vestibule, visitor: &Visitor, token: &str, sent: bool) -> Response {
    let known = match ended_link::find(vestibule, token, PURPOSE).await {
        Ok(known) => known,
        Err(response) => return response,
    };
    if known.is_none() {
        return page(vestibule, visitor, sent).await;
    }
    match waiting(vestibule, visitor).await {
        Ok(waiting) => {
            let (notice, link_ended) = (sent.then_some(SentNotice::SentAgain), !sent);
            let model = model(vestibule, visitor, waiting.as_ref());
            let model = EmailNotConfirmedModel { notice, link_ended, ..model };
            let page = draw(vestibule, visitor, StatusCode::OK, model);
            with_cookie(page, Cookie::Link.clear(&vestibule.0.base))
        }
        Err(response) => response,
    }
}

/// The mail that this browser waits for, if it is this account's.
async fn waiting(vestibule: &Vestibule, visitor: &Visitor) -> Result<Option<Waiting>, Response> {
    let found = challenge::find(vestibule, visitor, PURPOSE).await?;
    let owner = visitor.account().map(|account| &account.id);
    Ok(found.filter(|waiting| waiting.challenge.account.as_ref() == owner))
}

fn model(vestibule: &Vestibule, visitor: &Visitor, waiting: Option<&Waiting>) -> EmailNotConfirmedModel {
    EmailNotConfirmedModel {
        email: visitor.email(),
        resend_wait: waiting.map_or(0, |waiting| waiting.wait(vestibule)),
        sent: waiting.is_some(),
        ..EmailNotConfirmedModel::default()
    }
}

fn draw(vestibule: &Vestibule, visitor: &Visitor, status: StatusCode, model: EmailNotConfirmedModel) -> Response {
    show::<EmailNotConfirmed>(vestibule, visitor, status, model)
}

/// A typed code.
pub(crate) async fn submit(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Response {
    check(vestibule, visitor, fields).await.unwrap_or_else(|response| response)
}

async fn check(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let waiting = waiting(vestibule, visitor).await?;
    let typed = fields.text("code").to_owned();
    let model = || EmailNotConfirmedModel { code: typed.clone(), ..model(vestibule, visitor, waiting.as_ref()) };
    let refuse =
        |status, notice| draw(vestibule, visitor, status, EmailNotConfirmedModel { notice: Some(notice), ..model() });
    let wrong = |error| {
        let model = EmailNotConfirmedModel { code_error: Some(error), ..model() };
        draw(vestibule, visitor, StatusCode::UNPROCESSABLE_ENTITY, model)
    };
    if !visitor.owns(vestibule, fields) {
        return Err(refuse(StatusCode::FORBIDDEN, SentNotice::StaleForm));
    }
    let code = MailCode::from_typed(&typed).map_err(wrong)?;
    let Some(waiting) = &waiting else { return Err(wrong(FieldError::WrongCode)) };
    if let Some(wait) = challenge::count_code(vestibule, visitor, waiting).await? {
        let notice = SentNotice::TooManyCodes { wait };
        return Err(retry_after(wait, refuse(StatusCode::TOO_MANY_REQUESTS, notice)));
    }
    let proof = waiting.proof(vestibule, &code);
    if confirm(vestibule, proof, true).await?.is_none() {
        return Err(wrong(FieldError::WrongCode));
    }
    let Some(session) = visitor.session else { return Err(see_other(routes::LOG_IN)) };
    let response = session::go_on(vestibule, visitor, session, &visitor.after).await;
    Ok(with_cookie(response, Cookie::Challenge.clear(&vestibule.0.base)))
}

/// What a right proof has done.
struct Confirmed {
    took_over: bool,
}

async fn confirm(vestibule: &Vestibule, proof: MailProof, in_own_session: bool) -> Result<Option<Confirmed>, Response> {
    let effect = Effect::ConfirmEmail { in_own_session };
    let claimed = vestibule.0.store.claim_challenge(PURPOSE, proof, effect, vestibule.now()).await;
    Ok(match claimed.map_err(|error| failed(&error))? {
        Claimed::Done { took_over, .. } => Some(Confirmed { took_over }),
        Claimed::NoMatch | Claimed::Disabled | Claimed::AddressTaken => None,
    })
}

pub(crate) async fn resend(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    send(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

async fn send(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let (LoginState::EmailNotConfirmedYet { .. }, Some(account)) = (&visitor.state, visitor.account()) else {
        return Err(see_other(visitor.state.path()));
    };
    let waiting = waiting(vestibule, visitor).await?;
    let notice = |status, notice| {
        let model = EmailNotConfirmedModel { notice: Some(notice), ..model(vestibule, visitor, waiting.as_ref()) };
        draw(vestibule, visitor, status, model)
    };
    if !visitor.owns(vestibule, fields) {
        return Err(notice(StatusCode::FORBIDDEN, SentNotice::StaleForm));
    }
    let too_soon = |wait| Err(retry_after(wait, notice(StatusCode::TOO_MANY_REQUESTS, SentNotice::TooSoon { wait })));
    let sent = see_other(&format!("{}?notice=sent", routes::CONFIRM_EMAIL));
    if let Some(waiting) = &waiting {
        return match challenge::again(vestibule, visitor, waiting).await? {
            SentNotice::TooSoon { wait } => too_soon(wait),
            _ => Ok(sent),
        };
    }
    if let Some(wait) = challenge::count_mail(vestibule, visitor, &account.email).await? {
        return too_soon(wait);
    }
    let cookie = challenge::start(vestibule, visitor, PURPOSE, &account.email, Some(account)).await?;
    Ok(with_cookie(sent, cookie))
}

/// What the mailed link shows; `None` when it isn't one of an account.
pub(crate) async fn link_page(
    vestibule: &Vestibule,
    visitor: &Visitor,
    token: &str,
) -> Result<Option<Response>, Response> {
    let Some((_, found)) = challenge::by_link(vestibule, token, PURPOSE).await? else { return Ok(None) };
    let state = EmailLinkState::Ready { email: found.email.to_string(), token: token.to_owned(), stale_form: false };
    Ok(Some(show::<EmailLink>(vestibule, visitor, StatusCode::OK, EmailLinkModel { purpose: PURPOSE, state })))
}

/// What pressing its button does; `None` when it isn't one of an account. Only the browser that asked goes on.
pub(crate) async fn link_submit(
    vestibule: &Vestibule,
    visitor: &Visitor,
    token: &str,
    fields: &Fields,
) -> Result<Option<Response>, Response> {
    let Some((link, found)) = challenge::by_link(vestibule, token, PURPOSE).await? else { return Ok(None) };
    if !visitor.owns(vestibule, fields) {
        let state = EmailLinkState::Ready { email: found.email.to_string(), token: token.to_owned(), stale_form: true };
        let model = EmailLinkModel { purpose: PURPOSE, state };
        return Ok(Some(show::<EmailLink>(vestibule, visitor, StatusCode::FORBIDDEN, model)));
    }
    let is_own = visitor.account().is_some_and(|visitor| Some(&visitor.id) == found.account.as_ref());
    let own = visitor.session.filter(|_| is_own);
    let Some(Confirmed { took_over }) = confirm(vestibule, MailProof::Link(link), own.is_some()).await? else {
        return Ok(None);
    };
    let response = match own {
        Some(session) => session::go_on(vestibule, visitor, session, &visitor.after).await,
        None if took_over => log_in::after_take_over(),
        None => log_in::after_confirmation(),
    };
    Ok(Some(with_cookie(response, Cookie::Link.clear(&vestibule.0.base))))
}

/// Another address asks for a factor that is fresh, here as on the account's page (S-10).
fn enter<'v>(vestibule: &Vestibule, visitor: &'v Visitor) -> Result<&'v Known, Response> {
    let known = gate::only_at(visitor, routes::CONFIRM_EMAIL)?;
    gate::is_fresh(vestibule, known, &vestibule.at(routes::CONFIRM_EMAIL_CHANGE)).map(|()| known)
}

pub(crate) async fn change_page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    match enter(&vestibule, &visitor) {
        Ok(_) => show::<ChangeEmail>(&vestibule, &visitor, StatusCode::OK, change_model(&visitor)),
        Err(response) => response,
    }
}

fn change_model(visitor: &Visitor) -> ChangeEmailModel {
    change_email::model(visitor, ChangeEmailPlace::Unconfirmed)
}

/// Another address for an account that has proven none: it takes effect once it is proven, like any other.
pub(crate) async fn change_submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let known = match enter(&vestibule, &visitor) {
        Ok(known) => known,
        Err(response) => return response,
    };
    let place = ChangeEmailPlace::Unconfirmed;
    change_email::ask(&vestibule, &visitor, &known.account, &fields, place).await.unwrap_or_else(|response| response)
}
