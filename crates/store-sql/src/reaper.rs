//! Forgetting what has ended.

use std::time::Duration;

use async_trait::async_trait;
use time::OffsetDateTime;
use vestibule_core::limits::Limit;
use vestibule_store::{Reaper, StoreError};

use crate::{SqlStore, error::failure, row::millis};

/// So many rows at a time, so that nobody waits long for the writer.
const SWATH: i64 = 1_000;

/// Secrets go with what they are of: until then an ended link can say that it has ended.
const ENDED: [&str; 5] = [
    "DELETE FROM sessions WHERE digest IN (SELECT digest FROM sessions WHERE expires_at <= ?1 LIMIT ?2)",
    "DELETE FROM sign_ups WHERE digest IN (SELECT digest FROM sign_ups WHERE expires_at <= ?1 LIMIT ?2)",
    "DELETE FROM challenges WHERE digest IN (SELECT digest FROM challenges WHERE expires_at <= ?1 LIMIT ?2)",
    "DELETE FROM devices WHERE digest IN (SELECT digest FROM devices WHERE expires_at <= ?1 LIMIT ?2)",
    "DELETE FROM org_invitations WHERE id IN (SELECT id FROM org_invitations WHERE expires_at <= ?1 LIMIT ?2)",
];

const DRAINED: &str = "DELETE FROM limits WHERE (name, key) IN (SELECT name, key FROM limits WHERE at <= ?1 LIMIT ?2)";

#[async_trait]
impl Reaper for SqlStore {
    async fn reap(&self, now: OffsetDateTime) -> Result<u64, StoreError> {
        let mut reaped = 0;
        for rows in ENDED {
            reaped += self.mow(rows, now).await?;
        }
        Ok(reaped + self.mow(DRAINED, now - longest_drain()).await?)
    }
}

impl SqlStore {
    async fn mow(&self, rows: &'static str, until: OffsetDateTime) -> Result<u64, StoreError> {
        let mut total = 0;
        loop {
            let query = sqlx::query(rows).bind(millis(until)).bind(SWATH);
            let reaped = query.execute(self.light_writes()).await.map_err(failure)?.rows_affected();
            total += reaped;
            if reaped == 0 {
                return Ok(total);
            }
        }
    }
}

/// The time after which every bucket is empty, however full it was.
fn longest_drain() -> Duration {
    let drain = |limit: Limit| limit.bucket().drain_one * limit.bucket().capacity;
    Limit::ALL.into_iter().map(drain).max().unwrap_or_default()
}
