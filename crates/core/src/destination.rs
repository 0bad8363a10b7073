//! Where a person goes after logging in or out. A destination is a type, so an open redirect can't be written (L-09).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A path on our own origin, query included: `/invoices?page=2`. Never a scheme, a host, or a way to smuggle one in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LocalPath(String);

/// The text is not a path on our own origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a path on this site")]
pub struct NotLocal;

const MAX_LENGTH: usize = 2048;

impl LocalPath {
    /// A path that stands in code.
    ///
    /// # Panics
    /// When it isn't one of the site.
    #[must_use]
    pub fn from_static(path: &'static str) -> Self {
        path.parse().expect("what stands in code is a path of the site")
    }

    /// The path, ready for a `Location` header.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for LocalPath {
    type Err = NotLocal;

    /// Browsers drop tabs and newlines, read `\` as `/` and `//host` as another origin (WHATWG URL, 4.4): so only
    /// visible ASCII is let in, no backslash, exactly one slash at the start, and no encoded slash right behind it.
    fn from_str(raw: &str) -> Result<Self, NotLocal> {
        let is_plain = raw.len() <= MAX_LENGTH
            && raw.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'\\' | b'"' | b'<' | b'>' | b'`'));
        let after = raw.strip_prefix('/').ok_or(NotLocal)?;
        let lower = after.get(..3).unwrap_or(after).to_ascii_lowercase();
        let smuggles = after.starts_with('/') || matches!(lower.as_str(), "%2f" | "%5c" | "%09" | "%0a" | "%0d");
        // A dot segment could climb back to `//host` after normalisation.
        let path = raw.split(['?', '#']).next().unwrap_or(raw);
        let climbs = path.contains("//")
            || path.split('/').any(|segment| {
                matches!(segment.to_ascii_lowercase().as_str(), "." | ".." | "%2e" | "%2e%2e" | ".%2e" | "%2e.")
            });
        if is_plain && !smuggles && !climbs { Ok(Self(raw.to_owned())) } else { Err(NotLocal) }
    }
}

impl fmt::Display for LocalPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for LocalPath {
    type Error = NotLocal;

    fn try_from(raw: String) -> Result<Self, NotLocal> {
        raw.parse()
    }
}

impl From<LocalPath> for String {
    fn from(path: LocalPath) -> Self {
        path.0
    }
}

/// Where a log-in leads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AfterLogIn {
    /// The application's own page.
    #[default]
    Home,
    /// The page that the person wanted before they were asked to log in.
    ReturnTo(LocalPath),
}

impl AfterLogIn {
    /// Reads a `return_to` value on a site with this home; what isn't a path of the site leads home, without an error to
    /// learn from.
    #[must_use]
    pub fn from_return_to(raw: Option<&str>, home: &str) -> Self {
        match raw.map(str::parse::<LocalPath>) {
            Some(Ok(path)) if path.as_str() != home => Self::ReturnTo(path),
            _ => Self::Home,
        }
    }

    /// The page that was wanted, if there was one.
    #[must_use]
    pub fn into_path(self) -> Option<LocalPath> {
        match self {
            Self::Home => None,
            Self::ReturnTo(path) => Some(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AfterLogIn, LocalPath};

    #[test]
    fn a_path_of_our_own_passes() {
        for raw in ["/", "/invoices", "/invoices?page=2&next=https://x.example", "/a/b-c_d~e/%20f", "/a#b"] {
            assert!(raw.parse::<LocalPath>().is_ok(), "{raw:?}");
        }
    }

    #[test]
    fn only_the_sites_own_home_is_home() {
        let after = |raw| AfterLogIn::from_return_to(Some(raw), "/app");
        assert_eq!(after("/app"), AfterLogIn::Home);
        assert_eq!(after("/"), AfterLogIn::ReturnTo("/".parse().expect("a path")));
    }

    #[test]
    fn nothing_else_passes() {
        for raw in [
            "",
            "x",
            "//e.example",
            "///e.example",
            "/\\e.example",
            "\\/e.example",
            "/%09/e",
            "/%2f/e",
            "/%5Ce",
            "/\t/e",
            "/\n/e",
            "https:e",
            "https://e",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://good@e",
            " /a",
            "/a b",
            "/a\r\nX: y",
            "/／e",
            "/.//e",
            "/..//e",
            "/a/../b",
            "/%2e%2e//e",
            "/a//e",
            "/<script>",
        ] {
            assert!(raw.parse::<LocalPath>().is_err(), "{raw:?}");
            assert_eq!(AfterLogIn::from_return_to(Some(raw), "/"), AfterLogIn::Home, "{raw:?}");
        }
    }
}
