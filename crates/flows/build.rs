//! Lists the built files that stand in `site/`, so that a host gets them with the package and builds none.

use std::{env, fmt::Write, fs, io, path::Path};

fn main() -> io::Result<()> {
    let package = env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where the package is");
    let site = Path::new(&package).join("site");
    // Of a folder that isn't there cargo would think that it has changed, each time anew.
    println!("cargo::rerun-if-changed={}", if site.is_dir() { "site" } else { "build.rs" });
    let mut list = "static FILES: &[(&str, &[u8])] = &[\n".to_owned();
    let mut files: Vec<_> = if site.is_dir() { fs::read_dir(&site)?.collect::<io::Result<_>>()? } else { Vec::new() };
    files.sort_by_key(fs::DirEntry::file_name);
    for file in files {
        let (name, path) = (file.file_name(), file.path());
        let (name, path) = (name.to_string_lossy(), path.to_string_lossy());
        // A text takes whatever is written into it.
        let _ = writeln!(list, "    ({name:?}, include_bytes!({path:?})),");
    }
    list.push_str("];\n");
    let out = env::var_os("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("site.rs"), list)
}
