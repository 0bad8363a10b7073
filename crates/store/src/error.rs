//! How a store fails. A failed check denies: nobody is let in because a database was busy (H-08).

use thiserror::Error;

/// A store could not do what was asked. Nothing was changed.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Too many writers, or the database is away: worth trying again.
    #[error("the store is busy")]
    Busy(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// What was read can't be what was written.
    #[error("the store holds something unreadable: {0}")]
    Corrupt(&'static str),
    /// Anything else.
    #[error("the store failed")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}
