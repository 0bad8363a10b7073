//! Who answers what: the handlers that hydration put on the page, against those of the client's own drawing.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    Code,
    compare::name,
    finding::Problem,
    markup::{Node, Path},
};

/// A handler as the page tells it.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Handler {
    /// What it answers, such as `click`.
    pub(super) event: String,
    /// Which of the client's closures it was made of, and which it holds; none where that can't be told.
    pub(super) tables: Vec<u32>,
    /// The element, counted through the tree.
    pub(super) element: usize,
}

/// An element as a person tells it from others: by its name, and by its place among those of the same name.
#[derive(Debug, Clone)]
struct Place {
    name: String,
    number: usize,
    path: String,
}

impl Place {
    fn is(&self, other: &Self) -> bool {
        // The space that Leptos writes for an empty text stands in one of them only.
        let letters = |name: &str| name.split_whitespace().collect::<String>();
        self.number == other.number && letters(&self.name) == letters(&other.name)
    }
}

/// Handlers that answer one event and are made of one closure: on the page, and where the client draws anew.
#[derive(Default)]
struct Alike {
    page: Vec<Place>,
    drawn: Vec<Place>,
}

/// Compares who answers on the page with who does where the client draws anew.
pub(super) fn check(page: (&[Node], &[Handler]), drawn: (&[Node], &[Handler])) -> Option<Problem> {
    let (kinds_on_page, kinds_drawn) = kinds(page.1, drawn.1);
    let mut all: BTreeMap<(&str, Vec<u32>), Alike> = BTreeMap::new();
    for ((event, place), kind) in placed(page.0, page.1).into_iter().zip(kinds_on_page) {
        all.entry((event, kind)).or_default().page.extend(place);
    }
    for ((event, place), kind) in placed(drawn.0, drawn.1).into_iter().zip(kinds_drawn) {
        all.entry((event, kind)).or_default().drawn.extend(place);
    }
    let (mut moved, mut dead) = (Vec::new(), Vec::new());
    for ((event, _), Alike { mut page, mut drawn }) in all {
        if page.len() != drawn.len() {
            // More on one side: those on the same control are the same.
            page.retain(|here| {
                let same = drawn.iter().position(|there| there.is(here));
                same.map(|same| drawn.remove(same)).is_none()
            });
        }
        let (on_page, on_drawn) = (page.len(), drawn.len());
        moved.extend(page.iter().zip(&drawn).filter(|(here, there)| !here.is(there)).map(|(here, there)| {
            (here.path.clone(), format!("the client's {event} handler of {} answers {}", there.name, here.name))
        }));
        moved.extend(page.iter().skip(on_drawn).map(|here| {
            let detail =
                format!("{} answers {event} by a handler that no element has where the client draws", here.name);
            (here.path.clone(), detail)
        }));
        dead.extend(drawn.iter().skip(on_page).map(|there| {
            (there.path.clone(), format!("nothing on the page has the client's {event} handler of {}", there.name))
        }));
    }
    let code = if moved.is_empty() { Code::Unanswered } else { Code::OthersHandler };
    let mut found = moved.into_iter().chain(dead);
    let (path, detail) = found.next()?;
    Some(Problem { more: found.count(), ..Problem::new(code, path, detail) })
}

/// What each handler is made of. What all of one side hold and none of the other is how that side was started.
fn kinds(page: &[Handler], drawn: &[Handler]) -> (Vec<Vec<u32>>, Vec<Vec<u32>>) {
    let kinds = |handlers: &[Handler], others: &[Handler]| {
        let has = |handler: &Handler, table: u32| handler.tables.contains(&table);
        let is_side = |table: u32| {
            handlers.iter().all(|handler| has(handler, table)) && !others.iter().any(|other| has(other, table))
        };
        let kind = |handler: &Handler| handler.tables.iter().copied().filter(|table| !is_side(*table)).collect();
        handlers.iter().map(kind).collect()
    };
    (kinds(page, drawn), kinds(drawn, page))
}

