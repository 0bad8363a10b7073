//! The table `accounts`.

use async_trait::async_trait;
use sqlx::sqlite::SqliteRow;
use vestibule_core::email::EmailAddress;
use vestibule_store::{Account, AccountId, Accounts, Demand, StoreError};

use crate::{
    SqlStore,
    error::failure,
    row::{get, get_email, get_time, get_time_if_any},
};

#[async_trait]
impl Accounts for SqlStore {
    async fn account_by_email(&self, email: &EmailAddress) -> Result<Option<Account>, StoreError> {
        let query = sqlx::query("SELECT * FROM accounts WHERE email_key = ?1").bind(email.key());
        query.fetch_optional(self.reads()).await.map_err(failure)?.as_ref().map(account).transpose()
    }

    async fn account(&self, id: &AccountId) -> Result<Option<Account>, StoreError> {
        let query = sqlx::query("SELECT * FROM accounts WHERE id = ?1").bind(&id.0);
        query.fetch_optional(self.reads()).await.map_err(failure)?.as_ref().map(account).transpose()
    }

    async fn rehash(&self, id: &AccountId, old: &str, new: &str) -> Result<bool, StoreError> {
        let query = sqlx::query("UPDATE accounts SET password_hash = ?3 WHERE id = ?1 AND password_hash = ?2");
        let done = query.bind(&id.0).bind(old).bind(new).execute(self.writes()).await.map_err(failure)?;
        Ok(done.rows_affected() == 1)
    }

    async fn demand(&self, email: &EmailAddress, demand: Demand) -> Result<bool, StoreError> {
        let query = match demand {
            Demand::NewPassword => "UPDATE accounts SET new_password_demanded = 1 WHERE email_key = ?1",
            Demand::ConfirmedEmail => "UPDATE accounts SET email_confirmed_at = NULL WHERE email_key = ?1",
        };
        let done = sqlx::query(query).bind(email.key()).execute(self.writes()).await.map_err(failure)?;
        Ok(done.rows_affected() == 1)
    }
}

fn account(row: &SqliteRow) -> Result<Account, StoreError> {
    Ok(Account {
        id: AccountId(get(row, "id")?),
        email: get_email(row, "email")?,
        email_confirmed_at: get_time_if_any(row, "email_confirmed_at")?,
        password_hash: get(row, "password_hash")?,
        new_password_demanded: get(row, "new_password_demanded")?,
        created_at: get_time(row, "created_at")?,
    })
}
