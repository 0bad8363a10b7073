//! The table `devices`: browsers that are remembered in place of the second factor (M-11).

use sqlx::{SqliteConnection, SqlitePool};
use time::OffsetDateTime;
use vestibule_store::{AccountId, Device, Digest, NewDevice, StoreError};

use crate::{
    error::failure,
    row::{get, get_time, millis, run},
};

/// Remembers a device within the transaction of the factor that was right.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    account: &AccountId,
    device: &NewDevice,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    let query = sqlx::query(
        "INSERT INTO devices (digest, id, account, device, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    );
    let query = query.bind(&device.digest.0[..]).bind(&device.id).bind(&account.0).bind(&device.device);
    run(connection, query.bind(millis(now)).bind(millis(device.expires_at))).await.map(|_| ())
}

/// Forgets every device of an account but one, or all.
pub(crate) async fn forget_others(
    connection: &mut SqliteConnection,
    account: &AccountId,
    keep: Option<&NewDevice>,
) -> Result<(), StoreError> {
    let query = sqlx::query("DELETE FROM devices WHERE account = ?1 AND id IS NOT ?2").bind(&account.0);
    run(connection, query.bind(keep.map(|device| &device.id))).await.map(|_| ())
}

/// Whether a cookie is that of a device which this very account remembers.
pub(crate) async fn is_remembered(
    pool: &SqlitePool,
    account: &AccountId,
    device: Digest,
    now: OffsetDateTime,
) -> Result<bool, StoreError> {
    let query = sqlx::query(
        "SELECT EXISTS (SELECT 1 FROM devices WHERE account = ?1 AND digest = ?2 AND expires_at > ?3) AS remembered",
    );
    let query = query.bind(&account.0).bind(&device.0[..]).bind(millis(now));
    get(&query.fetch_one(pool).await.map_err(failure)?, "remembered")
}

/// The devices of an account, the newest first.
pub(crate) async fn of(pool: &SqlitePool, account: &AccountId, now: OffsetDateTime) -> Result<Vec<Device>, StoreError> {
    let query = sqlx::query(
        "SELECT * FROM devices WHERE account = ?1 AND expires_at > ?2 ORDER BY created_at DESC, expires_at DESC, id",
    );
    let rows = query.bind(&account.0).bind(millis(now)).fetch_all(pool).await.map_err(failure)?;
    let device =
        |row| Ok(Device { id: get(row, "id")?, device: get(row, "device")?, expires_at: get_time(row, "expires_at")? });
    rows.iter().map(device).collect()
}
