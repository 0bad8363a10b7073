//! A link to confirm an address, of a sign-up or of an account, that was used or has ended; and a new one, in any browser.

use axum::{http::StatusCode, response::Response};
use vestibule_core::{
    challenge::{LinkEnd, Purpose},
    login_state::LoginState,
    routes,
    sends::{Sends, TooSoon},
    sign_up::SignUpPending,
};
use vestibule_http::{cookies::Cookie, form::Fields, secret::digest_of_token};
use vestibule_store::{Digest, EndedLink, SignUp};
use vestibule_ui::screens::{ConfirmEmail, ConfirmEmailModel};

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other, with_cookie},
    challenge,
    ended_link::{self, Over},
    mail,
    page::show,
};

const PURPOSE: Purpose = Purpose::ConfirmEmail;

/// Whose link it was.
enum Of {
    Account,
    SignUp(Digest, Box<SignUp>),
}

/// What is known of a link that isn't good.
async fn find(vestibule: &Vestibule, token: &str) -> Result<Option<(Of, EndedLink)>, Response> {
    if let Some(link) = ended_link::find(vestibule, token, PURPOSE).await? {
        return Ok(Some((Of::Account, ended_link::is_done(vestibule, link).await?)));
    }
    let found = vestibule.0.store.sign_up_by_ended_link(digest_of_token(token), vestibule.now()).await;
    let Some((digest, sign_up)) = found.map_err(|error| failed(&error))? else { return Ok(None) };
    let end = if sign_up.confirmed { LinkEnd::Used } else { LinkEnd::Over };
    let link = ended_link::is_done(vestibule, EndedLink { email: sign_up.email.clone(), end }).await?;
    Ok(Some((Of::SignUp(digest, Box::new(sign_up)), link)))
}

/// The page of a link that isn't good, or the one that says that another was sent.
pub(crate) async fn page(vestibule: &Vestibule, visitor: &Visitor, token: &str, was_sent: bool) -> Response {
    match find(vestibule, token).await {
        Ok(Some((_, link))) if was_sent && link.end == LinkEnd::Over => {
            ended_link::sent(vestibule, visitor, PURPOSE, &link.email)
        }
        Ok(Some((_, link))) => Over { purpose: PURPOSE, link, token }.show(vestibule, visitor),
        Ok(None) => unknown(vestibule, visitor),
        Err(response) => response,
    }
}

/// The page of a link of which nothing is known.
pub(crate) fn unknown(vestibule: &Vestibule, visitor: &Visitor) -> Response {
    show::<ConfirmEmail>(vestibule, visitor, StatusCode::GONE, ConfirmEmailModel::Ended)
}

/// Mails a new link to the address of one that has ended.
pub(crate) async fn send(
    vestibule: &Vestibule,
    visitor: &Visitor,
    token: &str,
    fields: &Fields,
) -> Result<Response, Response> {
    let Some((of, link)) = find(vestibule, token).await? else { return Err(unknown(vestibule, visitor)) };
    let over = Over { purpose: PURPOSE, link, token };
    if !visitor.owns(vestibule, fields) {
        return Err(over.stale(vestibule, visitor));
    }
    if over.link.end == LinkEnd::Used {
        return Err(over.show(vestibule, visitor));
    }
    match of {
        Of::Account => account(vestibule, visitor, &over).await,
        Of::SignUp(digest, sign_up) => again(vestibule, visitor, &over, digest, &sign_up).await,
    }
}

async fn account(vestibule: &Vestibule, visitor: &Visitor, over: &Over<'_>) -> Result<Response, Response> {
    let email = &over.link.email;
    if let Some(wait) = challenge::count_mail(vestibule, visitor, email).await? {
        return Err(over.too_many(vestibule, visitor, wait));
    }
    let account = vestibule.0.store.account_by_email(email).await.map_err(|error| failed(&error))?;
    let cookie = challenge::start(vestibule, visitor, PURPOSE, email, account.as_ref()).await?;
    Ok(with_cookie(elsewhere(vestibule, over), cookie))
}

/// The sign-up waits in the browser that began it, whichever asks for its next mail.
async fn again(
    vestibule: &Vestibule,
    visitor: &Visitor,
    over: &Over<'_>,
    digest: Digest,
    sign_up: &SignUp,
) -> Result<Response, Response> {
    let sends = Sends { last_at: sign_up.sent_at, count: sign_up.sends };
    let pending = SignUpPending::restore(sign_up.email.clone(), sign_up.started_at, sends);
    let pending = pending
        .send_again(vestibule.now())
        .map_err(|TooSoon { wait }| over.too_many(vestibule, visitor, challenge::seconds(wait)))?;
    if let Some(wait) = challenge::count_mail(vestibule, visitor, &sign_up.email).await? {
        return Err(over.too_many(vestibule, visitor, wait));
    }
    let send = mail::sign_up(vestibule, digest, &pending, &sign_up.password);
    let sent = vestibule.0.store.send_again(digest, sign_up.sends, vestibule.now(), send);
    // Of two clicks one sends; both get the page that says so.
    sent.await.map_err(|error| failed(&error))?;
    vestibule.0.letters.notify_one();
    let waits_here = visitor.sign_up == Some(digest) && visitor.state == LoginState::LoginRequired;
    Ok(if waits_here {
        let next = see_other(&format!("{}?notice=sent", routes::SIGN_UP_SENT));
        with_cookie(next, Cookie::Link.clear(&vestibule.0.base))
    } else {
        elsewhere(vestibule, over)
    })
}

/// The old link's page says what happened: the cookie with its token stays for that. Who waits in a session sees the page
/// of their state.
fn elsewhere(vestibule: &Vestibule, over: &Over<'_>) -> Response {
    let next = see_other(&format!("{}?notice=sent", routes::CONFIRM_EMAIL));
    with_cookie(next, Cookie::Link.set(over.token, &vestibule.0.base))
}
