//! What is on the wall: each part in each kind and state that a story draws, those that come in the browser, and those
//! that can be forced. Cut from the first story that has it, so the wall shows what people see.

use vestibule_ui::parts::{PARTS, PartNames};

use super::cut::{Element, elements};
use crate::dev::forced::{self, Force};

/// A story as it is drawn.
pub(super) struct Drawn {
    /// Its address below the gallery.
    pub(super) path: String,
    pub(super) html: String,
}

/// One on the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its kind, state and forced state, as far as it has them.
    pub(super) words: Vec<String>,
    /// The story that it was cut from.
    pub(super) path: String,
    pub(super) html: String,
}

/// The cells of each part, in the order of the contract.
pub(super) fn cells(stories: &[Drawn]) -> Vec<(&'static PartNames, Vec<Cell>)> {
    let parsed: Vec<_> = stories.iter().map(|story| (story, elements(&story.html))).collect();
    PARTS.iter().map(|names| (names, of_part(names, &parsed))).collect()
}

type Parsed<'a> = (&'a Drawn, Vec<Element<'a>>);

/// What an element is: its kind, its state, and whether what was typed into it was refused.
type Sort<'a> = (Option<&'a str>, Option<&'a str>, bool);

fn sort<'a>(element: &Element<'a>) -> Sort<'a> {
    let is_invalid = element.tag.contains(" data-invalid");
    (element.attribute("data-kind"), element.attribute("data-state"), is_invalid)
}

fn of_part(names: &PartNames, stories: &[Parsed<'_>]) -> Vec<Cell> {
    let mut found: Vec<Found<'_>> = Vec::new();
    // What waits for script is hidden; it is on the wall only if no story shows one that isn't.
    for is_hidden in [false, true] {
        for (story, elements) in stories {
            for (index, element) in elements.iter().enumerate().filter(|(_, element)| element.is(names.part)) {
                let sort = sort(element);
                let is_meant = element.tag.contains(" hidden") == is_hidden && !is_empty(element);
                if is_meant && !found.iter().any(|found| found.sort == sort) {
                    found.push(Found { sort, story, html: piece(elements, index) });
                }
            }
        }
    }
    let place = |words: &[&str], word: Option<&str>| words.iter().position(|known| Some(*known) == word);
    found.sort_by_key(|Found { sort: (kind, state, is_invalid), .. }| {
        (place(names.kinds, *kind), place(names.states, *state), *is_invalid)
    });
    found.into_iter().flat_map(|found| found.in_every_state(names)).collect()
}

/// The first of its sort.
struct Found<'a> {
    sort: Sort<'a>,
    story: &'a Drawn,
    html: String,
}

impl Found<'_> {
    /// As it is, as it comes to be in the browser, and as it can be forced.
    fn in_every_state(self, names: &PartNames) -> Vec<Cell> {
        let Self { sort: (kind, state, is_invalid), story, html } = self;
        let refused = is_invalid.then_some("invalid");
        let cell = |words: &[Option<&str>], html: String| Cell {
            words: words.iter().flatten().map(|word| (*word).to_owned()).collect(),
            path: story.path.clone(),
            html,
        };
        let mut cells = vec![cell(&[kind, state, refused], html.clone())];
        if state != names.states.first().copied() {
            return cells;
        }
        let now = format!("data-part=\"{}\"", names.part);
        for &later in names.later {
            let (before, after) = html.split_at(html.find(&now).unwrap_or_default());
            let state = format!("data-state=\"{}\"", state.unwrap_or_default());
            let after = after.replacen(&state, &format!("data-state=\"{later}\""), 1);
            cells.push(cell(&[kind, Some(later), refused], format!("{before}{after}")));
        }
        // A choice is pressed by its box.
        let is_meant = |part: &str| part == names.part || (names.part == "choice" && part == "control");
        for force in Force::ALL.into_iter().filter(|force| force.is_of(names.part)) {
            let words = [kind, state, refused, Some(force.as_str())];
            cells.push(cell(&words, forced::force(&html, force, is_meant)));
        }
        cells
    }
}

fn is_empty(element: &Element<'_>) -> bool {
    let inner = element.html.split_once('>').map_or("", |(_, inner)| inner);
    let has_text =
        inner.split('<').any(|piece| !piece.split_once('>').map_or(piece, |(_, text)| text).trim().is_empty());
    let is_leaf = inner.is_empty();
    !is_leaf && !has_text && !["<input", "<select", "<textarea", "<svg", "<img"].iter().any(|tag| inner.contains(tag))
}

/// The markup of an element, with what it can't be without: a control stands in its field, an item in its list.
fn piece(elements: &[Element<'_>], index: usize) -> String {
    let element = elements[index];
    let around = match element.attribute("data-part") {
        Some("control" | "reveal" | "box") => Some("field"),
        Some("menu-box") => Some("menu"),
        _ => None,
    };
    let mut outer = index;
    while let Some(parent) = elements[outer].parent.filter(|_| around.is_some_and(|part| !elements[outer].is(part))) {
        outer = parent;
    }
    let is_found = around.is_some_and(|part| elements[outer].is(part));
    let html = if is_found { elements[outer].html } else { element.html };
    // Where it stands says how wide it is and what is around it.
    let html = match element.attribute("data-part") {
        Some("item") => format!("<ul data-part=\"list\">{html}</ul>"),
        Some("button") => format!("<div data-part=\"actions\">{html}</div>"),
        _ => html.to_owned(),
    };
    html.replacen(element.tag, &element.tag.replace(" hidden", ""), 1)
}

#[cfg(test)]
mod tests {
    use super::{Drawn, cells};

    fn wall(html: &str) -> Vec<(&'static str, Vec<String>)> {
        let story = Drawn { path: "log-in/empty".to_owned(), html: html.to_owned() };
        let cells = cells(&[story]).into_iter();
        cells
            .map(|(names, cells)| (names.part, cells.iter().map(|cell| cell.words.join(" ")).collect()))
            .filter(|(_, cells): &(_, Vec<String>)| !cells.is_empty())
            .collect()
    }

    #[test]
    fn a_part_is_there_once_in_each_of_its_sorts() {
        let button = |kind: &str, text: &str| {
            format!("<button data-part=\"button\" data-kind=\"{kind}\" data-state=\"idle\">{text}</button>")
        };
        let html = [button("quiet", "A"), button("primary", "B"), button("primary", "C")].concat();
        let [(part, cells)] = &wall(&html)[..] else { panic!("only buttons were drawn") };
        let of = |kind| {
            ["idle", "busy", "done", "idle hover", "idle focus", "idle pressed"].map(|words| format!("{kind} {words}"))
        };
        assert_eq!((*part, cells), ("button", &[of("primary"), of("quiet")].concat()));
    }

    #[test]
    fn a_control_stands_in_its_field() {
        let html = "<div data-part=\"field\" data-kind=\"email\"><label data-part=\"label\">E</label><span data-part=\"box\">\
                    <input data-part=\"control\"></span></div>";
        let story = Drawn { path: "log-in/empty".to_owned(), html: html.to_owned() };
        let all = cells(&[story]);
        let (_, controls) = all.iter().find(|(names, _)| names.part == "control").expect("it is a part");
        assert_eq!(controls[0].html, html);
        assert!(
            controls.iter().any(|cell| cell.html.contains("<input data-force=\"autofilled\" data-part=\"control\">"))
        );
    }
}
