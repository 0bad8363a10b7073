//! Log in: `/login`.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{
    challenge::Purpose, destination::AfterLogIn, email::EmailAddress, field::FieldError, limits::Limit,
    login_state::LoginState, password::PasswordInput, routes,
};
use vestibule_http::{cookies::Cookie, form::Fields};
use vestibule_store::{Account, SessionEnd};
use vestibule_ui::screens::{LastMethod, LogIn, LogInModel, LogInNotice, LogInRefusal};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    challenge,
    limits::{self, Key},
    onward,
    page::show,
    passwords::Verdict,
    session::{self, Begun},
};

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    return_to: Option<String>,
    notice: Option<String>,
    /// `true` in links for people who have no account yet.
    signup: Option<String>,
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    let after = arrival.return_to.as_deref().map_or_else(|| visitor.after.clone(), |raw| vestibule.after(Some(raw)));
    match &visitor.state {
        LoginState::LoginRequired => {}
        LoginState::LoggedIn => return onward::log_in(&vestibule, visitor.known.as_ref(), &after).await,
        other => return with_cookie(see_other(other.path()), session::remember_after(&vestibule, &after)),
    }
    if arrival.signup.as_deref() == Some("true") {
        let sign_up = see_other(routes::SIGN_UP);
        // Nothing of the address goes along but where it leads to, and that out of sight.
        let kept = arrival.return_to.map(|_| session::remember_after(&vestibule, &after));
        return kept.into_iter().fold(sign_up, with_cookie);
    }
    let notice = match arrival.notice.as_deref() {
        Some("logged-out") => Some(LogInNotice::LoggedOut),
        Some("confirmed") => Some(LogInNotice::AlreadyConfirmed),
        Some("password-gone") => Some(LogInNotice::PasswordGone),
        Some("invitation") => Some(LogInNotice::AccountNeeded),
        Some("address-back") => Some(LogInNotice::EmailChangeUndone),
        _ => match ended(&vestibule, &visitor, &after).await {
            Ok(notice) => notice,
            Err(response) => return response,
        },
    };
    // Whoever showed a first factor here a moment ago needn't type the address again: their own session names it.
    let email = match notice {
        Some(LogInNotice::SecondFactorTimedOut) => visitor.email(),
        _ => String::new(),
    };
    let model = LogInModel { notice, ..model(&visitor, email, after.clone()) };
    let mut page = show::<LogIn>(&vestibule, &visitor, StatusCode::OK, model);
    if arrival.return_to.is_some() {
        // Whoever signs up instead, or has forgotten the password, gets there, too.
        page = with_cookie(page, session::remember_after(&vestibule, &after));
    }
    // What has ended is said once.
    if visitor.session.is_some() { with_cookie(page, Cookie::Session.clear(&vestibule.0.base)) } else { page }
}

/// Why a browser that was logged in isn't any more, and that it will get back to where it was.
async fn ended(vestibule: &Vestibule, visitor: &Visitor, after: &AfterLogIn) -> Result<Option<LogInNotice>, Response> {
    let back_to = *after != AfterLogIn::Home;
    let Some(session) = visitor.session else { return Ok(back_to.then_some(LogInNotice::ToGoBack)) };
    if visitor.known.is_some() {
        // The session lives, and still a log-in is asked for: the second factor took too long.
        return Ok(Some(LogInNotice::SecondFactorTimedOut));
    }
    let idle = vestibule.0.session.idle;
    let end = vestibule.0.store.session_end(session, vestibule.now(), idle).await.map_err(|error| failed(&error))?;
    let minutes = u64::try_from(idle.whole_minutes()).unwrap_or(0);
    Ok(Some(match end {
        Some(SessionEnd::Unused) => LogInNotice::SessionEnded { idle_minutes: Some(minutes), back_to },
        Some(SessionEnd::Over) => LogInNotice::SessionEnded { idle_minutes: None, back_to },
        None => LogInNotice::Ended,
    }))
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let after = vestibule.after(fields.get("return_to"));
    let typed = fields.text("email").to_owned();
    let refuse = |status, change: &dyn Fn(&mut LogInModel)| {
        let mut model = model(&visitor, typed.clone(), after.clone());
        change(&mut model);
        show::<LogIn>(&vestibule, &visitor, status, model)
    };
    if visitor.state != LoginState::LoginRequired {
        // Another tab was faster: this one goes where it wanted to.
        return match &visitor.state {
            LoginState::LoggedIn => onward::log_in(&vestibule, visitor.known.as_ref(), &after).await,
            other => see_other(other.path()),
        };
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
        Ok(Checked::Right(account)) if account.disabled_at.is_some() => disabled(&vestibule, &visitor),
        Ok(Checked::Right(account)) => {
            begin(&vestibule, &visitor, &account, &after).await.unwrap_or_else(|response| response)
        }
        Ok(Checked::Wrong) => refuse(StatusCode::UNPROCESSABLE_ENTITY, &|model| {
            model.refusal = Some(LogInRefusal::DontMatch);
            // The form says that it was refused before: nothing is counted down before proof.
            model.offer_email = fields.get("again").is_some();
        }),
        Ok(Checked::TooMany(wait)) => {
            let refuse_it = |model: &mut LogInModel| model.refusal = Some(LogInRefusal::TooManyTries { wait });
            retry_after(wait, refuse(StatusCode::TOO_MANY_REQUESTS, &refuse_it))
        }
        Err(response) => response,
    }
}

fn model(visitor: &Visitor, email: String, after: AfterLogIn) -> LogInModel {
    LogInModel { email, return_to: after.into_path(), last: visitor.last.log_in(), ..LogInModel::default() }
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

async fn begin(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
    after: &AfterLogIn,
) -> Result<Response, Response> {
    let proof = session::proof_at(vestibule, visitor, account).await?;
    let (new, cookie) = session::fresh(vestibule, visitor, proof);
    let digest = new.digest;
    let begun = vestibule.0.store.begin_session(&account.id, new, visitor.session).await;
    // Turned off since its password was read.
    if !begun.map_err(|error| failed(&error))? {
        return Err(disabled(vestibule, visitor));
    }
    let begun = Begun { account, digest, cookie, method: LastMethod::Password, after };
    let response = session::begun(vestibule, visitor, begun).await;
    if account.mailbox.is_proven() {
        return Ok(response);
    }
    // The next page will ask for a code: it is on its way, unless too many were.
    if challenge::count_mail(vestibule, visitor, &account.email).await?.is_some() {
        return Ok(response);
    }
    let (purpose, email) = (Purpose::ConfirmEmail, &account.email);
    Ok(with_cookie(response, challenge::start(vestibule, visitor, purpose, email, Some(account)).await?))
}

/// An account that was turned off: said after proof and not before (E-01).
pub(crate) fn disabled(vestibule: &Vestibule, visitor: &Visitor) -> Response {
    let refusal = Some(LogInRefusal::Disabled { contact: vestibule.0.contact.clone() });
    let model = LogInModel { refusal, ..LogInModel::default() };
    show::<LogIn>(vestibule, visitor, StatusCode::FORBIDDEN, model)
}

/// Where a proven mailbox leads when its account has begun before.
pub(crate) fn after_confirmation() -> Response {
    see_other(&format!("{}?notice=confirmed", routes::LOG_IN))
}

/// Where a proven mailbox leads when its reader took the account over, and has no password to log in with (L-10).
pub(crate) fn after_take_over() -> Response {
    see_other(&format!("{}?notice=password-gone", routes::LOG_IN))
}
