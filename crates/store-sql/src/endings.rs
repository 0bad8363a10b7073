//! What ends when a credential changes: sessions, remembered devices, mails that wait to be answered (S-06). Each within
//! the transaction of the change.

use sqlx::SqliteConnection;
use vestibule_core::challenge::Purpose;
use vestibule_store::{AccountId, Digest, StoreError};

use crate::row::run;

/// Which of an account's waiting mails end.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mails {
    /// All.
    All,
    /// All but those that take a change of address back: whoever changed it may well change the password next.
    AllButUndoing,
    /// Those of one purpose.
    Of(Purpose),
}

/// Ends every session of an account but one, or all. Says how many.
pub(crate) async fn sessions(
    connection: &mut SqliteConnection,
    account: &AccountId,
    keep: Option<Digest>,
) -> Result<u64, StoreError> {
    let query = sqlx::query("DELETE FROM sessions WHERE account = ?1 AND digest IS NOT ?2").bind(&account.0);
    run(connection, query.bind(keep.map(|digest| digest.0.to_vec()))).await
}

/// Forgets every remembered device of an account.
pub(crate) async fn devices(connection: &mut SqliteConnection, account: &AccountId) -> Result<(), StoreError> {
    let query = sqlx::query("DELETE FROM devices WHERE account = ?1").bind(&account.0);
    run(connection, query).await.map(|_| ())
}

/// Ends the secrets of waiting challenges, and takes their account. What is left is a challenge as an unknown address has
/// it: whoever asked for it, and need not be the owner, isn't told that anything happened (E-04).
pub(crate) async fn challenges(
    connection: &mut SqliteConnection,
    account: &AccountId,
    mails: Mails,
) -> Result<(), StoreError> {
    let (only, but) = match mails {
        Mails::All => (None, None),
        Mails::AllButUndoing => (None, Some(Purpose::UndoEmailChange.name())),
        Mails::Of(purpose) => (Some(purpose.name()), None),
    };
    let query = sqlx::query(
        "UPDATE challenge_secrets SET code = NULL, expires_at = 0 WHERE challenge IN (SELECT digest FROM challenges
             WHERE account = ?1 AND purpose = coalesce(?2, purpose) AND purpose IS NOT ?3)",
    );
    run(connection, query.bind(&account.0).bind(only).bind(but)).await?;
    let query = sqlx::query(
        "UPDATE challenges SET account = NULL
         WHERE account = ?1 AND purpose = coalesce(?2, purpose) AND purpose IS NOT ?3",
    );
    run(connection, query.bind(&account.0).bind(only).bind(but)).await.map(|_| ())
}

/// The same for the challenge of one cookie.
pub(crate) async fn challenge(connection: &mut SqliteConnection, digest: Digest) -> Result<(), StoreError> {
    let query = sqlx::query("UPDATE challenge_secrets SET code = NULL, expires_at = 0 WHERE challenge = ?1");
    run(connection, query.bind(&digest.0[..])).await?;
    let query = sqlx::query("UPDATE challenges SET account = NULL WHERE digest = ?1");
    run(connection, query.bind(&digest.0[..])).await.map(|_| ())
}
