//! The table `totps`, and how a factor that was right opens a session. Backup codes and devices have files of their own.

use async_trait::async_trait;
use sqlx::{SqliteConnection, sqlite::SqliteRow};
use time::OffsetDateTime;
use vestibule_core::totp::Step;
use vestibule_store::{
    AccountId, ActiveTotp, Device, Digest, Enrolment, NewBackupCodes, Pass, Sealed, SecondFactors, StoreError, Totp,
};

use crate::{
    SqlStore, backup_codes, devices, endings,
    error::failure,
    outbox,
    row::{get, get_sealed_if_any, get_time, millis, run},
    sessions,
};

#[async_trait]
impl SecondFactors for SqlStore {
    async fn totp(&self, account: &AccountId) -> Result<Option<Totp>, StoreError> {
        let query = sqlx::query("SELECT * FROM totps WHERE account = ?1").bind(&account.0);
        query.fetch_optional(self.reads()).await.map_err(failure)?.as_ref().map(totp).transpose()
    }

    async fn start_totp(&self, account: &AccountId, secret: Sealed) -> Result<Sealed, StoreError> {
        let query = sqlx::query(
            "INSERT INTO totps (account, pending) VALUES (?1, ?2)
             ON CONFLICT (account) DO UPDATE SET pending = coalesce(pending, excluded.pending) RETURNING pending",
        );
        let row = query.bind(&account.0).bind(&secret.0).fetch_one(self.writes()).await.map_err(failure)?;
        Ok(Sealed(get(&row, "pending")?))
    }

    async fn enrol_totp(&self, account: &AccountId, enrolment: Enrolment) -> Result<bool, StoreError> {
        let now = enrolment.pass.session.now;
        let mut transaction = self.begin().await?;
        let query = sqlx::query(
            "UPDATE totps SET secret = pending, pending = NULL, since = ?2, last_step = ?3
             WHERE account = ?1 AND pending IS NOT NULL",
        );
        let query = query.bind(&account.0).bind(millis(now)).bind(step(enrolment.step));
        if run(&mut transaction, query).await? == 0 || !pass(&mut transaction, account, &enrolment.pass).await? {
            return Ok(false);
        }
        endings::sessions(&mut transaction, account, Some(enrolment.pass.session.digest)).await?;
        devices::forget_others(&mut transaction, account, enrolment.pass.device.as_ref()).await?;
        backup_codes::replace(&mut transaction, account, &enrolment.codes, now).await?;
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn pass_totp(&self, account: &AccountId, at: Step, with: Pass) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        let query =
            sqlx::query("UPDATE totps SET last_step = ?2 WHERE account = ?1 AND secret IS NOT NULL AND last_step < ?2");
        let claimed = run(&mut transaction, query.bind(&account.0).bind(step(at))).await? == 1;
        if !claimed || !pass(&mut transaction, account, &with).await? {
            return Ok(false);
        }
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn pass_backup_code(
        &self,
        account: &AccountId,
        code: Digest,
        with: Pass,
        notice: Sealed,
    ) -> Result<Option<u32>, StoreError> {
        let mut transaction = self.begin().await?;
        let claimed = backup_codes::spend(&mut transaction, account, code).await?;
        if !claimed || !pass(&mut transaction, account, &with).await? {
            return Ok(None);
        }
        outbox::insert(&mut transaction, with.session.now, &notice).await?;
        let left = backup_codes::left(&mut *transaction, account).await?;
        transaction.commit().await.map_err(failure)?;
        Ok(Some(left))
    }

    async fn backup_codes_left(&self, account: &AccountId) -> Result<u32, StoreError> {
        backup_codes::left(self.reads(), account).await
    }

    async fn renew_backup_codes(
        &self,
        account: &AccountId,
        codes: NewBackupCodes,
        now: OffsetDateTime,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        if !backup_codes::replace(&mut transaction, account, &codes, now).await? {
            return Ok(false);
        }
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn backup_codes_to_show(&self, account: &AccountId) -> Result<Option<Sealed>, StoreError> {
        backup_codes::to_show(self.reads(), account).await
    }

    async fn backup_codes_saved(&self, account: &AccountId) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM backup_codes_to_show WHERE account = ?1").bind(&account.0);
        query.execute(self.writes()).await.map(|_| ()).map_err(failure)
    }

    async fn remove_totp(
        &self,
        account: &AccountId,
        keep: Digest,
        notice: Sealed,
        now: OffsetDateTime,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        let query = sqlx::query("DELETE FROM totps WHERE account = ?1 AND secret IS NOT NULL").bind(&account.0);
        if run(&mut transaction, query).await? == 0 {
            return Ok(false);
        }
        backup_codes::forget(&mut transaction, account).await?;
        endings::devices(&mut transaction, account).await?;
        endings::sessions(&mut transaction, account, Some(keep)).await?;
        outbox::insert(&mut transaction, now, &notice).await?;
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn is_remembered(
        &self,
        account: &AccountId,
        device: Digest,
        now: OffsetDateTime,
    ) -> Result<bool, StoreError> {
        devices::is_remembered(self.reads(), account, device, now).await
    }

    async fn devices(&self, account: &AccountId, now: OffsetDateTime) -> Result<Vec<Device>, StoreError> {
        devices::of(self.reads(), account, now).await
    }

    async fn forget_device(&self, account: &AccountId, id: &str) -> Result<bool, StoreError> {
        let query = sqlx::query("DELETE FROM devices WHERE account = ?1 AND id = ?2").bind(&account.0).bind(id);
        let done = query.execute(self.writes()).await.map_err(failure)?;
        Ok(done.rows_affected() == 1)
    }
}

/// Forgets the authenticator of an account, whatever it has of one, and all that stands in for it.
pub(crate) async fn forget(connection: &mut SqliteConnection, account: &AccountId) -> Result<(), StoreError> {
    run(connection, sqlx::query("DELETE FROM totps WHERE account = ?1").bind(&account.0)).await?;
    backup_codes::forget(connection, account).await?;
    endings::devices(connection, account).await
}

/// Puts a session in the place of the one that showed the factor. Says no when that one has ended meanwhile: whoever
/// ended it didn't mean it to go on as another.
async fn pass(connection: &mut SqliteConnection, account: &AccountId, pass: &Pass) -> Result<bool, StoreError> {
    if !sessions::end_own(connection, account, pass.replaces).await? {
        return Ok(false);
    }
    sessions::insert(connection, account, &pass.session).await?;
    if let Some(device) = &pass.device {
        devices::insert(connection, account, device, pass.session.now).await?;
    }
    Ok(true)
}

/// A step as a column. No clock gets to where it doesn't fit.
fn step(step: Step) -> i64 {
    i64::try_from(step.0).unwrap_or(i64::MAX)
}

fn totp(row: &SqliteRow) -> Result<Totp, StoreError> {
    let active = |secret| {
        let last_step = u64::try_from(get::<i64>(row, "last_step")?).map_err(|_| StoreError::Corrupt("last_step"))?;
        Ok(ActiveTotp { secret, since: get_time(row, "since")?, last_step: Step(last_step) })
    };
    Ok(Totp {
        active: get_sealed_if_any(row, "secret")?.map(active).transpose()?,
        pending: get_sealed_if_any(row, "pending")?,
    })
}
