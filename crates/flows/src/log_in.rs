//! Log in: `/login`.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{
    destination::AfterLogIn, email::EmailAddress, field::FieldError, limits::Limit, login_state::LoginState,
    password::PasswordInput, routes,
};
use vestibule_http::form::Fields;
use vestibule_store::{Account, StoreError};
use vestibule_ui::screens::{LogIn, LogInModel, LogInNotice, LogInRefusal};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    limits::{self, Key},
    page::show,
    passwords::Verdict,
    session,
};

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    return_to: Option<String>,
    notice: Option<String>,
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    let after = AfterLogIn::from_return_to(arrival.return_to.as_deref());
    match &visitor.state {
        LoginState::LoginRequired => {}
        LoginState::LoggedIn => return see_other(after.path()),
        other => return see_other(other.path()),
    }
    let notice = match arrival.notice.as_deref() {
        Some("logged-out") => Some(LogInNotice::LoggedOut),
        Some("confirmed") => Some(LogInNotice::AlreadyConfirmed),
        _ => None,
    };
    show::<LogIn>(&vestibule, &visitor, StatusCode::OK, LogInModel { notice, ..model(String::new(), after) })
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let after = AfterLogIn::from_return_to(fields.get("return_to"));
    let typed = fields.text("email").to_owned();
    let refuse = |status, change: &dyn Fn(&mut LogInModel)| {
        let mut model = model(typed.clone(), after.clone());
        change(&mut model);
        show::<LogIn>(&vestibule, &visitor, status, model)
    };
    if visitor.state != LoginState::LoginRequired {
        // Another tab was faster: this one goes where it wanted to.
        return see_other(if visitor.state == LoginState::LoggedIn { after.path() } else { visitor.state.path() });
    }
    if !visitor.owns(&vestibule, &fields) {
        return refuse(StatusCode::FORBIDDEN, &|model| model.refusal = Some(LogInRefusal::StaleForm));
    }
    let password = PasswordInput::new(fields.text("password").to_owned());
    let email = match parse(&typed, &password) {
        Ok(email) => email,
        Err((email_error, password_error)) => {
            return refuse(StatusCode::UNPROCESSABLE_ENTITY, &|model| {
                (model.email_error, model.password_error) = (email_error, password_error);
            });
        }
    };
    match check(&vestibule, &visitor, &email, &password).await {
        Ok(Checked::Right(account)) => begin(&vestibule, &visitor, &account, &after).await,
        Ok(Checked::Wrong) => {
            refuse(StatusCode::UNPROCESSABLE_ENTITY, &|model| model.refusal = Some(LogInRefusal::DontMatch))
        }
        Ok(Checked::TooMany(wait)) => {
            let refusal = Some(LogInRefusal::TooManyTries { wait });
            retry_after(wait, refuse(StatusCode::TOO_MANY_REQUESTS, &|model| model.refusal = refusal))
        }
        Err(response) => response,
    }
}

fn model(email: String, after: AfterLogIn) -> LogInModel {
    let return_to = match after {
        AfterLogIn::Home => None,
        AfterLogIn::ReturnTo(path) => Some(path),
    };
    LogInModel { email, return_to, ..LogInModel::default() }
}

/// The address, if both fields were filled and it can be one.
fn parse(typed: &str, password: &PasswordInput) -> Result<EmailAddress, (Option<FieldError>, Option<FieldError>)> {
    let email = typed.parse::<EmailAddress>().map_err(FieldError::from);
    let password_error = password.is_empty().then_some(FieldError::Required);
    match (email, password_error) {
        (Ok(email), None) => Ok(email),
        (email, password_error) => Err((email.err(), password_error)),
    }
}

enum Checked {
    Right(Account),
    Wrong,
    TooMany(u64),
}

/// Before proof there is one answer and the same work for every address (E-01, E-02).
async fn check(
    vestibule: &Vestibule,
    visitor: &Visitor,
    email: &EmailAddress,
    password: &PasswordInput,
) -> Result<Checked, Response> {
    let tries = [(Limit::LogInByClient, Key::Client(visitor.client)), (Limit::LogInByAddress, Key::Address(email))];
    if let Some(wait) = limits::take(vestibule, &tries).await.map_err(|error| failed(&error))? {
        return Ok(Checked::TooMany(wait));
    }
    if password.is_too_long() {
        return Ok(Checked::Wrong);
    }
    let account = vestibule.0.store.account_by_email(email).await.map_err(|error| failed(&error))?;
    let stored = account.as_ref().and_then(|account| account.password_hash.as_deref());
    let verdict = vestibule.0.hasher.verify(password, stored).await.map_err(Response::from)?;
    let Some(account) = account.filter(|_| verdict != Verdict::Wrong) else { return Ok(Checked::Wrong) };
    limits::forgive(vestibule, Limit::LogInByAddress, Key::Address(email)).await.map_err(|error| failed(&error))?;
    if verdict == Verdict::RightButDated {
        rehash(vestibule, &account, password).await?;
    }
    Ok(Checked::Right(account))
}

/// Hashes a known password again, with today's parameters (P-08).
async fn rehash(vestibule: &Vestibule, account: &Account, password: &PasswordInput) -> Result<(), Response> {
    let Some(old) = account.password_hash.as_deref() else { return Ok(()) };
    let new = vestibule.0.hasher.hash(password, vestibule.0.chance.as_ref()).await.map_err(Response::from)?;
    vestibule.0.store.rehash(&account.id, old, &new).await.map(|_| ()).map_err(|error| failed(&error))
}

async fn begin(vestibule: &Vestibule, visitor: &Visitor, account: &Account, after: &AfterLogIn) -> Response {
    let (new, cookie) = session::fresh(vestibule);
    let begun: Result<(), StoreError> = vestibule.0.store.begin_session(&account.id, new, visitor.session).await;
    match begun {
        Ok(()) => {
            tracing::info!(account = account.id.0, "logged in");
            with_cookie(see_other(after.path()), cookie)
        }
        Err(error) => failed(&error),
    }
}

/// Where a proven mailbox leads when its account has begun before.
pub(crate) fn after_confirmation() -> Response {
    see_other(&format!("{}?notice=confirmed", routes::LOG_IN))
}
