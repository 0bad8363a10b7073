//! The tables `org_invitations` and `org_join_requests`: the ways into an organisation. Each is open to a proven address
//! alone, and none is taken without its owner asking (O-05, P-12).

use sqlx::{SqliteConnection, SqlitePool, sqlite::SqliteRow};
use time::OffsetDateTime;
use vestibule_core::org::{DomainRule, Role};
use vestibule_store::{
    AccountId, Asker, Digest, DomainMatch, Invitation, InvitationKey, JoinRequest, Joining, NewInvitation, OrgId,
    StoreError, WaysIn,
};

use crate::{
    error::failure,
    orgs::get_name,
    outbox,
    row::{get, get_email, get_email_if_any, get_time, get_time_if_any, get_word, millis, one, run},
};

/// Whether an organisation has no room.
macro_rules! is_full {
    () => {
        "(max_members IS NOT NULL AND (SELECT COUNT(*) FROM org_members WHERE org = orgs.id) >= max_members) AS is_full"
    };
}

/// Invitations with all that is shown of them.
macro_rules! invitations_where {
    ($condition:literal) => {
        concat!(
            "SELECT org_invitations.*, orgs.name, inviters.email AS inviter_email, ",
            is_full!(),
            " FROM org_invitations JOIN orgs ON orgs.id = org_invitations.org
              LEFT JOIN accounts AS inviters ON inviters.id = inviter WHERE ",
            $condition
        )
    };
}

/// Organisations beside the accounts whose proven address is at one of their domains. An address has one @.
macro_rules! matches_of {
    () => {
        "org_domains JOIN orgs ON orgs.id = org_domains.org
         JOIN accounts ON substr(accounts.email_key, instr(accounts.email_key, '@') + 1) = org_domains.domain
              AND accounts.email_confirmed_at IS NOT NULL"
    };
}

/// Every way that is open to an account.
pub(crate) async fn ways_in(pool: &SqlitePool, account: &AccountId, now: OffsetDateTime) -> Result<WaysIn, StoreError> {
    let query = sqlx::query(invitations_where!(
        "org_invitations.expires_at > ?2 AND accepted_at IS NULL
         AND org_invitations.email_key IN (SELECT email_key FROM accounts WHERE id = ?1 AND email_confirmed_at IS NOT NULL)
         AND org_invitations.org NOT IN (SELECT org FROM org_members WHERE account = ?1)
         ORDER BY org_invitations.created_at, org_invitations.id"
    ));
    let invitations = query.bind(&account.0).bind(millis(now)).fetch_all(pool).await.map_err(failure)?;
    let query = sqlx::query(concat!(
        "SELECT orgs.id AS org, orgs.name, domain, rule, ",
        is_full!(),
        " FROM ",
        matches_of!(),
        " WHERE accounts.id = ?1 AND orgs.id NOT IN (SELECT org FROM org_members WHERE account = ?1)
              AND orgs.id NOT IN (SELECT org FROM org_join_requests WHERE account = ?1)
          ORDER BY name_key, orgs.id"
    ));
    let matches = query.bind(&account.0).fetch_all(pool).await.map_err(failure)?;
    let query = sqlx::query(
        "SELECT org, name FROM org_join_requests JOIN orgs ON orgs.id = org
         WHERE account = ?1 AND org NOT IN (SELECT org FROM org_members WHERE account = ?1) ORDER BY name_key, org",
    );
    let requests = query.bind(&account.0).fetch_all(pool).await.map_err(failure)?;
    Ok(WaysIn {
        invitations: invitations.iter().map(invitation).collect::<Result<_, _>>()?,
        matches: matches.iter().map(domain_match).collect::<Result<_, _>>()?,
        requests: requests.iter().map(request).collect::<Result<_, _>>()?,
    })
}

