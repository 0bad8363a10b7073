//! Counting tries.

use std::net::IpAddr;

use vestibule_core::{email::EmailAddress, limits::Limit};
use vestibule_http::{client, secret::Purpose};
use vestibule_store::{AccountId, Digest, StoreError};

use crate::Vestibule;

/// What a try is counted for.
pub(crate) enum Key<'a> {
    /// A typed address, whether it has an account or not.
    Address(&'a EmailAddress),
    /// Where the request comes from.
    Client(IpAddr),
    /// A waiting sign-up.
    SignUp(Digest),
    /// A mail that waits to be answered.
    Challenge(Digest),
    /// An account.
    Account(&'a AccountId),
}

impl Key<'_> {
    fn digest(&self, vestibule: &Vestibule) -> Digest {
        let digest = |kind: &[u8], bytes: &[u8]| vestibule.0.secret.digest(Purpose::Limit, &[kind, bytes]);
        match self {
            Self::Address(email) => digest(b"address", email.key().as_bytes()),
            Self::Client(ip) => digest(b"client", &client::limit_key(*ip)),
            Self::SignUp(sign_up) => digest(b"sign up", &sign_up.0),
            Self::Challenge(challenge) => digest(b"challenge", &challenge.0),
            Self::Account(id) => digest(b"account", id.0.as_bytes()),
        }
    }
}

/// Takes one try from each limit, in order. `Some(seconds)` to wait when one of them is full; those after it are not
/// touched then.
pub(crate) async fn take(vestibule: &Vestibule, tries: &[(Limit, Key<'_>)]) -> Result<Option<u64>, StoreError> {
    for (limit, key) in tries {
        if let Err(wait) = vestibule.0.store.take(*limit, key.digest(vestibule), vestibule.now()).await? {
            tracing::warn!(limit = limit.name(), wait = wait.as_secs(), "refused");
            return Ok(Some(wait.as_secs().max(1)));
        }
    }
    Ok(None)
}

/// Empties the count of what was proven.
pub(crate) async fn forgive(vestibule: &Vestibule, limit: Limit, key: Key<'_>) -> Result<(), StoreError> {
    vestibule.0.store.forgive(limit, key.digest(vestibule)).await
}
