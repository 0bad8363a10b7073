//! What is offered, and how it is written down: as an item of shadcn's registries, so that their tool reads ours.

use serde_json::{Value, json};

/// Something to copy.
pub(crate) struct Offer {
    /// How it is asked for.
    pub(crate) name: String,
    /// `screen`, `part` or `theme`.
    pub(crate) category: &'static str,
    /// What it is, in a sentence or two.
    pub(crate) about: String,
    /// What is written.
    pub(crate) files: Vec<File>,
    /// The tokens of a theme, scheme by scheme.
    pub(crate) colours: Option<Value>,
    /// What is left to do by hand.
    pub(crate) docs: String,
}

/// A file, below the folder of the host's crate.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    pub(crate) fn new(path: &str, text: String) -> Self {
        Self { path: path.to_owned(), text }
    }
}

impl Offer {
    /// The whole item.
    ///
    /// It is of the type that needs no project of shadcn's: its files say themselves where they belong, and `~` is the
    /// folder that the command is run in.
    pub(crate) fn whole(&self) -> Value {
        self.item(true)
    }

    /// The item as the index lists it.
    pub(crate) fn listed(&self) -> Value {
        self.item(false)
    }

    fn item(&self, whole: bool) -> Value {
        let files = self.files.iter().map(|file| {
            let mut value = json!({ "path": file.path, "type": "registry:file", "target": format!("~/{}", file.path) });
            if whole {
                value["content"] = file.text.clone().into();
            }
            value
        });
        let mut item = json!({
            "name": self.name,
            "type": "registry:item",
            "title": title(&self.name),
            "description": self.about,
            "categories": [self.category],
            "meta": { "vestibule": env!("CARGO_PKG_VERSION") },
            "files": files.collect::<Vec<_>>(),
        });
        if whole {
            item["$schema"] = "https://ui.shadcn.com/schema/registry-item.json".into();
            item["docs"] = self.docs.clone().into();
            if let Some(colours) = &self.colours {
                item["cssVars"] = colours.clone();
            }
        }
        item
    }
}

/// `log-in` as people write it.
fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
