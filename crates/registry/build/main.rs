//! Makes the items out of the sources of `vestibule-ui` and of the stylesheet, and a host's crate with all of them, which
//! a test compiles.

mod offer;
mod parts;
mod screens;
mod source;
mod table;
mod themes;
mod written;

use std::{
    collections::BTreeSet,
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use offer::Offer;
use serde_json::json;

fn main() -> io::Result<()> {
    for read in ["build", "style", "ui/parts", "ui/screens"] {
        println!("cargo::rerun-if-changed={read}");
    }
    let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where the package is"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to write"));
    let (ui, style) = (package.join("ui"), package.join("style"));
    let missing = parts::unoffered(&ui.join("parts"))?;
    assert!(missing.is_empty(), "build/table.rs doesn't offer {missing:?}");
    let mut offers = screens::offers(&ui.join("screens"), &style)?;
    offers.extend(parts::offers(&ui.join("parts"), &style)?);
    offers.extend(themes::offers(&style.join("themes"))?);
    offers.sort_by(|a, b| a.name.cmp(&b.name));
    let names: BTreeSet<_> = offers.iter().map(|offer| &offer.name).collect();
    assert_eq!(names.len(), offers.len(), "a name is asked for once");
    write_items(&out, &offers)?;
    write_host(&out.join("host"), &offers)
}

/// Every item as it is served, and the list of all.
fn write_items(out: &Path, offers: &[Offer]) -> io::Result<()> {
    let mut list = fs::File::create(out.join("items.rs"))?;
    writeln!(list, "static ITEMS: &[(&str, &str)] = &[")?;
    for offer in offers {
        fs::write(out.join(format!("{}.json", offer.name)), format!("{:#}\n", offer.whole()))?;
        writeln!(list, "    ({0:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{0}.json\"))),", offer.name)?;
    }
    writeln!(list, "];")?;
    let index = json!({
        "$schema": "https://ui.shadcn.com/schema/registry.json",
        "name": "vestibule",
        "homepage": env!("CARGO_PKG_REPOSITORY"),
        "items": offers.iter().map(Offer::listed).collect::<Vec<_>>(),
    });
    fs::write(out.join("registry.json"), format!("{index:#}\n"))
}

/// A host's crate with everything in it that is of Rust.
fn write_host(host: &Path, offers: &[Offer]) -> io::Result<()> {
    let mut modules = [("screens", String::new()), ("parts", String::new())];
    for file in offers.iter().flat_map(|offer| &offer.files).filter(|file| file.path.starts_with("src/")) {
        let path = host.join(&file.path);
        fs::create_dir_all(path.parent().expect("it is in src"))?;
        fs::write(&path, &file.text)?;
        for (folder, list) in &mut modules {
            let module = file.path.strip_prefix(&format!("src/{folder}/")).and_then(|rest| rest.strip_suffix(".rs"));
            let module = module.map(|module| module.trim_end_matches("/mod")).filter(|module| !module.contains('/'));
            if let Some(module) = module {
                list.extend(["pub mod ", module, ";\n"]);
            }
        }
    }
    let mut root = String::new();
    for (folder, list) in modules {
        let path = host.join("src").join(folder).join("mod.rs");
        let quoted = format!("{:?}", path.to_string_lossy());
        root.extend(["#[path = ", &quoted, "]\npub mod ", folder, ";\n"]);
        fs::write(path, list)?;
    }
    let said = offers.iter().flat_map(|offer| offer.docs.lines()).map(str::trim);
    let calls: Vec<_> = said.filter(|line| line.starts_with(".screen::<")).collect();
    root.extend([
        "/// What is said to be left to do.\n",
        "pub fn put_together(builder: vestibule::Builder) -> vestibule::Builder {\n    use vestibule::ui::Screen;\n    builder\n",
        &calls.join("\n"),
        "\n}\n",
    ]);
    fs::write(host.join("root.rs"), root)
}
