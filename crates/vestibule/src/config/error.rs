//! Why a configuration is refused.

use std::fmt;

use thiserror::Error;

/// What is wrong with a key. Values are not repeated: they may be secrets.
#[derive(Clone, PartialEq, Eq, Error)]
#[error("{key}: {why}")]
pub struct ConfigError {
    key: String,
    why: String,
}

/// The sentence: a `main` that returns it prints this.
impl fmt::Debug for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl ConfigError {
    pub(super) fn new(key: &str, why: impl ToString) -> Self {
        Self { key: key.to_owned(), why: why.to_string() }
    }
}
