//! The packages of package.json, in the exact versions of its lock file.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{
    places,
    run::{program, run},
};

/// Makes browsers' wasm small.
pub(crate) fn wasm_opt() -> PathBuf {
    places::at("node_modules/binaryen/bin/wasm-opt")
}

/// Makes the stylesheet of an example that is written in Tailwind.
pub(crate) fn tailwind() -> PathBuf {
    places::at("node_modules/@tailwindcss/cli/dist/index.mjs")
}

/// Fetches them, unless what is there is what the lock file asks for.
pub(super) fn packages() -> Result<()> {
    let lock = fs::read(places::at("package-lock.json")).context("package-lock.json can't be read")?;
    let stamp = places::at("node_modules/.vestibule-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(program("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]))
        .context("the npm registry has to be reachable once, for what package.json lists")?;
    fs::write(&stamp, lock).context("node_modules can't be written")
}
