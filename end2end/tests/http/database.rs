//! Faults in the database, made from outside: another connection to the same file, as a backup or an administrator has.

use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use vestibule_testing::Server;

/// A connection to the file of a running server.
pub(crate) struct Database(SqliteConnection);

impl Database {
    pub(crate) async fn of(server: &Server) -> Self {
        let url = format!("sqlite:{}", server.folder().join("vestibule.db").display());
        Self(SqliteConnection::connect(&url).await.expect("the file is there"))
    }

    pub(crate) async fn run(&mut self, sql: &str) {
        sqlx::query(AssertSqlSafe(sql.to_owned()))
            .execute(&mut self.0)
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// What the database says about its own state: `ok`.
    pub(crate) async fn integrity(&mut self) -> String {
        sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut self.0).await.expect("an answer")
    }

    pub(crate) async fn close(self) {
        self.0.close().await.expect("a connection closes");
    }
}
