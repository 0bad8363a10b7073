//! The examples: applications with Vestibule in front of them, which stand on our packages as anybody's would.

use anyhow::Result;

use crate::{
    package,
    run::{cargo, run},
};

const EXAMPLES: [&str; 1] = ["axum-host"];

/// Packs, and lets each example run its own tests over that.
pub(super) fn all() -> Result<()> {
    package::package()?;
    EXAMPLES.iter().try_for_each(|example| {
        let manifest = format!("--manifest-path examples/{example}/Cargo.toml");
        run(&mut cargo(&format!("fmt {manifest} --check")))?;
        // Dependencies that are the workspace's too are built once.
        run(&mut cargo(&format!("clippy {manifest} --locked --target-dir target --all-targets -- --deny warnings")))?;
        run(&mut cargo(&format!("test {manifest} --locked --target-dir target")))
    })
}
