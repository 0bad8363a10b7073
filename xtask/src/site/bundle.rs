//! A bundle: one wasm with the script that starts it.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::{compress, glue, prune, stamp::Stamp};
use crate::{
    places,
    run::{cargo, program, run},
    setup,
};

/// The bundles, each named as the feature of `frontend` that it is built with.
pub(crate) const BUNDLES: [&str; 3] = ["vestibule", "gallery", "whole"];

/// What wasm-opt may assume and use: all that rustc itself assumes of a browser, nothing newer.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds a bundle into the site.
pub(super) fn build(name: &str, site: &Path) -> Result<()> {
    let raw = compile(name)?;
    let boot =
        fs::read_to_string(places::at("frontend/site/boot.js")).context("frontend/site/boot.js can't be read")?;
    let packages = fs::read(places::at("package-lock.json"))?;
    let recipe = concat!(
        include_str!("bundle.rs"),
        include_str!("compress.rs"),
        include_str!("glue.rs"),
        include_str!("prune.rs")
    );
    let stamp = Stamp::of(name, &[&raw, boot.as_bytes(), &packages, recipe.as_bytes()]);
    if stamp.is_current() && site.join(format!("{name}.wasm.br")).is_file() {
        return Ok(());
    }
    println!("Shrinking the bundle `{name}`; wasm-opt and brotli try hard, which takes some seconds.");
    let mut bound = Bindgen::new()
        .web(true)?
        .remove_name_section(true)
        .remove_producers_section(true)
        .input_bytes(name, raw)
        .generate_output()?;
    ensure!(
        bound.local_modules().is_empty() && bound.snippets().values().all(Vec::is_empty),
        "a crate brings a script file of its own, and a page of ours loads only one"
    );
    let glue = prune::exports(&mut bound);
    let wasm = optimise(name, &bound.wasm_mut().emit_wasm())?;
    let (script, exported) = glue::with_boot(&prune::imports(&glue, &wasm), &boot, &format!("{name}.wasm"));
    // Islands vanish without a word when nothing links the crate that they are in.
    ensure!(name == "whole" || exported.len() > 1, "the bundle `{name}` has no island in it");
    compress::write(site, &format!("{name}.js"), script.as_bytes())?;
    compress::write(site, &format!("{name}.wasm"), &wasm)?;
    stamp.set()
}

/// Lets rustc build it. A folder of its own keeps its features apart from the server's.
fn compile(feature: &str) -> Result<Vec<u8>> {
    let wasm = places::at("target/wasm/wasm32-unknown-unknown/wasm/vestibule_frontend.wasm");
    if !wasm.is_file() {
        println!(
            "Compiling for the browser; the first time takes about two minutes, since size is worth more than haste."
        );
    }
    run(&mut cargo(&format!(
        "build --package vestibule-frontend --lib --target wasm32-unknown-unknown --profile wasm \
         --target-dir target/wasm --no-default-features --features {feature}"
    )))?;
    fs::read(&wasm).with_context(|| format!("{} can't be read", wasm.display()))
}

fn optimise(name: &str, wasm: &[u8]) -> Result<Vec<u8>> {
    let folder = places::at("target/wasm");
    let (before, after) = (folder.join(format!("{name}.before.wasm")), folder.join(format!("{name}.after.wasm")));
    fs::write(&before, wasm).with_context(|| format!("{} can't be written", before.display()))?;
    run(program("node").arg(setup::wasm_opt()).arg("-Oz").args(FEATURES).arg(&before).arg("-o").arg(&after))?;
    fs::read(&after).with_context(|| format!("{} can't be read", after.display()))
}
