//! The table `outbox`.

use async_trait::async_trait;
use sqlx::{SqliteConnection, sqlite::SqliteRow};
use time::OffsetDateTime;
use vestibule_store::{Letter, LetterId, Outbox, Sealed, StoreError};

use crate::{
    SqlStore,
    error::failure,
    row::{get, get_count, millis},
};

#[async_trait]
impl Outbox for SqlStore {
    async fn queue_letter(&self, now: OffsetDateTime, letter: &Sealed) -> Result<(), StoreError> {
        let query = sqlx::query("INSERT INTO outbox (sealed, due_at) VALUES (?1, ?2)");
        let query = query.bind(&letter.0).bind(millis(now));
        query.execute(self.writes()).await.map(|_| ()).map_err(failure)
    }

    async fn due_letters(
        &self,
        now: OffsetDateTime,
        retry_at: OffsetDateTime,
        at_most: u16,
    ) -> Result<Vec<Letter>, StoreError> {
        let query = sqlx::query(
            "UPDATE outbox SET due_at = ?2, attempts = attempts + 1
             WHERE id IN (SELECT id FROM outbox WHERE due_at <= ?1 ORDER BY due_at, id LIMIT ?3)
             RETURNING id, attempts - 1 AS attempts, sealed",
        );
        let query = query.bind(millis(now)).bind(millis(retry_at)).bind(at_most);
        let rows = query.fetch_all(self.writes()).await.map_err(failure)?;
        let mut letters = rows.iter().map(letter).collect::<Result<Vec<_>, _>>()?;
        // SQLite returns updated rows in any order.
        letters.sort_by_key(|letter| letter.id.0);
        Ok(letters)
    }

    async fn forget_letter(&self, id: LetterId) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM outbox WHERE id = ?1").bind(id.0);
        query.execute(self.writes()).await.map(|_| ()).map_err(failure)
    }

    async fn put_off_letter(&self, id: LetterId, until: OffsetDateTime) -> Result<(), StoreError> {
        let query = sqlx::query("UPDATE outbox SET due_at = ?2 WHERE id = ?1").bind(id.0).bind(millis(until));
        query.execute(self.writes()).await.map(|_| ()).map_err(failure)
    }
}

/// Queues a letter within the transaction that wants it sent. It is due at once.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    now: OffsetDateTime,
    letter: &Sealed,
) -> Result<(), StoreError> {
    let query = sqlx::query("INSERT INTO outbox (sealed, due_at) VALUES (?1, ?2)").bind(&letter.0).bind(millis(now));
    query.execute(connection).await.map(|_| ()).map_err(failure)
}

/// Takes the letter back that was queued last in this transaction.
pub(crate) async fn take_back(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let query = sqlx::query("DELETE FROM outbox WHERE id = last_insert_rowid()");
    query.execute(connection).await.map(|_| ()).map_err(failure)
}

fn letter(row: &SqliteRow) -> Result<Letter, StoreError> {
    Ok(Letter {
        id: LetterId(get(row, "id")?),
        attempts: get_count(row, "attempts")?,
        sealed: Sealed(get(row, "sealed")?),
    })
}
