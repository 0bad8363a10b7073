//! Names what a parser does to a tree: a small copy of its rules about who may stand in whom. Only for the message; a
//! nesting that no rule here names is still found, as H400.

use html5ever::LocalName;

use crate::{
    Code,
    markup::{Node, Path},
};

/// A node that a parser doesn't leave where it was written.
pub(crate) struct Repair {
    pub(crate) code: Code,
    /// The way to the node by child numbers.
    pub(crate) place: Vec<usize>,
    pub(crate) path: Path,
    pub(crate) detail: String,
}

/// The first such node in the order of the document.
pub(crate) fn first(nodes: &[Node]) -> Option<Repair> {
    visit(nodes, &mut Vec::new(), &mut Vec::new(), &Path::default())
}

fn visit(nodes: &[Node], open: &mut Vec<LocalName>, place: &mut Vec<usize>, path: &Path) -> Option<Repair> {
    for (index, node) in nodes.iter().enumerate() {
        place.push(index);
        let here = node.element().map_or_else(|| path.clone(), |element| path.to(nodes, index, element));
        if let Some((code, detail)) = judge(node, index, open) {
            return Some(Repair { code, place: place.clone(), path: here, detail });
        }
        if let Some(element) = node.element() {
            open.push(element.tag.clone());
            let found = visit(&element.children, open, place, &here);
            open.pop();
            if found.is_some() {
                return found;
            }
        }
        place.pop();
    }
    None
}

fn judge(node: &Node, index: usize, open: &[LocalName]) -> Option<(Code, String)> {
    let parent = open.last().map_or("", |tag| &**tag);
    match node {
        Node::Text(text) if in_table_structure(parent) && !text.trim_ascii().is_empty() => {
            Some((Code::FosterParented, format!("text directly in <{parent}>")))
        }
        Node::Text(text) if index == 0 && keeps_lines(parent) && text.starts_with('\n') => {
            Some((Code::LeadingNewline, format!("the first line of <{parent}> is empty")))
        }
        Node::Comment(_) | Node::Text(_) => None,
        Node::Element(element) => {
            let hidden_input = element.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
            judge_element(&element.tag, hidden_input, parent, &Open(open))
        }
    }
}

fn judge_element(tag: &str, hidden_input: bool, parent: &str, open: &Open<'_>) -> Option<(Code, String)> {
    if open.in_foreign() {
        let outer = if open.has("math", &["svg"]) { "math" } else { "svg" };
        return leaves_foreign(tag).then(|| (Code::LeavesForeign, format!("<{tag}> in <{outer}>")));
    }
    let nested = |code, outer: &str| Some((code, format!("<{tag}> in <{outer}>")));
    match (parent, tag) {
        (_, "image") => return Some((Code::Renamed, "<image> becomes <img>".to_owned())),
        (_, "html" | "head" | "body" | "frame" | "frameset") => return nested(Code::Dropped, parent_name(parent)),
        ("table", "tr" | "td" | "th" | "col") | ("tbody" | "thead" | "tfoot", "td" | "th") => {
            return nested(Code::ImpliedElement, parent);
        }
        ("table", "caption" | "colgroup" | "thead" | "tbody" | "tfoot")
        | ("tbody" | "thead" | "tfoot", "tr")
        | ("tr", "td" | "th")
        | ("colgroup", "col")
        | ("template", _) => return None,
        ("tr", "tr") => return nested(Code::ClosedByLike, parent),
        (_, "script" | "style" | "template") if in_table_structure(parent) => return None,
        (_, "input") if hidden_input && in_table_structure(parent) => return None,
        _ if in_table_structure(parent) => return nested(Code::FosterParented, parent),
        (_, "caption" | "colgroup" | "col" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th") => {
            return nested(Code::Dropped, parent_name(parent));
        }
        _ => {}
    }
    match tag {
        "form" if open.has("form", &["template"]) => nested(Code::NestedForm, "form"),
        "a" if open.has("a", MARKERS) => nested(Code::NestedInteractive, "a"),
        "button" if open.has("button", SCOPE) => nested(Code::NestedInteractive, "button"),
        "nobr" if open.has("nobr", SCOPE) => nested(Code::NestedInteractive, "nobr"),
        "li" if open.has_item(&["li"]) => nested(Code::ClosedByLike, "li"),
        "dt" | "dd" if open.has_item(&["dt", "dd"]) => {
            nested(Code::ClosedByLike, if open.has_item(&["dt"]) { "dt" } else { "dd" })
        }
        "option" | "optgroup" if parent == "option" => nested(Code::ClosedByLike, parent),
        "hr" if matches!(parent, "option" | "optgroup") => nested(Code::EndsOuter, parent),
        "input" if open.has("select", SCOPE) => nested(Code::EndsOuter, "select"),
        "optgroup" | "select" if open.has(tag, SCOPE) => nested(Code::ClosedByLike, tag),
        _ if ends_paragraph(tag) && open.has("p", SCOPE_OF_P) => nested(Code::EndsParagraph, "p"),
        _ if is_heading(tag) && is_heading(parent) => nested(Code::NestedHeading, parent),
        _ => None,
    }
}

