//! Compares two child lists and names why they differ.

use super::{
    adoption::{Adoption, name_or_marker},
    align::{Stretch, align},
    attributes,
};
use crate::{
    Code, Severity,
    about::About,
    finding::Problem,
    markup::{Element, Node, Path, difference},
};

/// Compares the children that the server wrote at `path` with those that the client would have written.
pub(super) fn check(server: &[Node], client: &[Node], path: &Path, problems: &mut Vec<Problem>) {
    if server == client {
        return;
    }
    if let Some(code) = whole_list(server, client) {
        let problem = structural(code, server, client, path, String::new());
        problems.push(problem.about(About::children(path, 0)));
        return;
    }
    for stretch in align(server, client) {
        match stretch {
            Stretch::Same(s, c) => same(server, s, &client[c], path, problems),
            Stretch::Gap(s, c) => {
                let (code, detail) = name_gap(server, &s, client, &c);
                let mut problem = structural(code, server, client, path, detail);
                problem.culprit = culprit(&server[s.clone()], &client[c]);
                problems.push(problem.about(About::children(path, s.start)));
            }
        }
    }
}

/// What is wrong with the list as a whole.
fn whole_list(server: &[Node], client: &[Node]) -> Option<Code> {
    let (server_joined, client_joined) = (joined(server), joined(client));
    let has_text = server_joined.iter().any(|node| matches!(node, Node::Text(_)));
    if has_text && server_joined == client_joined {
        return Some(Code::TextNodes);
    }
    let same_nodes =
        server.len() == client.len() && server.iter().all(|node| count(server, node) == count(client, node));
    same_nodes.then_some(Code::ListOrder)
}

fn count(nodes: &[Node], node: &Node) -> usize {
    nodes.iter().filter(|other| *other == node).count()
}

/// The nodes as they are seen: without markers, texts in one.
fn joined(nodes: &[Node]) -> Vec<Node> {
    let mut seen: Vec<Node> = Vec::new();
    for node in nodes.iter().filter(|node| !node.is_marker()) {
        match (node, seen.last_mut()) {
            (Node::Text(text), Some(Node::Text(last))) => last.push_tendril(text),
            _ => seen.push(node.clone()),
        }
    }
    seen
}

fn same(siblings: &[Node], index: usize, client: &Node, path: &Path, problems: &mut Vec<Problem>) {
    match (&siblings[index], client) {
        (Node::Text(server), Node::Text(client)) if server != client => {
            let detail = format!("the server says {:?}, the client {:?}", &**server, &**client);
            let problem = Problem::new(Code::TextDiffers, path, detail).with_sides(texts(server, client));
            problems.push(problem.about(About::text(path, index)));
        }
        (Node::Element(server), Node::Element(client)) => {
            let here = path.to(siblings, index, server);
            if is_other_branch(server, client) {
                let sides = [Node::Element(server.clone()), Node::Element(client.clone())];
                let mut problem = structural(Code::BranchDiffers, &sides[..1], &sides[1..], &here, String::new());
                problem.culprit = culprit(&[], &sides[1..]);
                problems.push(problem.about(About::children(path, index)));
                return;
            }
            attributes::check(server, client, &here, problems);
            // Where script runs, nobody sees a <noscript>, and hydration doesn't walk into it.
            if &*server.tag != "noscript" {
                check(&server.children, &client.children, &here, problems);
            }
        }
        _ => {}
    }
}

/// Two texts with a mark below the first character that differs.
fn texts(server: &str, client: &str) -> Vec<String> {
    let equal = server.chars().zip(client.chars()).take_while(|(server, client)| server == client);
    let before: usize = equal.map(|(same, _)| same.escape_debug().count()).sum();
    vec![format!("- {server:?}"), format!("+ {client:?}"), format!("   {}^ from here", " ".repeat(before))]
}

/// Whether two elements of one kind have so little in common that two different views wrote them.
fn is_other_branch(server: &Element, client: &Element) -> bool {
    let shared = |attribute| client.attributes.contains(attribute);
    let attributes_differ = !server.attributes.is_empty() && !client.attributes.is_empty();
    let named = server.attribute("id").is_some_and(|id| client.attribute("id") == Some(id));
    let children_differ = !server.children.is_empty()
        && !client.children.is_empty()
        && server.children.iter().all(|child| !client.children.contains(child));
    attributes_differ && !named && !server.attributes.iter().any(shared) && children_differ
}

