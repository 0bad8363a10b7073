//! The themes that every version carries. Foyer is the stylesheet's own.

use bytes::Bytes;
use vestibule_ui::Slots;

use crate::{FONTS_CSS, Theme, ThemeName, manifest::Manifest, phrases};

/// What the folder of one of ours holds.
struct Source {
    name: &'static str,
    manifest: &'static str,
    faces: &'static str,
    tokens: &'static str,
    parts: &'static str,
    words: &'static str,
    /// With the licence that they are handed on under.
    fonts: &'static [(&'static str, &'static [u8])],
    licence: &'static str,
}

macro_rules! file {
    ($name:literal, $file:literal) => {
        include_str!(concat!("../style/themes/", $name, "/", $file))
    };
}

macro_rules! source {
    ($name:literal) => {
        source!($name, "", "", [], "")
    };
    ($name:literal, $words:expr, [$($font:literal),+]) => {
        source!($name, file!($name, "fonts.css"), $words, [$($font),+], file!($name, "OFL.txt"))
    };
    ($name:literal, $faces:expr, $words:expr, [$($font:literal),*], $licence:expr) => {
        Source {
            name: $name,
            manifest: file!($name, "theme.toml"),
            faces: $faces,
            tokens: file!($name, "tokens.css"),
            parts: file!($name, "parts.css"),
            words: $words,
            fonts: &[$(($font, include_bytes!(concat!("../style/themes/", $name, "/", $font)))),*],
            licence: $licence,
        }
    };
}

const SOURCES: [Source; 5] = [
    source!("foyer"),
    source!("ledger", "", ["public-sans.woff2"]),
    source!("folio", file!("folio", "words.toml"), ["newsreader.woff2", "newsreader-italic.woff2"]),
    source!("console", "", ["jetbrains-mono.woff2"]),
    source!("vibe", file!("vibe", "words.toml"), ["comic-neue-bold.woff2"]),
];

/// The names of the themes that every version carries, Foyer first.
pub const BUILT_IN: [&str; SOURCES.len()] = {
    let mut names = [""; SOURCES.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = SOURCES[index].name;
        index += 1;
    }
    names
};

impl Theme {
    /// One of the themes that every version carries.
    #[must_use]
    pub fn built_in(name: &str) -> Option<Self> {
        let source = SOURCES.iter().find(|source| source.name == name)?;
        let manifest = Manifest::parse(source.manifest).expect("a test reads each of ours");
        let font = |(file, bytes): &(&str, &'static [u8])| ((*file).to_owned(), Bytes::from_static(bytes));
        Some(Self {
            name: ThemeName::parse(name).expect("a test reads each of ours"),
            title: manifest.name,
            layout: manifest.layout,
            inherits: manifest.inherits,
            slots: Slots::default(),
            phrases: phrases::parse(source.words).expect("a test reads each of ours"),
            fonts: manifest.fonts,
            faces: source.faces.to_owned(),
            tokens: source.tokens.to_owned(),
            parts: source.parts.to_owned(),
            files: source.fonts.iter().map(font).collect(),
        })
    }
}

/// The files of one of them, by name: what a designer may begin with. An empty one is none.
pub(crate) fn files(name: &str) -> Option<Vec<(&'static str, Bytes)>> {
    let source = SOURCES.iter().find(|source| source.name == name)?;
    let texts = [
        ("theme.toml", source.manifest),
        (FONTS_CSS, source.faces),
        ("tokens.css", source.tokens),
        ("parts.css", source.parts),
        ("words.toml", source.words),
        ("OFL.txt", source.licence),
    ];
    let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
    let texts = texts.map(|(file, text)| (file, Bytes::from_static(text.as_bytes())));
    Some(texts.chain(source.fonts.iter().map(|(file, bytes)| (*file, Bytes::from_static(bytes)))).collect())
}

#[cfg(test)]
mod tests {
    use super::BUILT_IN;
    use crate::Theme;

    #[test]
    fn each_of_ours_is_a_theme() {
        for name in BUILT_IN {
            let theme = Theme::built_in(name).expect("it is one of ours");
            assert_eq!(theme.name.as_str(), theme.title.to_lowercase());
            assert!(theme.tokens.contains("--auth-brand:"), "{name} sets its seeds");
        }
    }
}
