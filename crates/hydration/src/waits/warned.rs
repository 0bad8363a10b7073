//! What Leptos says on standard error while the twin paints. Of all that it warns of, one thing is a mistake in a view: a
//! resource that is read where nobody waits for it. Leptos says so in development builds.

use std::collections::{BTreeMap, BTreeSet};

/// Begins a line that names the case whose turn it is.
const TURN: &str = "\u{1}hydration: ";
/// What stands between the place and the rest of the warning.
const WARNING: &str = ", you are reading a resource in `hydrate` mode outside a <Suspense/>";
/// The lines that follow it.
const ADVICE: [&str; 2] = ["1. Wrap the place where you read the resource", "2. Switch to using "];

/// Says on standard error whose turn it is.
pub(crate) fn begin(case: &str) {
    eprintln!("{TURN}{case}");
}

/// The places where each case reads a resource outside of a `Suspense`, and what else was said.
pub(crate) fn read(said: &str) -> (BTreeMap<String, BTreeSet<String>>, String) {
    let (mut places, mut rest) = (BTreeMap::<String, BTreeSet<String>>::new(), String::new());
    let mut case = "";
    for line in said.lines() {
        if let Some(turn) = line.strip_prefix(TURN) {
            case = turn;
        } else if let Some((place, _)) = line.strip_prefix("At ").and_then(|line| line.split_once(WARNING)) {
            places.entry(case.to_owned()).or_default().insert(place.to_owned());
        } else if !ADVICE.iter().any(|advice| line.starts_with(advice)) {
            rest.push_str(line);
            rest.push('\n');
        }
    }
    (places, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_belongs_to_the_case_whose_turn_it_is() {
        let warning = "At src/a.rs:1:2, you are reading a resource in `hydrate` mode outside a <Suspense/> or <Transition/> \
                       or effect. To fix this issue, you can either: \n1. Wrap the place where you read the resource in a \
                       <Suspense/>, or \n2. Switch to using ArcLocalResource::new(), which will wait.";
        let said = format!("{TURN}a\nhm\n{TURN}b\n{warning}\n{warning}\n{TURN}c\n");
        let (places, rest) = read(&said);
        let expected = BTreeMap::from([("b".to_owned(), BTreeSet::from(["src/a.rs:1:2".to_owned()]))]);
        assert_eq!((places, rest.as_str()), (expected, "hm\n"));
    }
}
