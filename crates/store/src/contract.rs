//! The promises of a store, as a test that every store runs over itself.
//!
//! ```
//! # use vestibule_store::{Store, contract};
//! async fn my_store_keeps_every_promise(open_empty_store: impl AsyncFn() -> Box<dyn Store>) {
//!     contract::check(async || vec![open_empty_store().await]).await;
//! }
//! ```
//!
//! It needs no test framework and no runtime: a broken promise is a failed `assert!`.

mod accounts;
mod beginnings;
mod challenges;
mod claims;
mod fixtures;
mod limits;
mod mailboxes;
mod orgs;
mod outbox;
mod reaping;
mod second_factors;
mod sessions;
mod sign_ups;

use crate::Store;

/// One or more ways into the same data: two of them are two servers. Races go through all of them at once.
pub type Doors = Vec<Box<dyn Store>>;

/// Checks every promise, each on data of its own: `open` answers with the doors to a new, empty store.
///
/// # Panics
/// When a promise is broken, and when the store fails.
pub async fn check(open: impl AsyncFn() -> Doors) {
    accounts::check(&open).await;
    beginnings::check(&open).await;
    sessions::check(&open).await;
    sign_ups::check(&open).await;
    claims::check(&open).await;
    second_factors::check(&open).await;
    challenges::check(&open).await;
    mailboxes::check(&open).await;
    orgs::check(&open).await;
    limits::check(&open).await;
    outbox::check(&open).await;
    reaping::check(&open).await;
}
