//! The built files that this package carries: `cargo xtask package` puts them in.

use std::collections::BTreeMap;

use bytes::Bytes;
use vestibule_http::assets::Assets;

// `FILES`, written by build.rs.
include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// The stylesheet and the scripts that this version carries; none in a checkout, where `cargo xtask site` builds them.
#[must_use]
pub fn shipped_assets() -> Assets {
    let files = FILES.iter().map(|(name, bytes)| ((*name).to_owned(), Bytes::from_static(bytes)));
    Assets::of(files.collect::<BTreeMap<_, _>>())
}
