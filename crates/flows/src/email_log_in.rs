//! Log in without a password: `/login/email` asks for the address, `/login/email/sent` takes the mailed code, and
//! `/login/email/link` is where the mailed link leads. GET shows what it would do, POST does it (L-08).

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{
    challenge::Purpose, destination::AfterLogIn, email::EmailAddress, field::FieldError, login_state::LoginState,
    mail_code::MailCode, routes,
};
use vestibule_http::{cookies::Cookie, form::Fields};
use vestibule_store::{Claimed, Effect, MailProof};
use vestibule_ui::screens::{
    EmailLink, EmailLinkModel, EmailLinkState, EmailLogIn, EmailLogInModel, EmailSent, EmailSentModel, LastMethod,
    SentNotice,
};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    challenge, ended_link, log_in,
    page::show,
    session::{self, Begun},
};

const PURPOSE: Purpose = Purpose::LogIn;

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    return_to: Option<String>,
    token: Option<String>,
    notice: Option<String>,
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    if visitor.state != LoginState::LoginRequired {
        return see_other(visitor.state.path());
    }
    let mail_ended = arrival.notice.as_deref() == Some(challenge::ENDED);
    let raw = arrival.return_to.as_deref();
    let after = raw.map_or_else(|| visitor.after.clone(), |raw| vestibule.after(Some(raw)));
    match challenge::waiting_address(&vestibule, &visitor, PURPOSE).await {
        Ok(email) => {
            let model = EmailLogInModel { mail_ended, ..model(email, after) };
            show::<EmailLogIn>(&vestibule, &visitor, StatusCode::OK, model)
        }
        Err(response) => response,
    }
}

fn model(email: String, after: AfterLogIn) -> EmailLogInModel {
    EmailLogInModel { email, return_to: after.into_path(), ..EmailLogInModel::default() }
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    if visitor.state != LoginState::LoginRequired {
        return see_other(visitor.state.path());
    }
    let after = vestibule.after(fields.get("return_to"));
    let typed = fields.text("email");
    let model = model(typed.to_owned(), after.clone());
    if !visitor.owns(&vestibule, &fields) {
        let model = EmailLogInModel { stale_form: true, ..model };
        return show::<EmailLogIn>(&vestibule, &visitor, StatusCode::FORBIDDEN, model);
    }
    let email = match typed.parse::<EmailAddress>() {
        Ok(email) => email,
        Err(error) => {
            let model = EmailLogInModel { email_error: Some(FieldError::from(error)), ..model };
            return show::<EmailLogIn>(&vestibule, &visitor, StatusCode::UNPROCESSABLE_ENTITY, model);
        }
    };
    match challenge::count_mail(&vestibule, &visitor, &email).await {
        Ok(None) => {}
        Ok(Some(wait)) => {
            let model = EmailLogInModel { wait: Some(wait), ..model };
            let page = show::<EmailLogIn>(&vestibule, &visitor, StatusCode::TOO_MANY_REQUESTS, model);
            return retry_after(wait, page);
        }
        Err(response) => return response,
    }
    send(&vestibule, &visitor, &email, &after).await.unwrap_or_else(|response| response)
}

async fn send(
    vestibule: &Vestibule,
    visitor: &Visitor,
    email: &EmailAddress,
    after: &AfterLogIn,
) -> Result<Response, Response> {
    let account = vestibule.0.store.account_by_email(email).await.map_err(|error| failed(&error))?;
    let cookie = challenge::start(vestibule, visitor, PURPOSE, email, account.as_ref()).await?;
    let response = with_cookie(see_other(routes::EMAIL_LOG_IN_SENT), cookie);
    Ok(with_cookie(response, session::remember_after(vestibule, after)))
}

pub(crate) async fn sent_page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    if visitor.state != LoginState::LoginRequired {
        return see_other(visitor.state.path());
    }
    match challenge::find(&vestibule, &visitor, PURPOSE).await {
        Ok(Some(waiting)) => {
            let notice = (arrival.notice.as_deref() == Some("sent")).then_some(SentNotice::SentAgain);
            let model = EmailSentModel { notice, ..waiting.model(&vestibule) };
            show::<EmailSent>(&vestibule, &visitor, StatusCode::OK, model)
        }
        Ok(None) => challenge::ended(&vestibule, &visitor, routes::EMAIL_LOG_IN),
        Err(response) => response,
    }
}

pub(crate) async fn sent_submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    if visitor.state != LoginState::LoginRequired {
        return see_other(visitor.state.path());
    }
    let waiting = match challenge::find(&vestibule, &visitor, PURPOSE).await {
        Ok(Some(waiting)) => waiting,
        Ok(None) => return challenge::ended(&vestibule, &visitor, routes::EMAIL_LOG_IN),
        Err(response) => return response,
    };
    let code = match sent(&vestibule, &visitor, &fields, &waiting, routes::EMAIL_LOG_IN_SENT).await {
        Ok(code) => code,
        Err(response) => return response,
    };
    let claimed = claim(&vestibule, &visitor, waiting.proof(&vestibule, &code)).await;
    claimed.map_or_else(
        |response| response,
        |claimed| claimed.unwrap_or_else(|| wrong_code(&vestibule, &visitor, &fields, &waiting)),
    )
}

