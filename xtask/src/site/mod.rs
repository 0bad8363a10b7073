//! What browsers load: the stylesheet, and for each bundle its script and its wasm, each with its compressed form beside
//! it. Only what changed is made again.

mod bundle;
mod compress;
mod glue;
mod prune;
mod stamp;
mod style;

pub(crate) use bundle::BUNDLES;
pub(crate) use compress::brotli;

use std::fs;

use anyhow::{Context, Result};

use crate::{places, setup};

/// The stylesheet's name, in `style/` and in the site.
pub(crate) const STYLESHEET: &str = "vestibule.css";

/// Builds the site.
pub(crate) fn build() -> Result<()> {
    setup::for_building()?;
    let site = places::site();
    fs::create_dir_all(&site).context("target/site can't be made")?;
    for bundle in BUNDLES {
        bundle::build(bundle, &site)?;
    }
    style::build(&site)?;
    sweep(&site)
}

/// Removes what an earlier build left and this one doesn't know: the server would serve it.
fn sweep(site: &std::path::Path) -> Result<()> {
    for entry in fs::read_dir(site)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let plain = name.strip_suffix(".br").unwrap_or(&name);
        let stem = plain.rsplit_once('.').map_or(plain, |(stem, _)| stem);
        let known = plain == STYLESHEET || (BUNDLES.contains(&stem) && plain != format!("{stem}.css"));
        if !known && site.join(&name).is_file() {
            fs::remove_file(site.join(&name)).with_context(|| format!("target/site/{name} can't be removed"))?;
        }
    }
    Ok(())
}
