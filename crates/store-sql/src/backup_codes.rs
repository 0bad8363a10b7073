//! The tables `backup_codes` and `backup_codes_to_show`. A code that was spent is a row that is gone.

use sqlx::{Executor, Sqlite, SqliteConnection};
use time::OffsetDateTime;
use vestibule_store::{AccountId, Digest, NewBackupCodes, Sealed, StoreError};

use crate::{
    error::failure,
    outbox,
    row::{get, run},
};

/// Puts fresh codes in the place of all earlier ones and queues the letter about it, if the account has an
/// authenticator. Says whether it has.
pub(crate) async fn replace(
    connection: &mut SqliteConnection,
    account: &AccountId,
    codes: &NewBackupCodes,
    now: OffsetDateTime,
) -> Result<bool, StoreError> {
    forget(connection, account).await?;
    let query = sqlx::query(
        "INSERT INTO backup_codes_to_show (account, sealed)
         SELECT account, ?2 FROM totps WHERE account = ?1 AND secret IS NOT NULL",
    );
    if run(connection, query.bind(&account.0).bind(&codes.to_show.0)).await? == 0 {
        return Ok(false);
    }
    for digest in &codes.digests {
        let query = sqlx::query("INSERT INTO backup_codes (account, digest) VALUES (?1, ?2)");
        run(connection, query.bind(&account.0).bind(&digest.0[..])).await?;
    }
    outbox::insert(connection, now, &codes.notice).await?;
    Ok(true)
}

/// Forgets every code of an account.
pub(crate) async fn forget(connection: &mut SqliteConnection, account: &AccountId) -> Result<(), StoreError> {
    run(connection, sqlx::query("DELETE FROM backup_codes WHERE account = ?1").bind(&account.0)).await?;
    let query = sqlx::query("DELETE FROM backup_codes_to_show WHERE account = ?1").bind(&account.0);
    run(connection, query).await.map(|_| ())
}

/// Spends a code. Says whether there was one.
pub(crate) async fn spend(
    connection: &mut SqliteConnection,
    account: &AccountId,
    code: Digest,
) -> Result<bool, StoreError> {
    let query = sqlx::query("DELETE FROM backup_codes WHERE account = ?1 AND digest = ?2");
    Ok(run(connection, query.bind(&account.0).bind(&code.0[..])).await? == 1)
}

/// How many are left.
pub(crate) async fn left(
    executor: impl Executor<'_, Database = Sqlite>,
    account: &AccountId,
) -> Result<u32, StoreError> {
    let query = sqlx::query("SELECT COUNT(*) AS codes FROM backup_codes WHERE account = ?1").bind(&account.0);
    get(&query.fetch_one(executor).await.map_err(failure)?, "codes")
}

/// The codes that may still be shown.
pub(crate) async fn to_show(
    executor: impl Executor<'_, Database = Sqlite>,
    account: &AccountId,
) -> Result<Option<Sealed>, StoreError> {
    let query = sqlx::query("SELECT sealed FROM backup_codes_to_show WHERE account = ?1").bind(&account.0);
    let row = query.fetch_optional(executor).await.map_err(failure)?;
    row.map(|row| Ok(Sealed(get(&row, "sealed")?))).transpose()
}
