//! Where the markup of a slot loads something from, and whether a page finds it there.

use html5ever::Attribute;

use super::{Code, files::address, finding::Found};
use crate::Theme;

/// How every address begins that a file's name became.
pub(super) const PLACED: &str = "/placed/";

/// Attributes of a drawing that may name another one.
const PAINTS: [&str; 8] = ["fill", "stroke", "filter", "mask", "clip-path", "marker-start", "marker-mid", "marker-end"];

/// Looks at an attribute, as it is written and as a page has it.
pub(super) fn attribute(
    element: &str,
    written: &Attribute,
    placed: &Attribute,
    at: usize,
    theme: &Theme,
    found: &mut Found<'_>,
) {
    let (name, value) = (&*written.name.local, &*written.value);
    if placed.value.starts_with(PLACED) {
        return;
    }
    let is_drawn = matches!(name, "src" | "srcset") || (element == "use" && matches!(name, "href" | "xlink:href"));
    match name {
        "src" | "srcset" | "href" | "xlink:href" => {
            for candidate in candidates(name, value) {
                match file(candidate, theme) {
                    Some(file) => lost(element, name, candidate, file, at, found),
                    None if is_drawn => address(candidate, theme, at, found),
                    None => {}
                }
            }
        }
        _ if PAINTS.contains(&name) => {
            let urls = value.split("url(").skip(1).map(|rest| rest.split(')').next().unwrap_or_default());
            for url in urls.map(|url| url.trim().trim_matches(['"', '\''])).filter(|url| !url.starts_with('#')) {
                let what = format!("no page finds `url({url})` in `{name}`");
                let instead = "Draw it in the same `<svg>` and name it by its id: `url(#a)`";
                found.at(at, Code::LostPicture, what, instead);
            }
        }
        _ => {}
    }
}

/// Each address in a value.
fn candidates<'a>(name: &str, value: &'a str) -> Vec<&'a str> {
    if name == "srcset" && !value.trim_start().starts_with("data:") {
        value.split(',').filter_map(|candidate| candidate.split_whitespace().next()).collect()
    } else {
        vec![value.trim()]
    }
}

/// The file of the theme that an address means.
fn file<'a>(address: &'a str, theme: &Theme) -> Option<&'a str> {
    let file = address.trim_start_matches("./").split(['?', '#']).next()?;
    theme.files.contains_key(file).then_some(file)
}

fn lost(element: &str, name: &str, address: &str, file: &str, at: usize, found: &mut Found<'_>) {
    let instead = match (element, name) {
        ("use", _) => format!("Write the drawing itself into the slot, or `<img src=\"{file}\" alt=\"\">`"),
        (_, "srcset") => format!("Write one picture, `{name}=\"{file}\"`, without a width or a density"),
        _ => format!("Write `{name}=\"{file}\"`"),
    };
    found.at(at, Code::LostPicture, format!("no page finds `{address}` as `{name}` is written here"), instead);
}
