//! Who sends a request: which browser, from which address, logged in as whom.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Once,
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    response::Response,
};
use vestibule_core::{destination::AfterLogIn, login_state::LoginState, mount::Mount};
use vestibule_http::{chance, cookies::Cookie, form::Fields, form_token, headers::Nonce, secret::digest_of_token};
use vestibule_store::{Account, Digest, Place, Session, StoreError};
use vestibule_ui::{Frame, LanguageLink};

use crate::{Vestibule, answer, device, gate, last::Last, later::Later, mounted, shell::Drawn};

/// The sender of a request.
pub struct Visitor {
    pub(crate) client: IpAddr,
    /// What the session and its notices say about where this is.
    pub(crate) place: Place,
    pub(crate) session: Option<Digest>,
    pub(crate) sign_up: Option<Digest>,
    pub(crate) challenge: Option<Digest>,
    /// The token of the mailed link that was opened last.
    pub(crate) link: Option<String>,
    /// The token of the invitation that was opened last.
    pub(crate) invitation: Option<String>,
    pub(crate) device: Option<Digest>,
    pub(crate) last: Last,
    pub(crate) later: Later,
    /// Where the person wanted to go before the walk began.
    pub(crate) after: AfterLogIn,
    pub(crate) known: Option<Known>,
    pub(crate) state: LoginState,
    pub(crate) mount: Mount,
    pub(crate) nonce: Option<Nonce>,
    /// Who draws the screen that this is answered with.
    pub(crate) drawn: Drawn,
    browser: Option<String>,
    new_browser: Option<String>,
    /// This page in the languages that it is offered in.
    languages: Vec<LanguageLink>,
}

/// The owner of a session, and the session. What was proven in it may not be enough yet: the state tells.
pub(crate) struct Known {
    pub(crate) account: Account,
    pub(crate) session: Session,
}

/// Whether a request is a use of its session, which keeps it alive.
#[derive(Clone, Copy)]
pub(crate) enum Touch {
    /// Somebody does something.
    Use,
    /// A script asks by itself, and nobody may be there (S-04).
    Peek,
}

impl Visitor {
    /// Where the visitor stands.
    #[must_use]
    pub fn state(&self) -> &LoginState {
        &self.state
    }

    /// Whose session it is, whatever may still be missing.
    pub(crate) fn account(&self) -> Option<&Account> {
        self.known.as_ref().map(|known| &known.account)
    }

    /// The address of the account, for screens.
    pub(crate) fn email(&self) -> String {
        self.account().map(|account| account.email.to_string()).unwrap_or_default()
    }

    /// The frame of this visitor's screens.
    pub(crate) fn frame(&self, vestibule: &Vestibule) -> Frame {
        let browser = self.browser.as_deref().or(self.new_browser.as_deref()).unwrap_or_default();
        let (form_token, languages) = (form_token::make(&vestibule.0.secret, browser), self.languages.clone());
        Frame { form_token, languages, ..vestibule.frame() }
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

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        Self::read(parts, Touch::Use).await
    }
}

/// The sender of a request that a script sends by itself, while nobody may be there.
pub(crate) struct Peeking(pub(crate) Visitor);

impl<S: Send + Sync> FromRequestParts<S> for Peeking {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        Visitor::read(parts, Touch::Peek).await.map(Self)
    }
}

impl Visitor {
    /// Who sent a request.
    pub(crate) async fn read(parts: &Parts, touch: Touch) -> Result<Self, Response> {
        let vestibule = mounted::vestibule(parts)?;
        let base = &vestibule.0.base;
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map_or_else(nobody, |info| info.0.ip());
        let client = vestibule.0.proxies.client(peer, &parts.headers);
        let read = |cookie: Cookie| cookie.read(&parts.headers, base);
        let digest = |cookie: Cookie| read(cookie).map(digest_of_token);
        let session = digest(Cookie::Session);
        let known = match session {
            Some(digest) => look_for(&vestibule, digest, touch).await.map_err(|error| answer::failed(&error))?,
            None => None,
        };
        let state = gate::state_of(&vestibule, known.as_ref());
        // A password alone tells nobody whose people they are.
        let is_half = matches!(state, LoginState::TwoFactorRequired { .. });
        if let Some(known) = known.as_ref().filter(|_| !is_half) {
            vestibule.show_organisation(&known.account).await;
        }
        let browser = read(Cookie::Browser).map(str::to_owned);
        let new_browser = browser.is_none().then(|| chance::token(vestibule.0.chance.as_ref()));
        let return_to = Cookie::ReturnTo.open(&parts.headers, base, &vestibule.0.secret);
        Ok(Self {
            client,
            place: Place { device: device::in_words(user_agent(&parts.headers)), address: client },
            session,
            sign_up: digest(Cookie::SignUp),
            challenge: digest(Cookie::Challenge),
            link: read(Cookie::Link).map(str::to_owned),
            invitation: read(Cookie::Invitation).map(str::to_owned),
            device: digest(Cookie::Device),
            last: Last::read(&vestibule, &parts.headers),
            later: Later::read(&vestibule, &parts.headers),
            after: vestibule.after(return_to.as_deref()),
            state,
            known,
            mount: vestibule.0.mount,
            nonce: parts.extensions.get().cloned(),
            drawn: Drawn::for_request(&vestibule, parts),
            browser,
            new_browser,
            languages: vestibule.language_links(&parts.method, &parts.uri),
        })
    }
}

/// Without a peer everything counts as one client, which no proxy ever is: right for a test of the router, and for
/// nothing else.
fn nobody() -> IpAddr {
    static TOLD: Once = Once::new();
    TOLD.call_once(|| {
        tracing::error!(
            "nobody's address is known, so one client's limits are everybody's: serve with \
             `into_make_service_with_connect_info::<SocketAddr>()`"
        );
    });
    IpAddr::from([0, 0, 0, 0])
}

fn user_agent(headers: &HeaderMap) -> &str {
    headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The owner of a session, and the session, if both live.
pub(crate) async fn find(vestibule: &Vestibule, digest: Digest) -> Result<Option<Known>, StoreError> {
    look_for(vestibule, digest, Touch::Use).await
}

async fn look_for(vestibule: &Vestibule, digest: Digest, touch: Touch) -> Result<Option<Known>, StoreError> {
    let (store, now, idle) = (&vestibule.0.store, vestibule.now(), vestibule.0.session.idle);
    let session = match touch {
        Touch::Use => store.session(digest, now, idle).await?,
        Touch::Peek => store.peek_session(digest, now, idle).await?,
    };
    let Some(session) = session else { return Ok(None) };
    let account = store.account(&session.account).await?.filter(|account| account.disabled_at.is_none());
    Ok(account.map(|account| Known { account, session }))
}
