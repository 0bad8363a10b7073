//! Every element in every other: what a parser changes is named, and what it keeps is not.

use super::check;
use crate::{
    Code,
    markup::{intended, is_void, parsed},
};

#[rustfmt::skip]
const TAGS: &[&str] = &[
    "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "blockquote", "br", "button", "canvas", "caption",
    "cite", "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "div", "dl", "dt",
    "em", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h6", "header", "hgroup", "hr", "i", "img",
    "input", "ins", "kbd", "label", "legend", "li", "main", "mark", "menu", "meter", "my-element", "nav", "object", "ol",
    "optgroup", "option", "output", "p", "picture", "pre", "progress", "q", "s", "samp", "search", "section", "select",
    "small", "span", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "tfoot", "th", "thead",
    "time", "tr", "u", "ul", "var", "video",
];

/// Wraps `html` so that `outer` stands where HTML allows it.
fn at_home(outer: &str, html: &str) -> String {
    match outer {
        "caption" | "colgroup" | "tbody" | "thead" | "tfoot" => format!("<table>{html}</table>"),
        "tr" => format!("<table><tbody>{html}</tbody></table>"),
        "td" | "th" => format!("<table><tbody><tr>{html}</tr></tbody></table>"),
        "option" | "optgroup" => format!("<select>{html}</select>"),
        _ => html.to_owned(),
    }
}

fn write(outer: &str, inner: &str) -> String {
    let inner = if is_void(inner) { format!("<{inner}>") } else { format!("<{inner}>x</{inner}>") };
    at_home(outer, &format!("<{outer}>{inner}</{outer}>"))
}

fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let outer = TAGS.iter().filter(|tag| !is_void(tag));
    outer.flat_map(|outer| TAGS.iter().map(move |inner| (*outer, *inner)))
}

#[test]
fn every_pair_that_a_parser_changes_is_named() {
    let unnamed: Vec<String> = pairs()
        .filter(|(outer, inner)| check(&write(outer, inner)).iter().any(|problem| problem.code == Code::Rebuilt))
        .map(|(outer, inner)| format!("{inner} in {outer}"))
        .collect();
    assert_eq!(unnamed, [""; 0], "{} pairs have no name", unnamed.len());
}

#[test]
fn every_pair_is_judged_by_the_trees_alone() {
    for (outer, inner) in pairs() {
        let html = write(outer, inner);
        let kept = intended(&html).nodes == parsed(&html);
        let found: Vec<Code> = check(&html).iter().map(|problem| problem.code).collect();
        let rebuilt = found.iter().any(|&code| code != Code::SelectContent);
        assert_eq!(rebuilt, !kept, "{inner} in {outer}: {found:?}");
    }
}

#[test]
fn broken_markup_is_judged_and_not_feared() {
    for html in [
        "",
        "<",
        "</",
        "<p",
        "<p>",
        "</p>",
        "<!",
        "<!-",
        "&",
        "&#x0;",
        "<a =>",
        "<table><table>",
        "</body>x",
        "<svg/><p/>",
    ] {
        check(html);
    }
}
