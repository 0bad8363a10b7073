//! What is on the wall: each part in each kind and state that a story draws, those that come in the browser, and those
//! that can be forced. Cut from the first story that has it, so the wall shows what people see.

use vestibule_ui::parts::{PARTS, PartNames};
use vestibule_words::Words;

use super::{
    cut::{Element, elements},
    later::{later, opened},
};
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

/// The cells of each part, in the order of the contract. What only the browser draws is said in `words`.
pub(super) fn cells(stories: &[Drawn], words: &Words) -> Vec<(&'static PartNames, Vec<Cell>)> {
    let parsed: Vec<_> = stories.iter().map(|story| (story, elements(&story.html))).collect();
    PARTS.iter().map(|names| (names, of_part(names, &parsed, words))).collect()
}

type Parsed<'a> = (&'a Drawn, Vec<Element<'a>>);

/// What an element is: its kind, its state, and whether what was typed into it was refused.
type Sort<'a> = (Option<&'a str>, Option<&'a str>, bool);

fn sort<'a>(element: &Element<'a>) -> Sort<'a> {
    let is_invalid = element.tag.contains(" data-invalid");
    (element.attribute("data-kind"), element.attribute("data-state"), is_invalid)
}

fn of_part(names: &PartNames, stories: &[Parsed<'_>], words: &Words) -> Vec<Cell> {
    let mut found: Vec<Found<'_>> = Vec::new();
    // What waits for script is hidden; it is on the wall only if no story shows one that isn't.
    for is_hidden in [false, true] {
        for (story, elements) in stories {
            for (index, element) in elements.iter().enumerate().filter(|(_, element)| element.is(names.part)) {
                let sort = sort(element);
                if element.tag.contains(" hidden") != is_hidden || is_empty(element) {
                    continue;
                }
                let one = Found { sort, story, html: piece(elements, index) };
                match found.iter_mut().find(|found| found.sort == sort) {
                    None => found.push(one),
                    Some(other) if one.shows_more(other) => *other = one,
                    Some(_) => {}
                }
            }
        }
    }
    let place = |words: &[&str], word: Option<&str>| words.iter().position(|known| Some(*known) == word);
    found.sort_by_key(|Found { sort: (kind, state, is_invalid), .. }| {
        (place(names.kinds, *kind), place(names.states, *state), *is_invalid)
    });
    found.into_iter().flat_map(|found| found.in_every_state(names, words)).collect()
}

/// The first of its sort.
struct Found<'a> {
    sort: Sort<'a>,
    story: &'a Drawn,
    html: String,
}

impl Found<'_> {
    /// As it is, as it comes to be in the browser, and as it can be forced.
    /// A list of one is the picture of its item: several show what is between them.
    fn shows_more(&self, other: &Self) -> bool {
        let items = |found: &Self| found.html.matches("data-part=\"item\"").count();
        self.html.starts_with("<ul data-part=\"list\" ") && items(other) < 2 && items(self) > 1
    }

    fn in_every_state(self, names: &PartNames, words: &Words) -> Vec<Cell> {
        let Self { sort: (kind, state, is_invalid), story, html } = self;
        let refused = is_invalid.then_some("invalid");
        let cell = |words: &[Option<&str>], html: String| Cell {
            words: words.iter().flatten().map(|word| (*word).to_owned()).collect(),
            path: story.path.clone(),
            html,
        };
        // The account's menu is what it has in it, and its box is nowhere else.
        let mut cells = match names.part {
            "menu" => vec![cell(&[Some("closed")], html.clone()), cell(&[Some("open")], opened(&html))],
            "menu-box" => vec![cell(&[], opened(&html))],
            _ => vec![cell(&[kind, state, refused], html.clone())],
        };
        if state != names.states.first().copied() {
            return cells;
        }
        for &then in names.later {
            let html = later(names.part, &html, (state.unwrap_or_default(), then), words);
            cells.push(cell(&[kind, Some(then), refused], html));
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
    use vestibule_words::{Language, Words};

    use super::{Cell, Drawn, PartNames};

    fn cells(stories: &[Drawn]) -> Vec<(&'static PartNames, Vec<Cell>)> {
        super::cells(stories, &Words::new(Language::English, ""))
    }

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

    #[test]
    fn a_list_has_several_items_and_a_menu_is_open() {
        let list = |items: usize| {
            let items = "<li data-part=\"item\" data-state=\"idle\">A</li>".repeat(items);
            format!("<ul data-part=\"list\" data-state=\"ready\">{items}</ul>")
        };
        let menu = "<details data-part=\"menu\"><summary data-part=\"user-button\">A</summary><div data-part=\"menu-box\">B</div></details>";
        let html = [&*list(1), &list(3), &list(5), menu].concat();
        let all = cells(&[Drawn { path: "a/b".to_owned(), html }]);
        let of = |part: &str| {
            let (_, cells) = all.iter().find(|(names, _)| names.part == part).expect("it is a part");
            cells.iter().map(|cell| (cell.words.join(" "), cell.html.clone())).collect::<Vec<_>>()
        };
        assert_eq!(of("list"), [("ready".to_owned(), list(3))]);
        assert_eq!(of("item")[0].1.matches("data-part=\"item\"").count(), 1);
        let open = menu.replace("<details", "<details open");
        assert_eq!(of("menu"), [("closed".to_owned(), menu.to_owned()), ("open".to_owned(), open.clone())]);
        assert_eq!(of("menu-box"), [(String::new(), open)]);
    }
}
