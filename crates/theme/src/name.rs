//! The name of a theme.

use std::fmt;

use crate::ThemeError;

/// A name for addresses and files: 1 to 40 small letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThemeName(String);

impl ThemeName {
    /// Takes a name.
    ///
    /// # Errors
    /// [`ThemeError::Name`] for what is none.
    pub fn parse(name: &str) -> Result<Self, ThemeError> {
        let is_plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let is_name = (1..=40).contains(&name.len()) && is_plain;
        is_name.then(|| Self(name.to_owned())).ok_or_else(|| ThemeError::Name(name.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ThemeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::ThemeName;

    #[test]
    fn a_name_is_plain() {
        for good in ["ledger", "a", "acme-2"] {
            assert!(ThemeName::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "Acme", "a b", "../x", "a.css", &"a".repeat(41)] {
            assert!(ThemeName::parse(bad).is_err(), "{bad}");
        }
    }
}
