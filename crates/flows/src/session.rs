//! Beginning a session.

use axum::http::HeaderValue;
use vestibule_http::{chance, cookies::Cookie, secret::digest_of_token};
use vestibule_store::NewSession;

use crate::Vestibule;

/// A session that is about to begin, and the header that hands its cookie to the browser. The token is drawn here, in
/// this request: none is ever taken over from one (S-03).
pub(crate) fn fresh(vestibule: &Vestibule) -> (NewSession, HeaderValue) {
    let token = chance::token(vestibule.0.chance.as_ref());
    let now = vestibule.now();
    let session = NewSession { digest: digest_of_token(&token), now, expires_at: now + vestibule.0.session.absolute };
    (session, Cookie::Session.set(&token, &vestibule.0.base))
}