/// Keeps an invitation in the place of an earlier one, and queues its letter.
pub(crate) async fn invite(connection: &mut SqliteConnection, invitation: &NewInvitation) -> Result<(), StoreError> {
    let query = sqlx::query("DELETE FROM org_invitations WHERE email_key = ?1 AND org = ?2");
    run(connection, query.bind(invitation.email.key()).bind(&invitation.org.0)).await?;
    let query = sqlx::query(
        "INSERT INTO org_invitations (id, link, org, email, email_key, role, inviter, created_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    );
    let query = query.bind(&invitation.id).bind(&invitation.link.0[..]).bind(&invitation.org.0);
    let query = query.bind(invitation.email.as_str()).bind(invitation.email.key()).bind(invitation.role.name());
    let query = query.bind(invitation.inviter.as_ref().map(|id| &id.0));
    run(connection, query.bind(millis(invitation.now)).bind(millis(invitation.expires_at))).await?;
    outbox::insert(connection, invitation.now, &invitation.letter).await
}

/// The invitation of a mailed link, until it ends.
pub(crate) async fn by_link(
    pool: &SqlitePool,
    link: Digest,
    now: OffsetDateTime,
) -> Result<Option<Invitation>, StoreError> {
    let query = sqlx::query(invitations_where!("link = ?1 AND org_invitations.expires_at > ?2"));
    let row = query.bind(&link.0[..]).bind(millis(now)).fetch_optional(pool).await.map_err(failure)?;
    row.as_ref().map(invitation).transpose()
}

/// Claims an invitation and enters its organisation. The caller commits only when it is done.
pub(crate) async fn accept(
    connection: &mut SqliteConnection,
    key: &InvitationKey,
    account: &AccountId,
    now: OffsetDateTime,
) -> Result<Joining, StoreError> {
    let (id, link) = match key {
        InvitationKey::Id(id) => (Some(id), None),
        InvitationKey::Link(link) => (None, Some(link.0.to_vec())),
    };
    let query = sqlx::query(
        "UPDATE org_invitations SET accepted_at = ?4
         WHERE (id = ?1 OR link = ?2) AND accepted_at IS NULL AND expires_at > ?4
           AND email_key IN (SELECT email_key FROM accounts WHERE id = ?3 AND email_confirmed_at IS NOT NULL)
         RETURNING org, role",
    );
    let query = query.bind(id).bind(link).bind(&account.0).bind(millis(now));
    let Some(row) = one(connection, query).await? else { return Ok(Joining::Gone) };
    let (org, role) = (OrgId(get(&row, "org")?), get_word(&row, "role", Role::from_name)?);
    enter(connection, &org, account, role, now).await
}

/// Enters an organisation whose domain the account's address has, if it lets people join.
pub(crate) async fn by_domain(
    connection: &mut SqliteConnection,
    org: &OrgId,
    account: &AccountId,
    now: OffsetDateTime,
) -> Result<Joining, StoreError> {
    let query = sqlx::query(concat!(
        "SELECT 1 FROM ",
        matches_of!(),
        " WHERE accounts.id = ?1 AND orgs.id = ?2 AND rule = 'join'"
    ));
    if one(connection, query.bind(&account.0).bind(&org.0)).await?.is_none() {
        return Ok(Joining::Gone);
    }
    enter(connection, org, account, Role::Member, now).await
}

/// Keeps the wish to be let in. Asking twice is asking once.
pub(crate) async fn ask(
    connection: &mut SqliteConnection,
    org: &OrgId,
    account: &AccountId,
    now: OffsetDateTime,
) -> Result<Joining, StoreError> {
    let query = sqlx::query(concat!(
        "SELECT ",
        is_full!(),
        " FROM ",
        matches_of!(),
        " WHERE accounts.id = ?1 AND orgs.id = ?2 AND rule = 'ask'
              AND orgs.id NOT IN (SELECT org FROM org_members WHERE account = ?1)"
    ));
    let Some(row) = one(connection, query.bind(&account.0).bind(&org.0)).await? else { return Ok(Joining::Gone) };
    if get(&row, "is_full")? {
        return Ok(Joining::Full);
    }
    let query = sqlx::query(
        "INSERT INTO org_join_requests (org, account, created_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
    );
    run(connection, query.bind(&org.0).bind(&account.0).bind(millis(now))).await?;
    Ok(Joining::Done)
}

/// Who waits to be let in.
pub(crate) async fn askers(pool: &SqlitePool, org: &OrgId) -> Result<Vec<Asker>, StoreError> {
    let query = sqlx::query(
        "SELECT account, email, org_join_requests.created_at FROM org_join_requests
         JOIN accounts ON accounts.id = account WHERE org = ?1 ORDER BY org_join_requests.created_at, account",
    );
    let rows = query.bind(&org.0).fetch_all(pool).await.map_err(failure)?;
    let asker = |row| {
        let account = AccountId(get(row, "account")?);
        Ok(Asker { account, email: get_email(row, "email")?, since: get_time(row, "created_at")? })
    };
    rows.iter().map(asker).collect()
}

/// Lets somebody in who asked. The address may have moved since: it has to be one of the domain still (P-12).
pub(crate) async fn admit(
    connection: &mut SqliteConnection,
    org: &OrgId,
    account: &AccountId,
    now: OffsetDateTime,
) -> Result<Joining, StoreError> {
    let query = sqlx::query(concat!(
        "SELECT 1 FROM ",
        matches_of!(),
        " JOIN org_join_requests ON org_join_requests.org = orgs.id AND org_join_requests.account = accounts.id
          WHERE accounts.id = ?1 AND orgs.id = ?2"
    ));
    if one(connection, query.bind(&account.0).bind(&org.0)).await?.is_none() {
        return Ok(Joining::Gone);
    }
    enter(connection, org, account, Role::Member, now).await
}

/// Makes the account a member, if there is room: counted and written in one statement, so that the last place is taken
/// once. Whoever belongs to it already is raised to the role if theirs is lower, and keeps it otherwise.
pub(crate) async fn enter(
    connection: &mut SqliteConnection,
    org: &OrgId,
    account: &AccountId,
    role: Role,
    now: OffsetDateTime,
) -> Result<Joining, StoreError> {
    let query = sqlx::query(
        "INSERT INTO org_members (org, account, role, since)
         SELECT id, ?2, ?3, ?4 FROM orgs WHERE id = ?1
           AND (max_members IS NULL OR (SELECT COUNT(*) FROM org_members WHERE org = ?1) < max_members
                OR EXISTS (SELECT 1 FROM org_members WHERE org = ?1 AND account = ?2))
         ON CONFLICT (org, account) DO UPDATE SET role =
             CASE WHEN role = 'owner' OR (role = 'admin' AND excluded.role = 'member') THEN role ELSE excluded.role END",
    );
    let query = query.bind(&org.0).bind(&account.0).bind(role.name()).bind(millis(now));
    if run(connection, query).await? == 0 {
        return Ok(Joining::Full);
    }
    let query = sqlx::query("DELETE FROM org_join_requests WHERE org = ?1 AND account = ?2");
    run(connection, query.bind(&org.0).bind(&account.0)).await?;
    Ok(Joining::Done)
}

fn invitation(row: &SqliteRow) -> Result<Invitation, StoreError> {
    Ok(Invitation {
        id: get(row, "id")?,
        org: get_name(row, "name")?,
        email: get_email(row, "email")?,
        inviter: get_email_if_any(row, "inviter_email")?,
        full: get(row, "is_full")?,
        accepted: get_time_if_any(row, "accepted_at")?.is_some(),
    })
}

fn domain_match(row: &SqliteRow) -> Result<DomainMatch, StoreError> {
    Ok(DomainMatch {
        org: OrgId(get(row, "org")?),
        name: get_name(row, "name")?,
        domain: get(row, "domain")?,
        rule: get_word(row, "rule", DomainRule::from_name)?,
        full: get(row, "is_full")?,
    })
}

fn request(row: &SqliteRow) -> Result<JoinRequest, StoreError> {
    Ok(JoinRequest { org: OrgId(get(row, "org")?), name: get_name(row, "name")? })
}
