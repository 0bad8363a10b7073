//! The schema's versions. Each file of `migrations/` is final once released: its checksum is kept in the database.

use sqlx::{
    SqlSafeStr, SqlitePool,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
};

use crate::OpenError;

/// Number, name, up, down.
type Step = (i64, &'static str, &'static str, &'static str);

const STEPS: &[Step] = &[
    (
        1,
        "first rooms",
        include_str!("../migrations/0001_first_rooms.up.sql"),
        include_str!("../migrations/0001_first_rooms.down.sql"),
    ),
    (
        2,
        "whole walk",
        include_str!("../migrations/0002_whole_walk.up.sql"),
        include_str!("../migrations/0002_whole_walk.down.sql"),
    ),
];

fn migrator() -> Migrator {
    let both_ways = |&(version, name, up, down): &Step| {
        let step = |kind, sql: &'static str| Migration::new(version, name.into(), kind, sql.into_sql_str(), false);
        [step(MigrationType::ReversibleUp, up), step(MigrationType::ReversibleDown, down)]
    };
    Migrator::with_migrations(STEPS.iter().flat_map(both_ways).collect())
}

/// Applies what is missing, in one transaction: of two processes that start together the second waits and finds nothing
/// to do, and a process that dies leaves nothing behind.
pub(crate) async fn up(pool: &SqlitePool) -> Result<(), OpenError> {
    let failed = |error| OpenError::Migrate(MigrateError::Execute(error));
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
    // Not `run`: rustc can't show that its future is `Send` for every lifetime, and every caller would inherit that.
    migrator().run_direct(None, &mut *transaction, false).await.map_err(explain)?;
    transaction.commit().await.map_err(failed)
}

fn explain(error: MigrateError) -> OpenError {
    let known = STEPS.iter().map(|step| step.0).max().unwrap_or(0);
    match error {
        MigrateError::VersionMissing(found) if found > known => OpenError::Newer { found, known },
        other => OpenError::Migrate(other),
    }
}

#[cfg(test)]
mod tests {
    use time::{Duration, OffsetDateTime};
    use vestibule_core::login_state::PasswordUpdateReason;
    use vestibule_store::{AccountId, Accounts, Digest, MailboxProof, Sessions};

    use super::{migrator, up};
    use crate::{OpenError, SqlStore};

    async fn tables(store: &SqlStore) -> Vec<String> {
        let listed = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%sqlite_sequence'
             AND name <> '_sqlx_migrations' ORDER BY name";
        sqlx::query_scalar(listed).fetch_all(store.reads()).await.expect("the schema can be read")
    }

    async fn memory() -> SqlStore {
        SqlStore::connect("sqlite::memory:").await.expect("memory can be opened")
    }

    #[tokio::test]
    async fn a_database_goes_up_down_and_up_again() {
        let store = memory().await;
        store.migrate().await.expect("up");
        let all = tables(&store).await;
        assert_eq!(
            all,
            [
                "accounts",
                "backup_codes",
                "backup_codes_to_show",
                "challenge_secrets",
                "challenges",
                "devices",
                "limits",
                "org_domains",
                "org_invitations",
                "org_join_requests",
                "org_members",
                "orgs",
                "outbox",
                "properties",
                "sessions",
                "sign_up_secrets",
                "sign_ups",
                "totps",
            ]
        );
        store.migrate().await.expect("up twice changes nothing");
        migrator().undo(store.writes(), 0).await.expect("down");
        assert!(tables(&store).await.is_empty(), "down leaves nothing behind");
        up(store.writes()).await.expect("up again");
        assert_eq!(tables(&store).await, all);
    }

    #[tokio::test]
    async fn q_28_what_an_older_version_wrote_lives_on() {
        let store = memory().await;
        migrator().run_to(1, store.writes()).await.expect("the schema of the first version");
        let written = "
            INSERT INTO accounts VALUES ('ada', 'Ada@example.org', 'ada@example.org', 5000, 'hash', 1, 4000),
                                        ('bob', 'bob@example.org', 'bob@example.org', NULL, NULL, 0, 4000);
            INSERT INTO sessions VALUES (zeroblob(32), 'ada', 6000, 7000, 86400000)";
        sqlx::raw_sql(written).execute(store.writes()).await.expect("rows of the first version");
        store.migrate().await.expect("up");

        let of = async |id: &str| store.account(&AccountId(id.to_owned())).await.expect("read").expect("it is there");
        let (ada, bob) = (of("ada").await, of("bob").await);
        let at = |millis| OffsetDateTime::UNIX_EPOCH + Duration::milliseconds(millis);
        assert_eq!(ada.mailbox, MailboxProof::Proven(at(5000)));
        assert_eq!(ada.password_update, Some(PasswordUpdateReason::Administrator), "the demand holds");
        assert_eq!((bob.mailbox, bob.password_update), (MailboxProof::Never, None), "what is not known was not proven");
        let session =
            store.session(Digest([0; 32]), at(7001), Duration::HOUR).await.expect("read").expect("it lives on");
        assert_eq!((session.account, session.proof.first_factor_at), (ada.id.clone(), at(6000)));
        assert_eq!(session.proof.second_factor_at, None, "nobody showed one");
        assert!(store.end_session_of(&ada.id, &session.id).await.expect("write"), "its owner can end it by its name");
    }

    #[tokio::test]
    async fn a_newer_schema_is_refused_in_words_that_help() {
        let store = memory().await;
        store.migrate().await.expect("up");
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (7, 'from the future', TRUE, x'00', 0)";
        sqlx::query(newer).execute(store.writes()).await.expect("the future arrives");
        let refusal = store.migrate().await.expect_err("refused");
        assert!(matches!(refusal, OpenError::Newer { found: 7, known: 2 }), "{refusal:?}");
        assert!(refusal.to_string().contains("schema 7"), "{refusal}");
    }

    #[tokio::test]
    async fn a_failed_migration_leaves_nothing_behind() {
        let store = memory().await;
        let in_the_way = "CREATE TABLE limits (name TEXT)";
        sqlx::query(in_the_way).execute(store.writes()).await.expect("a table is in the way");
        assert!(matches!(store.migrate().await, Err(OpenError::Migrate(_))));
        assert_eq!(tables(&store).await, ["limits"]);
        sqlx::query("DROP TABLE limits").execute(store.writes()).await.expect("out of the way");
        store.migrate().await.expect("the next start succeeds");
    }
}
