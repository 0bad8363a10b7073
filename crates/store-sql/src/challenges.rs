//! The tables `challenges` and `challenge_secrets`: waiting. How waiting ends is in `answers`.

use async_trait::async_trait;
use sqlx::{SqliteConnection, sqlite::SqliteRow};
use time::OffsetDateTime;
use vestibule_core::challenge::{LinkEnd, Purpose};
use vestibule_store::{
    AccountId, Challenge, Challenges, Claimed, Digest, Effect, EndedLink, MailProof, NewChallenge, NewSend, StoreError,
};

use crate::{
    SqlStore, answers, endings,
    error::failure,
    outbox,
    row::{get, get_count, get_digest, get_email, get_time, get_time_if_any, get_word, millis, one, run},
};

#[async_trait]
impl Challenges for SqlStore {
    async fn start_challenge(&self, challenge: NewChallenge, replaces: Option<Digest>) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        if let Some(replaced) = replaces {
            endings::challenge(&mut transaction, replaced).await?;
        }
        insert(&mut transaction, &challenge).await?;
        transaction.commit().await.map_err(failure)
    }

    async fn challenge(
        &self,
        digest: Digest,
        purpose: Purpose,
        now: OffsetDateTime,
    ) -> Result<Option<Challenge>, StoreError> {
        let query = sqlx::query("SELECT * FROM challenges WHERE digest = ?1 AND purpose = ?2 AND expires_at > ?3");
        let query = query.bind(&digest.0[..]).bind(purpose.name()).bind(millis(now));
        query.fetch_optional(self.reads()).await.map_err(failure)?.as_ref().map(read).transpose()
    }

    async fn send_challenge_again(
        &self,
        digest: Digest,
        expected_sends: u16,
        now: OffsetDateTime,
        send: NewSend,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        let query = sqlx::query(
            "UPDATE challenges SET sends = sends + 1, sent_at = ?3
             WHERE digest = ?1 AND sends = ?2 AND expires_at > ?3 RETURNING account",
        );
        let query = query.bind(&digest.0[..]).bind(expected_sends).bind(millis(now));
        let Some(row) = one(&mut transaction, query).await? else { return Ok(false) };
        let is_heard = get::<Option<&str>>(&row, "account")?.is_some();
        insert_send(&mut transaction, digest, now, &send, is_heard).await?;
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn challenge_by_link(
        &self,
        link: Digest,
        purpose: Purpose,
        now: OffsetDateTime,
    ) -> Result<Option<(Digest, Challenge)>, StoreError> {
        let query = sqlx::query(
            "SELECT challenges.* FROM challenge_secrets JOIN challenges ON challenges.digest = challenge
             WHERE link = ?1 AND purpose = ?2 AND challenge_secrets.expires_at > ?3 AND challenges.expires_at > ?3",
        );
        let query = query.bind(&link.0[..]).bind(purpose.name()).bind(millis(now));
        let row = query.fetch_optional(self.reads()).await.map_err(failure)?;
        row.map(|row| Ok((get_digest(&row, "digest")?, read(&row)?))).transpose()
    }

    async fn ended_link(
        &self,
        link: Digest,
        purpose: Purpose,
        now: OffsetDateTime,
    ) -> Result<Option<EndedLink>, StoreError> {
        let query = sqlx::query(
            "SELECT email, spent_at FROM challenge_secrets JOIN challenges ON challenges.digest = challenge
             WHERE link = ?1 AND purpose = ?2 AND challenge_secrets.expires_at <= ?3 AND challenges.expires_at > ?3",
        );
        let query = query.bind(&link.0[..]).bind(purpose.name()).bind(millis(now));
        let Some(row) = query.fetch_optional(self.reads()).await.map_err(failure)? else { return Ok(None) };
        let spent_at = get_time_if_any(&row, "spent_at")?;
        let end = spent_at.map_or(LinkEnd::Over, |_| LinkEnd::Used);
        Ok(Some(EndedLink { email: get_email(&row, "email")?, end }))
    }

    async fn exchange_code(
        &self,
        challenge: Digest,
        purpose: Purpose,
        code: Digest,
        link: Digest,
        now: OffsetDateTime,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        // What is spent has no end of its own any more: it is asked for first, and nobody else writes meanwhile.
        let query = sqlx::query("SELECT expires_at FROM challenge_secrets WHERE challenge = ?1 AND code = ?2");
        let Some(good) = one(&mut transaction, query.bind(&challenge.0[..]).bind(&code.0[..])).await? else {
            return Ok(false);
        };
        let code = MailProof::Code { challenge, code };
        if answers::spend(&mut transaction, purpose, code, now).await?.is_none() {
            return Ok(false);
        }
        let query = sqlx::query("INSERT INTO challenge_secrets (challenge, link, expires_at) VALUES (?1, ?2, ?3)");
        let query = query.bind(&challenge.0[..]).bind(&link.0[..]).bind(get::<i64>(&good, "expires_at")?);
        run(&mut transaction, query).await?;
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn claim_challenge(
        &self,
        purpose: Purpose,
        proof: MailProof,
        effect: Effect,
        now: OffsetDateTime,
    ) -> Result<Claimed, StoreError> {
        answers::claim(self, purpose, proof, effect, now).await
    }
}

/// Starts a challenge within a transaction.
pub(crate) async fn insert(connection: &mut SqliteConnection, challenge: &NewChallenge) -> Result<(), StoreError> {
    let query = sqlx::query(
        "INSERT INTO challenges (digest, purpose, account, email, sent_at, sends, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)",
    );
    let query = query.bind(&challenge.digest.0[..]).bind(challenge.purpose.name());
    let query = query.bind(challenge.account.as_ref().map(|id| &id.0)).bind(challenge.email.as_str());
    run(connection, query.bind(millis(challenge.now)).bind(millis(challenge.expires_at))).await?;
    let is_heard = challenge.account.is_some();
    insert_send(connection, challenge.digest, challenge.now, &challenge.send, is_heard).await
}

/// Keeps the secrets of a mail, the three newest of the challenge, and queues the letter if anybody is to hear it. If
/// not, the secrets answer nothing, and the letter is taken back: the same work for every address (E-04).
async fn insert_send(
    connection: &mut SqliteConnection,
    challenge: Digest,
    now: OffsetDateTime,
    send: &NewSend,
    is_heard: bool,
) -> Result<(), StoreError> {
    if let Some((code, link)) = send.secrets {
        let query =
            sqlx::query("INSERT INTO challenge_secrets (challenge, code, link, expires_at) VALUES (?1, ?2, ?3, ?4)");
        let query = query.bind(&challenge.0[..]).bind(&code.0[..]).bind(&link.0[..]);
        run(connection, query.bind(millis(send.secrets_expire_at))).await?;
        let query = sqlx::query(
            "UPDATE challenge_secrets SET code = NULL, expires_at = 0 WHERE challenge = ?1 AND id NOT IN
             (SELECT id FROM challenge_secrets WHERE challenge = ?1 ORDER BY id DESC LIMIT 3)",
        );
        run(connection, query.bind(&challenge.0[..])).await?;
    }
    outbox::insert(connection, now, &send.letter).await?;
    if is_heard { Ok(()) } else { outbox::take_back(connection).await }
}

fn read(row: &SqliteRow) -> Result<Challenge, StoreError> {
    Ok(Challenge {
        purpose: get_word(row, "purpose", Purpose::from_name)?,
        account: get::<Option<String>>(row, "account")?.map(AccountId),
        email: get_email(row, "email")?,
        sent_at: get_time(row, "sent_at")?,
        sends: get_count(row, "sends")?,
    })
}
