//! Beginning a session, and where it leads.

use axum::{http::HeaderValue, response::Response};
use time::Duration;
use vestibule_core::{destination::AfterLogIn, login_state::LoginState, routes};
use vestibule_http::{chance, cookies::Cookie, secret::digest_of_token};
use vestibule_store::{Account, Digest, NewDevice, NewSession, SessionId, SessionProof};
use vestibule_ui::screens::LastMethod;

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other, with_cookie},
    gate,
    mail::{self, Notice},
    onward,
    visitor::{self, Known},
};

/// How long a session lives (S-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLife {
    /// Unused for this long, it ends.
    pub idle: Duration,
    /// It ends after this long in any case.
    pub absolute: Duration,
}

impl Default for SessionLife {
    fn default() -> Self {
        Self { idle: Duration::hours(1), absolute: Duration::hours(24) }
    }
}

/// How old a factor may be for what is sensitive (ASVS 7.5.3, S-10).
pub(crate) const FRESH: Duration = Duration::minutes(10);

/// A session that is about to begin, and the header that hands its cookie to the browser. The token is drawn here, in
/// this request: none is ever taken over from one (S-03).
pub(crate) fn fresh(vestibule: &Vestibule, visitor: &Visitor, proof: SessionProof) -> (NewSession, HeaderValue) {
    let chance = vestibule.0.chance.as_ref();
    let token = chance::token(chance);
    let now = vestibule.now();
    let session = NewSession {
        id: SessionId(chance::name(chance)),
        digest: digest_of_token(&token),
        now,
        expires_at: now + vestibule.0.session.absolute,
        proof,
        place: visitor.place.clone(),
    };
    (session, Cookie::Session.set(&token, &vestibule.0.base))
}

/// What a first factor proves, now.
pub(crate) fn first_factor(vestibule: &Vestibule) -> SessionProof {
    let now = vestibule.now();
    SessionProof { first_factor_at: now, second_factor_at: None, fresh_at: now }
}

/// What a second factor adds, now.
pub(crate) fn second_factor(vestibule: &Vestibule, before: SessionProof) -> SessionProof {
    let now = vestibule.now();
    SessionProof { second_factor_at: Some(now), fresh_at: now, ..before }
}

/// The proof of a first factor at a browser that may be remembered in place of the second (M-11).
pub(crate) async fn proof_at(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
) -> Result<SessionProof, Response> {
    let proof = first_factor(vestibule);
    let Some(device) = visitor.device.filter(|_| !account.second_factors.is_empty()) else { return Ok(proof) };
    let remembered = vestibule.0.store.is_remembered(&account.id, device, vestibule.now()).await;
    let stands_in = remembered.map_err(|error| failed(&error))?;
    Ok(SessionProof { second_factor_at: stands_in.then_some(proof.first_factor_at), ..proof })
}

/// A device that is about to be remembered, and the header with its cookie.
pub(crate) fn device(vestibule: &Vestibule, visitor: &Visitor) -> (NewDevice, HeaderValue) {
    let chance = vestibule.0.chance.as_ref();
    let token = chance::token(chance);
    let device = NewDevice {
        id: chance::name(chance),
        digest: digest_of_token(&token),
        device: visitor.place.device.clone(),
        expires_at: vestibule.now() + vestibule_core::totp::REMEMBER_DEVICE,
    };
    (device, Cookie::Device.set(&token, &vestibule.0.base))
}

/// A session that has just begun.
pub(crate) struct Begun<'a> {
    pub(crate) account: &'a Account,
    pub(crate) digest: Digest,
    pub(crate) cookie: HeaderValue,
    pub(crate) method: LastMethod,
    pub(crate) after: &'a AfterLogIn,
}

/// The answer to a log-in: its cookies, a word to the owner about a browser that was never here, and the next page.
pub(crate) async fn begun(vestibule: &Vestibule, visitor: &Visitor, begun: Begun<'_>) -> Response {
    let account = begun.account;
    if !visitor.last.knows(&account.id) {
        let letter = mail::notice(vestibule, &visitor.place, &account.email, Notice::NewDevice);
        if let Err(error) = vestibule.0.store.queue_letter(vestibule.now(), &letter).await {
            return failed(&error);
        }
        vestibule.0.letters.notify_one();
    }
    begun_quietly(vestibule, visitor, begun).await
}

/// The same without a word about the browser, where another letter says more, or where the account itself is new.
pub(crate) async fn begun_quietly(vestibule: &Vestibule, visitor: &Visitor, begun: Begun<'_>) -> Response {
    let Begun { account, digest, cookie, method, after } = begun;
    tracing::info!(account = account.id.0, "logged in");
    let response = go_on(vestibule, visitor, digest, after).await;
    let response = with_cookie(response, cookie);
    with_cookie(response, visitor.last.remember(vestibule, account, method))
}

/// The next page of a session: what is still missing, what will be and can be done already, or where the person wanted
/// to go. That place waits in a cookie meanwhile, sealed, since it may say what somebody was about to do.
pub(crate) async fn go_on(vestibule: &Vestibule, visitor: &Visitor, session: Digest, after: &AfterLogIn) -> Response {
    let known = match visitor::find(vestibule, session).await {
        Ok(known) => known,
        Err(error) => return failed(&error),
    };
    let base = &vestibule.0.base;
    match (gate::state_of(vestibule, known.as_ref()), after) {
        (LoginState::LoggedIn, _) if offers_enrolment(vestibule, visitor, known.as_ref()) => {
            with_cookie(see_other(routes::ENROL_SECOND_FACTOR), remember_after(vestibule, after))
        }
        (LoginState::LoggedIn, _) => {
            with_cookie(onward::log_in(vestibule, known.as_ref(), after).await, Cookie::ReturnTo.clear(base))
        }
        (state, _) => with_cookie(see_other(state.path()), remember_after(vestibule, after)),
    }
}

/// Whether a second factor that will be required can be set up now, and nobody has said "Later" to it lately. Whoever
/// would have to show a factor once more for it isn't bothered.
fn offers_enrolment(vestibule: &Vestibule, visitor: &Visitor, known: Option<&Known>) -> bool {
    known.is_some_and(|known| {
        gate::enrolment_ahead(vestibule, &known.account).is_some()
            && !visitor.later.is_said(&known.account.id, vestibule.now())
            && gate::is_fresh(vestibule, known, routes::ENROL_SECOND_FACTOR).is_ok()
    })
}

/// The header that keeps where somebody wants to go until the walk is over.
pub(crate) fn remember_after(vestibule: &Vestibule, after: &AfterLogIn) -> HeaderValue {
    let (base, secret, chance) = (&vestibule.0.base, &vestibule.0.secret, vestibule.0.chance.as_ref());
    match after {
        AfterLogIn::Home => Cookie::ReturnTo.clear(base),
        AfterLogIn::ReturnTo(path) => Cookie::ReturnTo.seal(path.as_str(), base, secret, chance),
    }
}
