//! Makes the filter of leaked passwords: a list on standard input, one password a line, the most frequent first.

use std::{fs, io::Read, path::Path};

use vestibule_core::password::leaked;

fn main() -> std::io::Result<()> {
    let mut passwords = Vec::new();
    std::io::stdin().read_to_end(&mut passwords)?;
    let filter = leaked::filter(&String::from_utf8_lossy(&passwords));
    fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/password/leaked.bin"), filter)
}
