//! The tables `orgs`, `org_domains` and `org_members`: what there is, and who belongs to it. The ways in are in `joining`.

use async_trait::async_trait;
use sqlx::sqlite::SqliteRow;
use time::OffsetDateTime;
use vestibule_core::org::{OrgName, Role};
use vestibule_store::{
    AccountId, Asker, Digest, Invitation, InvitationKey, Joining, Membership, NewInvitation, NewOrg, OrgId, Orgs,
    Sealed, StoreError, WaysIn,
};

use crate::{
    SqlStore,
    error::{failure, is_unique_violation},
    joining, outbox,
    row::{get, get_word, millis, run},
};

#[async_trait]
impl Orgs for SqlStore {
    async fn create_org(&self, org: NewOrg) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        let query =
            sqlx::query("INSERT INTO orgs (id, name, name_key, max_members, created_at) VALUES (?1, ?2, ?3, ?4, ?5)");
        let query = query.bind(&org.id.0).bind(org.name.as_str()).bind(org.name.key());
        run(&mut transaction, query.bind(org.max_members).bind(millis(org.now))).await?;
        for (domain, rule) in &org.domains {
            let query = sqlx::query("INSERT INTO org_domains (domain, org, rule) VALUES (?1, ?2, ?3)");
            let query = query.bind(domain).bind(&org.id.0).bind(rule.name());
            match query.execute(&mut *transaction).await {
                Ok(_) => {}
                // Dropping the transaction takes the organisation back.
                Err(error) if is_unique_violation(&error) => return Ok(false),
                Err(error) => return Err(failure(error)),
            }
        }
        if let Some(owner) = &org.owner {
            let entered = joining::enter(&mut transaction, &org.id, owner, Role::Owner, org.now).await?;
            if entered != Joining::Done {
                return Ok(false);
            }
        }
        transaction.commit().await.map_err(failure)?;
        Ok(true)
    }

    async fn orgs_by_name(&self, name: &OrgName) -> Result<Vec<OrgId>, StoreError> {
        let query = sqlx::query("SELECT id FROM orgs WHERE name_key = ?1 ORDER BY created_at, id").bind(name.key());
        let rows = query.fetch_all(self.reads()).await.map_err(failure)?;
        rows.iter().map(|row| Ok(OrgId(get(row, "id")?))).collect()
    }

    async fn orgs_of(&self, account: &AccountId) -> Result<Vec<Membership>, StoreError> {
        let query = sqlx::query(
            "SELECT org, name, role FROM org_members JOIN orgs ON orgs.id = org WHERE account = ?1 ORDER BY name_key, org",
        );
        let rows = query.bind(&account.0).fetch_all(self.reads()).await.map_err(failure)?;
        let membership = |row| {
            let role = get_word(row, "role", Role::from_name)?;
            Ok(Membership { org: OrgId(get(row, "org")?), name: get_name(row, "name")?, role })
        };
        rows.iter().map(membership).collect()
    }

    async fn ways_in(&self, account: &AccountId, now: OffsetDateTime) -> Result<WaysIn, StoreError> {
        joining::ways_in(self.reads(), account, now).await
    }

    async fn invite(&self, invitation: NewInvitation) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        joining::invite(&mut transaction, &invitation).await?;
        transaction.commit().await.map_err(failure)
    }

    async fn invitation(&self, link: Digest, now: OffsetDateTime) -> Result<Option<Invitation>, StoreError> {
        joining::by_link(self.reads(), link, now).await
    }

    async fn accept_invitation(
        &self,
        key: &InvitationKey,
        account: &AccountId,
        now: OffsetDateTime,
    ) -> Result<Joining, StoreError> {
        let mut transaction = self.begin().await?;
        let joined = joining::accept(&mut transaction, key, account, now).await?;
        if joined == Joining::Done {
            transaction.commit().await.map_err(failure)?;
        }
        Ok(joined)
    }

    async fn join_by_domain(
        &self,
        org: &OrgId,
        account: &AccountId,
        now: OffsetDateTime,
    ) -> Result<Joining, StoreError> {
        let mut transaction = self.begin().await?;
        let joined = joining::by_domain(&mut transaction, org, account, now).await?;
        if joined == Joining::Done {
            transaction.commit().await.map_err(failure)?;
        }
        Ok(joined)
    }

    async fn ask_to_join(&self, org: &OrgId, account: &AccountId, now: OffsetDateTime) -> Result<Joining, StoreError> {
        let mut transaction = self.begin().await?;
        let asked = joining::ask(&mut transaction, org, account, now).await?;
        transaction.commit().await.map_err(failure)?;
        Ok(asked)
    }

    async fn askers(&self, org: &OrgId) -> Result<Vec<Asker>, StoreError> {
        joining::askers(self.reads(), org).await
    }

    async fn admit(
        &self,
        org: &OrgId,
        account: &AccountId,
        letter: Sealed,
        now: OffsetDateTime,
    ) -> Result<Joining, StoreError> {
        let mut transaction = self.begin().await?;
        let joined = joining::admit(&mut transaction, org, account, now).await?;
        if joined == Joining::Done {
            outbox::insert(&mut transaction, now, &letter).await?;
            transaction.commit().await.map_err(failure)?;
        }
        Ok(joined)
    }

    async fn cancel_request(&self, org: &OrgId, account: &AccountId) -> Result<bool, StoreError> {
        let query = sqlx::query("DELETE FROM org_join_requests WHERE org = ?1 AND account = ?2");
        let done = query.bind(&org.0).bind(&account.0).execute(self.writes()).await.map_err(failure)?;
        Ok(done.rows_affected() == 1)
    }
}

/// The name of an organisation.
pub(crate) fn get_name(row: &SqliteRow, column: &'static str) -> Result<OrgName, StoreError> {
    get::<&str>(row, column)?.parse().map_err(|_| StoreError::Corrupt(column))
}
