//! The table `limits`.

use std::time::Duration;

use async_trait::async_trait;
use sqlx::sqlite::SqliteRow;
use time::OffsetDateTime;
use vestibule_core::limits::{self, Limit};
use vestibule_store::{Digest, Limits, StoreError};

use crate::{
    SqlStore,
    error::failure,
    row::{get, millis},
};

/// [`limits::take`] in SQL: 1 name, 2 key, 3 now, 4 milliseconds that drain one, 5 capacity. A bucket that would
/// overflow is not updated and so returns no row.
const TAKE: &str = "INSERT INTO limits (name, key, level, at) VALUES (?1, ?2, 1.0, ?3)
    ON CONFLICT (name, key) DO UPDATE SET level = max(0.0, level - max(0, ?3 - at) / ?4) + 1.0, at = ?3
    WHERE max(0.0, level - max(0, ?3 - at) / ?4) + 1.0 <= ?5 + 1e-3
    RETURNING level";

/// How long a refused try waits when the bucket was emptied between two looks at it.
const AT_ONCE: Duration = Duration::from_secs(1);

#[async_trait]
impl Limits for SqlStore {
    async fn take(&self, limit: Limit, key: Digest, now: OffsetDateTime) -> Result<Result<(), Duration>, StoreError> {
        let bucket = limit.bucket();
        let query = sqlx::query(TAKE).bind(limit.name()).bind(&key.0[..]).bind(millis(now));
        let query = query.bind(bucket.drain_one.as_secs_f64() * 1_000.0).bind(f64::from(bucket.capacity));
        if query.fetch_optional(self.light_writes()).await.map_err(failure)?.is_some() {
            return Ok(Ok(()));
        }
        let query = sqlx::query("SELECT level, at FROM limits WHERE name = ?1 AND key = ?2");
        let query = query.bind(limit.name()).bind(&key.0[..]);
        let Some(row) = query.fetch_optional(self.light_writes()).await.map_err(failure)? else {
            return Ok(Err(AT_ONCE));
        };
        if get::<i64>(&row, "at")? > millis(now) {
            self.start_draining(limit, key, now).await?;
        }
        Ok(Err(wait(limit, &row, now)?))
    }

    async fn forgive(&self, limit: Limit, key: Digest) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM limits WHERE name = ?1 AND key = ?2");
        let query = query.bind(limit.name()).bind(&key.0[..]);
        query.execute(self.light_writes()).await.map(|_| ()).map_err(failure)
    }
}

impl SqlStore {
    /// Lets a bucket from the future drain from now on: after a clock was set back, a full one would refuse until its
    /// old time comes again.
    async fn start_draining(&self, limit: Limit, key: Digest, now: OffsetDateTime) -> Result<(), StoreError> {
        let query = sqlx::query("UPDATE limits SET at = ?3 WHERE name = ?1 AND key = ?2 AND at > ?3");
        let query = query.bind(limit.name()).bind(&key.0[..]).bind(millis(now));
        query.execute(self.light_writes()).await.map(|_| ()).map_err(failure)
    }
}

/// How long until the next try fits into the bucket as it is stored.
fn wait(limit: Limit, row: &SqliteRow, now: OffsetDateTime) -> Result<Duration, StoreError> {
    let age = millis(now).saturating_sub(get(row, "at")?);
    let age = Duration::from_millis(u64::try_from(age).unwrap_or(0));
    Ok(limits::take(limit.bucket(), get(row, "level")?, age).err().unwrap_or(AT_ONCE))
}
