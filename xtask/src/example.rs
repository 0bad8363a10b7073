//! What browsers load of an example that is a Leptos application, as cargo-leptos would lay it out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    places,
    run::{cargo, program, run},
    setup,
};

/// The folder that a server of this example calls its site root.
pub(crate) fn site(example: &str) -> PathBuf {
    places::at("target/examples").join(example)
}

/// Builds the example's wasm, the script that starts it, and its stylesheet. The packages are there.
pub(crate) fn build(example: &str) -> Result<()> {
    let manifest = format!("--manifest-path examples/{example}/Cargo.toml");
    run(&mut cargo(&format!(
        "build {manifest} --locked --lib --features hydrate --target wasm32-unknown-unknown --target-dir target"
    )))?;
    let name = example.replace('-', "_");
    let wasm = places::at("target/wasm32-unknown-unknown/debug").join(format!("{name}.wasm"));
    let package = site(example).join("pkg");
    fs::create_dir_all(&package).with_context(|| format!("{} can't be made", package.display()))?;
    Bindgen::new().input_path(wasm).web(true)?.out_name(example).typescript(false).generate(&package)?;
    style(example, &package.join(format!("{example}.css")))
}

/// The stylesheet: plain CSS as it is, Tailwind's as Tailwind makes it.
fn style(example: &str, made: &Path) -> Result<()> {
    let written = places::at("examples").join(example).join("style/main.css");
    let text = fs::read_to_string(&written).with_context(|| format!("{} can't be read", written.display()))?;
    if text.contains("@import \"tailwindcss\"") {
        return run(program("node").arg(setup::tailwind()).arg("--input").arg(written).arg("--output").arg(made));
    }
    fs::write(made, text).with_context(|| format!("{} can't be written", made.display()))
}
