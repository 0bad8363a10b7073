//! How a sign-up becomes an account: once, whoever asks and however many at a time (L-03, Q-09).

use std::collections::BTreeMap;

use sqlx::{Sqlite, SqliteConnection, Transaction, sqlite::SqliteRow};
use time::OffsetDateTime;
use vestibule_core::email::EmailAddress;
use vestibule_store::{Account, AccountId, Confirmation, Digest, MailboxProof, NewSession, StoreError};

use crate::{
    SqlStore,
    error::failure,
    row::{get, get_digest, get_email, millis},
    sessions,
};

/// What shows that somebody reads the mailbox.
pub(crate) enum Proof {
    /// A code counts for the sign-up of the browser that asked for it, and for no other: it is short.
    Code { sign_up: Digest, code: Digest },
    /// A link is long enough to find its sign-up by itself.
    Link(Digest),
}

/// The sign-ups that a proof is for, unless it has ended. Parameter 1 is the time.
macro_rules! sign_ups_of {
    (code) => {
        "(SELECT sign_up FROM sign_up_secrets WHERE sign_up = ?2 AND code = ?3 AND expires_at > ?1)"
    };
    (link) => {
        "(SELECT sign_up FROM sign_up_secrets WHERE link = ?2 AND expires_at > ?1)"
    };
}

/// The claim. A sign-up without a password was started for a taken address: nothing can claim it.
macro_rules! claim {
    ($proof:ident) => {
        concat!(
            "UPDATE sign_ups SET confirmed_at = ?1 WHERE digest IN ",
            sign_ups_of!($proof),
            " AND confirmed_at IS NULL AND password_hash IS NOT NULL AND expires_at > ?1
             RETURNING digest, email, password_hash"
        )
    };
}

/// Whether the proof was right, but too late.
macro_rules! was_claimed {
    ($proof:ident) => {
        concat!(
            "SELECT digest FROM sign_ups WHERE digest IN ",
            sign_ups_of!($proof),
            " AND confirmed_at IS NOT NULL AND expires_at > ?1"
        )
    };
}

impl SqlStore {
    /// Claims the sign-up, begins account and session, and forgets the password's copy: all of it or nothing.
    pub(crate) async fn confirm(
        &self,
        proof: Proof,
        account: AccountId,
        session: NewSession,
    ) -> Result<Confirmation, StoreError> {
        let mut transaction = self.begin().await?;
        let (claim, was_claimed) = match proof {
            Proof::Code { .. } => (claim!(code), was_claimed!(code)),
            Proof::Link(_) => (claim!(link), was_claimed!(link)),
        };
        let Some(claimed) = ask(&mut transaction, claim, &proof, session.now).await? else {
            let late = ask(&mut transaction, was_claimed, &proof, session.now).await?.is_some();
            return Ok(if late { Confirmation::AlreadyConfirmed } else { Confirmation::NoMatch });
        };
        let account = Account {
            id: account,
            email: get_email(&claimed, "email")?,
            mailbox: MailboxProof::Proven(session.now),
            password_hash: Some(get(&claimed, "password_hash")?),
            password_update: None,
            disabled_at: None,
            created_at: session.now,
            second_factors: Vec::new(),
            organisations: 0,
            properties: BTreeMap::new(),
        };
        if !insert(&mut transaction, &account).await? {
            // Dropping the transaction takes the claim back: the next try hears the same.
            return Ok(Confirmation::AddressTaken);
        }
        sessions::insert(&mut transaction, &account.id, &session).await?;
        forget_password(&mut transaction, get_digest(&claimed, "digest")?).await?;
        transaction.commit().await.map_err(failure)?;
        Ok(Confirmation::Confirmed(account))
    }
}

async fn ask(
    transaction: &mut Transaction<'_, Sqlite>,
    question: &'static str,
    proof: &Proof,
    now: OffsetDateTime,
) -> Result<Option<SqliteRow>, StoreError> {
    let query = sqlx::query(question).bind(millis(now));
    let query = match proof {
        Proof::Code { sign_up, code } => query.bind(&sign_up.0[..]).bind(&code.0[..]),
        Proof::Link(link) => query.bind(&link.0[..]),
    };
    query.fetch_optional(&mut **transaction).await.map_err(failure)
}

/// Makes the account, whose mailbox was just proven, unless its address has one. Says whether it did.
async fn insert(connection: &mut SqliteConnection, account: &Account) -> Result<bool, StoreError> {
    let query = sqlx::query(
        "INSERT INTO accounts (id, email, email_key, email_confirmed_at, password_hash, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?4) ON CONFLICT (email_key) DO NOTHING",
    );
    let query = query.bind(&account.id.0).bind(account.email.as_str()).bind(EmailAddress::key(&account.email));
    let query = query.bind(millis(account.created_at)).bind(&account.password_hash);
    let done = query.execute(connection).await.map_err(failure)?;
    Ok(done.rows_affected() == 1)
}

async fn forget_password(connection: &mut SqliteConnection, sign_up: Digest) -> Result<(), StoreError> {
    let query = sqlx::query("UPDATE sign_ups SET password_hash = NULL WHERE digest = ?1").bind(&sign_up.0[..]);
    query.execute(connection).await.map(|_| ()).map_err(failure)
}
