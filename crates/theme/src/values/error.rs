//! What is wrong with a token, and where.

use thiserror::Error;

/// A token that can't be understood.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}: {}{problem}", .token.is_empty().then(String::new).unwrap_or_else(|| format!("--auth-{}: ", .token)))]
pub struct ValueError {
    /// The file that sets it.
    pub file: &'static str,
    /// Its name without `--auth-`. Empty if the whole file is meant.
    pub token: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a token.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// A block isn't closed, or closed twice.
    #[error("a brace or a bracket stays open")]
    Open,
    /// Set for some elements only.
    #[error("it is set for {0:?}, and not for :root with light-dark()")]
    Elsewhere(String),
    /// It reads what nobody sets.
    #[error("nothing sets {0}")]
    Unset(String),
    /// It follows from itself.
    #[error("it needs itself")]
    Circle,
    /// Its text is something else.
    #[error("{text:?} is no {expected}")]
    No {
        /// With `var()` and `light-dark()` filled in.
        text: String,
        /// What it should be.
        expected: &'static str,
    },
}
