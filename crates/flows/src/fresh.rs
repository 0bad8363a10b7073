//! The gate in front of what is sensitive: somebody who has shown a factor a moment ago (ASVS 7.5.3, S-10).

use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Response},
};

use crate::{User, Visitor, gate, mounted, user};

/// A [`User`] who has shown a factor within the last ten minutes. As an extractor it lets nobody else through: a page
/// sends them to show one and back afterwards, anything else is told 401.
///
/// ```
/// # use vestibule_flows::{Fresh, User};
/// async fn delete_everything(Fresh(user): Fresh) -> String {
///     format!("Nothing is left of {}", user.email)
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh(
    /// Who it is.
    pub User,
);

impl<S: Send + Sync> FromRequestParts<S> for Fresh {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let vestibule = mounted::vestibule(parts)?;
        let visitor = Visitor::from_request_parts(parts, state).await?;
        let here = user::here(parts);
        let fresh = visitor.known.as_ref().map_or(Ok(()), |known| gate::is_fresh(&vestibule, known, &here));
        let user = User::or_refusal(&visitor, parts, &vestibule).await?;
        match fresh {
            Ok(()) => Ok(Self(user)),
            Err(to_step_up) if user::is_for_a_page(parts) => Err(mounted::completed(&vestibule, to_step_up)),
            Err(_) => Err(StatusCode::UNAUTHORIZED.into_response()),
        }
    }
}
