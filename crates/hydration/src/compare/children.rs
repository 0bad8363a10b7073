//! Compares two child lists and names why they differ.

use super::{
    adoption::{Adoption, name_or_marker},
    align::{Stretch, align},
    attributes,
    names::{self, all, lengths, name, name_all, seen},
    words::Words,
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
    if let Some((code, detail)) = whole_list(server, client) {
        let mut problem = structural(code, server, client, path, detail);
        if code == Code::ListOrder {
            let moved = server.iter().zip(client).find(|(server, client)| server != client);
            problem.culprit = moved.map(|(_, client)| client.clone()).filter(|node| node.element().is_some());
        }
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
fn whole_list(server: &[Node], client: &[Node]) -> Option<(Code, String)> {
    let (server_joined, client_joined) = (joined(server), joined(client));
    let has_text = server_joined.iter().any(|node| matches!(node, Node::Text(_)));
    if has_text && server_joined == client_joined {
        return Some((Code::TextNodes, names::cuts(server, client)));
    }
    let same_nodes =
        server.len() == client.len() && server.iter().all(|node| count(server, node) == count(client, node));
    same_nodes.then(|| (Code::ListOrder, names::moves(server, client)))
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
            let words = Words::new(server, client);
            let detail = format!("the server says {}, the client {}", words.server.text, words.client.text);
            let problem = Problem::new(Code::TextDiffers, path, detail).with_sides(words.lines(""));
            problems.push(problem.about(About::text(path, index)));
        }
        (Node::Element(server), Node::Element(client)) => {
            let here = path.to(siblings, index, server);
            if is_other_branch(server, client) {
                let sides = [Node::Element(server.clone()), Node::Element(client.clone())];
                let detail = format!("the server writes {}, the client {}", name(&sides[0]), name(&sides[1]));
                let mut problem = structural(Code::BranchDiffers, &sides[..1], &sides[1..], &here, detail);
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
        (extra, []) if are_list_items(server, s) => (Code::ListLength, lengths("server", extra, server, client)),
        ([], extra) if are_list_items(client, c) => (Code::ListLength, lengths("client", extra, server, client)),
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
