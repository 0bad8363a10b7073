//! The parts: components out of the files that they share, with what they need of these.

use std::{collections::BTreeSet, fs, io, path::Path};

use crate::{
    offer::{File, Offer},
    source::{Item, Source, uses},
    table::{Part, TABLE},
    written::{name, outside, write},
};

/// Every part of the table, out of the folder of their sources.
pub(crate) fn offers(folder: &Path, style: &Path) -> io::Result<Vec<Offer>> {
    TABLE.iter().map(|part| offer(part, folder, style)).collect()
}

/// The components of a file: what the table has to offer.
pub(crate) fn unoffered(folder: &Path) -> io::Result<Vec<String>> {
    let mut missing = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let source = Source::read(&fs::read_to_string(&path)?);
        let components = source.items.into_iter().filter(|item| item.public && item.text.contains("#[component]"));
        let is_offered = |name: &str| TABLE.iter().any(|part| part.file == stem && part.components.contains(&name));
        missing.extend(components.map(|item| item.name).filter(|name| !is_offered(name)));
    }
    Ok(missing)
}

fn offer(part: &Part, folder: &Path, style: &Path) -> io::Result<Offer> {
    let source = Source::read(&fs::read_to_string(folder.join(format!("{}.rs", part.file)))?);
    let items = needed(&source.items, part.components);
    let about = items.iter().find(|item| item.name == part.components[0]).map(|item| about(&item.text));
    let about = about.unwrap_or_else(|| panic!("{} has no {}", part.file, part.components[0]));
    let imports: Vec<_> = source.imports.iter().map(|path| placed(path)).collect();
    let items: Vec<_> = items.into_iter().map(whole_links).collect();
    let module = part.name.replace('-', "_");
    let text = write(&about, &imports, &items, "\n#[cfg(test)]\nmod tests;\n");
    let tests = include_str!("part_tests.rs.txt").replace("STORY", part.story).replace("PART", part.draws);
    let css = format!("{}.css", part.css);
    let files = vec![
        File::new(&format!("src/parts/{module}.rs"), text),
        File::new(&format!("src/parts/{module}/tests.rs"), tests),
        File::new(&format!("style/parts/{css}"), fs::read_to_string(style.join("parts").join(css))?),
    ];
    let docs = format!(
        "In src/main.rs or src/lib.rs:\n\n    mod parts {{\n        pub mod {module};\n    }}\n\n\
         Your screens import {} from crate::parts::{module} in the place of vestibule::ui::parts.\n\
         The stylesheet goes behind ours: its rules into parts.css of your theme.",
        part.components.join(", ")
    );
    let about = about.replace('\n', " ");
    let about = if part.components.len() > 1 { format!("{}. {about}", part.components.join(", ")) } else { about };
    Ok(Offer { name: part.name.to_owned(), category: "part", about, files, colours: None, docs })
}

/// Components, and what of their file they can't do without.
fn needed(items: &[Item], components: &[&str]) -> Vec<Item> {
    let mut names: BTreeSet<&str> = components.iter().copied().collect();
    loop {
        let taken: Vec<&Item> = items.iter().filter(|item| names.contains(&*item.name)).collect();
        let more = items.iter().map(|item| &*item.name).filter(|name| taken.iter().any(|item| uses(&item.text, name)));
        let more: BTreeSet<&str> = names.iter().copied().chain(more).collect();
        if more == names {
            return taken.into_iter().cloned().collect();
        }
        names = more;
    }
}

/// The first paragraph of an item's documentation.
fn about(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix("/// "));
    lines.collect::<Vec<_>>().join("\n")
}

/// Where a host finds what a part imports.
fn placed(path: &str) -> String {
    if path.starts_with("super::") { format!("vestibule::ui::parts::{}", name(path)) } else { outside(path) }
}

fn whole_links(item: Item) -> Item {
    Item { text: item.text.replace("(super::", "(vestibule::ui::parts::"), ..item }
}
