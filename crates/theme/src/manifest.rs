//! `theme.toml`.

use std::path::Path;

use serde::Deserialize;
use vestibule_ui::{Layout, parts::CONTRACT};

use crate::{Font, ThemeError};

/// What the file says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    /// How people call the theme.
    pub(crate) name: String,
    /// The number of the public names that it was written for.
    pub(crate) contract: u32,
    /// Where the card stands.
    #[serde(default)]
    pub(crate) layout: Layout,
    /// The fonts that it brings.
    #[serde(default)]
    pub(crate) fonts: Vec<Font>,
    /// The parts that look as Foyer's on purpose.
    #[serde(default)]
    pub(crate) inherits: Vec<String>,
}

impl Manifest {
    pub(crate) fn parse(text: &str) -> Result<Self, ThemeError> {
        let manifest: Self = toml::from_str(text).map_err(|error| ThemeError::Manifest(error.message().to_owned()))?;
        if manifest.contract != CONTRACT {
            return Err(ThemeError::Contract { found: manifest.contract, ours: CONTRACT });
        }
        // Both stand between quotes in the stylesheet, and the file in an address as well.
        let is_family =
            |family: &str| !family.is_empty() && !family.contains(['"', '\\']) && !family.contains(char::is_control);
        let is_file = |file: &str| {
            let is_woff2 = Path::new(file).extension().is_some_and(|ending| ending == "woff2");
            is_woff2 && file.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
        };
        match manifest.fonts.iter().find(|font| !is_family(&font.family) || !is_file(&font.file)) {
            Some(Font { family, file, .. }) if is_family(family) => Err(ThemeError::Manifest(format!(
                "{file:?} is no file of a font: letters, digits, hyphens and dots, and `.woff2` at the end"
            ))),
            Some(Font { family, .. }) => Err(ThemeError::Manifest(format!("{family:?} is no name of a font"))),
            None => Ok(manifest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let error = Manifest::parse(text).expect_err("it is refused").to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn what_is_wrong_is_named() {
        check("contract = 1", "name");
        check("name = 'Acme'", "contract");
        check("name = 'Acme'\ncontract = 99", "contract 99 is not ours");
        check("name = 'Acme'\ncontract = 1\nlayout = 'sideways'", "sideways");
        check("name = 'Acme'\ncontract = 1\ncolour = 'red'", "colour");
        check("name = 'Acme'\ncontract = 1\n[[fonts]]\nfamily = 'A'\nfile = 'a.woff2'\nlike = 'arial'", "arial");
        let font = |family, file| {
            format!("name = 'Acme'\ncontract = 1\n[[fonts]]\nfamily = '{family}'\nfile = '{file}'\nlike = 'sans'")
        };
        check(&font("A \"B\"", "a.woff2"), "is no name of a font");
        check(&font("A", "a b.woff2"), "is no file of a font");
        check(&font("A", "a.ttf"), "is no file of a font");
    }
}