/// What the screen of a waiting mail takes: another mail, or a code that may be compared. Everything else is an answer
/// already.
pub(crate) async fn sent(
    vestibule: &Vestibule,
    visitor: &Visitor,
    fields: &Fields,
    waiting: &challenge::Waiting,
    path: &str,
) -> Result<MailCode, Response> {
    let notice = |status, notice| {
        let model = EmailSentModel { notice: Some(notice), ..waiting.model(vestibule) };
        show::<EmailSent>(vestibule, visitor, status, model)
    };
    if !visitor.owns(vestibule, fields) {
        return Err(notice(StatusCode::FORBIDDEN, SentNotice::StaleForm));
    }
    if challenge::asks_again(fields) {
        return Err(match challenge::again(vestibule, visitor, waiting).await? {
            SentNotice::TooSoon { wait } => {
                retry_after(wait, notice(StatusCode::TOO_MANY_REQUESTS, SentNotice::TooSoon { wait }))
            }
            _ => see_other(&format!("{path}?notice=sent")),
        });
    }
    let code = MailCode::from_typed(fields.text("code")).map_err(|error| {
        let model = EmailSentModel {
            code: fields.text("code").to_owned(),
            code_error: Some(error),
            ..waiting.model(vestibule)
        };
        show::<EmailSent>(vestibule, visitor, StatusCode::UNPROCESSABLE_ENTITY, model)
    })?;
    match challenge::count_code(vestibule, visitor, waiting).await? {
        None => Ok(code),
        Some(wait) => Err(retry_after(wait, notice(StatusCode::TOO_MANY_REQUESTS, SentNotice::TooManyCodes { wait }))),
    }
}

/// The same screen, after a code that isn't the mailed one.
pub(crate) fn wrong_code(
    vestibule: &Vestibule,
    visitor: &Visitor,
    fields: &Fields,
    waiting: &challenge::Waiting,
) -> Response {
    let model = EmailSentModel {
        code: fields.text("code").to_owned(),
        code_error: Some(FieldError::WrongCode),
        ..waiting.model(vestibule)
    };
    show::<EmailSent>(vestibule, visitor, StatusCode::UNPROCESSABLE_ENTITY, model)
}

pub(crate) async fn link_page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    if let Some(token) = arrival.token {
        let left = challenge::leave_address(&vestibule, routes::EMAIL_LOG_IN_LINK, &token);
        return left.unwrap_or_else(|| ended_link::unknown(&vestibule, &visitor, PURPOSE));
    }
    if visitor.state == LoginState::LoggedIn {
        return see_other(visitor.state.path());
    }
    let Some(token) = visitor.link.clone() else { return see_other(visitor.state.path()) };
    ready(&vestibule, &visitor, token, false, StatusCode::OK).await
}

async fn ready(
    vestibule: &Vestibule,
    visitor: &Visitor,
    token: String,
    stale_form: bool,
    status: StatusCode,
) -> Response {
    match challenge::by_link(vestibule, &token, PURPOSE).await {
        Ok(Some((_, found))) => {
            let state = EmailLinkState::Ready { email: found.email.masked(), token, stale_form };
            show::<EmailLink>(vestibule, visitor, status, EmailLinkModel { purpose: PURPOSE, state })
        }
        Ok(None) => ended_link::page(vestibule, visitor, PURPOSE, &token).await,
        Err(response) => response,
    }
}

pub(crate) async fn link_submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    if challenge::asks_again(&fields) {
        let sent = ended_link::send(&vestibule, &visitor, &fields, PURPOSE, routes::EMAIL_LOG_IN_SENT).await;
        return sent.unwrap_or_else(|response| response);
    }
    let token = fields.text("token").to_owned();
    if !visitor.owns(&vestibule, &fields) {
        return ready(&vestibule, &visitor, token, true, StatusCode::FORBIDDEN).await;
    }
    let proof = MailProof::Link(vestibule_http::secret::digest_of_token(&token));
    match claim(&vestibule, &visitor, proof).await {
        Ok(Some(response)) => with_cookie(response, Cookie::Link.clear(&vestibule.0.base)),
        Ok(None) => ended_link::page(&vestibule, &visitor, PURPOSE, &token).await,
        Err(response) => response,
    }
}

/// Begins a session by a proof; `None` when it isn't one. A second factor is still asked for (M-08).
async fn claim(vestibule: &Vestibule, visitor: &Visitor, proof: MailProof) -> Result<Option<Response>, Response> {
    let (new, cookie) = session::fresh(vestibule, visitor, session::first_factor(vestibule));
    let digest = new.digest;
    let effect = Effect::LogIn { session: Box::new(new), replaces: visitor.session };
    let claimed = vestibule.0.store.claim_challenge(PURPOSE, proof, effect, vestibule.now()).await;
    Ok(match claimed.map_err(|error| failed(&error))? {
        Claimed::Done { account, took_over } => {
            // The walk ends where it is said that the password of before is gone (L-10), wherever it was to lead.
            let told = format!("{}?notice=password-gone", vestibule.at(routes::ACCOUNT));
            let after = if took_over { &vestibule.after(Some(&told)) } else { &visitor.after };
            let begun = Begun { account: &account, digest, cookie, method: LastMethod::Email, after };
            let response = session::begun(vestibule, visitor, begun).await;
            Some(with_cookie(response, Cookie::Challenge.clear(&vestibule.0.base)))
        }
        Claimed::Disabled => Some(log_in::disabled(vestibule, visitor)),
        Claimed::NoMatch | Claimed::AddressTaken => None,
    })
}
