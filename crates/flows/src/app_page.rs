//! A page of a host's Leptos application: what it begins with, and what its answer carries.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, header, request::Parts},
    response::Response,
};
use vestibule_core::login_state::{LoginState, StateName};
use vestibule_store::Account;
use vestibule_ui::{
    Screen,
    components::{LoginContext, OrgInfo, ShownScreen, UserInfo},
};

use crate::{User, Vestibule, Visitor, answer::with_cookie, mounted, user};

/// What a page of a host's Leptos application begins with. The host provides its [`login`](Self::login) to the
/// application, and sends what was drawn through [`answer`](Self::answer):
///
/// ```
/// # use vestibule_flows::AppPage;
/// # use axum::{extract::Request, response::Response};
/// # async fn render(login: vestibule_ui::components::LoginContext, request: Request) -> Response { Response::default() }
/// async fn pages(page: AppPage, request: Request) -> Response {
///     let drawn = render(page.login(), request).await;
///     page.answer(drawn)
/// }
/// ```
#[derive(Clone)]
pub struct AppPage {
    login: LoginContext,
    introduction: Option<HeaderValue>,
    /// What the page is answered with where it isn't for its visitor. Screens of ours always are, whatever the
    /// application has around them.
    refusal: Option<Refusal>,
}

type Refusal = Arc<dyn Fn() -> Response + Send + Sync>;

impl AppPage {
    /// What the application is given as its context: `provide_context(page.login())`.
    #[must_use]
    pub fn login(&self) -> LoginContext {
        self.login.clone()
    }

    /// The answer. It is one person's, so nobody keeps it; a browser that has none yet is given the cookie that forms are
    /// bound to; and where a `<Protect>` was drawn for somebody who isn't logged in, it leads to what is missing.
    #[must_use]
    pub fn answer(&self, mut drawn: Response) -> Response {
        if let Some(refusal) = &self.refusal
            && self.login.denied.is_said()
        {
            drawn = refusal();
        }
        drawn.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        match self.introduction.clone() {
            Some(cookie) => with_cookie(drawn, cookie),
            None => drawn,
        }
    }

    /// A screen of ours, which has its own headers and is open to its visitor.
    pub(crate) const fn of_screen(login: LoginContext) -> Self {
        Self { login, introduction: None, refusal: None }
    }
}

/// What the application is told of a visitor, but for who it is: that takes a question to the store.
fn begun(vestibule: &Vestibule, visitor: &Visitor) -> LoginContext {
    LoginContext {
        state: StateName::from(&visitor.state),
        frame: visitor.frame(vestibule),
        stylesheet: vestibule.stylesheet(),
        ..LoginContext::default()
    }
}

/// What the application is told of a visitor.
pub(crate) async fn login(vestibule: &Vestibule, visitor: &Visitor) -> Result<LoginContext, Response> {
    let user = User::of(vestibule, visitor).await?.map(info);
    Ok(LoginContext { user, ..begun(vestibule, visitor) })
}

/// A screen of ours, for the application to draw.
pub(crate) fn undrawn<S: Screen>(vestibule: &Vestibule, visitor: &Visitor, model: &S::Model) -> Undrawn {
    let login = begun(vestibule, visitor);
    let shown = ShownScreen {
        name: S::NAME.to_owned(),
        title: S::title(&login.frame, model).into_owned(),
        model: serde_json::to_string(model).expect("a model is plain data"),
    };
    let account = visitor.account().filter(|_| visitor.state == LoginState::LoggedIn).cloned();
    Undrawn { login: LoginContext { screen: Some(shown), ..login }, account }
}

/// A screen that is still to be drawn by the host.
#[derive(Clone)]
pub(crate) struct Undrawn {
    login: LoginContext,
    account: Option<Account>,
}

impl Undrawn {
    /// What the application draws it from.
    pub(crate) async fn login(self, vestibule: &Vestibule) -> Result<LoginContext, Response> {
        let user = match self.account {
            Some(account) => Some(info(User::read(vestibule, &account).await?)),
            None => None,
        };
        Ok(LoginContext { user, ..self.login })
    }
}

/// A user, as far as pages and scripts are told.
pub(crate) fn info(User { id, email, orgs, properties }: User) -> UserInfo {
    let orgs = orgs.into_iter().map(|membership| OrgInfo {
        id: membership.org.0,
        name: membership.name.to_string(),
        role: membership.role,
    });
    UserInfo { id, email: email.to_string(), orgs: orgs.collect(), properties }
}

fn refusal(vestibule: &Vestibule, state: LoginState, parts: &Parts) -> Refusal {
    let (vestibule, parts) = (vestibule.clone(), parts.clone());
    Arc::new(move || mounted::completed(&vestibule, user::refuse(&parts, &state, &vestibule)))
}

impl<S: Send + Sync> FromRequestParts<S> for AppPage {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let vestibule = mounted::vestibule(parts)?;
        let visitor = Visitor::from_request_parts(parts, state).await?;
        let login = login(&vestibule, &visitor).await?;
        let introduction = visitor.introduction(&vestibule);
        Ok(Self { login, introduction, refusal: Some(refusal(&vestibule, visitor.state, parts)) })
    }
}
