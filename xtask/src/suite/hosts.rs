//! The examples: applications with Vestibule in front of them or in them, which stand on our packages as anybody's would.

use anyhow::Result;

use crate::{
    example, package,
    run::{cargo, run},
};

/// Of axum alone: what their browsers load is in the packages.
const AXUM: [&str; 1] = ["axum-host"];

/// Of Leptos, with a wasm of their own.
const LEPTOS: [&str; 2] = ["leptos-host", "islands-host"];

/// Packs, and lets each example run its own tests over that.
pub(super) fn all() -> Result<()> {
    package::package()?;
    AXUM.iter().try_for_each(|example| check(example, ""))?;
    LEPTOS.iter().try_for_each(|example| {
        example::build(example)?;
        check(example, "--features ssr")
    })
}

fn check(example: &str, features: &str) -> Result<()> {
    let manifest = format!("--manifest-path examples/{example}/Cargo.toml");
    run(&mut cargo(&format!("fmt {manifest} --check")))?;
    // Dependencies that are the workspace's too are built once.
    let build = format!("{manifest} --locked --target-dir target {features}");
    run(&mut cargo(&format!("clippy {build} --all-targets -- --deny warnings")))?;
    run(&mut cargo(&format!("test {build}")))
}
