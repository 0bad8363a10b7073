//! The table `sessions`.

use async_trait::async_trait;
use sqlx::{SqliteConnection, sqlite::SqliteRow};
use time::OffsetDateTime;
use vestibule_store::{AccountId, Digest, NewSession, Session, Sessions, StoreError};

use crate::{
    SqlStore,
    error::failure,
    row::{duration_millis, get, get_time, millis},
};

/// How old a mark of use may grow: a page with ten requests writes once.
const MARK_EVERY: time::Duration = time::Duration::MINUTE;

#[async_trait]
impl Sessions for SqlStore {
    async fn begin_session(
        &self,
        account: &AccountId,
        session: NewSession,
        replaces: Option<Digest>,
    ) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        if let Some(replaced) = replaces {
            let query = sqlx::query("DELETE FROM sessions WHERE digest = ?1").bind(&replaced.0[..]);
            query.execute(&mut *transaction).await.map_err(failure)?;
        }
        insert(&mut transaction, account, &session).await?;
        transaction.commit().await.map_err(failure)
    }

    async fn session(
        &self,
        digest: Digest,
        now: OffsetDateTime,
        idle: time::Duration,
    ) -> Result<Option<Session>, StoreError> {
        let query = sqlx::query("SELECT * FROM sessions WHERE digest = ?1 AND expires_at > ?2 AND last_seen_at > ?3")
            .bind(&digest.0[..])
            .bind(millis(now))
            .bind(millis(now).saturating_sub(duration_millis(idle)));
        let Some(row) = query.fetch_optional(self.reads()).await.map_err(failure)? else { return Ok(None) };
        let mut session = read(&row)?;
        if now - session.last_seen_at > MARK_EVERY && self.mark(digest, now).await {
            session.last_seen_at = now;
        }
        Ok(Some(session))
    }

    async fn end_session(&self, digest: Digest) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM sessions WHERE digest = ?1").bind(&digest.0[..]);
        query.execute(self.writes()).await.map(|_| ()).map_err(failure)
    }
}

impl SqlStore {
    /// Marks a session as used, and says whether that worked. A mark that can't be written, because the disk is full,
    /// ends the session sooner and harms nobody: the answer that was read goes out.
    async fn mark(&self, digest: Digest, now: OffsetDateTime) -> bool {
        let query = sqlx::query("UPDATE sessions SET last_seen_at = ?2 WHERE digest = ?1 AND last_seen_at < ?2");
        query.bind(&digest.0[..]).bind(millis(now)).execute(self.light_writes()).await.is_ok()
    }
}

/// Writes a session within the transaction that began it.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    account: &AccountId,
    session: &NewSession,
) -> Result<(), StoreError> {
    let query = sqlx::query(
        "INSERT INTO sessions (digest, account, created_at, last_seen_at, expires_at) VALUES (?1, ?2, ?3, ?3, ?4)",
    );
    let query = query.bind(&session.digest.0[..]).bind(&account.0);
    let query = query.bind(millis(session.now)).bind(millis(session.expires_at));
    query.execute(connection).await.map(|_| ()).map_err(failure)
}

fn read(row: &SqliteRow) -> Result<Session, StoreError> {
    Ok(Session {
        account: AccountId(get(row, "account")?),
        created_at: get_time(row, "created_at")?,
        last_seen_at: get_time(row, "last_seen_at")?,
        expires_at: get_time(row, "expires_at")?,
    })
}
