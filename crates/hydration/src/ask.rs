//! What a person asks of a suite by environment variables: their own test is the command, so nothing is to be installed.

use std::{
    env,
    io::{self, Write},
};

use crate::{Case, Code};

/// Names the one case to check; with a stroke at its end: all cases whose names begin so.
pub(crate) const CASE: &str = "HYDRATION_CASE";
/// Set to anything: the cases are listed, and nothing is checked.
const LIST: &str = "HYDRATION_LIST";
/// Names a code to be explained; nothing is checked.
pub(crate) const EXPLAIN: &str = "HYDRATION_EXPLAIN";

/// Whether the cases that are asked for have this one among them.
pub(crate) fn chosen(asked: Option<&str>, case: &str) -> bool {
    asked.is_none_or(|asked| asked == case || (asked.ends_with('/') && case.starts_with(asked)))
}

/// Answers what was asked in place of a check.
pub(crate) fn answer(cases: &[Case]) -> bool {
    let answer = if env::var_os(LIST).is_some() {
        cases.iter().flat_map(|case| [case.name(), "\n"]).collect()
    } else if let Ok(code) = env::var(EXPLAIN) {
        code.parse::<Code>().map_or_else(|unknown| format!("{unknown}\n"), Code::page)
    } else {
        return false;
    };
    // `println!` would be kept back by a test that passes. Nobody listens when standard output is closed.
    let _ = io::stdout().write_all(answer.as_bytes());
    true
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn a_case_is_named_whole_and_many_by_their_beginning_with_a_stroke() {
        assert!(chosen(None, "log-in/empty"));
        assert!(chosen(Some("log-in/empty"), "log-in/empty"));
        assert!(chosen(Some("log-in/"), "log-in/empty"));
        assert!(!chosen(Some("log-in"), "log-in/empty"));
        assert!(!chosen(Some("log-in/"), "log-in-again/empty"));
    }
}
