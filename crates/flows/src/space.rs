//! Whose test a request belongs to, when several share one server (design of the test kit: parallel workers). Outside of
//! tests there is one space, which has no name.

use std::str::FromStr;

#[cfg(feature = "dev")]
use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use tokio::task::futures::TaskLocalFuture;

/// The header that names a request's space.
#[cfg(feature = "dev")]
pub(crate) const HEADER: &str = "x-test-space";

/// The longest name: it becomes a label of a domain, with room to spare.
const MAX_NAME: usize = 32;

tokio::task_local! {
    static CURRENT: Space;
}

/// A space, by its name. The one of everything that names none has the empty name.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Space(String);

/// Why a text names no space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("X-Test-Space is 1 to 32 letters a to z, digits and dashes, with no dash at either end.")]
pub struct NotASpace;

impl Space {
    /// The space of what is being done.
    pub(crate) fn current() -> Self {
        CURRENT.try_with(Self::clone).unwrap_or_default()
    }

    /// The space that a request names.
    #[cfg(feature = "dev")]
    pub(crate) fn named_in(headers: &HeaderMap) -> Result<Self, NotASpace> {
        let Some(name) = headers.get(HEADER) else { return Ok(Self::default()) };
        name.to_str().map_err(|_| NotASpace)?.parse()
    }

    /// What `work` does is done in this space.
    pub(crate) fn scope<F: Future>(self, work: F) -> TaskLocalFuture<Self, F> {
        CURRENT.scope(self, work)
    }

    /// Its name.
    #[cfg(feature = "dev")]
    pub(crate) fn name(&self) -> &str {
        &self.0
    }

    /// The domain of the addresses that are made up in it: nobody owns any of them (RFC 2606, 2 and 3).
    #[cfg(feature = "dev")]
    pub(crate) fn domain(&self) -> String {
        if self.0.is_empty() { "example.org".to_owned() } else { format!("{}.example", self.0) }
    }
}

impl FromStr for Space {
    type Err = NotASpace;

    fn from_str(name: &str) -> Result<Self, NotASpace> {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let fits = (1..=MAX_NAME).contains(&name.len()) && name.bytes().all(is_plain);
        if fits && !name.starts_with('-') && !name.ends_with('-') { Ok(Self(name.to_owned())) } else { Err(NotASpace) }
    }
}

#[cfg(test)]
mod tests {
    use super::Space;

    #[test]
    fn a_space_has_a_plain_name() {
        for name in ["a", "worker-3", "0", &"x".repeat(32)] {
            assert!(name.parse::<Space>().is_ok(), "{name}");
        }
        for name in ["", "-", "-a", "a-", "A", "a b", "a.b", "ä", &"x".repeat(33)] {
            assert!(name.parse::<Space>().is_err(), "{name}");
        }
    }

    #[tokio::test]
    async fn what_is_done_in_a_space_knows_it() {
        let space: Space = "worker-3".parse().expect("a name");
        assert_eq!(space.clone().scope(async { Space::current() }).await, space);
        assert_eq!(Space::current(), Space::default());
    }
}
