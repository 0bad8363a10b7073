//! A finding as people see it: each side as a page in a frame, with the node outlined. Nothing in there runs, is asked for
//! or can be reached.

use std::slice;

use super::text::{escape, list};
use crate::{
    Finding, Layer,
    markup::{Element, LocalName, Node, Path, intended, write},
    picture::Picture,
};

/// The attribute of the outlined node.
const HERE: &str = "data-hydration-here";

/// A page with so few elements needs little room.
const SMALL: usize = 4;

/// A page with more elements is shown around the node alone.
const LARGE: usize = 40;

const HEAD: &str = "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src \
    'unsafe-inline'\"><meta name=\"color-scheme\" content=\"light dark\"><style>body{font:14px/1.4 system-ui,sans-serif;\
    margin:.75rem}[data-hydration-here]{outline:3px solid #d81b60;outline-offset:2px}</style><body inert>";

pub(super) fn pictures(finding: &Finding, picture: Option<&Picture>) -> String {
    let Some(Picture { server, client }) = picture else { return String::new() };
    let (left, right) = finding.layer.sides();
    let frames = match (finding.layer, client) {
        // A frame can't show what was meant, only what a browser makes of it.
        (Layer::Parse, _) => vec![frame(finding, right, server)],
        (Layer::Twin | Layer::Client | Layer::Walk | Layer::Allowance, Some(client)) => {
            vec![frame(finding, "the server", server), frame(finding, "the client", client)]
        }
        _ => vec![frame(finding, left, server)],
    };
    let short = if count(&intended(server).nodes) <= SMALL { " short" } else { "" };
    format!(
        "<details class=\"pictures{short}\" open><summary>drawn, without styles</summary><div>{}</div></details>",
        list(frames)
    )
}

fn frame(finding: &Finding, side: &str, html: &str) -> String {
    let mut nodes = inactive(intended(html).nodes);
    let culprit = finding.culprit.as_deref();
    let mut path = finding.path.as_str();
    while !mark(&mut nodes, &Path::default(), path, culprit) {
        let Some((outer, _)) = path.rsplit_once(" > ") else { break };
        path = outer;
    }
    format!(
        "<figure><figcaption>{side}</figcaption><iframe title=\"{side}: {}\" sandbox=\"\" loading=\"lazy\" \
         srcdoc=\"{}\"></iframe></figure>",
        escape(&finding.case),
        escape(&format!("{HEAD}{}", write(&excerpt(nodes)))),
    )
}

/// The nodes without those that would do or ask for something.
fn inactive(nodes: Vec<Node>) -> Vec<Node> {
    let is_active =
        |tag: &str| matches!(tag, "base" | "embed" | "frame" | "iframe" | "link" | "meta" | "object" | "script");
    let still = |node| match node {
        Node::Element(element) if is_active(&element.tag) => None,
        Node::Element(mut element) => {
            element.children = inactive(std::mem::take(&mut element.children));
            Some(Node::Element(element))
        }
        other => Some(other),
    };
    nodes.into_iter().filter_map(still).collect()
}

/// Outlines the node that one side alone has, or else the element at `path`. Says whether there is such an element.
fn mark(nodes: &mut [Node], base: &Path, path: &str, culprit: Option<&str>) -> bool {
    if base.to_string() == path {
        if let Some(element) = culprit.and_then(|one| nodes.iter_mut().find(|own| is(own, one))).and_then(element_mut) {
            outline(element);
            return true;
        }
        if path == ":root" {
            return true;
        }
    }
    let plain = nodes.to_vec();
    for (index, node) in nodes.iter_mut().enumerate() {
        let Some(element) = element_mut(node) else { continue };
        let here = base.to(&plain, index, element);
        if here.to_string() == path {
            if !culprit.is_some_and(|one| element.children.iter().any(|own| is(own, one))) {
                outline(element);
                return true;
            }
            return mark(&mut element.children, &here, path, culprit);
        }
        if mark(&mut element.children, &here, path, culprit) {
            return true;
        }
    }
    false
}

/// Whether a node is the one that is written so.
fn is(node: &Node, written: &str) -> bool {
    write(slice::from_ref(node)) == written
}

fn element_mut(node: &mut Node) -> Option<&mut Element> {
    match node {
        Node::Element(element) => Some(element),
        Node::Text(_) | Node::Comment(_) => None,
    }
}

fn outline(element: &mut Element) {
    element.attributes.push((LocalName::from(HERE), "".into()));
}

/// Of a large page, what is around the outlined node.
fn excerpt(nodes: Vec<Node>) -> Vec<Node> {
    let mut way = Vec::new();
    if count(&nodes) <= LARGE || !find(&nodes, &mut way) {
        return nodes;
    }
    // What only stands within its like can't be shown alone.
    let stands_alone = |element: &Element| {
        !matches!(&*element.tag, "tbody" | "thead" | "tfoot" | "tr" | "td" | "th" | "option" | "optgroup" | "colgroup")
    };
    let outer = way.iter().rev().skip(2).find(|element| stands_alone(element)).or(way.first());
    outer.map_or_else(Vec::new, |element| vec![Node::Element((*element).clone())])
}

fn count(nodes: &[Node]) -> usize {
    nodes.iter().filter_map(Node::element).map(|element| 1 + count(&element.children)).sum()
}

/// The elements down to the outlined one.
fn find<'a>(nodes: &'a [Node], way: &mut Vec<&'a Element>) -> bool {
    nodes.iter().filter_map(Node::element).any(|element| {
        way.push(element);
        let found = element.attribute(HERE).is_some() || find(&element.children, way);
        if !found {
            way.pop();
        }
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Code, finding::Problem};

    #[track_caller]
    fn check_outline(html: &str, path: &str, culprit: Option<&str>, expected: &str) {
        let culprit = culprit.and_then(|html| intended(html).nodes.into_iter().next());
        let problem = Problem { culprit, ..Problem::new(Code::TextDiffers, path, "") };
        let frame = frame(&problem.into_finding(Layer::Twin, "a", None, ""), "the server", html);
        let shown = frame.split_once("&lt;body inert&gt;").and_then(|(_, rest)| rest.split_once("\"></iframe>"));
        assert_eq!(shown.map(|(shown, _)| shown), Some(escape(expected).as_str()));
    }

    #[test]
    fn the_place_or_the_node_that_one_side_alone_has_is_outlined() {
        check_outline("<p>a</p><b>c</b>", "b", None, "<p>a</p><b data-hydration-here>c</b>");
        let item = Some("<li>c</li>");
        let marked = "<ul><li>a</li><li data-hydration-here>c</li></ul>";
        check_outline("<ul><li>a</li><li>c</li></ul>", "ul", item, marked);
        check_outline("<ul><li>a</li></ul>", "ul", item, "<ul data-hydration-here><li>a</li></ul>");
        check_outline("<b>c</b>", ":root", Some("<b>c</b>"), "<b data-hydration-here>c</b>");
        check_outline("<p>a</p>", "p > i", None, "<p data-hydration-here>a</p>");
    }

    #[test]
    fn nothing_in_a_picture_runs_or_asks() {
        check_outline("<script>a</script><p>b<iframe></iframe></p>", "u", None, "<p>b</p>");
    }

    #[test]
    fn of_a_large_page_what_is_around_the_node_is_shown() {
        let many = "<i></i>".repeat(LARGE);
        let page = format!("<main>{many}<table><tbody><tr><td>a</td></tr></tbody></table></main>");
        let shown = "<table><tbody><tr><td data-hydration-here>a</td></tr></tbody></table>";
        check_outline(&page, "main > table > tbody > tr > td", None, shown);
    }
}
