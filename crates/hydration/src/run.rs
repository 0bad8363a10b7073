//! What a run was about.

/// The cases of a run and how they were built.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The cases that were checked.
    pub cases: Vec<String>,
    /// The cases that `HYDRATION_CASE` left out.
    pub left_out: Vec<String>,
    /// What both sides were built with, such as `islands`.
    pub flags: Vec<String>,
    /// The command that checks all of them.
    pub command: String,
    /// Something else was asked for by an environment variable, and nothing was checked.
    pub(crate) answered: bool,
}
