//! An item as it is read.

use serde::Deserialize;

use crate::{RegistryError, Target};

/// The most that an item may be.
pub const MAX_BYTES: usize = 512 * 1024;

/// Something to copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// How it is asked for.
    pub name: String,
    /// What sort of thing it is, if it says so: of ours a `screen`, a `part` or a `theme`.
    pub category: Option<String>,
    /// What it is.
    pub description: String,
    /// What is left to do by hand.
    pub docs: String,
    /// The other items that it asks for.
    pub needs: Vec<String>,
    /// What is written.
    pub files: Vec<File>,
}

/// A file of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it goes.
    pub target: Target,
    /// What is in it.
    pub text: String,
}

/// What is written of an item in a registry.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    name: String,
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    description: String,
    #[serde(default)]
    docs: String,
    #[serde(default)]
    registry_dependencies: Vec<String>,
    files: Vec<WrittenFile>,
}

#[derive(Deserialize)]
struct WrittenFile {
    path: String,
    target: Option<String>,
    content: String,
}

impl Item {
    /// Reads an item, of ours or of anybody's.
    ///
    /// # Errors
    /// [`RegistryError`] for what is no item, too large, not text, or would be written where nothing may be.
    pub fn parse(text: &str) -> Result<Self, RegistryError> {
        if text.len() > MAX_BYTES {
            return Err(RegistryError::TooLarge);
        }
        let written: Written = serde_json::from_str(text).map_err(|error| RegistryError::NoItem(error.to_string()))?;
        let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !(1..=60).contains(&written.name.len()) || !written.name.bytes().all(is_letter) {
            return Err(RegistryError::Name(written.name));
        }
        if written.files.is_empty() {
            return Err(RegistryError::NoItem("there are no files".to_owned()));
        }
        Ok(Self {
            name: written.name,
            category: written.categories.first().map(|category| plain(category)),
            description: plain(&written.description),
            docs: plain(&written.docs),
            needs: written.registry_dependencies.iter().map(|need| plain(need)).collect(),
            files: written.files.into_iter().map(file).collect::<Result<_, _>>()?,
        })
    }
}

fn file(written: WrittenFile) -> Result<File, RegistryError> {
    let target = Target::parse(written.target.as_deref().unwrap_or(&written.path))?;
    if written.content.chars().any(|c| c.is_control() && !"\n\r\t".contains(c)) {
        return Err(RegistryError::NoText(target.as_str().to_owned()));
    }
    Ok(File { target, text: written.content })
}

/// What is printed says nothing to the terminal.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

#[cfg(test)]
mod tests {
    use super::{Item, MAX_BYTES};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let error = Item::parse(text).expect_err("it is refused").to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn what_is_wrong_is_named() {
        check("<html>", "no registry item");
        check(r#"{ "name": "a" }"#, "files");
        check(r#"{ "name": "a", "files": [] }"#, "no files");
        check(r#"{ "name": "../a", "files": [] }"#, "no name");
        check(r#"{ "name": "a", "files": [{ "path": "src/a.rs" }] }"#, "content");
        check(r#"{ "name": "a", "files": [{ "path": "src/a.rs", "content": "\u0000" }] }"#, "isn't text");
        check(r#"{ "name": "a", "files": [{ "path": "src/a.rs", "target": "/a.rs", "content": "" }] }"#, "no place");
        check(&" ".repeat(MAX_BYTES + 1), "larger than 512 KiB");
    }

    #[test]
    fn what_is_printed_says_nothing_to_the_terminal() {
        let text = r#"{ "name": "a", "docs": "\u001b[2Jhi\n", "files": [{ "path": "src/a.rs", "content": "x" }] }"#;
        assert_eq!(Item::parse(text).expect("it is an item").docs, "[2Jhi\n");
    }
}
