//! A factor once more, before something sensitive: `/step-up` (ASVS 7.5.3, S-10). It asks for the strongest factor that the
//! account has, and goes on to where the person wanted to go.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{
    backup_code::BackupCode, challenge::Purpose, destination::LocalPath, field::FieldError, limits::Limit,
    mail_code::MailCode, password::PasswordInput, routes, totp::TotpCode,
};
use vestibule_http::{cookies::Cookie, form::Fields};
use vestibule_store::{Account, Claimed, Effect, Pass, SessionProof};
use vestibule_ui::screens::{SentNotice, StepUp, StepUpFactor, StepUpModel, WITH_BACKUP_CODE};

use crate::{
    Vestibule, Visitor,
    answer::{failed, go_to, retry_after, see_other, with_cookie},
    authenticator,
    challenge::{self, Waiting},
    gate,
    limits::{self, Key},
    page::show,
    passwords::Verdict,
    second_factor, session,
    visitor::Known,
};

/// A mailed code proves the mailbox for a log-in; so it does here, for people without a password.
const PURPOSE: Purpose = Purpose::LogIn;

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    return_to: Option<String>,
    with: Option<String>,
    notice: Option<String>,
}

/// The factor that is asked for; `with` is the person's choice, where there is one.
fn factor_of(account: &Account, with: Option<&str>) -> StepUpFactor {
    if !account.second_factors.is_empty() {
        if with == Some(WITH_BACKUP_CODE) { StepUpFactor::BackupCode } else { StepUpFactor::Totp }
    } else if account.password_hash.is_some() {
        StepUpFactor::Password
    } else {
        StepUpFactor::Email
    }
}

/// Where it leads: a page of this site, never anywhere else.
fn destination(vestibule: &Vestibule, raw: Option<&str>) -> String {
    let path = raw.and_then(|raw| raw.parse::<LocalPath>().ok());
    path.map_or_else(|| vestibule.at(routes::ACCOUNT), String::from)
}

/// This page, for the same destination.
fn page_for(return_to: &str, notice: Option<&str>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("return_to", return_to).extend_pairs(notice.map(|notice| ("notice", notice)));
    format!("{}?{}", routes::STEP_UP, query.finish())
}

/// What the screen shows before anything was typed, and the mail that waits to be answered.
async fn model(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
    with: Option<&str>,
    return_to: Option<&str>,
) -> Result<(StepUpModel, Option<Waiting>), Response> {
    let factor = factor_of(account, with);
    let waiting = match factor {
        StepUpFactor::Email => challenge::find(vestibule, visitor, PURPOSE).await?,
        _ => None,
    };
    let waiting = waiting.filter(|waiting| waiting.challenge.account.as_ref() == Some(&account.id));
    let left = match factor {
        StepUpFactor::Totp => vestibule.0.store.backup_codes_left(&account.id).await.map_err(|error| failed(&error))?,
        _ => 0,
    };
    let return_to = destination(vestibule, return_to);
    let model = StepUpModel {
        email: account.email.to_string(),
        factor,
        error: None,
        code: String::new(),
        wait: None,
        stale_form: false,
        here: page_for(&return_to, None),
        return_to,
        sent: waiting.is_some(),
        resend_wait: waiting.as_ref().map_or(0, |waiting| waiting.wait(vestibule)),
        resent: None,
        has_backup_codes: left > 0,
    };
    Ok((model, waiting))
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    draw(&vestibule, &visitor, &arrival).await.unwrap_or_else(|response| response)
}

