//! How an account begins without a sign-up: with everything that it has, or not at all.

use sqlx::SqliteConnection;
use vestibule_core::login_state::PasswordUpdateReason;
use vestibule_store::{AccountId, Beginning, Digest, Joining, MailboxProof, NewAccount, Sealed, StoreError};

use crate::{
    SqlStore, accounts,
    error::failure,
    joining,
    row::{millis, run},
};

impl SqlStore {
    /// Begins the account. Whatever stands in its way, dropping the transaction leaves nothing of it.
    pub(crate) async fn begin_whole(&self, new: NewAccount) -> Result<Beginning, StoreError> {
        let mut transaction = self.begin().await?;
        if !insert(&mut transaction, &new).await? {
            return Ok(Beginning::AddressTaken);
        }
        for (name, value) in &new.properties {
            let query = sqlx::query("INSERT INTO properties (account, name, value) VALUES (?1, ?2, ?3)");
            run(&mut transaction, query.bind(&new.id.0).bind(&name.0).bind(value)).await?;
        }
        if let Some((secret, codes)) = &new.second_factor {
            insert_second_factor(&mut transaction, &new, secret, codes).await?;
        }
        if let Some((org, role)) = &new.org
            && joining::enter(&mut transaction, org, &new.id, *role, new.now).await? != Joining::Done
        {
            return Ok(Beginning::NoPlace);
        }
        let account = accounts::within(&mut transaction, &new.id).await?.ok_or(StoreError::Corrupt("id"))?;
        transaction.commit().await.map_err(failure)?;
        Ok(Beginning::Begun(Box::new(account)))
    }
}

/// Says no when the address has an account.
async fn insert(connection: &mut SqliteConnection, new: &NewAccount) -> Result<bool, StoreError> {
    let AccountId(id) = &new.id;
    let (proven_at, was_proven) = match new.mailbox {
        MailboxProof::Proven(at) => (Some(millis(at)), false),
        MailboxProof::AskedAgain => (None, true),
        MailboxProof::Never => (None, false),
    };
    let query = sqlx::query(
        "INSERT INTO accounts (id, email, email_key, email_confirmed_at, email_was_proven, password_hash,
             password_update, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (email_key) DO NOTHING",
    );
    let query = query.bind(id).bind(new.email.as_str()).bind(new.email.key()).bind(proven_at).bind(was_proven);
    let query = query.bind(&new.password_hash).bind(new.password_update.map(PasswordUpdateReason::name));
    Ok(run(connection, query.bind(millis(new.now))).await? == 1)
}

/// An authenticator of which no code was spent yet, and its backup codes, which nobody will be shown again.
async fn insert_second_factor(
    connection: &mut SqliteConnection,
    new: &NewAccount,
    secret: &Sealed,
    codes: &[Digest],
) -> Result<(), StoreError> {
    let query = sqlx::query("INSERT INTO totps (account, secret, since, last_step) VALUES (?1, ?2, ?3, 0)");
    run(connection, query.bind(&new.id.0).bind(&secret.0).bind(millis(new.now))).await?;
    for code in codes {
        let query = sqlx::query("INSERT INTO backup_codes (account, digest) VALUES (?1, ?2)");
        run(connection, query.bind(&new.id.0).bind(&code.0[..])).await?;
    }
    Ok(())
}
