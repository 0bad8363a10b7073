//! Security rows over HTTP: each starts the binary that a user would run and knows nothing of its inside.
//!
//! A row's id is the start of its tests' names: `b_01_…` is row B-01. `rows.md` says what each asks for and how much of
//! it is covered here; [`rows`] makes sure that names and rows agree. `cargo xtask evidence` runs all of it and writes
//! docs/security-evidence.md.

mod browser_side;
mod crowd;
mod database;
mod enumeration;
mod house;
mod links;
mod orgs;
mod passwords;
mod properties;
mod protocol;
mod rate_limits;
mod reliability;
mod rows;
mod second_factors;
mod secrets;
mod sessions;
mod time;
