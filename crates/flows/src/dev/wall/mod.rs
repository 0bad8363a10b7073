//! `/gallery/wall`: every part in every kind and state, in both schemes, on one page. Twenty seconds to judge a theme.

mod cells;
mod cut;
mod later;

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use vestibule_core::routes;
use vestibule_http::headers::Framing;
use vestibule_ui::{Frame, Layout, Scheme, parts::PartNames};
use vestibule_words::Language;

use super::{all_stories, files, knobs::Knobs};
use crate::{
    Vestibule,
    page::{Bundle, Document, More, draw, escape},
};
use cells::{Cell, Drawn, cells};

/// Parts that need a row of their own.
const WIDE: [&str; 13] = [
    "page", "card", "form", "list", "item", "section", "facts", "secret", "tools", "ways", "account", "alert",
    "actions",
];

/// Parts that stand on the page, and not in its card.
const OUTSIDE: [&str; 7] = ["page", "card", "footer", "aside", "user", "menu", "menu-box"];

/// The wall.
pub(super) async fn wall(State(vestibule): State<Vestibule>, Query(knobs): Query<Knobs>) -> Response {
    let look = knobs.look(&vestibule);
    let frame = knobs.frame(&vestibule, &look);
    let drawn = |entry: vestibule_ui::Entry| Drawn { path: entry.path(), html: draw(|| entry.view(frame.clone())) };
    let stories: Vec<_> = all_stories().into_iter().map(drawn).collect();
    let mut wall = Wall { vestibule: &vestibule, frame: &frame, theme: &knobs.theme, number: 0 };
    let all = cells(&stories, &frame.words());
    let sections: String = all.iter().map(|(names, cells)| wall.section(names, cells)).collect();
    let links: String =
        all.iter().flat_map(|(names, _)| ["<a href=\"#", names.part, "\">", names.part, "</a> "]).collect();
    let count: usize = all.iter().map(|(_, cells)| cells.len()).sum();
    let body = format!(
        "<div data-screen=\"wall\"><h1>Every part</h1><p>{} parts in {count} sorts, cut from the stories.</p>\
         <nav aria-label=\"Parts\">{links}</nav>{sections}</div>",
        all.len()
    );
    let own = vestibule.frame().in_language(Language::English);
    let mut more = vec![More::Style(files::own(&vestibule, "wall.css"))];
    more.extend(files::of(&vestibule, &knobs));
    let document = Document {
        title: "Every part",
        frame: &Frame { scheme: frame.scheme, ..own },
        bundle: Bundle::None,
        stylesheet: knobs.forced_stylesheet(&vestibule, &look),
        font: None,
        mark: None,
        more,
        framing: Framing::Gallery,
        data: None,
        nonce: None,
    };
    document.response(&vestibule, StatusCode::OK, &body)
}

struct Wall<'a> {
    vestibule: &'a Vestibule,
    frame: &'a Frame,
    /// The name of another theme than the pages' own.
    theme: &'a str,
    /// Counts what was put up, for ids of its own.
    number: usize,
}

impl Wall<'_> {
    fn section(&mut self, names: &PartNames, cells: &[Cell]) -> String {
        let part = names.part;
        let size = if WIDE.contains(&part) { "wide" } else { "narrow" };
        let cells: String = cells.iter().map(|cell| self.cell(part, cell)).collect();
        format!(
            "<section id=\"{part}\" data-dev=\"parts\" data-of=\"{part}\" data-size=\"{size}\"><h2>{part}</h2>\
             <div data-dev=\"cells\">{cells}</div></section>"
        )
    }

    fn cell(&mut self, part: &str, cell: &Cell) -> String {
        let Cell { words, path, .. } = cell;
        let story = self.vestibule.at(&format!("{}/{path}", routes::GALLERY));
        let words = if words.is_empty() { "as it is".to_owned() } else { words.join(" · ") };
        let schemes: &[Scheme] = match self.frame.scheme {
            Scheme::Auto => &[Scheme::Light, Scheme::Dark],
            Scheme::Light => &[Scheme::Light],
            Scheme::Dark => &[Scheme::Dark],
        };
        let panels: String = schemes.iter().map(|scheme| self.panel(part, cell, *scheme, &story)).collect();
        format!(
            "<figure data-dev=\"cell\"><figcaption>{words} <a href=\"{story}\">{path}</a></figcaption>\
             <div data-dev=\"panels\">{panels}</div></figure>"
        )
    }

    fn panel(&mut self, part: &str, cell: &Cell, scheme: Scheme, story: &str) -> String {
        self.number += 1;
        let (language, direction) = (self.frame.language.tag(), self.frame.direction.as_str());
        let scheme = scheme.as_str();
        // The one layout that says how a card looks, and not where it stands.
        let layout = if self.frame.layout == Layout::Bare { "data-layout=\"bare\" " } else { "" };
        let about = format!("{layout}data-scheme=\"{scheme}\" lang=\"{language}\" dir=\"{direction}\"");
        if part == "page" {
            let theme: String = form_urlencoded::byte_serialize(self.theme.as_bytes()).collect();
            let address =
                format!("{story}?scheme={scheme}&language={language}&direction={direction}&theme={theme}&script=off");
            let address = escape(&address);
            return format!("<iframe loading=\"lazy\" title=\"{scheme} page\" src=\"{address}\"></iframe>");
        }
        let html = cut::apart(&cell.html, self.number);
        let html = if OUTSIDE.contains(&part) {
            html
        } else {
            format!("<div data-part=\"card\" data-dev=\"ground\">{html}</div>")
        };
        format!("<div data-part=\"page\" data-dev=\"panel\" {about}>{html}</div>")
    }
}
