//! The themes that every version carries. Foyer is the stylesheet's own.

use std::collections::BTreeMap;

use vestibule_ui::Slots;

use crate::{Theme, ThemeName, manifest::Manifest, phrases};

/// The name, the manifest, the tokens, the parts and the words of each.
type Source = (&'static str, &'static str, &'static str, &'static str, &'static str);

macro_rules! source {
    ($name:literal) => {
        source!($name, "")
    };
    ($name:literal, $words:expr) => {
        (
            $name,
            include_str!(concat!("../style/themes/", $name, "/theme.toml")),
            include_str!(concat!("../style/themes/", $name, "/tokens.css")),
            include_str!(concat!("../style/themes/", $name, "/parts.css")),
            $words,
        )
    };
}

const SOURCES: [Source; 5] = [
    source!("foyer"),
    source!("ledger"),
    source!("folio", include_str!("../style/themes/folio/words.toml")),
    source!("console"),
    source!("vibe", include_str!("../style/themes/vibe/words.toml")),
];

/// The names of the themes that every version carries, Foyer first.
pub const BUILT_IN: [&str; SOURCES.len()] = {
    let mut names = [""; SOURCES.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = SOURCES[index].0;
        index += 1;
    }
    names
};

impl Theme {
    /// One of the themes that every version carries.
    #[must_use]
    pub fn built_in(name: &str) -> Option<Self> {
        let (name, manifest, tokens, parts, words) = SOURCES.into_iter().find(|source| source.0 == name)?;
        let manifest = Manifest::parse(manifest).expect("a test reads each of ours");
        Some(Self {
            name: ThemeName::parse(name).expect("a test reads each of ours"),
            title: manifest.name,
            layout: manifest.layout,
            inherits: manifest.inherits,
            slots: Slots::default(),
            phrases: phrases::parse(words).expect("a test reads each of ours"),
            tokens: tokens.to_owned(),
            parts: parts.to_owned(),
            files: BTreeMap::new(),
        })
    }
}

/// The files of one of them, by name: what a designer may begin with.
pub(crate) fn files(name: &str) -> Option<[(&'static str, &'static str); 4]> {
    let (_, manifest, tokens, parts, words) = SOURCES.into_iter().find(|source| source.0 == name)?;
    Some([("theme.toml", manifest), ("tokens.css", tokens), ("parts.css", parts), ("words.toml", words)])
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
