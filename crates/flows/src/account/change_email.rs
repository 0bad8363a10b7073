//! Another address: `/account/email` asks for it, the link in the mail to it makes it so, and the link in the mail to the
//! old one takes it back (L-13). Until the new one is proven, the old one stays.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use vestibule_core::{challenge::Purpose, email::EmailAddress, field::FieldError, routes};
use vestibule_http::{chance, cookies::Cookie, form::Fields, secret::digest_of_token};
use vestibule_store::{Account, Challenge, Claimed, Digest, Effect, MailProof, NewChallenge};
use vestibule_ui::screens::{
    ChangeEmail, ChangeEmailModel, ChangeEmailPlace, EmailLink, EmailLinkModel, EmailLinkState,
};

use crate::{
    Vestibule, Visitor,
    answer::{failed, retry_after, see_other, with_cookie},
    challenge, ended_link, gate, mail,
    page::show,
};

/// What the address of the page may say.
#[derive(Deserialize)]
pub(crate) struct Arrival {
    token: Option<String>,
}

pub(crate) fn model(visitor: &Visitor, place: ChangeEmailPlace) -> ChangeEmailModel {
    ChangeEmailModel {
        current: visitor.email(),
        email: String::new(),
        email_error: None,
        place,
        wait: None,
        stale_form: false,
        sent_to: None,
    }
}

pub(crate) async fn page(State(vestibule): State<Vestibule>, visitor: Visitor) -> Response {
    match gate::fresh(&vestibule, &visitor, routes::ACCOUNT_EMAIL) {
        Ok(_) => show::<ChangeEmail>(&vestibule, &visitor, StatusCode::OK, model(&visitor, ChangeEmailPlace::Account)),
        Err(response) => response,
    }
}

pub(crate) async fn submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    let known = match gate::fresh(&vestibule, &visitor, routes::ACCOUNT_EMAIL) {
        Ok(known) => known,
        Err(response) => return response,
    };
    let place = ChangeEmailPlace::Account;
    ask(&vestibule, &visitor, &known.account, &fields, place).await.unwrap_or_else(|response| response)
}

/// Mails a link to the new address. An address that another account has gets none, and the answer is the same (E-03).
pub(crate) async fn ask(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
    fields: &Fields,
    place: ChangeEmailPlace,
) -> Result<Response, Response> {
    let typed = fields.text("email");
    let model = ChangeEmailModel { email: typed.to_owned(), ..model(visitor, place) };
    let refuse = |status, model| show::<ChangeEmail>(vestibule, visitor, status, model);
    if !visitor.owns(vestibule, fields) {
        return Err(refuse(StatusCode::FORBIDDEN, ChangeEmailModel { stale_form: true, ..model }));
    }
    let parsed = typed.parse::<EmailAddress>().map_err(FieldError::from);
    let email = match parsed {
        Ok(email) if email.as_str() == account.email.as_str() => Err(FieldError::SameEmail),
        other => other,
    };
    let email = match email {
        Ok(email) => email,
        Err(error) => {
            let model = ChangeEmailModel { email_error: Some(error), ..model };
            return Err(refuse(StatusCode::UNPROCESSABLE_ENTITY, model));
        }
    };
    if let Some(wait) = challenge::count_mail(vestibule, visitor, &email).await? {
        let page = refuse(StatusCode::TOO_MANY_REQUESTS, ChangeEmailModel { wait: Some(wait), ..model });
        return Err(retry_after(wait, page));
    }
    let owner = vestibule.0.store.account_by_email(&email).await.map_err(|error| failed(&error))?;
    let is_free = owner.is_none_or(|owner| owner.id == account.id);
    let purpose = Purpose::ChangeEmail;
    let cookie = challenge::start(vestibule, visitor, purpose, &email, is_free.then_some(account)).await?;
    let model = ChangeEmailModel { sent_to: Some(email.to_string()), email: String::new(), ..model };
    Ok(with_cookie(refuse(StatusCode::OK, model), cookie))
}

pub(crate) async fn link_page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    opened(&vestibule, &visitor, arrival, Purpose::ChangeEmail, routes::ACCOUNT_EMAIL_LINK).await
}

pub(crate) async fn undo_page(
    State(vestibule): State<Vestibule>,
    visitor: Visitor,
    Query(arrival): Query<Arrival>,
) -> Response {
    opened(&vestibule, &visitor, arrival, Purpose::UndoEmailChange, routes::ACCOUNT_EMAIL_UNDO).await
}

async fn opened(
    vestibule: &Vestibule,
    visitor: &Visitor,
    arrival: Arrival,
    purpose: Purpose,
    path: &'static str,
) -> Response {
    if let Some(token) = arrival.token {
        return challenge::leave_address(vestibule, path, &token)
            .unwrap_or_else(|| ended_link::unknown(vestibule, visitor, purpose));
    }
    let Some(token) = visitor.link.clone() else { return see_other(visitor.state.path()) };
    match find(vestibule, visitor, &token, purpose).await {
        Ok((_, found)) => ready(vestibule, visitor, StatusCode::OK, purpose, &found, token, false),
        Err(response) => response,
    }
}

