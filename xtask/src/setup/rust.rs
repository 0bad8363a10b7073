//! The target that browsers run.

use std::path::Path;

use anyhow::{Result, bail};

use crate::run::{is_installed, output, program, run};

const TARGET: &str = "wasm32-unknown-unknown";

/// Sees to it that Rust can build for browsers.
pub(super) fn wasm_target() -> Result<()> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    if !is_installed("rustup") {
        bail!(
            "this Rust can't build for browsers: install rustup (https://rustup.rs), or your system's {TARGET} target"
        );
    }
    run(program("rustup").args(["target", "add", TARGET]))
}
