//! The gate in front of what belongs to an organisation: those who are something in it.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use thiserror::Error;
use vestibule_core::org::Role;
use vestibule_store::Membership;

use crate::User;

/// The user is too little in the organisation, or doesn't belong to it: as an answer, 403. It doesn't say which, since
/// whoever asks need not know that there is such an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not for this user")]
pub struct Forbidden;

impl IntoResponse for Forbidden {
    fn into_response(self) -> Response {
        StatusCode::FORBIDDEN.into_response()
    }
}

impl User {
    /// Lets nobody through who isn't at least this in the organisation of this id.
    ///
    /// ```
    /// # use axum::extract::Path;
    /// # use vestibule_core::org::Role;
    /// # use vestibule_flows::{Forbidden, User};
    /// async fn bills(user: User, Path(org): Path<String>) -> Result<String, Forbidden> {
    ///     let membership = user.require_role(&org, Role::Admin)?;
    ///     Ok(format!("Bills of {}", membership.name))
    /// }
    /// ```
    ///
    /// # Errors
    /// [`Forbidden`] for everybody else.
    pub fn require_role(&self, org: &str, role: Role) -> Result<&Membership, Forbidden> {
        self.get_org(org).filter(|membership| membership.is_at_least_role(role)).ok_or(Forbidden)
    }
}
