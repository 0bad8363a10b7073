//! `theme.toml`.

use serde::Deserialize;
use vestibule_ui::{
    Layout,
    parts::{CONTRACT, PARTS},
};

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
        if let Some(part) = manifest.inherits.iter().find(|part| !PARTS.iter().any(|names| names.part == **part)) {
            return Err(ThemeError::Manifest(format!("inherits: there is no part {part:?}")));
        }
        Ok(manifest)
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
        check("name = 'Acme'\ncontract = 1\ninherits = ['crad']", "there is no part \"crad\"");
        check("name = 'Acme'\ncontract = 1\ncolour = 'red'", "colour");
        check("name = 'Acme'\ncontract = 1\n[[fonts]]\nfamily = 'A'\nfile = 'a.woff2'\nlike = 'arial'", "arial");
    }
}
