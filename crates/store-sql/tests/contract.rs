//! The store on `SQLite` keeps every promise, in memory and in a file that two servers share.

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use time::OffsetDateTime;
use vestibule_core::limits::Limit;
use vestibule_store::{Digest, Health, Limits, Store, contract};
use vestibule_store_sql::{OpenError, SqlStore};

#[tokio::test]
async fn memory_keeps_every_promise() {
    contract::check(async || vec![Box::new(open("sqlite::memory:").await) as Box<dyn Store>]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_two_servers_keeps_every_promise() {
    let folder = Folder::new();
    contract::check(async || {
        let url = folder.url();
        vec![Box::new(open(&url).await) as Box<dyn Store>, Box::new(open(&url).await) as Box<dyn Store>]
    })
    .await;
}

#[tokio::test]
async fn what_was_written_is_there_after_a_restart() {
    let folder = Folder::new();
    let url = folder.url();
    let before = open(&url).await;
    let key = Digest([7; 32]);
    let (limit, now) = (Limit::Api, OffsetDateTime::UNIX_EPOCH);
    for _ in 0..limit.bucket().capacity {
        before.take(limit, key, now).await.expect("write").expect("it fits");
    }
    before.close().await;
    let after = open(&url).await;
    assert!(after.take(limit, key, now).await.expect("write").is_err(), "the bucket is still full");
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_that_start_together_migrate_once() {
    let folder = Folder::new();
    let url = folder.url();
    let starts = (0..8).map(|_| {
        let url = url.clone();
        tokio::spawn(async move { open(&url).await.ready().await })
    });
    for start in starts.collect::<Vec<_>>() {
        start.await.expect("every server starts").expect("every server is ready");
    }
}

#[tokio::test]
async fn an_address_that_names_no_sqlite_file_is_refused_without_repeating_it() {
    for url in ["", "sqlite:", "postgres://ada:secret@localhost/x", "vestibule.db", "sqlite:x.db?mode=memory"] {
        let refusal = SqlStore::connect(url).await.expect_err(url);
        assert!(matches!(refusal, OpenError::Address), "{url}: {refusal:?}");
        assert!(!format!("{refusal} {refusal:?}").contains("secret"));
    }
    let nowhere = SqlStore::connect("sqlite:/no/such/folder/x.db").await;
    assert!(matches!(nowhere, Err(OpenError::Open(_))), "{nowhere:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_new_file_belongs_to_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let url = folder.url();
    let store = open(&url).await;
    let path = Path::new(url.trim_start_matches("sqlite:"));
    for path in [path.to_owned(), path.with_extension("db-wal")] {
        let mode = std::fs::metadata(&path).expect("it exists").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} is open to others: {mode:o}", path.display());
    }
    store.close().await;
}

async fn open(url: &str) -> SqlStore {
    let store = SqlStore::connect(url).await.expect("the database opens");
    store.migrate().await.expect("the database migrates");
    store
}

/// A folder that goes with the test.
struct Folder {
    path: PathBuf,
    files: AtomicU32,
}

impl Folder {
    fn new() -> Self {
        static FOLDERS: AtomicU32 = AtomicU32::new(0);
        let name = format!("store-{}-{}", std::process::id(), FOLDERS.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).expect("the test folder can be made");
        Self { path, files: AtomicU32::new(0) }
    }

    /// The address of a file that is not there yet.
    fn url(&self) -> String {
        let file = self.files.fetch_add(1, Ordering::Relaxed);
        format!("sqlite:{}", self.path.join(format!("{file}.db")).display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let gone = std::fs::remove_dir_all(&self.path);
        assert!(gone.is_ok() || std::thread::panicking(), "the test folder can be removed");
    }
}