async fn draw(vestibule: &Vestibule, visitor: &Visitor, arrival: &Arrival) -> Result<Response, Response> {
    let account = &gate::may_step_up(visitor, routes::ACCOUNT)?.account;
    let (with, return_to) = (arrival.with.as_deref(), arrival.return_to.as_deref());
    let (model, _) = model(vestibule, visitor, account, with, return_to).await?;
    let resent = (model.sent && arrival.notice.as_deref() == Some("sent")).then_some(SentNotice::SentAgain);
    Ok(show::<StepUp>(vestibule, visitor, StatusCode::OK, StepUpModel { resent, ..model }))
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    check(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

/// What came of a factor.
enum Shown {
    /// It was right, and what is asked for has already happened to the session.
    Renewed(Response),
    /// It was right.
    Right,
    Wrong(FieldError),
    Wait(u64),
    /// The last mail is too fresh for another.
    TooSoon(u64),
    /// A mail with a code is on its way.
    Sent(Response),
}

async fn check(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let known = gate::may_step_up(visitor, routes::ACCOUNT)?;
    let (with, return_to) = (fields.get("with"), fields.get("return_to"));
    let (model, waiting) = model(vestibule, visitor, &known.account, with, return_to).await?;
    let model = StepUpModel { code: fields.text("code").to_owned(), ..model };
    if !visitor.owns(vestibule, fields) {
        let model = StepUpModel { stale_form: true, ..model };
        return Err(show::<StepUp>(vestibule, visitor, StatusCode::FORBIDDEN, model));
    }
    let shown = match model.factor {
        StepUpFactor::Password => by_password(vestibule, visitor, &known.account, fields).await?,
        StepUpFactor::Totp => by_totp(vestibule, visitor, known, fields, &model.return_to).await?,
        StepUpFactor::BackupCode => by_backup_code(vestibule, visitor, known, fields, &model.return_to).await?,
        StepUpFactor::Email => by_email(vestibule, visitor, known, fields, waiting.as_ref(), &model.return_to).await?,
    };
    match shown {
        Shown::Renewed(response) | Shown::Sent(response) => Ok(response),
        Shown::Right => renew(vestibule, visitor, known, &model.return_to).await,
        Shown::Wrong(error) => {
            let model = StepUpModel { error: Some(error), ..model };
            Err(show::<StepUp>(vestibule, visitor, StatusCode::UNPROCESSABLE_ENTITY, model))
        }
        Shown::TooSoon(wait) => {
            let resent = Some(SentNotice::TooSoon { wait });
            let model = StepUpModel { code: String::new(), resent, ..model };
            Err(retry_after(wait, show::<StepUp>(vestibule, visitor, StatusCode::TOO_MANY_REQUESTS, model)))
        }
        Shown::Wait(wait) => {
            let model = StepUpModel { wait: Some(wait), ..model };
            Err(retry_after(wait, show::<StepUp>(vestibule, visitor, StatusCode::TOO_MANY_REQUESTS, model)))
        }
    }
}

/// The same limit as at the log-in: one secret, one count.
pub(crate) async fn check_password(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
    password: &PasswordInput,
) -> Result<Result<(), FieldError>, WaitOr> {
    if password.is_empty() {
        return Ok(Err(FieldError::Required));
    }
    let email = &account.email;
    let tries = [(Limit::LogInByClient, Key::Client(visitor.client)), (Limit::LogInByAddress, Key::Address(email))];
    if let Some(wait) = limits::take(vestibule, &tries).await.map_err(|error| failed(&error))? {
        return Err(WaitOr::Wait(wait));
    }
    let verdict = if password.is_too_long() {
        Verdict::Wrong
    } else {
        vestibule.0.hasher.verify(password, account.password_hash.as_deref()).await.map_err(Response::from)?
    };
    if verdict == Verdict::Wrong {
        return Ok(Err(FieldError::WrongPassword));
    }
    limits::forgive(vestibule, Limit::LogInByAddress, Key::Address(email)).await.map_err(|error| failed(&error))?;
    Ok(Ok(()))
}

/// Too many tries, or an answer already.
pub(crate) enum WaitOr {
    Wait(u64),
    Answer(Box<Response>),
}

impl From<Response> for WaitOr {
    fn from(response: Response) -> Self {
        Self::Answer(Box::new(response))
    }
}

async fn by_password(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
    fields: &Fields,
) -> Result<Shown, Response> {
    let password = PasswordInput::new(fields.text("password").to_owned());
    match check_password(vestibule, visitor, account, &password).await {
        Ok(Ok(())) => Ok(Shown::Right),
        Ok(Err(error)) => Ok(Shown::Wrong(error)),
        Err(WaitOr::Wait(wait)) => Ok(Shown::Wait(wait)),
        Err(WaitOr::Answer(response)) => Err(*response),
    }
}

async fn by_totp(
    vestibule: &Vestibule,
    visitor: &Visitor,
    known: &Known,
    fields: &Fields,
    to: &str,
) -> Result<Shown, Response> {
    let account = &known.account;
    let code = match TotpCode::from_typed(fields.text("code")) {
        Ok(code) => code,
        Err(error) => return Ok(Shown::Wrong(error)),
    };
    if let Some(wait) = second_factor::count(vestibule, visitor, account).await? {
        return Ok(Shown::Wait(wait));
    }
    let Some(step) = authenticator::matching_step(vestibule, account, &code).await? else {
        return Ok(Shown::Wrong(FieldError::WrongTotp));
    };
    let Some(replaces) = visitor.session else { return Err(see_other(routes::LOG_IN)) };
    let (new, cookie) = session::fresh(vestibule, visitor, session::second_factor(vestibule, known.session.proof));
    let pass = Pass { session: new, replaces, device: None };
    if !vestibule.0.store.pass_totp(&account.id, step, pass).await.map_err(|error| failed(&error))? {
        return Ok(Shown::Wrong(FieldError::WrongTotp));
    }
    second_factor::forgive(vestibule, account).await?;
    Ok(Shown::Renewed(with_cookie(go_to(to), cookie)))
}

/// The same code as at the log-in, with the same count and the same letter, and spent by either (M-07).
async fn by_backup_code(
    vestibule: &Vestibule,
    visitor: &Visitor,
    known: &Known,
    fields: &Fields,
    to: &str,
) -> Result<Shown, Response> {
    let account = &known.account;
    let code = match BackupCode::from_typed(fields.text("code")) {
        Ok(code) => code,
        Err(error) => return Ok(Shown::Wrong(error)),
    };
    if let Some(wait) = second_factor::count(vestibule, visitor, account).await? {
        return Ok(Shown::Wait(wait));
    }
    let Some(replaces) = visitor.session else { return Err(see_other(routes::LOG_IN)) };
    let (new, cookie) = session::fresh(vestibule, visitor, session::second_factor(vestibule, known.session.proof));
    let pass = Pass { session: new, replaces, device: None };
    if second_factor::spend_backup_code(vestibule, visitor, account, &code, pass).await?.is_none() {
        return Ok(Shown::Wrong(FieldError::WrongBackupCode));
    }
    Ok(Shown::Renewed(with_cookie(go_to(to), cookie)))
}

async fn by_email(
    vestibule: &Vestibule,
    visitor: &Visitor,
    known: &Known,
    fields: &Fields,
    waiting: Option<&Waiting>,
    to: &str,
) -> Result<Shown, Response> {
    let account = &known.account;
    let Some(waiting) = waiting else {
        if let Some(wait) = challenge::count_mail(vestibule, visitor, &account.email).await? {
            return Ok(Shown::Wait(wait));
        }
        let cookie = challenge::start(vestibule, visitor, PURPOSE, &account.email, Some(account)).await?;
        return Ok(Shown::Sent(with_cookie(see_other(&page_for(to, None)), cookie)));
    };
    // Two tabs that ask for the first mail at once get one, as two clicks do.
    if challenge::asks_again(fields) || fields.get("send").is_some() {
        return Ok(match challenge::again(vestibule, visitor, waiting).await? {
            SentNotice::TooSoon { wait } => Shown::TooSoon(wait),
            _ => Shown::Sent(see_other(&page_for(to, Some("sent")))),
        });
    }
    let code = match MailCode::from_typed(fields.text("code")) {
        Ok(code) => code,
        Err(error) => return Ok(Shown::Wrong(error)),
    };
    if let Some(wait) = challenge::count_code(vestibule, visitor, waiting).await? {
        return Ok(Shown::Wait(wait));
    }
    let (new, cookie) = session::fresh(vestibule, visitor, renewed(vestibule, known.session.proof));
    let Some(replaces) = visitor.session else { return Err(see_other(routes::LOG_IN)) };
    let effect = Effect::StepUp { session: Box::new(new), replaces };
    let proof = waiting.proof(vestibule, &code);
    let claimed = vestibule.0.store.claim_challenge(PURPOSE, proof, effect, vestibule.now()).await;
    Ok(match claimed.map_err(|error| failed(&error))? {
        Claimed::Done { .. } => {
            let response = with_cookie(go_to(to), cookie);
            Shown::Renewed(with_cookie(response, Cookie::Challenge.clear(&vestibule.0.base)))
        }
        Claimed::NoMatch | Claimed::Disabled | Claimed::AddressTaken => Shown::Wrong(FieldError::WrongCode),
    })
}

/// What was proven before, shown again now.
fn renewed(vestibule: &Vestibule, before: SessionProof) -> SessionProof {
    let now = vestibule.now();
    SessionProof { first_factor_at: now, fresh_at: now, ..before }
}

/// Another session in the place of this one (S-03).
async fn renew(vestibule: &Vestibule, visitor: &Visitor, known: &Known, to: &str) -> Result<Response, Response> {
    let (new, cookie) = session::fresh(vestibule, visitor, renewed(vestibule, known.session.proof));
    let Some(replaces) = visitor.session else { return Err(see_other(routes::LOG_IN)) };
    let renewed = vestibule.0.store.renew_session(&known.account.id, new, replaces).await;
    // Ended since the request began.
    if !renewed.map_err(|error| failed(&error))? {
        return Err(gate::to_log_in(to));
    }
    Ok(with_cookie(go_to(to), cookie))
}
