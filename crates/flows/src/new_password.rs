//! A password that takes the place of another, wherever it is chosen.

use axum::response::Response;
use vestibule_core::{field::FieldError, password::PasswordInput};
use vestibule_store::{Account, Digest, NewPassword};

use crate::{
    Vestibule, Visitor,
    answer::failed,
    mail::{self, Notice},
    passwords::Verdict,
};

/// Why a new password wasn't taken.
pub(crate) enum Refusal {
    /// Something about it.
    Field(FieldError),
    /// Something else, which is an answer already.
    Answer(Box<Response>),
}

impl From<Response> for Refusal {
    fn from(response: Response) -> Self {
        Self::Answer(Box::new(response))
    }
}

/// Gives the account this password: every other session ends, and its owner is told (S-06). It must meet the policy and
/// be another one than before.
pub(crate) async fn set(
    vestibule: &Vestibule,
    visitor: &Visitor,
    account: &Account,
    keep: Digest,
    password: &PasswordInput,
) -> Result<(), Refusal> {
    let email = Some(&account.email);
    vestibule.0.passwords.accept(password, email, &vestibule.0.product).map_err(Refusal::Field)?;
    if let Some(old) = account.password_hash.as_deref() {
        let verdict = vestibule.0.hasher.verify(password, Some(old)).await.map_err(Response::from)?;
        if verdict != Verdict::Wrong {
            return Err(Refusal::Field(FieldError::SamePassword));
        }
    }
    let hash = vestibule.0.hasher.hash(password, vestibule.0.chance.as_ref()).await.map_err(Response::from)?;
    let notice = mail::notice(vestibule, &visitor.place, &account.email, Notice::PasswordChanged);
    let password = NewPassword { hash, keep, now: vestibule.now(), notice };
    vestibule.0.store.replace_password(&account.id, password).await.map_err(|error| failed(&error))?;
    vestibule.0.letters.notify_one();
    tracing::info!(account = account.id.0, "password changed");
    Ok(())
}
