//! What a machine needs beside rustup's toolchain. Each thing is looked for, and fetched only if it isn't there; what
//! can't be fetched is one sentence with the one command to run.

mod debian;
mod node;
mod rust;

pub(crate) use debian::{BROWSER, CLOCK};
pub(crate) use node::{tailwind, wasm_opt};

use anyhow::Result;

/// Everything that building the site needs.
pub(crate) fn for_building() -> Result<()> {
    rust::wasm_target()?;
    debian::need(&[debian::NODE])?;
    node::packages()
}

/// Everything that the tests need.
pub(crate) fn for_testing() -> Result<()> {
    debian::need(&[debian::NODE, BROWSER, debian::DRIVER, CLOCK])?;
    for_building()
}

/// What the proof needs beside: the other two engines.
pub(crate) fn for_proof() -> Result<()> {
    debian::need(&[debian::FIREFOX, debian::WEBKIT, debian::SCREEN])
}
