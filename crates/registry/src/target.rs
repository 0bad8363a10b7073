//! Where a file goes.

use std::path::PathBuf;

use crate::RegistryError;

/// The folders of a crate that an item may write to. Not its root: `build.rs` and `.cargo` run before anybody has looked.
const FOLDERS: [&str; 3] = ["src", "style", "themes"];

/// A path below a host's crate that a file may be written to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target(String);

impl Target {
    /// Takes a path as an item writes it: with or without `~/`, which is the crate's folder.
    ///
    /// # Errors
    /// [`RegistryError::Target`] for a path that leads elsewhere, or is written in letters that some system takes for
    /// something else.
    pub fn parse(path: &str) -> Result<Self, RegistryError> {
        let plain = path.strip_prefix("~/").unwrap_or(path);
        let mut pieces = plain.split('/');
        let is_at_home = pieces.next().is_some_and(|first| FOLDERS.contains(&first));
        let is_piece = |piece: &str| {
            let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
            !piece.is_empty() && !piece.starts_with('.') && !piece.ends_with('.') && piece.bytes().all(is_letter)
        };
        let is_target = is_at_home && plain.contains('/') && plain.len() <= 200 && pieces.all(is_piece);
        is_target.then(|| Self(plain.to_owned())).ok_or_else(|| RegistryError::Target(path.to_owned()))
    }

    /// The path, below the crate's folder.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same for files.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        PathBuf::from(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Target;

    #[test]
    fn a_file_stays_where_sources_are() {
        for good in
            ["~/src/screens/log_in.rs", "src/parts/button/tests.rs", "style/parts/a.css", "themes/acme/logo.svg"]
        {
            assert!(Target::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "src",
            "src/",
            "build.rs",
            "Cargo.toml",
            ".cargo/config.toml",
            "/etc/passwd",
            "~/../x.rs",
            "src/../../x.rs",
            "src/./x.rs",
            "src//x.rs",
            "src/.hidden",
            "src/x.rs.",
            "src\\..\\x.rs",
            "src/..\\x.rs",
            "src/C:x.rs",
            "src/a b.rs",
            "src/\0.rs",
            "~~/src/x.rs",
            "file:///src/x.rs",
        ] {
            assert!(Target::parse(bad).is_err(), "{bad:?}");
        }
    }
}
