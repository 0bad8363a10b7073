//! Names that were others once. A theme that says the old one goes on working, and is told the new one.

/// What was renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RenamedKind {
    /// A token or a hook, named without `--auth-`.
    Property,
    /// A value of `data-part`.
    Part,
}

/// A name and the one that it had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Renamed {
    /// What it is the name of.
    pub kind: RenamedKind,
    /// What it was called.
    pub old: &'static str,
    /// What it is called.
    pub new: &'static str,
    /// The version that renamed it.
    pub since: &'static str,
}

/// Every name that changed, the oldest change first. It is kept until the next [contract](super::CONTRACT).
pub const RENAMED: &[Renamed] = &[];
