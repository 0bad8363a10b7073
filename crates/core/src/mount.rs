//! Where on a host's site our pages stand: `/auth`, or nowhere but at the top.

use std::{
    fmt,
    str::FromStr,
    sync::{Mutex, PoisonError},
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use thiserror::Error;

/// The path in front of all of [`routes`](crate::routes): `/auth`, `/my/account`, or nothing.
///
/// A program has one or two of them. They are kept for good, so that a mount can be copied into every link.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mount(&'static str);

static KEPT: Mutex<Vec<&str>> = Mutex::new(Vec::new());

/// The text is no place for pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a mount is empty or a path such as /auth: letters, digits, - and _, no slash at the end")]
pub struct NotAMount;

impl Mount {
    /// The address of one of our [`routes`](crate::routes) on the host's site.
    #[must_use]
    pub fn at(self, route: &str) -> String {
        format!("{}{route}", self.0)
    }

    /// Which of our routes a path on the host's site is; `None` when it is the host's own.
    #[must_use]
    pub fn route(self, path: &str) -> Option<&str> {
        path.strip_prefix(self.0).filter(|route| route.starts_with('/') && !route.starts_with("//"))
    }

    /// The path, without a slash at its end.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl FromStr for Mount {
    type Err = NotAMount;

    fn from_str(raw: &str) -> Result<Self, NotAMount> {
        let is_plain = |segment: &str| {
            !segment.is_empty() && segment.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        };
        let fits = raw.is_empty() || raw.strip_prefix('/').is_some_and(|path| path.split('/').all(is_plain));
        fits.then(|| Self(kept(raw))).ok_or(NotAMount)
    }
}

fn kept(raw: &str) -> &'static str {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.iter().find(|known| **known == raw) {
        return known;
    }
    let new: &'static str = Box::leak(raw.into());
    kept.push(new);
    new
}

impl Serialize for Mount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

// Derived, it would want text that lives for ever.
impl<'de> Deserialize<'de> for Mount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl fmt::Display for Mount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Mount, NotAMount};

    #[track_caller]
    fn check(raw: &str, expected: Result<&str, NotAMount>) {
        let login = raw.parse::<Mount>().map(|mount| mount.at("/login"));
        assert_eq!(login, expected.map(str::to_owned), "{raw:?}");
    }

    #[test]
    fn a_mount_is_nothing_or_a_plain_path() {
        check("", Ok("/login"));
        check("/auth", Ok("/auth/login"));
        check("/my/account", Ok("/my/account/login"));
        for wrong in ["/", "auth", "/auth/", "//auth", "/a b", "/..", "/{id}", "/auth?x", "https://example.com"] {
            check(wrong, Err(NotAMount));
        }
    }

    #[test]
    fn a_route_is_told_from_the_hosts_paths() {
        let auth: Mount = "/auth".parse().expect("a mount");
        assert_eq!(auth.route("/auth/login"), Some("/login"));
        assert_eq!(auth.route("/login"), None);
        assert_eq!(auth.route("/author"), None);
        assert_eq!(Mount::default().route("/login"), Some("/login"));
        assert_eq!(Mount::default().route("//evil.example/login"), None, "a browser reads that as another host");
    }
}
