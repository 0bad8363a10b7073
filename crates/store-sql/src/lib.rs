//! Vestibule's store in SQL.
//!
//! [`SqlStore`] keeps every promise of [`vestibule_store`] on `SQLite`, and the contract test of that crate runs over it.
//! Three rules hold in every file here:
//! - a one-time thing is claimed by one conditional `UPDATE … RETURNING`, in the transaction of its effect;
//! - a transaction that writes begins with `BEGIN IMMEDIATE`: one that begins by reading and writes later fails at once
//!   when another writer was faster, and no timeout helps;
//! - nothing holds one connection while it waits for another, so that one connection is enough (`sqlite::memory:`).

mod accounts;
mod answers;
mod backup_codes;
mod beginnings;
mod challenges;
mod claims;
mod devices;
mod endings;
mod error;
mod joining;
mod limits;
mod migrations;
mod orgs;
mod outbox;
mod pools;
mod reaper;
mod row;
mod second_factors;
mod sessions;
mod sign_ups;

use async_trait::async_trait;
use sqlx::{Sqlite, SqlitePool, Transaction};
use vestibule_store::{Health, StoreError};

pub use error::OpenError;

use error::failure;
use pools::Pools;

/// A store on one `SQLite` database. Clones share their connections.
///
/// Several processes may serve from one file: every promise holds between them.
#[derive(Debug, Clone)]
pub struct SqlStore {
    pools: Pools,
}

impl SqlStore {
    /// Opens the database at `url` and creates its file, readable by its owner only, if there is none.
    ///
    /// `url` is `sqlite:PATH`, or `sqlite::memory:` for one that lives as long as the store. The tables are made by
    /// [`migrate`](Self::migrate).
    ///
    /// # Errors
    /// [`OpenError::Address`] if `url` is neither; [`OpenError::Open`] if the file can't be opened.
    pub async fn connect(url: &str) -> Result<Self, OpenError> {
        Ok(Self { pools: Pools::connect(url).await? })
    }

    /// Opens the database, and brings it up to the schema of this version: what a host does at its start.
    ///
    /// # Errors
    /// As [`connect`](Self::connect) and [`migrate`](Self::migrate).
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let store = Self::connect(url).await?;
        store.migrate().await?;
        Ok(store)
    }

    /// Brings the tables up to the schema of this version, all or nothing. Doing it twice, or from two processes at
    /// once, is fine.
    ///
    /// # Errors
    /// [`OpenError::Newer`] if a newer version was here before (H-13); [`OpenError::Migrate`] if a migration fails.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        migrations::up(&self.pools.write).await
    }

    /// Waits for the queries under way and closes every connection.
    pub async fn close(&self) {
        self.pools.close().await;
    }

    /// Where to read.
    fn reads(&self) -> &SqlitePool {
        &self.pools.read
    }

    /// Where to write what must outlive a power cut: accounts, sessions, tokens, letters.
    fn writes(&self) -> &SqlitePool {
        &self.pools.write
    }

    /// Where to write what may be lost with the last seconds before a power cut: buckets and marks of use.
    fn light_writes(&self) -> &SqlitePool {
        &self.pools.light
    }

    /// A transaction that will write. Dropped, it undoes what it did.
    async fn begin(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        self.writes().begin_with("BEGIN IMMEDIATE").await.map_err(failure)
    }
}

#[async_trait]
impl Health for SqlStore {
    async fn ready(&self) -> Result<(), StoreError> {
        let read = sqlx::query("SELECT EXISTS (SELECT 1 FROM accounts)").execute(self.reads()).await;
        read.map(|_| ()).map_err(failure)
    }
}
