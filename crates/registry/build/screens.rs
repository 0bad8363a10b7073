//! The screens: each is copied without its model, since the handlers that fill it are ours.

use std::{collections::BTreeSet, fs, io, path::Path};

use crate::{
    offer::{File, Offer},
    source::{Item, Source, uses},
    written::{name, outside, write},
};

/// What all screens know of each other.
struct Public {
    /// The types of the screens.
    screens: BTreeSet<String>,
    /// Whatever else is public: models, and what they are made of.
    models: BTreeSet<String>,
}

/// Every screen of a folder.
pub(crate) fn offers(folder: &Path, style: &Path) -> io::Result<Vec<Offer>> {
    let public = public(&fs::read_to_string(folder.join("mod.rs"))?);
    let mut offers = Vec::new();
    for entry in fs::read_dir(folder)? {
        offers.extend(offer(&entry?.path(), style, &public)?);
    }
    Ok(offers)
}

/// The screen of a file, or of a folder, if it is one's.
fn offer(path: &Path, style: &Path, public: &Public) -> io::Result<Option<Offer>> {
    let read = |path: &Path| fs::read_to_string(path).map(|text| Source::read(&text));
    let source = read(&if path.is_dir() { path.join("mod.rs") } else { path.to_owned() })?;
    let Some(item) = source.items.iter().find(|item| item.first_line().starts_with("impl Screen for ")) else {
        return Ok(None);
    };
    let (screen, name) = (item.name.clone(), literal(&item.text, "const NAME: &'static str = \""));
    let module = name.replace('-', "_");
    let about = source.about.replace('\n', " ");
    let end = "\n#[cfg(test)]\nmod tests;\n";
    let tests = include_str!("screen_tests.rs.txt").replace("SCREEN", &screen);
    let mut files = vec![File::new(&format!("src/screens/{module}/tests.rs"), tests)];
    if path.is_dir() {
        files.push(File::new(&format!("src/screens/{module}/mod.rs"), copy(source, &screen, public, end)));
        for entry in fs::read_dir(path)? {
            let child = entry?.path();
            let stem = child.file_stem().unwrap_or_default().to_string_lossy();
            // What is only the model stays ours.
            if stem != "mod" && stem != "model" {
                let text = copy(read(&child)?, &screen, public, "");
                files.push(File::new(&format!("src/screens/{module}/{stem}.rs"), text));
            }
        }
    } else {
        files.push(File::new(&format!("src/screens/{module}.rs"), copy(source, &screen, public, end)));
    }
    files.extend(stylesheets(style, &name)?);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let docs = docs(&screen, &module);
    Ok(Some(Offer { name, category: "screen", about, files, colours: None, docs }))
}

/// What stands between `start` and the next quotation mark.
fn literal(text: &str, start: &str) -> String {
    text.split_once(start).and_then(|(_, rest)| rest.split_once('"')).map_or("", |(word, _)| word).to_owned()
}

fn public(list: &str) -> Public {
    let (_, screens) = list.split_once("screens![").expect("the screens are listed");
    let screens = screens.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let screens: BTreeSet<_> = screens.map(str::to_owned).collect();
    let exported = list.split("\npub use ").skip(1).filter_map(|rest| rest.split_once(';'));
    let exported = exported.flat_map(|(names, _)| names.split(|c: char| !crate::source::is_of_word(c)));
    let models = exported.filter(|word| word.starts_with(char::is_uppercase) && !screens.contains(*word));
    Public { models: models.map(str::to_owned).collect(), screens }
}

/// Whether an item is the model's, or does something for it.
fn is_model(item: &Item, public: &Public) -> bool {
    let line = item.first_line();
    public.models.contains(&item.name) || line == "mod model;" || line.starts_with("pub use model::")
}

fn kept(source: Source, screen: &str, public: &Public) -> (Vec<String>, Vec<Item>) {
    let (dropped, mut items): (Vec<_>, Vec<_>) = source.items.into_iter().partition(|item| is_model(item, public));
    let models = dropped.iter().flat_map(|item| item.text.split(|c: char| !crate::source::is_of_word(c)));
    let models: BTreeSet<_> = models.filter(|word| public.models.contains(*word)).collect();
    let models = models.into_iter().map(|model| format!("vestibule::ui::screens::{model}"));
    let imports = source.imports.iter().map(|path| placed(path, screen, public)).chain(models).collect();
    // What only served the model goes with it.
    loop {
        let is_used = |item: &Item| {
            item.implements()
                || item.public
                || item.first_line().starts_with("pub(")
                || items.iter().any(|other| other.text != item.text && uses(&other.text, &item.name))
        };
        let used: Vec<_> = items.iter().filter(|item| is_used(item)).cloned().collect();
        if used.len() == items.len() {
            return (imports, items);
        }
        items = used;
    }
}

/// Where a host finds what a screen imports.
fn placed(path: &str, screen: &str, public: &Public) -> String {
    let brought = name(path);
    if !path.starts_with("super::") || brought == screen {
        outside(path)
    } else if public.models.contains(brought) || public.screens.contains(brought) {
        format!("vestibule::ui::screens::{brought}")
    } else {
        format!("vestibule::ui::screens::shared::{brought}")
    }
}

fn copy(source: Source, screen: &str, public: &Public, end: &str) -> String {
    let about = source.about.clone();
    let (imports, items) = kept(source, screen, public);
    write(&about, &imports, &items, end)
}

/// The stylesheets that speak of a screen by its name.
fn stylesheets(style: &Path, word: &str) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(style.join("screens"))? {
        let path = entry?.path();
        let text = fs::read_to_string(&path)?;
        if text.contains(&format!("[data-screen=\"{word}\"]")) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            files.push(File::new(&format!("style/screens/{name}"), text));
        }
    }
    Ok(files)
}

fn docs(screen: &str, module: &str) -> String {
    format!(
        "In src/main.rs or src/lib.rs:\n\n    mod screens {{\n        pub mod {module};\n    }}\n\n\
         Where the pages are put together, with `use vestibule::ui::Screen;`:\n\n    \
         .screen::<screens::{module}::{screen}, _>(screens::{module}::{screen}::view)\n\n\
         It needs leptos = {{ version = \"0.8\", default-features = false }}."
    )
}
