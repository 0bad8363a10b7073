//! A factor once more, before something sensitive: `/step-up` (ASVS 7.5.3, S-10). It asks for the strongest factor that the
//! account has, and goes on to where the person wanted to go.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{
    challenge::Purpose,
    destination::{AfterLogIn, LocalPath},
    field::FieldError,
    limits::Limit,
    mail_code::MailCode,
    password::PasswordInput,
    routes,
    totp::TotpCode,
};
use vestibule_http::{cookies::Cookie, form::Fields};
use vestibule_store::{Account, Claimed, Effect, Pass, SessionProof};
use vestibule_ui::screens::{StepUp, StepUpFactor, StepUpModel};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    authenticator, challenge, gate,
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
}

fn factor_of(account: &Account) -> StepUpFactor {
    if !account.second_factors.is_empty() {
        StepUpFactor::Totp
    } else if account.password_hash.is_some() {
        StepUpFactor::Password
    } else {
        StepUpFactor::Email
    }
}

/// Where it leads: a page of our account, never anywhere else.
fn destination(raw: Option<&str>) -> String {
    let path = raw.and_then(|raw| raw.parse::<LocalPath>().ok());
    path.map_or_else(|| routes::ACCOUNT.to_owned(), String::from)
}

fn model(account: &Account, return_to: Option<&str>) -> StepUpModel {
    StepUpModel {
        email: account.email.to_string(),
        factor: factor_of(account),
        error: None,
        code: String::new(),
        wait: None,
        stale_form: false,
        return_to: destination(return_to),
        sent: true,
    }
}

/// Whether a mail with a code is on its way to this account, from this browser.
async fn is_sent(vestibule: &Vestibule, visitor: &Visitor, account: &Account) -> Result<bool, Response> {
    let waiting = challenge::find(vestibule, visitor, PURPOSE).await?;
    Ok(waiting.is_some_and(|waiting| waiting.challenge.account.as_ref() == Some(&account.id)))
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    draw(&vestibule, &visitor, arrival.return_to.as_deref()).await.unwrap_or_else(|response| response)
}

async fn draw(vestibule: &Vestibule, visitor: &Visitor, return_to: Option<&str>) -> Result<Response, Response> {
    let account = &gate::may_step_up(visitor, routes::ACCOUNT)?.account;
    let sent = is_sent(vestibule, visitor, account).await?;
    Ok(show::<StepUp>(vestibule, visitor, StatusCode::OK, StepUpModel { sent, ..model(account, return_to) }))
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
    /// A mail with a code is on its way.
    Sent(Response),
}

async fn check(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let known = gate::may_step_up(visitor, routes::ACCOUNT)?;
    let model = StepUpModel { code: fields.text("code").to_owned(), ..model(&known.account, fields.get("return_to")) };
    if !visitor.owns(vestibule, fields) {
        let model = StepUpModel { stale_form: true, ..model };
        return Err(show::<StepUp>(vestibule, visitor, StatusCode::FORBIDDEN, model));
    }
    let shown = match model.factor {
        StepUpFactor::Password => by_password(vestibule, visitor, &known.account, fields).await?,
        StepUpFactor::Totp => by_totp(vestibule, visitor, known, fields, &model.return_to).await?,
        StepUpFactor::Email => by_email(vestibule, visitor, known, fields, &model.return_to).await?,
    };
    match shown {
        Shown::Renewed(response) | Shown::Sent(response) => Ok(response),
        Shown::Right => renew(vestibule, visitor, known, &model.return_to).await,
        Shown::Wrong(error) => {
            let model = StepUpModel { error: Some(error), ..model };
            Err(show::<StepUp>(vestibule, visitor, StatusCode::UNPROCESSABLE_ENTITY, model))
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
    Ok(Shown::Renewed(with_cookie(see_other(to), cookie)))
}

async fn by_email(
    vestibule: &Vestibule,
    visitor: &Visitor,
    known: &Known,
    fields: &Fields,
    to: &str,
) -> Result<Shown, Response> {
    let account = &known.account;
    let waiting = challenge::find(vestibule, visitor, PURPOSE).await?;
    let waiting = waiting.filter(|waiting| waiting.challenge.account.as_ref() == Some(&account.id));
    let (Some(waiting), false) = (&waiting, fields.get("send").is_some()) else {
        if let Some(wait) = challenge::count_mail(vestibule, visitor, &account.email).await? {
            return Ok(Shown::Wait(wait));
        }
        let cookie = challenge::start(vestibule, visitor, PURPOSE, &account.email, Some(account)).await?;
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("return_to", to).finish();
        return Ok(Shown::Sent(with_cookie(see_other(&format!("{}?{query}", routes::STEP_UP)), cookie)));
    };
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
            let response = with_cookie(see_other(to), cookie);
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
    let after = AfterLogIn::from_return_to(Some(to));
    Ok(with_cookie(see_other(after.path()), cookie))
}
