//! A theme as one file, `<name>.theme.json`: its name and its files by theirs, texts as they are and all else in Base64.
//! Readable in a review, and nothing in it can point out of it.

use std::{collections::BTreeMap, path::Path};

use base64::{Engine, prelude::BASE64_STANDARD};
use bytes::Bytes;
use serde::{Deserialize, Serialize};

use crate::{Theme, ThemeError, source::Source};

/// What belongs to a theme, by the endings of its files. Notes, sketches and what an editor leaves behind do not.
const ENDINGS: [&str; 7] = ["toml", "css", "html", "svg", "png", "webp", "woff2"];

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Packed {
    name: String,
    files: BTreeMap<String, Content>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Content {
    Text(String),
    Base64 { base64: String },
}

impl Theme {
    /// A theme's folder as the text of one file, which [`Theme::read`] takes as it takes the folder.
    ///
    /// # Errors
    /// [`ThemeError`] for a folder that is no theme.
    pub fn pack(folder: &Path) -> Result<String, ThemeError> {
        let theme = Self::read(folder)?;
        let source = Source::open(folder)?;
        let mut files = BTreeMap::new();
        for name in source.names()?.into_iter().filter(|name| belongs(name)) {
            let content = match String::from_utf8(source.bytes(&name)?.to_vec()) {
                Ok(text) => Content::Text(text),
                Err(error) => Content::Base64 { base64: BASE64_STANDARD.encode(error.as_bytes()) },
            };
            files.insert(name, content);
        }
        let packed = Packed { name: theme.name.to_string(), files };
        Ok(serde_json::to_string_pretty(&packed).expect("names and texts are plain data"))
    }
}

/// The name and the files of a packed theme.
pub(crate) fn unpack(text: &str) -> Result<(String, BTreeMap<String, Bytes>), ThemeError> {
    let packed: Packed = serde_json::from_str(text).map_err(|error| ThemeError::Packed(error.to_string()))?;
    let mut files = BTreeMap::new();
    for (name, content) in packed.files {
        if !belongs(&name) {
            return Err(ThemeError::Packed(format!("{name:?} is no file of a theme")));
        }
        let bytes = match content {
            Content::Text(text) => text.into_bytes(),
            Content::Base64 { base64 } => {
                BASE64_STANDARD.decode(base64).map_err(|error| ThemeError::Packed(format!("{name}: {error}")))?
            }
        };
        files.insert(name, Bytes::from(bytes));
    }
    Ok((packed.name, files))
}

/// Texts without which a font may not be handed on.
const LICENCES: [&str; 2] = ["LICENSE.txt", "OFL.txt"];

fn belongs(name: &str) -> bool {
    if LICENCES.contains(&name) {
        return true;
    }
    let path = Path::new(name);
    let is_plain = path.file_name().is_some_and(|last| last == name) && !name.contains('\\');
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    is_plain && !name.starts_with('.') && ENDINGS.contains(&ending)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::{Theme, ThemeError};

    #[test]
    fn a_packed_theme_is_the_same_theme() {
        let home = tempfile::tempdir().expect("a folder");
        let acme = home.path().join("acme");
        fs::create_dir(&acme).expect("a folder");
        let files: [(&str, &[u8]); 7] = [
            ("theme.toml", b"name = 'Acme'\ncontract = 1"),
            ("tokens.css", b":root { --auth-unit: 0.25rem; }\n"),
            ("parts.css", b"/* \"caf\xc3\xa9\" */\n"),
            ("logo.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            ("acme.woff2", b"wOF2\x00\xff\xfe"),
            ("notes.txt", b"mine"),
            ("OFL.txt", b"Open"),
        ];
        for (name, bytes) in files {
            fs::write(acme.join(name), bytes).expect("a file");
        }
        let album = acme.join(".accepted");
        fs::create_dir(&album).expect("a folder");
        fs::write(album.join("log-in.empty.png"), "mine").expect("a file");
        let packed = home.path().join("elsewhere.theme.json");
        let text = Theme::pack(&acme).expect("it is a theme");
        assert!(!text.contains("notes.txt") && !text.contains("accepted"), "{text}");
        fs::write(&packed, text).expect("a file");
        assert_eq!(Theme::read(&packed).expect("it is one"), Theme::read(&acme).expect("it is one"));
    }

    #[test]
    fn what_is_no_theme_is_neither_packed_nor_read() {
        let home = tempfile::tempdir().expect("a folder");
        let packed = home.path().join("acme.theme.json");
        let check = |text: &str, expected: &str| {
            fs::write(&packed, text).expect("a file");
            let error = Theme::read(&packed).expect_err("it is refused").to_string();
            assert!(error.contains(expected), "{error}");
        };
        check("{", "EOF");
        check(r#"{"name":"acme","files":{"../theme.toml":"name"}}"#, "../theme.toml");
        check(r#"{"name":"acme","files":{"a.woff2":{"base64":"?"}}}"#, "a.woff2");
        check(r#"{"name":"Acme!","files":{}}"#, "Acme!");
        check(r#"{"name":"acme","files":{}}"#, "theme.toml");
        let error = Theme::pack(&home.path().join("nowhere")).expect_err("it isn't there");
        assert!(matches!(error, ThemeError::Unreadable { ref file, .. } if file == "theme.toml"), "{error}");
    }
}
