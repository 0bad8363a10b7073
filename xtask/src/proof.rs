//! `cargo xtask proof`: full matrices and large counts, and the build that people use who know cargo-leptos. What it
//! finds is written into docs/proof, to be committed.

use std::fs;

use anyhow::{Context, Result};

use crate::{
    budgets, engines, mutation, places,
    report::Report,
    run::{cargo, run},
    setup, suite,
};

/// The newest version that our Rust can build.
const CARGO_LEPTOS: &str = "cargo-leptos --version 0.3.10 --locked";

/// The version of our lock file. Without its own lock file, which can name what a registry doesn't have.
const WASM_BINDGEN: &str = "wasm-bindgen-cli --version 0.2.130";

/// The native layers over every story, as fast as they can be.
const SPEED: &str = "test --release --package vestibule-ui --features ssr,dev --test hydration every_story";

/// Runs everything, long.
pub(crate) fn proof() -> Result<()> {
    let mut report = Report::default();
    mutation::forget();
    engines::forget();
    report.part("cargo leptos build --release", cargo_leptos);
    suite::run_all(&mut report, suite::Length::Full);
    fs::create_dir_all(places::at("docs/proof")).context("docs/proof can't be made")?;
    write("timings.md", "What each part of the proof took", &report.table())?;
    write("budgets.md", "What a browser has to load", &budgets::weighed()?)?;
    write("engines.md", "What three browser engines see", &engines::tables()?)?;
    report.part("hydration check in a release build", || run(&mut cargo(SPEED)));
    write("speed.md", "How fast the hydration check is without a browser", &engines::speed()?)?;
    let (title, tables) = mutation::tables();
    write("mutation.md", title, &tables)?;
    report.finish()
}

fn write(file: &str, title: &str, table: &str) -> Result<()> {
    let text = format!("# {title}\n\nWritten by `cargo xtask proof`.\n\n{table}");
    fs::write(places::at("docs/proof").join(file), text).with_context(|| format!("docs/proof/{file} can't be written"))
}

/// Builds as `cargo leptos` does, into a folder of its own: its site must not take the place of ours.
fn cargo_leptos() -> Result<()> {
    setup::for_building()?;
    install("cargo-leptos", CARGO_LEPTOS)?;
    install("wasm-bindgen", WASM_BINDGEN)?;
    let tools = [places::at("target/tools/bin"), places::at("node_modules/binaryen/bin")];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(tools.into_iter().chain(std::env::split_paths(&path)))?;
    run(cargo("leptos build --release").env("PATH", path))
}

/// Installs a tool for this workspace only.
fn install(program: &str, what: &str) -> Result<()> {
    let tools = places::at("target/tools");
    if tools.join("bin").join(program).is_file() {
        return Ok(());
    }
    println!("Installing {program}; it is large, which takes minutes even without optimising it.");
    run(cargo(&format!("install {what} --target-dir target/tools/build --root target/tools"))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"))
}
