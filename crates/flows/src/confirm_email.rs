//! The mailed link: `/confirm-email`. GET shows what it would do, POST does it (L-08).

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{field::FieldError, limits::Limit, login_state::LoginState, password::PasswordInput, routes};
use vestibule_http::{
    chance,
    cookies::{Cookie, is_token},
    form::Fields,
    secret::digest_of_token,
};
use vestibule_store::{AccountId, Confirmation, Digest, SignUp, SignUpPassword};
use vestibule_ui::screens::{ConfirmEmail, ConfirmEmailModel};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    challenge, confirm_again, email_not_confirmed,
    limits::{self, Key},
    page::show,
    passwords::Verdict,
    session, sign_up_sent,
};

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    token: Option<String>,
    notice: Option<String>,
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    if let Some(token) = arrival.token {
        return leave_address(&vestibule, &visitor, &token);
    }
    let sent = arrival.notice.as_deref() == Some("sent");
    let waits = matches!(visitor.state, LoginState::EmailNotConfirmedYet { .. });
    let Some(token) = visitor.link.clone() else {
        return if waits {
            email_not_confirmed::page(&vestibule, &visitor, sent).await
        } else {
            see_other(visitor.state.path())
        };
    };
    match email_not_confirmed::link_page(&vestibule, &visitor, &token).await {
        Ok(Some(page)) => return page,
        Ok(None) if waits => return email_not_confirmed::page_after_link(&vestibule, &visitor, &token, sent).await,
        Ok(None) => {}
        Err(response) => return response,
    }
    match find(&vestibule, &visitor, token, sent).await {
        Ok(link) => show::<ConfirmEmail>(&vestibule, &visitor, StatusCode::OK, link.model(None, None, false)),
        Err(response) => response,
    }
}

/// Moves the token from the address into a cookie, so that it stays in no history, no bookmark and no screenshot (L-12).
fn leave_address(vestibule: &Vestibule, visitor: &Visitor, token: &str) -> Response {
    if is_token(token) {
        with_cookie(see_other(routes::CONFIRM_EMAIL), Cookie::Link.set(token, &vestibule.0.base))
    } else {
        confirm_again::unknown(vestibule, visitor)
    }
}

/// A link that works, and the sign-up it belongs to.
struct Link {
    token: String,
    digest: Digest,
    sign_up: SignUp,
    same_browser: bool,
}

impl Link {
    fn model(&self, password_error: Option<FieldError>, wait: Option<u64>, stale_form: bool) -> ConfirmEmailModel {
        let (email, token) = (self.sign_up.email.to_string(), self.token.clone());
        if self.same_browser {
            ConfirmEmailModel::SameBrowser { email, token, stale_form }
        } else {
            ConfirmEmailModel::OtherBrowser { email, token, password_error, wait, stale_form }
        }
    }
}

/// The sign-up of a link, or the page that says what became of it.
async fn find(vestibule: &Vestibule, visitor: &Visitor, token: String, was_sent: bool) -> Result<Link, Response> {
    let digest = digest_of_token(&token);
    let found = vestibule.0.store.sign_up_by_link(digest, vestibule.now()).await.map_err(|error| failed(&error))?;
    match found {
        Some((sign_up_digest, sign_up)) => {
            Ok(Link { token, digest, sign_up, same_browser: visitor.sign_up == Some(sign_up_digest) })
        }
        None => Err(confirm_again::page(vestibule, visitor, &token, was_sent).await),
    }
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let Some(token) = fields.get("token") else {
        return match visitor.state {
            LoginState::EmailNotConfirmedYet { .. } => email_not_confirmed::submit(&vestibule, &visitor, &fields).await,
            _ => see_other(visitor.state.path()),
        };
    };
    if challenge::asks_again(&fields) {
        let sent = confirm_again::send(&vestibule, &visitor, token, &fields).await;
        return sent.unwrap_or_else(|response| response);
    }
    if let Ok(Some(response)) | Err(response) =
        email_not_confirmed::link_submit(&vestibule, &visitor, token, &fields).await
    {
        return response;
    }
    let link = match find(&vestibule, &visitor, token.to_owned(), false).await {
        Ok(link) => link,
        Err(response) => return response,
    };
    if !visitor.owns(&vestibule, &fields) {
        return show::<ConfirmEmail>(&vestibule, &visitor, StatusCode::FORBIDDEN, link.model(None, None, true));
    }
    if !link.same_browser {
        let password = PasswordInput::new(fields.text("password").to_owned());
        match check(&vestibule, &visitor, &link, &password).await {
            Ok(None) => {}
            Ok(Some(refusal)) => return refusal,
            Err(response) => return response,
        }
    }
    claim(&vestibule, &visitor, &link).await
}

/// Another browser must know the password that was chosen (L-10). `Some` page when it doesn't.
async fn check(
    vestibule: &Vestibule,
    visitor: &Visitor,
    link: &Link,
    password: &PasswordInput,
) -> Result<Option<Response>, Response> {
    let refuse = |status, error, wait| show::<ConfirmEmail>(vestibule, visitor, status, link.model(error, wait, false));
    if password.is_empty() {
        return Ok(Some(refuse(StatusCode::UNPROCESSABLE_ENTITY, Some(FieldError::Required), None)));
    }
    let email = &link.sign_up.email;
    let tries = [(Limit::LogInByClient, Key::Client(visitor.client)), (Limit::LogInByAddress, Key::Address(email))];
    if let Some(wait) = limits::take(vestibule, &tries).await.map_err(|error| failed(&error))? {
        return Ok(Some(retry_after(wait, refuse(StatusCode::TOO_MANY_REQUESTS, None, Some(wait)))));
    }
    let chosen = match &link.sign_up.password {
        SignUpPassword::Chosen(hash) if !password.is_too_long() => Some(hash.as_str()),
        _ => None,
    };
    let verdict = match chosen {
        Some(hash) => vestibule.0.hasher.verify(password, Some(hash)).await.map_err(Response::from)?,
        None => Verdict::Wrong,
    };
    if verdict == Verdict::Wrong {
        return Ok(Some(refuse(StatusCode::UNPROCESSABLE_ENTITY, Some(FieldError::WrongPassword), None)));
    }
    limits::forgive(vestibule, Limit::LogInByAddress, Key::Address(email)).await.map_err(|error| failed(&error))?;
    Ok(None)
}

async fn claim(vestibule: &Vestibule, visitor: &Visitor, link: &Link) -> Response {
    let (new, cookie) = session::fresh(vestibule, visitor, session::first_factor(vestibule));
    let digest = new.digest;
    let account = AccountId(chance::name(vestibule.0.chance.as_ref()));
    let store = &vestibule.0.store;
    let confirmation = match store.confirm_by_link(link.digest, account, new).await {
        Ok(Confirmation::NoMatch) => {
            return confirm_again::page(vestibule, visitor, &link.token, false).await;
        }
        Ok(confirmation) => confirmation,
        Err(error) => return failed(&error),
    };
    // Whoever was logged in here before is not any more: the cookie is about to be another one (S-03).
    if let Some(before) = visitor.session
        && let Err(error) = store.end_session(before).await
    {
        return failed(&error);
    }
    let response = sign_up_sent::confirmed(vestibule, visitor, &confirmation, digest, cookie).await;
    with_cookie(response, Cookie::Link.clear(&vestibule.0.base))
}
