//! The new password after a forgotten one: `/reset-password`. GET shows what it would do, POST does it (L-08). It logs
//! everybody out but whoever reads the mail, and a second factor is still asked for (L-11, M-08).

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{challenge::Purpose, password::PasswordInput, routes};
use vestibule_http::{cookies::Cookie, form::Fields};
use vestibule_store::{Challenge, Claimed, Digest, Effect, MailProof};
use vestibule_ui::screens::{LastMethod, ResetPassword, ResetPasswordModel};

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other, with_cookie},
    challenge, ended_link, log_in,
    mail::{self, Notice},
    new_password::Refusal,
    page::show,
    session::{self, Begun},
};

const PURPOSE: Purpose = Purpose::ResetPassword;

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    token: Option<String>,
}

/// A link that works.
struct Link {
    token: String,
    digest: Digest,
    challenge: Challenge,
}

impl Link {
    fn model(&self, vestibule: &Vestibule) -> ResetPasswordModel {
        ResetPasswordModel {
            email: self.challenge.email.to_string(),
            token: self.token.clone(),
            min_length: vestibule.0.passwords.min_length(),
            password_error: None,
            stale_form: false,
        }
    }
}

pub(crate) async fn page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    if let Some(token) = arrival.token {
        let left = challenge::leave_address(&vestibule, routes::RESET_PASSWORD, &token);
        return left.unwrap_or_else(|| ended_link::unknown(&vestibule, &visitor, PURPOSE));
    }
    let Some(token) = visitor.link.clone() else { return see_other(routes::FORGOT_PASSWORD) };
    match find(&vestibule, &visitor, token).await {
        Ok(link) => show::<ResetPassword>(&vestibule, &visitor, StatusCode::OK, link.model(&vestibule)),
        Err(response) => response,
    }
}

async fn find(vestibule: &Vestibule, visitor: &Visitor, token: String) -> Result<Link, Response> {
    match challenge::by_link(vestibule, &token, PURPOSE).await? {
        Some((digest, challenge)) => Ok(Link { token, digest, challenge }),
        None => Err(ended_link::page(vestibule, visitor, PURPOSE, &token).await),
    }
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    if challenge::asks_again(&fields) {
        let sent = ended_link::send(&vestibule, &visitor, &fields, PURPOSE, routes::FORGOT_PASSWORD_SENT).await;
        return sent.unwrap_or_else(|response| response);
    }
    let link = match find(&vestibule, &visitor, fields.text("token").to_owned()).await {
        Ok(link) => link,
        Err(response) => return response,
    };
    if !visitor.owns(&vestibule, &fields) {
        let model = ResetPasswordModel { stale_form: true, ..link.model(&vestibule) };
        return show::<ResetPassword>(&vestibule, &visitor, StatusCode::FORBIDDEN, model);
    }
    let password = PasswordInput::new(fields.text("password").to_owned());
    match set(&vestibule, &visitor, &link, &password).await {
        Ok(response) => response,
        Err(Refusal::Field(error)) => {
            let model = ResetPasswordModel { password_error: Some(error), ..link.model(&vestibule) };
            show::<ResetPassword>(&vestibule, &visitor, StatusCode::UNPROCESSABLE_ENTITY, model)
        }
        Err(Refusal::Answer(response)) => *response,
    }
}

async fn set(
    vestibule: &Vestibule,
    visitor: &Visitor,
    link: &Link,
    password: &PasswordInput,
) -> Result<Response, Refusal> {
    let email = &link.challenge.email;
    vestibule.0.passwords.accept(password, Some(email), &vestibule.0.product).map_err(Refusal::Field)?;
    let hash = vestibule.0.hasher.hash(password, vestibule.0.chance.as_ref()).await.map_err(Response::from)?;
    let (new, cookie) = session::fresh(vestibule, visitor, session::first_factor(vestibule));
    let digest = new.digest;
    let notice = mail::notice(vestibule, &visitor.place, email, Notice::PasswordChanged);
    let effect = Effect::ResetPassword { hash, session: Box::new(new), notice };
    let claimed =
        vestibule.0.store.claim_challenge(PURPOSE, MailProof::Link(link.digest), effect, vestibule.now()).await;
    let response = match claimed.map_err(|error| failed(&error))? {
        Claimed::Done { account, .. } => {
            vestibule.0.letters.notify_one();
            // The letter about the password says all that one about a new device would.
            let begun =
                Begun { account: &account, digest, cookie, method: LastMethod::Password, after: &visitor.after };
            session::begun_quietly(vestibule, visitor, begun).await
        }
        Claimed::Disabled => log_in::disabled(vestibule, visitor),
        Claimed::NoMatch | Claimed::AddressTaken => ended_link::page(vestibule, visitor, PURPOSE, &link.token).await,
    };
    let base = &vestibule.0.base;
    Ok(with_cookie(with_cookie(response, Cookie::Link.clear(base)), Cookie::Challenge.clear(base)))
}
