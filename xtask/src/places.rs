//! Where things are in the workspace.

use std::path::{Path, PathBuf};

/// The workspace's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace")
}

/// A place below the root.
pub(crate) fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// What browsers load, ready for the server.
pub(crate) fn site() -> PathBuf {
    at("target/site")
}

/// The server, as `cargo build` leaves it.
pub(crate) fn server(profile: &str) -> PathBuf {
    at("target").join(profile).join("vestibule")
}
