//! Mails that wait to be answered, whatever for: starting, finding, sending again, counting codes.
//!
//! An address without an account gets the same cookie, the same page and the same work; only no mail (E-04).

use axum::{http::HeaderValue, response::Response};
use time::Duration;
use vestibule_core::{
    challenge::Purpose,
    email::EmailAddress,
    limits::Limit,
    mail_code::MailCode,
    sends::{OTHER_WAY_AFTER, Sends, TooSoon},
};
use vestibule_http::{
    chance,
    cookies::{Cookie, is_token},
    form::Fields,
    secret::digest_of_token,
};
use vestibule_store::{Account, Challenge, Digest, MailProof, NewChallenge};
use vestibule_ui::screens::{EmailSentModel, SentNotice};

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other, with_cookie},
    limits::{self, Key},
    mail,
};

/// Starts a challenge, and gives the cookie that waits for its answer. The caller has counted the mail.
pub(crate) async fn start(
    vestibule: &Vestibule,
    visitor: &Visitor,
    purpose: Purpose,
    email: &EmailAddress,
    account: Option<&Account>,
) -> Result<HeaderValue, Response> {
    let token = chance::token(vestibule.0.chance.as_ref());
    let (digest, now) = (digest_of_token(&token), vestibule.now());
    let send = mail::challenge(vestibule, digest, purpose, email, Sends::first(now));
    let challenge = NewChallenge {
        digest,
        purpose,
        account: account.map(|account| account.id.clone()),
        email: email.clone(),
        now,
        expires_at: now + purpose.life(),
        send,
    };
    vestibule.0.store.start_challenge(challenge, visitor.challenge).await.map_err(|error| failed(&error))?;
    vestibule.0.letters.notify_one();
    Ok(Cookie::Challenge.set(&token, &vestibule.0.base))
}

/// Counts a mail to an address. `Some(seconds)` to wait when there were too many.
pub(crate) async fn count_mail(
    vestibule: &Vestibule,
    visitor: &Visitor,
    email: &EmailAddress,
) -> Result<Option<u64>, Response> {
    let tries = [(Limit::MailByClient, Key::Client(visitor.client)), (Limit::MailByAddress, Key::Address(email))];
    limits::take(vestibule, &tries).await.map_err(|error| failed(&error))
}

/// A challenge of this browser that waits.
pub(crate) struct Waiting {
    pub(crate) digest: Digest,
    pub(crate) challenge: Challenge,
}

impl Waiting {
    const fn sends(&self) -> Sends {
        Sends { last_at: self.challenge.sent_at, count: self.challenge.sends }
    }

    /// Seconds until another mail may be sent.
    pub(crate) fn wait(&self, vestibule: &Vestibule) -> u64 {
        seconds(self.sends().wait(vestibule.now()))
    }

    /// What answers this challenge: a code that was typed for it.
    pub(crate) fn proof(&self, vestibule: &Vestibule, code: &MailCode) -> MailProof {
        MailProof::Code { challenge: self.digest, code: mail::digest_of_code(vestibule, self.digest, code) }
    }

    /// What the screen of a waiting mail shows.
    pub(crate) fn model(&self, vestibule: &Vestibule) -> EmailSentModel {
        EmailSentModel {
            purpose: self.challenge.purpose,
            email: self.challenge.email.to_string(),
            code: String::new(),
            code_error: None,
            notice: None,
            resend_wait: self.wait(vestibule),
            other_way: self.challenge.sends >= OTHER_WAY_AFTER,
        }
    }
}

/// The challenge that this browser waits for, if it is for this purpose.
pub(crate) async fn find(
    vestibule: &Vestibule,
    visitor: &Visitor,
    purpose: Purpose,
) -> Result<Option<Waiting>, Response> {
    let Some(digest) = visitor.challenge else { return Ok(None) };
    let found = vestibule.0.store.challenge(digest, purpose, vestibule.now()).await.map_err(|error| failed(&error))?;
    Ok(found.map(|challenge| Waiting { digest, challenge }))
}

/// The address of the challenge that waits in this browser: whoever comes back to mend it doesn't type it again.
pub(crate) async fn waiting_address(
    vestibule: &Vestibule,
    visitor: &Visitor,
    purpose: Purpose,
) -> Result<String, Response> {
    let waiting = find(vestibule, visitor, purpose).await?;
    Ok(waiting.map(|waiting| waiting.challenge.email.to_string()).unwrap_or_default())
}

/// The word in the address of a form for somebody whose mail has ended.
pub(crate) const ENDED: &str = "ended";

/// Back to the form, for a browser without a waiting mail: it says why, to one that had one.
pub(crate) fn ended(vestibule: &Vestibule, visitor: &Visitor, form: &str) -> Response {
    if visitor.challenge.is_none() {
        return see_other(form);
    }
    with_cookie(see_other(&format!("{form}?notice={ENDED}")), Cookie::Challenge.clear(&vestibule.0.base))
}

/// Sends another mail; what the screen says about it.
pub(crate) async fn again(vestibule: &Vestibule, visitor: &Visitor, waiting: &Waiting) -> Result<SentNotice, Response> {
    let sends = match waiting.sends().again(vestibule.now()) {
        Ok(sends) => sends,
        Err(TooSoon { wait }) => return Ok(SentNotice::TooSoon { wait: seconds(wait) }),
    };
    let Challenge { purpose, email, sends: before, .. } = &waiting.challenge;
    if let Some(wait) = count_mail(vestibule, visitor, email).await? {
        return Ok(SentNotice::TooSoon { wait });
    }
    let send = mail::challenge(vestibule, waiting.digest, *purpose, email, sends);
    let sent = vestibule.0.store.send_challenge_again(waiting.digest, *before, vestibule.now(), send);
    // Of two clicks one sends; both get the page that says so.
    sent.await.map_err(|error| failed(&error))?;
    vestibule.0.letters.notify_one();
    Ok(SentNotice::SentAgain)
}

/// Counts a typed code. `Some(seconds)` to wait when there were too many.
pub(crate) async fn count_code(
    vestibule: &Vestibule,
    visitor: &Visitor,
    waiting: &Waiting,
) -> Result<Option<u64>, Response> {
    let tries =
        [(Limit::CodeByClient, Key::Client(visitor.client)), (Limit::CodeByChallenge, Key::Challenge(waiting.digest))];
    limits::take(vestibule, &tries).await.map_err(|error| failed(&error))
}

/// The challenge of the link whose token a form carries, if it waits for this purpose.
pub(crate) async fn by_link(
    vestibule: &Vestibule,
    token: &str,
    purpose: Purpose,
) -> Result<Option<(Digest, Challenge)>, Response> {
    let link = digest_of_token(token);
    let found = vestibule.0.store.challenge_by_link(link, purpose, vestibule.now()).await;
    Ok(found.map_err(|error| failed(&error))?.map(|(_, challenge)| (link, challenge)))
}

/// Moves the token from the address into a cookie, so that it stays in no history, no bookmark and no screenshot
/// (L-12). `None` when it can't be one of ours.
pub(crate) fn leave_address(vestibule: &Vestibule, path: &str, token: &str) -> Option<Response> {
    is_token(token).then(|| with_cookie(see_other(path), Cookie::Link.set(token, &vestibule.0.base)))
}

/// Whether a form asks for another mail.
pub(crate) fn asks_again(fields: &Fields) -> bool {
    fields.get("again").is_some()
}

/// Whole seconds, rounded up: a wait of half a second is not over yet.
pub(crate) fn seconds(wait: Duration) -> u64 {
    u64::try_from(wait.whole_milliseconds()).unwrap_or(0).div_ceil(1_000)
}
