//! Days, which each language says in its own way.

/// A day such as `2027-03-03`, as `say` says its year, its month from 0, and its day. Anything else stays as it is.
pub(crate) fn said(day: &str, say: impl FnOnce(usize, usize, usize) -> String) -> String {
    let parts: Vec<usize> = day.split('-').filter_map(|part| part.parse().ok()).collect();
    match parts[..] {
        [year, month @ 1..=12, day] => say(year, month - 1, day),
        _ => day.to_owned(),
    }
}
