//! Who is logged in, for a host's own handlers.

use std::collections::BTreeMap;

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts, OriginalUri},
    http::{HeaderMap, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use vestibule_core::{
    destination::AfterLogIn,
    email::EmailAddress,
    login_state::{LoginState, PropertyName},
    org::OrgName,
    routes,
};
use vestibule_store::{Account, Membership};

use crate::{
    Vestibule, Visitor,
    answer::{failed, see_other, with_cookie},
    gate, mounted, session,
};

/// Somebody who met every requirement. As an extractor it lets nobody else through: a page sends them to what is
/// missing and back afterwards, anything else is told 401. `Option<User>` lets everybody through.
///
/// ```
/// # use vestibule_flows::User;
/// async fn invoices(user: User) -> String {
///     let orgs: Vec<&str> = user.orgs().iter().map(|org| org.name.as_str()).collect();
///     format!("Invoices of {}, for {}", user.email, orgs.join(" and "))
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The random name of the account: 128 bits in lower-case hex.
    pub id: String,
    /// The proven address.
    pub email: EmailAddress,
    pub(crate) orgs: Vec<Membership>,
    pub(crate) properties: BTreeMap<PropertyName, String>,
}

impl User {
    /// The organisations that the user belongs to, in the order of their names, with the role in each.
    #[must_use]
    pub fn orgs(&self) -> &[Membership] {
        &self.orgs
    }

    /// What the user is in the organisation of this id, if they belong to it.
    #[must_use]
    pub fn get_org(&self, id: &str) -> Option<&Membership> {
        self.orgs.iter().find(|membership| membership.org.0 == id)
    }

    /// What the user is in the one organisation of theirs that is called so, however it is spelled. Anybody may call
    /// theirs like another, so two of one name are none: a name is for showing, an id for deciding.
    #[must_use]
    pub fn get_org_by_name(&self, name: &str) -> Option<&Membership> {
        let key = name.parse::<OrgName>().ok()?.key();
        let mut called_so = self.orgs.iter().filter(|membership| membership.name.key() == key);
        called_so.next().filter(|_| called_so.next().is_none())
    }

    /// What the user told of this property. Nothing is told that isn't asked any more, or that the schema wouldn't take
    /// today.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&str> {
        self.properties.get(&PropertyName(name.to_owned())).map(String::as_str)
    }

    /// The owner of an account as a host sees them. The organisations are one more question to the store, and only where
    /// there are any.
    pub(crate) async fn read(vestibule: &Vestibule, account: &Account) -> Result<Self, Response> {
        let orgs = match account.organisations {
            0 => Vec::new(),
            _ => vestibule.0.store.orgs_of(&account.id).await.map_err(|error| failed(&error))?,
        };
        let properties = gate::told(vestibule, account);
        Ok(Self { id: account.id.0.clone(), email: account.email.clone(), orgs, properties })
    }

    /// The visitor, if nothing more is asked of them.
    pub(crate) async fn of(vestibule: &Vestibule, visitor: &Visitor) -> Result<Option<Self>, Response> {
        match (&visitor.state, visitor.account()) {
            (LoginState::LoggedIn, Some(account)) => Self::read(vestibule, account).await.map(Some),
            _ => Ok(None),
        }
    }

    /// The user, or what the request is answered with.
    pub(crate) async fn or_refusal(visitor: &Visitor, parts: &Parts, vestibule: &Vestibule) -> Result<Self, Response> {
        let refused = || mounted::completed(vestibule, refuse(parts, &visitor.state, vestibule));
        Self::of(vestibule, visitor).await?.ok_or_else(refused)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let vestibule = mounted::vestibule(parts)?;
        let visitor = Visitor::from_request_parts(parts, state).await?;
        Self::or_refusal(&visitor, parts, &vestibule).await
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for User {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Response> {
        let vestibule = mounted::vestibule(parts)?;
        let visitor = Visitor::from_request_parts(parts, state).await?;
        Self::of(&vestibule, &visitor).await
    }
}

pub(crate) fn refuse(parts: &Parts, state: &LoginState, vestibule: &Vestibule) -> Response {
    if !is_for_a_page(parts) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let here = here(parts);
    if *state == LoginState::LoginRequired && here != vestibule.at(routes::HOME) {
        return gate::to_log_in(&here);
    }
    let step = see_other(state.path());
    match vestibule.after(Some(&here)) {
        AfterLogIn::Home => step,
        after @ AfterLogIn::ReturnTo(_) => with_cookie(step, session::remember_after(vestibule, &after)),
    }
}

/// The page that was asked for, with its query.
pub(crate) fn here(parts: &Parts) -> String {
    // A router that is nested sees no more than the rest of the address.
    let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
    uri.path_and_query().map_or(routes::HOME, |path| path.as_str()).to_owned()
}

/// Whether somebody looks at the answer, so that it may lead elsewhere.
pub(crate) fn is_for_a_page(parts: &Parts) -> bool {
    parts.method == Method::GET && wants_a_page(&parts.headers)
}

fn wants_a_page(headers: &HeaderMap) -> bool {
    headers.get_all(header::ACCEPT).iter().filter_map(|line| line.to_str().ok()).any(|line| line.contains("text/html"))
}
