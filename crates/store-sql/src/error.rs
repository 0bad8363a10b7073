//! How SQL's failures become the store's.

use std::{error::Error as _, fmt};

use sqlx::{Error, migrate::MigrateError};
use thiserror::Error;
use vestibule_store::StoreError;

// Kinds of result codes: https://www.sqlite.org/rescode.html
const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const IO: i32 = 10;
const FULL: i32 = 13;
const CANNOT_OPEN: i32 = 14;

/// Why a database can't be used at all. It prints as a sentence with its cause, since that is what a `main` shows that
/// returns it.
#[derive(Error)]
pub enum OpenError {
    /// The address names no database of this kind. It is not repeated here: an address of another database may hold a password.
    #[error("the database must be given as `sqlite:FILE` or `sqlite::memory:`")]
    Address,
    /// The file can't be opened: no such folder, no permission, not a database.
    #[error("the database can't be opened")]
    Open(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A newer version was here before: its tables may hold what this one would not understand (H-13).
    #[error(
        "the database has schema {found}, this version knows schemas up to {known}: start the newer version, or restore \
         a backup from before it"
    )]
    Newer {
        /// The schema of the database.
        found: i64,
        /// The newest schema of this version.
        known: i64,
    },
    /// A migration failed; nothing was changed.
    #[error("the database can't be migrated")]
    Migrate(#[source] MigrateError),
}

impl fmt::Debug for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")?;
        self.source().map_or(Ok(()), |cause| write!(f, ": {cause}"))
    }
}

/// Whether another connection was faster, and waiting would have been a deadlock.
pub(crate) fn is_busy(error: &Error) -> bool {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    code.is_some_and(|code| kind(&code) == Some(BUSY))
}

/// Whether a row was refused because another one has its key.
pub(crate) fn is_unique_violation(error: &Error) -> bool {
    error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}

/// What a failed query means to a caller.
pub(crate) fn failure(error: Error) -> StoreError {
    let may_pass = match &error {
        Error::PoolTimedOut | Error::PoolClosed | Error::Io(_) => true,
        Error::Database(database) => database.code().is_some_and(|code| is_passing(&code)),
        _ => false,
    };
    if may_pass { StoreError::Busy(Box::new(error)) } else { StoreError::Failed(Box::new(error)) }
}

/// Whether a result code tells of something that passes. Its low byte is the kind, the rest the detail.
fn is_passing(code: &str) -> bool {
    matches!(kind(code), Some(BUSY | LOCKED | IO | FULL | CANNOT_OPEN))
}

fn kind(code: &str) -> Option<i32> {
    code.parse::<i32>().ok().map(|code| code & 0xff)
}

#[cfg(test)]
mod tests {
    use super::is_passing;

    #[test]
    fn a_busy_database_is_worth_another_try_and_a_broken_rule_is_not() {
        const BUSY_SNAPSHOT: &str = "517";
        const CONSTRAINT_UNIQUE: &str = "2067";
        assert!(is_passing("5") && is_passing("6") && is_passing("13") && is_passing(BUSY_SNAPSHOT));
        assert!(!is_passing("1") && !is_passing(CONSTRAINT_UNIQUE) && !is_passing("?"));
    }
}
