//! The connections: few, and each with one job.

use std::{fs::OpenOptions, io, path::Path, time::Duration};

use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{OpenError, error::is_busy};

/// How long a query waits for the writer of another process, and how long for a connection of this one.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opening takes a millisecond: enough for a crowd of servers, and soon over.
const TRIES_TO_OPEN: u32 = 100;

/// Enough for two cores: a read is microseconds of work on a thread of its own.
const READERS: u32 = 4;

/// The database has one writer at a time: one connection makes writers queue in order instead of trying in turns. How much a
/// commit survives is a property of the connection, so there are two of them.
#[derive(Debug, Clone)]
pub(crate) struct Pools {
    pub(crate) read: SqlitePool,
    pub(crate) write: SqlitePool,
    pub(crate) light: SqlitePool,
}

impl Pools {
    pub(crate) async fn connect(url: &str) -> Result<Self, OpenError> {
        match url.strip_prefix("sqlite:") {
            None | Some("") => Err(OpenError::Address),
            Some(":memory:") => Self::memory().await,
            // Options after a question mark would contradict what is set below.
            Some(path) if path.contains('?') => Err(OpenError::Address),
            Some(path) => Self::file(Path::new(path.strip_prefix("//").unwrap_or(path))).await,
        }
    }

    async fn file(path: &Path) -> Result<Self, OpenError> {
        create_for_owner_only(path).map_err(|error| OpenError::Open(error.into()))?;
        let options = shared_options().filename(path).journal_mode(SqliteJournalMode::Wal);
        let write = pool(1, options.clone().synchronous(SqliteSynchronous::Full)).await?;
        let options = options.synchronous(SqliteSynchronous::Normal);
        let light = pool(1, options.clone()).await?;
        let read = pool(READERS, options.pragma("query_only", "ON")).await?;
        Ok(Self { read, write, light })
    }

    /// One connection does everything: a database in memory belongs to the connection that opened it. Its test doubles
    /// as the proof that nothing here waits for a second connection while it holds the first.
    async fn memory() -> Result<Self, OpenError> {
        let only = pool(1, shared_options().filename(":memory:")).await?;
        Ok(Self { read: only.clone(), write: only.clone(), light: only })
    }

    pub(crate) async fn close(&self) {
        self.read.close().await;
        self.light.close().await;
        // Last, since the last connection of a file empties its log.
        self.write.close().await;
    }
}

fn shared_options() -> SqliteConnectOptions {
    SqliteConnectOptions::new().foreign_keys(true).busy_timeout(PATIENCE)
}

async fn pool(connections: u32, options: SqliteConnectOptions) -> Result<SqlitePool, OpenError> {
    let pool = SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        // A connection is never given up: it costs next to nothing, and one in memory holds the data.
        .idle_timeout(None)
        .max_lifetime(None);
    // Of two servers that switch a new file to its log at once, one fails without waiting.
    for _ in 1..TRIES_TO_OPEN {
        match pool.clone().connect_with(options.clone()).await {
            Err(error) if is_busy(&error) => {}
            done => return done.map_err(|error| OpenError::Open(error.into())),
        }
    }
    pool.connect_with(options).await.map_err(|error| OpenError::Open(error.into()))
}

/// Creates the file, if there is none, before the database would, which leaves it open to everybody. Its log gets the
/// same permissions. A file that exists is not opened: closing it again would drop the locks that this process has on it.
fn create_for_owner_only(path: &Path) -> io::Result<()> {
    let mut open = OpenOptions::new();
    open.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    match open.open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::Pools;

    /// What a commit survives is a property of the connection and easily lost: `PRAGMA synchronous` 2 is FULL, 1 NORMAL.
    #[tokio::test]
    async fn every_connection_has_the_care_that_its_writes_need() {
        let path = std::env::temp_dir().join(format!("vestibule-pools-{}.db", std::process::id()));
        let pools = Pools::connect(&format!("sqlite:{}", path.display())).await.expect("a file can be opened");
        for (pool, synchronous, query_only) in [(&pools.write, 2, 0), (&pools.light, 1, 0), (&pools.read, 1, 1)] {
            for (question, answer) in [
                ("PRAGMA synchronous", synchronous),
                ("PRAGMA query_only", query_only),
                ("PRAGMA foreign_keys", 1),
                ("PRAGMA busy_timeout", 5_000),
                ("SELECT COUNT(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'", 1),
            ] {
                let said: i64 = sqlx::query_scalar(question).fetch_one(pool).await.expect("an answer");
                assert_eq!(said, answer, "{question}");
            }
        }
        pools.close().await;
        std::fs::remove_file(path).expect("the file is no longer in use");
    }
}