fn name_gap(
    server: &[Node],
    s: &std::ops::Range<usize>,
    client: &[Node],
    c: &std::ops::Range<usize>,
) -> (Code, String) {
    let (only_server, only_client) = (&server[s.clone()], &client[c.clone()]);
    match (only_server, only_client) {
        (extra, []) if are_list_items(server, s) => (Code::ListLength, lengths(extra, server, client)),
        ([], extra) if are_list_items(client, c) => (Code::ListLength, lengths(extra, server, client)),
        ([Node::Element(one)], others) if wraps(one, others) => {
            (Code::Wrapped, format!("only the server writes <{}> around {}", one.tag, name_all(others)))
        }
        (others, [Node::Element(one)]) if wraps(one, others) => {
            (Code::Wrapped, format!("only the client writes <{}> around {}", one.tag, name_all(others)))
        }
        (extra, []) => (Code::OnlyOnServer, format!("{} that the client doesn't write", all(extra, name_or_marker))),
        ([], extra) => (Code::OnlyInBrowser, format!("{} that the server doesn't write", all(extra, name_or_marker))),
        (some, others) => {
            let code = match (&seen(some)[..], &seen(others)[..]) {
                ([Node::Element(_)], [Node::Element(_)]) => Code::TagDiffers,
                ([_], [_]) => Code::KindDiffers,
                _ => Code::BranchDiffers,
            };
            (code, format!("the server writes {}, the client {}", name_all(some), name_all(others)))
        }
    }
}

/// Whether the content of an element is what the other side has in its place. Around a text alone it isn't a wrapper:
/// hydration stops at nodes of two kinds.
fn wraps(one: &Element, others: &[Node]) -> bool {
    others.iter().any(|other| other.element().is_some()) && joined(&one.children) == joined(others)
}

/// Whether these nodes are items of a list: one kind of element, and behind its last the marker that Leptos writes at a
/// list's end.
fn are_list_items(nodes: &[Node], range: &std::ops::Range<usize>) -> bool {
    let items = &nodes[range.clone()];
    let tag = |node: &Node| node.element().map(|element| element.tag.clone());
    let first = items.first().and_then(tag);
    first.is_some()
        && items.iter().all(|item| tag(item) == first)
        && nodes[range.end..].iter().find(|node| tag(node) != first).is_some_and(Node::is_marker)
        && range.start.checked_sub(1).is_none_or(|before| tag(&nodes[before]) == first)
}

fn lengths(extra: &[Node], server: &[Node], client: &[Node]) -> String {
    let tag = extra.first().and_then(Node::element).map(|element| element.tag.clone());
    let items =
        |nodes: &[Node]| nodes.iter().filter_map(Node::element).filter(|item| Some(&item.tag) == tag.as_ref()).count();
    format!("{} items on the server, {} in the client", items(server), items(client))
}

fn structural(code: Code, server: &[Node], client: &[Node], path: &Path, detail: String) -> Problem {
    let mut problem = Problem::new(code, path, detail).with_sides(difference(server, client));
    let adoption = Adoption::of(server, client);
    if let Some(consequence) = adoption.consequence() {
        problem.consequence = consequence;
        problem.moved = adoption.first_moved();
        if adoption.moves_a_control() {
            problem.severity = Severity::Critical;
        }
    }
    problem
}

/// The element to look for in the source.
fn culprit(server: &[Node], client: &[Node]) -> Option<Node> {
    client.iter().chain(server).find(|node| node.element().is_some()).cloned()
}

/// The nodes without Leptos's markers and comments, which nobody sees.
fn seen(nodes: &[Node]) -> Vec<&Node> {
    nodes.iter().filter(|node| !matches!(node, Node::Comment(_))).collect()
}

fn name_all(nodes: &[Node]) -> String {
    if seen(nodes).is_empty() { "nothing".to_owned() } else { all(seen(nodes), name) }
}

fn all<'a>(nodes: impl IntoIterator<Item = &'a Node>, name: fn(&Node) -> String) -> String {
    nodes.into_iter().map(name).collect::<Vec<_>>().join(", ")
}

/// A node in a sentence: `<button> "Send"`.
pub(super) fn name(node: &Node) -> String {
    match node {
        Node::Comment(text) if text.is_empty() => "nothing".to_owned(),
        Node::Comment(text) => format!("<!--{text}-->"),
        Node::Text(text) => format!("the text {:?}", &**text),
        Node::Element(element) => {
            let text = node.text();
            let text = text.trim();
            let label =
                ["aria-label", "name", "data-name", "value", "id"].iter().find_map(|key| element.attribute(key));
            match (text, label) {
                ("", None) => format!("<{}>", element.tag),
                ("", Some(label)) => format!("<{}> {label:?}", element.tag),
                (text, _) if text.chars().count() > 30 => {
                    format!("<{}> \"{}…\"", element.tag, text.chars().take(30).collect::<String>())
                }
                (text, _) => format!("<{}> {text:?}", element.tag),
            }
        }
    }
}