async fn find(
    vestibule: &Vestibule,
    visitor: &Visitor,
    token: &str,
    purpose: Purpose,
) -> Result<(Digest, Challenge), Response> {
    match challenge::by_link(vestibule, token, purpose).await? {
        Some(found) => Ok(found),
        None => Err(ended_link::page(vestibule, visitor, purpose, token).await),
    }
}

fn ready(
    vestibule: &Vestibule,
    visitor: &Visitor,
    status: StatusCode,
    purpose: Purpose,
    found: &Challenge,
    token: String,
    stale_form: bool,
) -> Response {
    let state = EmailLinkState::Ready { email: found.email.to_string(), token, stale_form };
    show::<EmailLink>(vestibule, visitor, status, EmailLinkModel { purpose, state })
}

pub(crate) async fn link_submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    change(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

async fn change(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let (purpose, token) = (Purpose::ChangeEmail, fields.text("token"));
    let (link, found) = find(vestibule, visitor, token, purpose).await?;
    if !visitor.owns(vestibule, fields) {
        return Err(ready(vestibule, visitor, StatusCode::FORBIDDEN, purpose, &found, token.to_owned(), true));
    }
    let account = match &found.account {
        Some(id) => vestibule.0.store.account(id).await.map_err(|error| failed(&error))?,
        None => None,
    };
    let account = account.ok_or_else(|| ended_link::unknown(vestibule, visitor, purpose))?;
    let own = visitor.account().is_some_and(|visitor| visitor.id == account.id);
    let effect = Effect::ChangeEmail {
        keep: visitor.session.filter(|_| own),
        undo: Box::new(undo(vestibule, &account, &found.email)),
    };
    let claimed = vestibule.0.store.claim_challenge(purpose, MailProof::Link(link), effect, vestibule.now()).await;
    match claimed.map_err(|error| failed(&error))? {
        Claimed::Done { account, .. } => {
            vestibule.0.letters.notify_one();
            tracing::info!(account = account.id.0, "email changed");
            let next = if own {
                format!("{}?notice=email", routes::ACCOUNT)
            } else {
                format!("{}?notice=confirmed", routes::LOG_IN)
            };
            Ok(with_cookie(see_other(&next), Cookie::Link.clear(&vestibule.0.base)))
        }
        Claimed::NoMatch | Claimed::Disabled | Claimed::AddressTaken => {
            Err(ended_link::page(vestibule, visitor, purpose, token).await)
        }
    }
}

/// What can take the change back, in a mail to the old address.
fn undo(vestibule: &Vestibule, account: &Account, new: &EmailAddress) -> NewChallenge {
    let (purpose, now) = (Purpose::UndoEmailChange, vestibule.now());
    let expires_at = now + purpose.life();
    NewChallenge {
        // No browser waits for it.
        digest: digest_of_token(&chance::token(vestibule.0.chance.as_ref())),
        purpose,
        account: Some(account.id.clone()),
        email: account.email.clone(),
        now,
        expires_at,
        send: mail::undo_email_change(vestibule, &account.email, new, expires_at),
    }
}

pub(crate) async fn undo_submit(State(vestibule): State<Vestibule>, visitor: Visitor, fields: Fields) -> Response {
    take_back(&vestibule, &visitor, &fields).await.unwrap_or_else(|response| response)
}

async fn take_back(vestibule: &Vestibule, visitor: &Visitor, fields: &Fields) -> Result<Response, Response> {
    let (purpose, token) = (Purpose::UndoEmailChange, fields.text("token"));
    let (link, found) = find(vestibule, visitor, token, purpose).await?;
    if !visitor.owns(vestibule, fields) {
        return Err(ready(vestibule, visitor, StatusCode::FORBIDDEN, purpose, &found, token.to_owned(), true));
    }
    let proof = MailProof::Link(link);
    let claimed = vestibule.0.store.claim_challenge(purpose, proof, Effect::UndoEmailChange, vestibule.now()).await;
    match claimed.map_err(|error| failed(&error))? {
        Claimed::Done { account, .. } => {
            tracing::info!(account = account.id.0, "email change taken back");
            // Everybody is out. Whoever changed the address knew the password: the owner sets another one.
            let response = see_other(&format!("{}?notice=address-back", routes::LOG_IN));
            Ok(with_cookie(response, Cookie::Link.clear(&vestibule.0.base)))
        }
        Claimed::NoMatch | Claimed::Disabled | Claimed::AddressTaken => {
            Err(ended_link::page(vestibule, visitor, purpose, token).await)
        }
    }
}
