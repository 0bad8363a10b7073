//! Clippy, one set of features at a time: a run over the whole workspace would unify the server's with the browser's.

use anyhow::{Result, ensure};

use crate::run::{cargo, run};

/// What is linted. Each line takes its workspace dependencies along.
const LINTED: [&str; 9] = [
    "--package vestibule --package vestibule-app --package vestibule-core --package vestibule-end2end \
     --package vestibule-flows --package vestibule-http --package vestibule-hydration --package vestibule-registry --package vestibule-server \
     --package vestibule-store --package vestibule-store-sql --package vestibule-testing --package vestibule-theme --package vestibule-words \
     --package vestibule-xtask --features vestibule-app/ssr,vestibule/sqlite,vestibule-hydration/ssr,vestibule-hydration/browser --all-targets",
    // As those have it who speak HTTP alone; above it has its browser.
    "--package vestibule-testing --all-targets",
    "--package vestibule-ui --features ssr,islands,dev --all-targets",
    "--package vestibule-ui --features twin,dev --lib --examples",
    "--package vestibule-ui --target wasm32-unknown-unknown --no-default-features --features csr --lib",
    "--package vestibule-hydration --target wasm32-unknown-unknown --no-default-features --features hydrate --lib --examples",
    "--package vestibule-frontend --lib --target wasm32-unknown-unknown --no-default-features --features vestibule",
    "--package vestibule-frontend --lib --target wasm32-unknown-unknown --no-default-features --features gallery",
    "--package vestibule-frontend --lib --target wasm32-unknown-unknown --no-default-features --features whole",
];

/// Lints all of it; a warning is an error.
pub(super) fn all() -> Result<()> {
    let failures = LINTED.iter().filter_map(|what| {
        let mut clippy = cargo(&format!("clippy --quiet --keep-going {what} -- -D warnings"));
        run(&mut clippy).err().map(|error| error.to_string())
    });
    let failures: Vec<String> = failures.collect();
    ensure!(failures.is_empty(), "{}", failures.join("; "));
    Ok(())
}
