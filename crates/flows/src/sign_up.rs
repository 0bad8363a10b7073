//! Sign up: `/signup`. Starts a sign-up that waits for its mailbox; no account begins here (E-03).

use axum::{extract::State, http::StatusCode, response::Response};
use vestibule_core::{
    email::EmailAddress, email_hint, field::FieldError, limits::Limit, login_state::LoginState,
    password::PasswordInput, routes, sign_up::SignUpPending,
};
use vestibule_http::{chance, cookies::Cookie, form::Fields, secret::digest_of_token};
use vestibule_store::{NewSignUp, SignUpPassword};
use vestibule_ui::screens::{SignUp, SignUpModel, SignUpRefusal};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    invitation,
    limits::{self, Key},
    mail,
    page::show,
};

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    if visitor.state != LoginState::LoginRequired {
        return see_other(visitor.state.path());
    }
    match arrival(&vestibule, &visitor).await {
        Ok((email, mail_ended)) => {
            let refusal = mail_ended.then_some(SignUpRefusal::MailEnded);
            let model = SignUpModel { email, refusal, ..SignUpModel::new(vestibule.0.passwords.min_length()) };
            let page = show::<SignUp>(&vestibule, &visitor, StatusCode::OK, model);
            // It is said once.
            if mail_ended { with_cookie(page, Cookie::SignUp.clear(&vestibule.0.base)) } else { page }
        }
        Err(response) => response,
    }
}

/// The address of a sign-up that waits in this browser, for whoever comes back to mend it; else that of the invitation
/// that was opened here, since it is good for no other. And whether a sign-up waited here that is no more.
async fn arrival(vestibule: &Vestibule, visitor: &Visitor) -> Result<(String, bool), Response> {
    let mut mail_ended = false;
    if let Some(digest) = visitor.sign_up {
        match vestibule.0.store.sign_up(digest, vestibule.now()).await.map_err(|error| failed(&error))? {
            Some(sign_up) if !sign_up.confirmed => return Ok((sign_up.email.to_string(), false)),
            Some(_) => {}
            None => mail_ended = true,
        }
    }
    let invited = invitation::opened(vestibule, visitor).await?.filter(|found| !found.accepted);
    Ok((invited.map(|found| found.email.to_string()).unwrap_or_default(), mail_ended))
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    if visitor.state != LoginState::LoginRequired {
        return see_other(visitor.state.path());
    }
    let typed = fields.text("email");
    let suggestion = email_hint::suggest(typed);
    let model =
        SignUpModel { email: typed.to_owned(), suggestion, ..SignUpModel::new(vestibule.0.passwords.min_length()) };
    if !visitor.owns(&vestibule, &fields) {
        return show::<SignUp>(
            &vestibule,
            &visitor,
            StatusCode::FORBIDDEN,
            SignUpModel { refusal: Some(SignUpRefusal::StaleForm), ..model },
        );
    }
    let password = PasswordInput::new(fields.text("password").to_owned());
    let email = match parse(&vestibule, typed, &password) {
        Ok(email) => email,
        Err((email_error, password_error)) => {
            return show::<SignUp>(
                &vestibule,
                &visitor,
                StatusCode::UNPROCESSABLE_ENTITY,
                SignUpModel { email_error, password_error, ..model },
            );
        }
    };
    let tries = [
        (Limit::SignUpByClient, Key::Client(visitor.client)),
        (Limit::MailByClient, Key::Client(visitor.client)),
        (Limit::MailByAddress, Key::Address(&email)),
    ];
    match limits::take(&vestibule, &tries).await {
        Ok(None) => start(&vestibule, &visitor, email, &password).await.unwrap_or_else(|response| response),
        Ok(Some(wait)) => {
            let refusal = Some(SignUpRefusal::TooMany { wait });
            let model = SignUpModel { refusal, ..model };
            retry_after(wait, show::<SignUp>(&vestibule, &visitor, StatusCode::TOO_MANY_REQUESTS, model))
        }
        Err(error) => failed(&error),
    }
}

fn parse(
    vestibule: &Vestibule,
    typed: &str,
    password: &PasswordInput,
) -> Result<EmailAddress, (Option<FieldError>, Option<FieldError>)> {
    let email = typed.parse::<EmailAddress>().map_err(FieldError::from);
    let accepted = vestibule.0.passwords.accept(password, email.as_ref().ok(), &vestibule.0.product);
    match (email, accepted) {
        (Ok(email), Ok(())) => Ok(email),
        (email, accepted) => Err((email.err(), accepted.err())),
    }
}

/// The same work, the same cookie and the same next page, whether the address is free or taken; only the mail differs,
/// and only its reader sees it.
async fn start(
    vestibule: &Vestibule,
    visitor: &Visitor,
    email: EmailAddress,
    password: &PasswordInput,
) -> Result<Response, Response> {
    let hash = vestibule.0.hasher.hash(password, vestibule.0.chance.as_ref()).await.map_err(Response::from)?;
    let store = &vestibule.0.store;
    let taken = store.account_by_email(&email).await.map_err(|error| failed(&error))?.is_some();
    let password = if taken { SignUpPassword::AddressTaken } else { SignUpPassword::Chosen(hash) };
    let token = chance::token(vestibule.0.chance.as_ref());
    let digest = digest_of_token(&token);
    let pending = SignUpPending::start(email.clone(), vestibule.now());
    let sign_up = NewSignUp {
        digest,
        email,
        send: mail::sign_up(vestibule, digest, &pending, &password),
        password,
        now: vestibule.now(),
        expires_at: pending.expires_at(),
    };
    store.start_sign_up(sign_up, visitor.sign_up).await.map_err(|error| failed(&error))?;
    vestibule.0.letters.notify_one();
    Ok(with_cookie(see_other(routes::SIGN_UP_SENT), Cookie::SignUp.set(&token, &vestibule.0.base)))
}
