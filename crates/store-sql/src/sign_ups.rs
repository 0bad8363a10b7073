//! The tables `sign_ups` and `sign_up_secrets`: waiting. How waiting ends is in `claims`.

use async_trait::async_trait;
use sqlx::{SqliteConnection, sqlite::SqliteRow};
use time::OffsetDateTime;
use vestibule_store::{
    AccountId, Confirmation, Digest, NewSend, NewSession, NewSignUp, SignUp, SignUpPassword, SignUps, StoreError,
};

use crate::{
    SqlStore,
    claims::Proof,
    error::failure,
    outbox,
    row::{get, get_count, get_digest, get_email, get_time, get_time_if_any, millis},
};

#[async_trait]
impl SignUps for SqlStore {
    async fn start_sign_up(&self, sign_up: NewSignUp, replaces: Option<Digest>) -> Result<(), StoreError> {
        let password_hash = match &sign_up.password {
            SignUpPassword::Chosen(hash) => Some(hash),
            SignUpPassword::AddressTaken => None,
        };
        let mut transaction = self.begin().await?;
        if let Some(replaced) = replaces {
            let query = sqlx::query("DELETE FROM sign_ups WHERE digest = ?1").bind(&replaced.0[..]);
            query.execute(&mut *transaction).await.map_err(failure)?;
        }
        let query = sqlx::query(
            "INSERT INTO sign_ups (digest, email, password_hash, started_at, sent_at, sends, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?4, 1, ?5)",
        );
        let query = query.bind(&sign_up.digest.0[..]).bind(sign_up.email.as_str()).bind(password_hash);
        let query = query.bind(millis(sign_up.now)).bind(millis(sign_up.expires_at));
        query.execute(&mut *transaction).await.map_err(failure)?;
        insert_send(&mut transaction, sign_up.digest, sign_up.now, &sign_up.send).await?;
        transaction.commit().await.map_err(failure)
    }

    async fn sign_up(&self, digest: Digest, now: OffsetDateTime) -> Result<Option<SignUp>, StoreError> {
        let query = sqlx::query("SELECT * FROM sign_ups WHERE digest = ?1 AND expires_at > ?2");
        let query = query.bind(&digest.0[..]).bind(millis(now));
        query.fetch_optional(self.reads()).await.map_err(failure)?.as_ref().map(read).transpose()
    }

    async fn send_again(
        &self,
        digest: Digest,
        expected_sends: u16,
        now: OffsetDateTime,
        send: NewSend,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        let query = sqlx::query(
            "UPDATE sign_ups SET sends = sends + 1, sent_at = ?3
             WHERE digest = ?1 AND sends = ?2 AND confirmed_at IS NULL AND expires_at > ?3",
        );
        let query = query.bind(&digest.0[..]).bind(expected_sends).bind(millis(now));
        if query.execute(&mut *transaction).await.map_err(failure)?.rows_affected() == 0 {
            return Ok(false);
        }
        insert_send(&mut transaction, digest, now, &send).await?;
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn sign_up_by_link(&self, link: Digest, now: OffsetDateTime) -> Result<Option<(Digest, SignUp)>, StoreError> {
        let query = sqlx::query(
            "SELECT sign_ups.* FROM sign_up_secrets JOIN sign_ups ON sign_ups.digest = sign_up_secrets.sign_up
             WHERE link = ?1 AND sign_up_secrets.expires_at > ?2 AND sign_ups.expires_at > ?2 AND confirmed_at IS NULL",
        );
        let query = query.bind(&link.0[..]).bind(millis(now));
        let row = query.fetch_optional(self.reads()).await.map_err(failure)?;
        row.map(|row| Ok((get_digest(&row, "digest")?, read(&row)?))).transpose()
    }

    async fn sign_up_by_ended_link(
        &self,
        link: Digest,
        now: OffsetDateTime,
    ) -> Result<Option<(Digest, SignUp)>, StoreError> {
        let query = sqlx::query(
            "SELECT sign_ups.* FROM sign_up_secrets JOIN sign_ups ON sign_ups.digest = sign_up_secrets.sign_up
             WHERE link = ?1 AND sign_ups.expires_at > ?2
                 AND (sign_up_secrets.expires_at <= ?2 OR confirmed_at IS NOT NULL)",
        );
        let query = query.bind(&link.0[..]).bind(millis(now));
        let row = query.fetch_optional(self.reads()).await.map_err(failure)?;
        row.map(|row| Ok((get_digest(&row, "digest")?, read(&row)?))).transpose()
    }

    async fn confirm_by_code(
        &self,
        digest: Digest,
        code: Digest,
        account: AccountId,
        session: NewSession,
    ) -> Result<Confirmation, StoreError> {
        self.confirm(Proof::Code { sign_up: digest, code }, account, session).await
    }

    async fn confirm_by_link(
        &self,
        link: Digest,
        account: AccountId,
        session: NewSession,
    ) -> Result<Confirmation, StoreError> {
        self.confirm(Proof::Link(link), account, session).await
    }
}

/// Queues the letter and keeps its secrets; the three newest of the sign-up are good.
async fn insert_send(
    connection: &mut SqliteConnection,
    sign_up: Digest,
    now: OffsetDateTime,
    send: &NewSend,
) -> Result<(), StoreError> {
    if let Some((code, link)) = send.secrets {
        let query =
            sqlx::query("INSERT INTO sign_up_secrets (sign_up, code, link, expires_at) VALUES (?1, ?2, ?3, ?4)");
        let query = query.bind(&sign_up.0[..]).bind(&code.0[..]).bind(&link.0[..]);
        query.bind(millis(send.secrets_expire_at)).execute(&mut *connection).await.map_err(failure)?;
        let query = sqlx::query(
            "UPDATE sign_up_secrets SET expires_at = 0 WHERE sign_up = ?1 AND id NOT IN
             (SELECT id FROM sign_up_secrets WHERE sign_up = ?1 ORDER BY id DESC LIMIT 3)",
        );
        query.bind(&sign_up.0[..]).execute(&mut *connection).await.map_err(failure)?;
    }
    outbox::insert(connection, now, &send.letter).await
}

fn read(row: &SqliteRow) -> Result<SignUp, StoreError> {
    Ok(SignUp {
        email: get_email(row, "email")?,
        // A confirmed sign-up has given its password away: its address is taken now, by its own account.
        password: get::<Option<String>>(row, "password_hash")?
            .map_or(SignUpPassword::AddressTaken, SignUpPassword::Chosen),
        started_at: get_time(row, "started_at")?,
        sent_at: get_time(row, "sent_at")?,
        sends: get_count(row, "sends")?,
        expires_at: get_time(row, "expires_at")?,
        confirmed: get_time_if_any(row, "confirmed_at")?.is_some(),
    })
}
