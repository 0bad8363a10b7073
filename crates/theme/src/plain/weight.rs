//! The weight of a selector.

use super::pieces::find;

/// "It isn't twice of a class that nothing is of": true of everything, and weighs 0,2,0. One class less, and a reset that
/// is written `[type="submit"] { … }` would win; an id, and a host could say nothing any more.
const WEIGHT: &str = ":not(._._)";

/// What is no element but a piece of one, written as in the oldest stylesheets.
const OLD_PSEUDO_ELEMENTS: [&str; 4] = [":before", ":after", ":first-letter", ":first-line"];

/// A list of selectors, each heavier. What speaks of the root alone stays as light as it is: it sets tokens, which no reset
/// knows, and a host that sets one in a `:root` of its own still wins.
pub(super) fn weigh(selectors: &str) -> String {
    let mut heavier = Vec::new();
    let mut rest = selectors;
    loop {
        let end = find(rest, &[',']);
        let selector = bare(&rest[..end.unwrap_or(rest.len())]);
        if !selector.is_empty() {
            heavier.push(weigh_one(&selector));
        }
        match end {
            Some(end) => rest = &rest[end + 1..],
            None => return heavier.join(", "),
        }
    }
}

/// Without comments: space before one would be a step to what is inside of the element.
fn bare(selector: &str) -> String {
    let mut bare = String::with_capacity(selector.len());
    let mut rest = selector;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.trim().to_owned()
}

fn weigh_one(selector: &str) -> String {
    if matches!(selector, ":root" | ":where(:root)") {
        return selector.to_owned();
    }
    // Nothing may stand behind a pseudo-element, so it stands before.
    let (element, piece) = selector.split_at(pseudo_element(selector).unwrap_or(selector.len()));
    format!("{element}{WEIGHT}{piece}")
}

fn pseudo_element(selector: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = find(&selector[from..], &[':']) {
        let at = from + found;
        let rest = &selector[at..];
        let ends = |name: &&str| !rest[name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
        if rest.starts_with("::") || OLD_PSEUDO_ELEMENTS.iter().any(|name| rest.starts_with(name) && ends(name)) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}
