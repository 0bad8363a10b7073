//! Clippy, one set of features at a time: a run over the whole workspace would unify the server's with the browser's.

use anyhow::Result;

use crate::run::{cargo, run};

/// What is linted. Each line takes its workspace dependencies along.
const LINTED: [&str; 6] = [
    "--package vestibule-server --package vestibule-end2end --package vestibule-testing --package vestibule-hydration \
     --package vestibule-core --package vestibule-words --package vestibule-store --package vestibule-store-sql \
     --package vestibule-http --package vestibule-flows --package vestibule-xtask --all-targets",
    "--package vestibule-ui --features ssr,islands,dev --all-targets",
    "--package vestibule-ui --features twin,dev",
    "--package vestibule-frontend --lib --target wasm32-unknown-unknown --no-default-features --features vestibule",
    "--package vestibule-frontend --lib --target wasm32-unknown-unknown --no-default-features --features gallery",
    "--package vestibule-frontend --lib --target wasm32-unknown-unknown --no-default-features --features whole",
];

/// Lints all of it; a warning is an error.
pub(super) fn all() -> Result<()> {
    for what in LINTED {
        run(&mut cargo(&format!("clippy --quiet {what} -- -D warnings")))?;
    }
    Ok(())
}