fn parent_name(parent: &str) -> &str {
    if parent.is_empty() { "body" } else { parent }
}

fn in_table_structure(parent: &str) -> bool {
    matches!(parent, "table" | "tbody" | "thead" | "tfoot" | "tr" | "colgroup")
}

fn keeps_lines(parent: &str) -> bool {
    matches!(parent, "pre" | "textarea" | "listing")
}

fn is_heading(tag: &str) -> bool {
    matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

#[rustfmt::skip]
fn ends_paragraph(tag: &str) -> bool {
    matches!(
        tag,
        "address" | "article" | "aside" | "blockquote" | "center" | "dd" | "details" | "dialog" | "dir" | "div" | "dl"
            | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            | "header" | "hgroup" | "hr" | "li" | "listing" | "main" | "menu" | "nav" | "ol" | "p" | "plaintext" | "pre"
            | "search" | "section" | "summary" | "table" | "ul" | "xmp"
    )
}

#[rustfmt::skip]
fn leaves_foreign(tag: &str) -> bool {
    matches!(
        tag,
        "b" | "big" | "blockquote" | "body" | "br" | "center" | "code" | "dd" | "div" | "dl" | "dt" | "em" | "embed" | "h1"
            | "h2" | "h3" | "h4" | "h5" | "h6" | "head" | "hr" | "i" | "img" | "li" | "listing" | "menu" | "meta" | "nobr"
            | "ol" | "p" | "pre" | "ruby" | "s" | "small" | "span" | "strike" | "strong" | "sub" | "sup" | "table" | "tt"
            | "u" | "ul" | "var"
    )
}

/// Where an open formatting element is forgotten.
const MARKERS: &[&str] = &["applet", "caption", "marquee", "object", "td", "template", "th"];
/// Where an open element is out of scope.
const SCOPE: &[&str] = &["applet", "caption", "foreignobject", "marquee", "object", "table", "td", "template", "th"];
/// Where an open paragraph is out of scope.
const SCOPE_OF_P: &[&str] =
    &["applet", "button", "caption", "foreignobject", "marquee", "object", "table", "td", "template", "th"];

/// The open elements, the innermost last.
struct Open<'a>(&'a [LocalName]);

impl Open<'_> {
    fn inwards_out(&self) -> impl Iterator<Item = &str> {
        self.0.iter().rev().map(|tag| &**tag)
    }

    /// Whether `tag` is open on this side of every element of `limits`.
    fn has(&self, tag: &str, limits: &[&str]) -> bool {
        self.inwards_out().take_while(|open| !limits.contains(open)).any(|open| open == tag)
    }

    /// Whether one of `tags` is open, with nothing between that may hold items of its own.
    fn has_item(&self, tags: &[&str]) -> bool {
        let holds_nothing =
            |tag: &&str| tags.contains(tag) || matches!(*tag, "address" | "div" | "p") || is_phrasing(tag);
        self.inwards_out().take_while(holds_nothing).any(|open| tags.contains(&open))
    }

    fn in_foreign(&self) -> bool {
        let boundary = |tag: &str| matches!(tag, "foreignobject" | "desc" | "annotation-xml");
        self.inwards_out().take_while(|tag| !boundary(tag)).any(|tag| matches!(tag, "svg" | "math"))
    }
}

fn is_phrasing(tag: &str) -> bool {
    matches!(tag, "a" | "abbr" | "b" | "code" | "em" | "i" | "label" | "mark" | "s" | "small" | "span" | "strong" | "u")
}
