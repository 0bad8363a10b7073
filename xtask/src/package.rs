//! `cargo xtask package`: the crates as a host gets them, with what browsers load inside, so that a host needs no wasm
//! toolchain and builds no site.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{
    places,
    run::{cargo, run},
    site,
};

/// What a host adds to its dependencies, and what that stands on.
const CRATES: [&str; 12] = [
    "vestibule",
    "vestibule-core",
    "vestibule-flows",
    "vestibule-http",
    "vestibule-hydration",
    "vestibule-registry",
    "vestibule-store",
    "vestibule-store-sql",
    "vestibule-testing",
    "vestibule-theme",
    "vestibule-ui",
    "vestibule-words",
];

/// Makes the packages and unpacks them into `target/package`.
pub(crate) fn package() -> Result<()> {
    site::build()?;
    let carried = places::at("crates/flows/site");
    carry(&places::site(), &carried)?;
    let list = CRATES.join(" --package ");
    let packed = run(&mut cargo(&format!("package --no-verify --allow-dirty --package {list}")));
    // A build in the checkout reads the site where it was built.
    fs::remove_dir_all(&carried).context("crates/flows/site can't be removed")?;
    packed?;
    CRATES.iter().try_for_each(|name| unpack(name))
}

fn carry(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to).context("crates/flows/site can't be emptied")?;
    }
    fs::create_dir_all(to).context("crates/flows/site can't be made")?;
    for file in fs::read_dir(from).context("target/site can't be read")? {
        let name = file?.file_name();
        fs::copy(from.join(&name), to.join(&name)).context("target/site can't be copied")?;
    }
    Ok(())
}

/// Unpacks one where nothing is left of an older one.
fn unpack(name: &str) -> Result<()> {
    let folder = places::at("target/package");
    let full = format!("{name}-{}", env!("CARGO_PKG_VERSION"));
    let unpacked = folder.join(&full);
    if unpacked.exists() {
        fs::remove_dir_all(&unpacked).with_context(|| format!("{} can't be removed", unpacked.display()))?;
    }
    let archive = folder.join(format!("{full}.crate"));
    // With the time of now: every package says that its files are of 2006, and cargo would build none of them again.
    run(std::process::Command::new("tar").arg("-xmzf").arg(archive).arg("-C").arg(folder))
}
