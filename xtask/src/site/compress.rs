//! Brotli at its hardest: done once here, so that the server only hands bytes out.

use std::{fs, io::Cursor, path::Path};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;

/// Compresses.
pub(crate) fn brotli(plain: &[u8]) -> Vec<u8> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: plain.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(plain), &mut compressed, &parameters)
        .expect("neither reading nor writing memory fails");
    compressed
}

/// Writes a file of the site, and its compressed form beside it.
pub(super) fn write(site: &Path, name: &str, plain: &[u8]) -> Result<()> {
    let write = |name: &str, bytes: &[u8]| {
        fs::write(site.join(name), bytes).with_context(|| format!("target/site/{name} can't be written"))
    };
    write(name, plain)?;
    write(&format!("{name}.br"), &brotli(plain))
}
