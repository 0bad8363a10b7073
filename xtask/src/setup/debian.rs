//! Debian's packages: installed here when we may, named when we may not.

use anyhow::{Result, bail};

use crate::run::{is_installed, output, program, run};

/// A program, and the package that brings it.
#[derive(Clone, Copy)]
pub(crate) struct Package {
    pub(crate) program: &'static str,
    package: &'static str,
}

/// Fetches wasm-opt, which Debian has only in a version that is too old.
pub(super) const NODE: Package = Package { program: "npm", package: "npm" };
/// The browser of the tests.
pub(crate) const BROWSER: Package = Package { program: "chromium", package: "chromium" };
/// Drives it.
pub(super) const DRIVER: Package = Package { program: "chromedriver", package: "chromium-driver" };
/// The second engine.
pub(super) const FIREFOX: Package = Package { program: "firefox-esr", package: "firefox-esr" };
/// The third engine, with its smallest browser.
pub(super) const WEBKIT: Package = Package { program: "WebKitWebDriver", package: "webkit2gtk-driver" };
/// A screen for it that nobody sees.
pub(super) const SCREEN: Package = Package { program: "xvfb-run", package: "xvfb" };
/// Moves a server's clock.
pub(crate) const CLOCK: Package = Package { program: "faketime", package: "faketime" };

/// Sees to it that the programs are there.
pub(super) fn need(packages: &[Package]) -> Result<()> {
    let missing: Vec<&str> =
        packages.iter().filter(|package| !is_installed(package.program)).map(|package| package.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let missing = missing.join(" ");
    if !is_installed("apt-get") {
        bail!("these programs are missing, please install them under the names they have on your system: {missing}");
    }
    let install = format!("apt-get install -y --no-install-recommends {missing}");
    if output(program("id").arg("-u"))?.trim() != "0" {
        bail!("Debian packages are missing: run `sudo {install}`");
    }
    println!("Installing {missing}; this takes a minute or two the first time.");
    run(apt("apt-get update --quiet").env("DEBIAN_FRONTEND", "noninteractive"))?;
    run(apt(&install).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn apt(line: &str) -> std::process::Command {
    let mut words = line.split_whitespace();
    let mut command = program(words.next().unwrap_or_default());
    command.args(words);
    command
}
