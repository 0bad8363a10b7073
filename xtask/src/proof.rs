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

/// The native layers over every story, as fast as they can be, and over every change of every story.
const RELEASE: [&str; 2] = [
    "test --release --package vestibule-ui --features ssr,islands,dev --test hydration what_is_changed",
    "test --release --package vestibule-ui --features ssr,dev --test hydration",
];

/// Runs everything, long.
pub(crate) fn proof() -> Result<()> {
    let mut report = Report::default();
    forget();
    report.part("cargo leptos build --release", cargo_leptos);
    suite::run_all(&mut report, suite::Length::Full);
    write("timings.md", "What each part of the proof took", &report.table())?;
    write("budgets.md", "What a browser has to load", &budgets::weighed()?)?;
    watched(&mut report)?;
    report.finish()
}

/// What of it is about hydration.
pub(crate) fn hydration() -> Result<()> {
    let mut report = Report::default();
    forget();
    report.part("set-up", setup::for_testing);
    report.part("two more browsers", setup::for_proof);
    report.part("hydration check", || suite::hydration(suite::Length::Full));
    watched(&mut report)?;
    report.finish()
}

/// Makes sure that what is read later is of this run.
fn forget() {
    mutation::forget();
    engines::forget();
}

/// What the hydration check's own tests have left, and its speed.
fn watched(report: &mut Report) -> Result<()> {
    write("engines.md", "What three browser engines see", &engines::tables()?)?;
    report.part("hydration check in a release build", || {
        RELEASE.iter().try_for_each(|stories| run(cargo(stories).env("VESTIBULE_PROOF", "1")))
    });
    write("speed.md", "How fast the hydration check is without a browser", &engines::speed()?)?;
    let (title, tables) = mutation::tables();
    write("mutation.md", title, &tables)
}

fn write(file: &str, title: &str, table: &str) -> Result<()> {
    fs::create_dir_all(places::at("docs/proof")).context("docs/proof can't be made")?;
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
