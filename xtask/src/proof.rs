//! `cargo xtask proof`: full matrices and large counts, and the build that people use who know cargo-leptos. What it
//! finds is written into docs/proof, to be committed.

use std::fs;

use anyhow::{Context, Result};

use crate::{
    budgets, places,
    report::Report,
    run::{cargo, program, run},
    setup, suite,
};

/// The newest version that our Rust can build.
const CARGO_LEPTOS: &str = "0.3.10";

/// Runs everything, long.
pub(crate) fn proof() -> Result<()> {
    let mut report = Report::default();
    report.part("cargo leptos build --release", cargo_leptos);
    suite::run_all(&mut report, suite::Length::Full);
    fs::create_dir_all(places::at("docs/proof")).context("docs/proof can't be made")?;
    write("timings.md", "What each part of the proof took", &report.table())?;
    write("budgets.md", "What a browser has to load", &budgets::weighed()?)?;
    report.finish()
}

fn write(file: &str, title: &str, table: &str) -> Result<()> {
    let text = format!("# {title}\n\nWritten by `cargo xtask proof`.\n\n{table}");
    fs::write(places::at("docs/proof").join(file), text).with_context(|| format!("docs/proof/{file} can't be written"))
}

/// Builds as `cargo leptos` does, into a folder of its own: its site must not take the place of ours.
fn cargo_leptos() -> Result<()> {
    setup::for_building()?;
    let tools = places::at("target/tools");
    let tool = tools.join("bin/cargo-leptos");
    if !tool.is_file() {
        println!(
            "Installing cargo-leptos {CARGO_LEPTOS}; it is large, which takes five minutes even without optimising it."
        );
        run(cargo(&format!("install cargo-leptos --version {CARGO_LEPTOS} --locked --target-dir target/tools/build"))
            .arg("--root")
            .arg(&tools)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"))?;
    }
    run(program(&tool.to_string_lossy()).args(["leptos", "build", "--release"]))
}
