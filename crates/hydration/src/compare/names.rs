//! Nodes, and what differs between two lists of them, in a sentence.

use crate::markup::Node;

/// How many items each side has, and the first of them that only `who` has.
pub(super) fn lengths(who: &str, extra: &[Node], server: &[Node], client: &[Node]) -> String {
    let tag = extra.first().and_then(Node::element).map(|element| element.tag.clone());
    let items =
        |nodes: &[Node]| nodes.iter().filter_map(Node::element).filter(|item| Some(&item.tag) == tag.as_ref()).count();
    let first = extra.first().map(name).unwrap_or_default();
    format!("{} items on the server, {} in the client; only the {who} has {first}", items(server), items(client))
}

/// How many nodes stand elsewhere, and the first place where another one stands.
pub(super) fn moves(server: &[Node], client: &[Node]) -> String {
    let moved: Vec<_> = server.iter().zip(client).filter(|(server, client)| server != client).collect();
    let Some((first, other)) = moved.first() else { return String::new() };
    format!(
        "{} of {} stand elsewhere; where the server has {}, the client has {}",
        moved.len(),
        server.len(),
        name(first),
        name(other)
    )
}

/// How each side cuts the first text that isn't cut alike.
pub(super) fn cuts(server: &[Node], client: &[Node]) -> String {
    let (server, client) = (texts(server), texts(client));
    let differing = server.iter().zip(&client).find(|(server, client)| server != client);
    let list = |cut: &[&str]| cut.iter().map(|part| format!("{part:?}")).collect::<Vec<_>>().join(" and ");
    differing.map_or_else(String::new, |(server, client)| {
        format!("the server writes {}, the client {}", list(server), list(client))
    })
}

/// The texts of a list, those without an element between them together.
fn texts(nodes: &[Node]) -> Vec<Vec<&str>> {
    let mut runs = vec![Vec::new()];
    for node in nodes.iter().filter(|node| !node.is_marker()) {
        match (node, runs.last_mut()) {
            (Node::Text(text), Some(run)) => run.push(&**text),
            _ => runs.push(Vec::new()),
        }
    }
    runs
}

/// The nodes without Leptos's markers and comments, which nobody sees.
pub(super) fn seen(nodes: &[Node]) -> Vec<&Node> {
    nodes.iter().filter(|node| !matches!(node, Node::Comment(_))).collect()
}

pub(super) fn name_all(nodes: &[Node]) -> String {
    if seen(nodes).is_empty() { "nothing".to_owned() } else { all(seen(nodes), name) }
}

pub(super) fn all<'a>(nodes: impl IntoIterator<Item = &'a Node>, name: fn(&Node) -> String) -> String {
    nodes.into_iter().map(name).collect::<Vec<_>>().join(", ")
}

/// A node in a sentence: `<button> "Send"`.
pub(crate) fn name(node: &Node) -> String {
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
