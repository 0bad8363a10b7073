//! Who sends a request: which browser, from which address, logged in as whom.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::{ConnectInfo, FromRef, FromRequestParts},
    http::{HeaderValue, request::Parts},
    response::Response,
};
use vestibule_core::login_state::LoginState;
use vestibule_http::{chance, cookies::Cookie, form::Fields, form_token, secret::digest_of_token};
use vestibule_store::{Account, Digest, Session, StoreError};
use vestibule_ui::Frame;

use crate::{Vestibule, answer, gate};

/// The sender of a request.
pub struct Visitor {
    pub(crate) client: IpAddr,
    pub(crate) session: Option<Digest>,
    pub(crate) sign_up: Option<Digest>,
    /// The token of the mailed link that was opened last.
    pub(crate) link: Option<String>,
    pub(crate) account: Option<Account>,
    pub(crate) state: LoginState,
    browser: Option<String>,
    new_browser: Option<String>,
}

impl Visitor {
    /// Where the visitor stands.
    #[must_use]
    pub fn state(&self) -> &LoginState {
        &self.state
    }

    /// The frame of this visitor's screens.
    pub(crate) fn frame(&self, vestibule: &Vestibule) -> Frame {
        let browser = self.browser.as_deref().or(self.new_browser.as_deref()).unwrap_or_default();
        Frame { form_token: form_token::make(&vestibule.0.secret, browser), ..vestibule.frame() }
    }

    /// Whether a posted form was drawn for this browser.
    pub(crate) fn owns(&self, vestibule: &Vestibule, fields: &Fields) -> bool {
        form_token::matches(&vestibule.0.secret, self.browser.as_deref(), fields.get(form_token::FIELD))
    }

    /// The header that gives a browser its cookie, the first time it is shown a form.
    pub(crate) fn introduction(&self, vestibule: &Vestibule) -> Option<HeaderValue> {
        self.new_browser.as_deref().map(|browser| Cookie::Browser.set(browser, &vestibule.0.base))
    }
}

impl<S> FromRequestParts<S> for Visitor
where
    S: Send + Sync,
    Vestibule: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let vestibule = Vestibule::from_ref(state);
        let base = &vestibule.0.base;
        // Without a peer there is no socket, only a test of the router: everything counts as one client.
        let peer =
            parts.extensions.get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::from([127, 0, 0, 1]), |info| info.0.ip());
        let client = vestibule.0.proxies.client(peer, &parts.headers);
        let session = Cookie::Session.read(&parts.headers, base).map(digest_of_token);
        let known = match session {
            Some(digest) => find(&vestibule, digest).await.map_err(|error| answer::failed(&error))?,
            None => None,
        };
        let browser = Cookie::Browser.read(&parts.headers, base).map(str::to_owned);
        let new_browser = browser.is_none().then(|| chance::token(vestibule.0.chance.as_ref()));
        Ok(Self {
            client,
            session,
            sign_up: Cookie::SignUp.read(&parts.headers, base).map(digest_of_token),
            link: Cookie::Link.read(&parts.headers, base).map(str::to_owned),
            state: gate::state_of(&vestibule, known.as_ref()),
            account: known.map(|(account, _)| account),
            browser,
            new_browser,
        })
    }
}

/// The owner of a session, and the session.
async fn find(vestibule: &Vestibule, digest: Digest) -> Result<Option<(Account, Session)>, StoreError> {
    let store = &vestibule.0.store;
    let Some(session) = store.session(digest, vestibule.now(), vestibule.0.session.idle).await? else {
        return Ok(None);
    };
    let account = store.account(&session.account).await?;
    Ok(account.map(|account| (account, session)))
}
