//! The tables `accounts` and `properties`.

use async_trait::async_trait;
use sqlx::{
    Sqlite, SqliteConnection,
    query::Query,
    sqlite::{SqliteArguments, SqliteRow},
};
use time::OffsetDateTime;
use vestibule_core::{
    email::EmailAddress,
    login_state::{PasswordUpdateReason, PropertyName, SecondFactor},
};
use vestibule_store::{
    Account, AccountId, Accounts, Beginning, Demand, MailboxProof, NewAccount, NewPassword, StoreError,
};

use crate::{
    SqlStore,
    endings::{self, Mails},
    error::failure,
    outbox,
    row::{get, get_email, get_time, get_time_if_any, millis, one, run},
};

/// An account with all that a login state is decided from, in one question: it is asked at every request. Each property
/// is a row; an account without any is one.
macro_rules! account_where {
    ($condition:literal) => {
        concat!(
            "SELECT accounts.*, properties.name AS property, properties.value,
                 EXISTS (SELECT 1 FROM totps WHERE totps.account = accounts.id AND secret IS NOT NULL) AS has_totp,
                 (SELECT COUNT(*) FROM org_members WHERE org_members.account = accounts.id) AS organisations
             FROM accounts LEFT JOIN properties ON properties.account = accounts.id WHERE ",
            $condition
        )
    };
}

#[async_trait]
impl Accounts for SqlStore {
    async fn account_by_email(&self, email: &EmailAddress) -> Result<Option<Account>, StoreError> {
        let query = sqlx::query(account_where!("accounts.email_key = ?1")).bind(email.key());
        account(&query.fetch_all(self.reads()).await.map_err(failure)?)
    }

    async fn account(&self, id: &AccountId) -> Result<Option<Account>, StoreError> {
        account(&by_id(id).fetch_all(self.reads()).await.map_err(failure)?)
    }

    async fn begin_account(&self, account: NewAccount) -> Result<Beginning, StoreError> {
        self.begin_whole(account).await
    }

    async fn rehash(&self, id: &AccountId, old: &str, new: &str) -> Result<bool, StoreError> {
        let query = sqlx::query("UPDATE accounts SET password_hash = ?3 WHERE id = ?1 AND password_hash = ?2");
        let done = query.bind(&id.0).bind(old).bind(new).execute(self.writes()).await.map_err(failure)?;
        Ok(done.rows_affected() == 1)
    }

    async fn replace_password(&self, id: &AccountId, password: NewPassword) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        set_password(&mut transaction, id, &password.hash).await?;
        endings::sessions(&mut transaction, id, Some(password.keep)).await?;
        endings::devices(&mut transaction, id).await?;
        endings::challenges(&mut transaction, id, Mails::AllButUndoing).await?;
        outbox::insert(&mut transaction, password.now, &password.notice).await?;
        transaction.commit().await.map_err(failure)
    }

    async fn demand(&self, email: &EmailAddress, demand: Demand) -> Result<bool, StoreError> {
        let query = match demand {
            Demand::NewPassword(reason) => {
                let query = sqlx::query("UPDATE accounts SET password_update = ?2 WHERE email_key = ?1");
                query.bind(email.key()).bind(reason.name())
            }
            Demand::ConfirmedEmail => sqlx::query(
                "UPDATE accounts SET email_confirmed_at = NULL,
                     email_was_proven = email_was_proven OR email_confirmed_at IS NOT NULL WHERE email_key = ?1",
            )
            .bind(email.key()),
            Demand::UnprovenEmail => sqlx::query(
                "UPDATE accounts SET email_confirmed_at = NULL, email_was_proven = FALSE WHERE email_key = ?1",
            )
            .bind(email.key()),
        };
        let done = query.execute(self.writes()).await.map_err(failure)?;
        Ok(done.rows_affected() == 1)
    }

    async fn disable(&self, email: &EmailAddress, since: Option<OffsetDateTime>) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        let query = sqlx::query("UPDATE accounts SET disabled_at = ?2 WHERE email_key = ?1 RETURNING id");
        let query = query.bind(email.key()).bind(since.map(millis));
        let Some(row) = one(&mut transaction, query).await? else { return Ok(false) };
        if since.is_some() {
            let id = AccountId(get(&row, "id")?);
            endings::sessions(&mut transaction, &id, None).await?;
            endings::devices(&mut transaction, &id).await?;
            endings::challenges(&mut transaction, &id, Mails::All).await?;
        }
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn set_property(&self, id: &AccountId, name: &PropertyName, value: Option<&str>) -> Result<(), StoreError> {
        let query = match value {
            Some(value) => sqlx::query(
                "INSERT INTO properties (account, name, value) VALUES (?1, ?2, ?3)
                 ON CONFLICT (account, name) DO UPDATE SET value = excluded.value",
            )
            .bind(&id.0)
            .bind(&name.0)
            .bind(value),
            None => sqlx::query("DELETE FROM properties WHERE account = ?1 AND name = ?2").bind(&id.0).bind(&name.0),
        };
        query.execute(self.writes()).await.map(|_| ()).map_err(failure)
    }
}

/// The account as it is within a transaction.
pub(crate) async fn within(connection: &mut SqliteConnection, id: &AccountId) -> Result<Option<Account>, StoreError> {
    account(&by_id(id).fetch_all(connection).await.map_err(failure)?)
}

/// Gives the account another password, which meets every demand for one.
pub(crate) async fn set_password(
    connection: &mut SqliteConnection,
    id: &AccountId,
    hash: &str,
) -> Result<(), StoreError> {
    let query = sqlx::query("UPDATE accounts SET password_hash = ?2, password_update = NULL WHERE id = ?1");
    run(connection, query.bind(&id.0).bind(hash)).await.map(|_| ())
}

fn by_id(id: &AccountId) -> Query<'_, Sqlite, SqliteArguments> {
    sqlx::query(account_where!("accounts.id = ?1")).bind(&id.0)
}

fn account(rows: &[SqliteRow]) -> Result<Option<Account>, StoreError> {
    let Some(row) = rows.first() else { return Ok(None) };
    let property = |row| {
        let name = get::<Option<String>>(row, "property")?;
        name.map(|name| Ok((PropertyName(name), get(row, "value")?))).transpose()
    };
    let demand = get::<Option<&str>>(row, "password_update")?;
    let reason = |word| PasswordUpdateReason::from_name(word).ok_or(StoreError::Corrupt("password_update"));
    Ok(Some(Account {
        id: AccountId(get(row, "id")?),
        email: get_email(row, "email")?,
        mailbox: mailbox(row)?,
        password_hash: get(row, "password_hash")?,
        password_update: demand.map(reason).transpose()?,
        disabled_at: get_time_if_any(row, "disabled_at")?,
        created_at: get_time(row, "created_at")?,
        second_factors: if get(row, "has_totp")? { vec![SecondFactor::Totp] } else { Vec::new() },
        organisations: get(row, "organisations")?,
        properties: rows.iter().filter_map(|row| property(row).transpose()).collect::<Result<_, _>>()?,
    }))
}

fn mailbox(row: &SqliteRow) -> Result<MailboxProof, StoreError> {
    Ok(match get_time_if_any(row, "email_confirmed_at")? {
        Some(at) => MailboxProof::Proven(at),
        None if get(row, "email_was_proven")? => MailboxProof::AskedAgain,
        None => MailboxProof::Never,
    })
}
