//! The table `sessions`.

use async_trait::async_trait;
use sqlx::{SqliteConnection, sqlite::SqliteRow};
use time::OffsetDateTime;
use vestibule_store::{
    AccountId, Digest, MAX_SESSIONS, NewSession, Place, Session, SessionEnd, SessionId, SessionProof, Sessions,
    StoreError,
};

use crate::{
    SqlStore, endings,
    error::failure,
    row::{duration_millis, get, get_time, get_time_if_any, millis, one, run},
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
    ) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        let query = sqlx::query("SELECT 1 FROM accounts WHERE id = ?1 AND disabled_at IS NULL").bind(&account.0);
        if one(&mut transaction, query).await?.is_none() {
            return Ok(false);
        }
        if let Some(replaced) = replaces {
            end(&mut transaction, replaced).await?;
        }
        insert(&mut transaction, account, &session).await?;
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn renew_session(
        &self,
        account: &AccountId,
        session: NewSession,
        replaces: Digest,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        if !end_own(&mut transaction, account, replaces).await? {
            return Ok(false);
        }
        insert(&mut transaction, account, &session).await?;
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn session(
        &self,
        digest: Digest,
        now: OffsetDateTime,
        idle: time::Duration,
    ) -> Result<Option<Session>, StoreError> {
        let Some(mut session) = self.peek_session(digest, now, idle).await? else { return Ok(None) };
        if now - session.last_seen_at > MARK_EVERY && self.mark(digest, now).await {
            session.last_seen_at = now;
        }
        Ok(Some(session))
    }

    async fn peek_session(
        &self,
        digest: Digest,
        now: OffsetDateTime,
        idle: time::Duration,
    ) -> Result<Option<Session>, StoreError> {
        let query = sqlx::query("SELECT * FROM sessions WHERE digest = ?1 AND expires_at > ?2 AND last_seen_at > ?3")
            .bind(&digest.0[..])
            .bind(millis(now))
            .bind(millis(now).saturating_sub(duration_millis(idle)));
        let row = query.fetch_optional(self.reads()).await.map_err(failure)?;
        row.as_ref().map(read).transpose()
    }

    async fn session_end(
        &self,
        digest: Digest,
        now: OffsetDateTime,
        idle: time::Duration,
    ) -> Result<Option<SessionEnd>, StoreError> {
        let query = sqlx::query("SELECT last_seen_at, expires_at FROM sessions WHERE digest = ?1");
        let row = query.bind(&digest.0[..]).fetch_optional(self.reads()).await.map_err(failure)?;
        let Some(row) = row else { return Ok(None) };
        let (unused_at, over_at) =
            (get::<i64>(&row, "last_seen_at")?.saturating_add(duration_millis(idle)), get::<i64>(&row, "expires_at")?);
        // Both may have come: the first was the end.
        let end = if unused_at < over_at { SessionEnd::Unused } else { SessionEnd::Over };
        Ok((unused_at.min(over_at) <= millis(now)).then_some(end))
    }

    async fn sessions_of(
        &self,
        account: &AccountId,
        now: OffsetDateTime,
        idle: time::Duration,
    ) -> Result<Vec<Session>, StoreError> {
        let query = sqlx::query(
            "SELECT * FROM sessions WHERE account = ?1 AND expires_at > ?2 AND last_seen_at > ?3
             ORDER BY last_seen_at DESC, created_at DESC, id",
        );
        let query = query.bind(&account.0).bind(millis(now));
        let query = query.bind(millis(now).saturating_sub(duration_millis(idle)));
        query.fetch_all(self.reads()).await.map_err(failure)?.iter().map(read).collect()
    }

    async fn end_session(&self, digest: Digest) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM sessions WHERE digest = ?1").bind(&digest.0[..]);
        query.execute(self.writes()).await.map(|_| ()).map_err(failure)
    }

    async fn end_session_of(&self, account: &AccountId, id: &SessionId) -> Result<bool, StoreError> {
        let query = sqlx::query("DELETE FROM sessions WHERE account = ?1 AND id = ?2").bind(&account.0).bind(&id.0);
        let done = query.execute(self.writes()).await.map_err(failure)?;
        Ok(done.rows_affected() == 1)
    }

    async fn end_sessions(&self, account: &AccountId, keep: Option<Digest>) -> Result<u32, StoreError> {
        let mut transaction = self.begin().await?;
        let ended = endings::sessions(&mut transaction, account, keep).await?;
        transaction.commit().await.map_err(failure)?;
        Ok(u32::try_from(ended).unwrap_or(u32::MAX))
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

/// Writes a session within the transaction that began it, and ends what is one too many.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    account: &AccountId,
    session: &NewSession,
) -> Result<(), StoreError> {
    let query = sqlx::query(
        "INSERT INTO sessions (digest, id, account, created_at, last_seen_at, expires_at, first_factor_at,
                               second_factor_at, fresh_at, device, address)
         VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    );
    let query = query.bind(&session.digest.0[..]).bind(&session.id.0).bind(&account.0);
    let query = query.bind(millis(session.now)).bind(millis(session.expires_at));
    let SessionProof { first_factor_at, second_factor_at, fresh_at } = session.proof;
    let query = query.bind(millis(first_factor_at)).bind(second_factor_at.map(millis)).bind(millis(fresh_at));
    let query = query.bind(&session.place.device).bind(session.place.address.to_string());
    run(connection, query).await?;
    // The new one comes first even when the clock was set back.
    let query = sqlx::query(
        "DELETE FROM sessions WHERE digest IN (SELECT digest FROM sessions WHERE account = ?1 AND expires_at > ?3
             ORDER BY digest = ?2 DESC, last_seen_at DESC, created_at DESC LIMIT -1 OFFSET ?4)",
    );
    let query = query.bind(&account.0).bind(&session.digest.0[..]).bind(millis(session.now)).bind(MAX_SESSIONS);
    run(connection, query).await.map(|_| ())
}

/// Ends the session of a cookie within a transaction.
pub(crate) async fn end(connection: &mut SqliteConnection, digest: Digest) -> Result<(), StoreError> {
    let query = sqlx::query("DELETE FROM sessions WHERE digest = ?1").bind(&digest.0[..]);
    run(connection, query).await.map(|_| ())
}

/// Ends the session of a cookie if it is this account's. Says whether it was.
pub(crate) async fn end_own(
    connection: &mut SqliteConnection,
    account: &AccountId,
    digest: Digest,
) -> Result<bool, StoreError> {
    let query = sqlx::query("DELETE FROM sessions WHERE digest = ?1 AND account = ?2");
    Ok(run(connection, query.bind(&digest.0[..]).bind(&account.0)).await? == 1)
}

fn read(row: &SqliteRow) -> Result<Session, StoreError> {
    Ok(Session {
        id: SessionId(get(row, "id")?),
        account: AccountId(get(row, "account")?),
        created_at: get_time(row, "created_at")?,
        last_seen_at: get_time(row, "last_seen_at")?,
        expires_at: get_time(row, "expires_at")?,
        proof: SessionProof {
            first_factor_at: get_time(row, "first_factor_at")?,
            second_factor_at: get_time_if_any(row, "second_factor_at")?,
            fresh_at: get_time(row, "fresh_at")?,
        },
        place: Place {
            device: get(row, "device")?,
            address: get::<&str>(row, "address")?.parse().map_err(|_| StoreError::Corrupt("address"))?,
        },
    })
}