fn placed<'a>(nodes: &[Node], handlers: &'a [Handler]) -> Vec<(&'a str, Option<Place>)> {
    if handlers.is_empty() {
        return Vec::new();
    }
    let mut places = Vec::new();
    walk(nodes, &Path::default(), &mut places);
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    for place in &mut places {
        let number = numbers.entry(place.name.clone()).or_default();
        place.number = *number;
        *number += 1;
    }
    handlers.iter().map(|handler| (&*handler.event, places.get(handler.element).cloned())).collect()
}

/// Every element in the order in which a page counts them; what is in a template isn't in the page.
fn walk(nodes: &[Node], path: &Path, places: &mut Vec<Place>) {
    for (index, node) in nodes.iter().enumerate() {
        let Node::Element(element) = node else { continue };
        let path = path.to(nodes, index, element);
        places.push(Place { name: name(node), number: 0, path: path.to_string() });
        if &*element.tag != "template" {
            walk(&element.children, &path, places);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::parsed;

    /// Handlers of clicks, as `closure@element`, on the page and where the client draws.
    #[track_caller]
    fn check_answers(page: (&str, &str), drawn: (&str, &str), expected: Option<(Code, &str)>) {
        let handlers = |told: &str| {
            let handler = |told: &str| {
                let (kind, element) = told.split_once('@').expect("closure@element");
                let number = |text: &str| text.parse::<usize>().expect("a number");
                let table = u32::try_from(number(kind)).expect("a small one");
                Handler { event: "click".to_owned(), tables: vec![table], element: number(element) }
            };
            told.split_whitespace().map(handler).collect::<Vec<_>>()
        };
        let found = check((&parsed(page.0), &handlers(page.1)), (&parsed(drawn.0), &handlers(drawn.1)));
        assert_eq!(found.as_ref().map(|problem| (problem.code, &*problem.detail)), expected);
    }

    const TWO: &str = "<button>Upgrade</button><button>Delete</button>";

    #[test]
    fn the_same_handlers_on_the_same_controls_are_right() {
        check_answers((TWO, "7@0 8@1"), (TWO, "8@1 7@0"), None);
        check_answers((TWO, ""), (TWO, ""), None);
        let space = "<button>Delete<!> <!> all</button>";
        check_answers((space, "7@0"), ("<button>Delete<!> all</button>", "7@0"), None);
    }

    #[test]
    fn a_handler_on_another_control_is_found() {
        let told = "the client's click handler of <button> \"Upgrade\" answers <button> \"Delete\"";
        check_answers((TWO, "7@1 8@0"), (TWO, "7@0 8@1"), Some((Code::OthersHandler, told)));
        // Made of one closure, so that the order tells them apart.
        check_answers((TWO, "7@1 7@0"), (TWO, "7@0 7@1"), Some((Code::OthersHandler, told)));
        let told = "the client's click handler of <button> \"Delete\" answers <button> \"Upgrade\"";
        check_answers((TWO, "7@0"), ("<button>Delete</button>", "7@0"), Some((Code::OthersHandler, told)));
    }

    #[test]
    fn equal_controls_are_told_apart_by_their_place() {
        let two = "<p><button>Remove</button></p><p><button>Remove</button></p>";
        check_answers((two, "7@1 8@3"), (two, "7@1 8@3"), None);
        let told = "the client's click handler of <button> \"Remove\" answers <button> \"Remove\"";
        check_answers((two, "7@3 8@1"), (two, "7@1 8@3"), Some((Code::OthersHandler, told)));
    }

    #[test]
    fn a_control_without_its_handler_is_found() {
        let told = "nothing on the page has the client's click handler of <button> \"Upgrade\"";
        check_answers((TWO, "8@1"), (TWO, "7@0 8@1"), Some((Code::Unanswered, told)));
    }

    #[test]
    fn a_handler_that_only_hydration_puts_is_found() {
        let told = "<button> \"Delete\" answers click by a handler that no element has where the client draws";
        check_answers((TWO, "7@0 7@1"), (TWO, "7@0"), Some((Code::OthersHandler, told)));
    }
}
