//! The themes: a folder each, as it is.

use std::{fs, io, path::Path};

use serde_json::{Map, Value, json};

use crate::offer::{File, Offer};

/// What of a theme is text. Pictures and fonts don't go into an item.
const TEXTS: [&str; 4] = ["toml", "css", "html", "svg"];

/// Every theme of a folder.
pub(crate) fn offers(folder: &Path) -> io::Result<Vec<Offer>> {
    let mut offers = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().join("theme.toml").is_file() {
            offers.push(offer(name, &entry.path())?);
        }
    }
    Ok(offers)
}

fn offer(name: String, folder: &Path) -> io::Result<Offer> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if !TEXTS.contains(&&*ending) {
            continue;
        }
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        // An item is text: the theme goes without its fonts, in what its tokens name after them.
        if file == "fonts.css" {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let text = text.split("\n[[fonts]]").next().unwrap_or_default().to_owned();
        // A file may be left out that says nothing.
        if !text.is_empty() {
            files.push(File::new(&format!("themes/{name}/{file}"), text));
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let tokens = fs::read_to_string(folder.join("tokens.css"))?;
    let about = about(&tokens).unwrap_or_else(|| format!("The theme {name}."));
    let docs = format!(
        "In the configuration:\n\n    theme = \"themes/{name}\"\n\n\
         or in code, with `use vestibule::theme::Theme;`:\n\n    .theme(Theme::read(\"themes/{name}\".as_ref())?)\n\n\
         An item is text: the theme's fonts are not in it. `vestibule theme new {name} --from {name}` writes them too."
    );
    let colours = Some(colours(&tokens));
    Ok(Offer { name, category: "theme", about, files, colours, docs })
}

/// The comment that a stylesheet begins with.
fn about(css: &str) -> Option<String> {
    let (about, _) = css.strip_prefix("/*")?.split_once("*/")?;
    Some(about.split(['\n', ' ']).filter(|word| !word.is_empty() && *word != "*").collect::<Vec<_>>().join(" "))
}

/// The tokens as shadcn's tool takes them: of `light-dark(a, b)` the one or the other.
fn colours(css: &str) -> Value {
    let (mut light, mut dark) = (Map::new(), Map::new());
    let declared = css.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "));
    for (name, value) in declared {
        match value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')).and_then(halves) {
            Some((day, night)) => {
                light.insert(name.to_owned(), day.into());
                dark.insert(name.to_owned(), night.into());
            }
            None => {
                light.insert(name.to_owned(), value.into());
            }
        }
    }
    json!({ "light": light, "dark": dark })
}

/// What stands before and behind the comma that is in no brackets.
fn halves(pair: &str) -> Option<(&str, &str)> {
    let mut depth = 0;
    let comma = pair.char_indices().find(|&(_, c)| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == ',' && depth == 0
    });
    let (before, after) = pair.split_at(comma?.0);
    Some((before, after[1..].trim()))
}
