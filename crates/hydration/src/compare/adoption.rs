//! What the client's walk would do with the server's nodes.
//!
//! Leptos goes by position alone: it looks only at the kind of a node, stays where it is when there is no next one, and
//! panics when the kind is another. So who gets whose handlers can be told without a browser.

use super::names::name;
use crate::markup::Node;

/// The walk over one child list and everything below.
#[derive(Debug, Default)]
pub(super) struct Adoption {
    /// Controls whose handlers land on another element: the client's, then the server's.
    moved: Vec<(String, String)>,
    /// The client's control that is the first of them.
    first: Option<Node>,
    /// Where the walk panics: what it wants, and what it finds.
    stop: Option<(String, String)>,
}

impl Adoption {
    pub(super) fn of(server: &[Node], client: &[Node]) -> Self {
        let mut adoption = Self::default();
        adoption.walk(server, client, None);
        adoption
    }

    fn walk(&mut self, server: &[Node], client: &[Node], parent: Option<&Node>) {
        for (index, wanted) in client.iter().enumerate() {
            if self.stop.is_some() {
                return;
            }
            // The cursor steps over a marker between two texts without looking at it.
            let is_text = |index: Option<usize>| matches!(index.and_then(|at| client.get(at)), Some(Node::Text(_)));
            if wanted.is_marker() && is_text(index.checked_sub(1)) && is_text(Some(index + 1)) {
                continue;
            }
            // It stays on the last node, or on the parent when there is no child at all.
            let Some(found) = server.get(index).or(server.last()).or(parent) else { return };
            self.adopt(found, wanted);
        }
    }

    fn adopt(&mut self, found: &Node, wanted: &Node) {
        match (found, wanted) {
            (Node::Element(element), Node::Element(want)) => {
                if is_control(&want.tag) && (element.tag != want.tag || found.text() != wanted.text()) {
                    self.moved.push((name(wanted), name(found)));
                    self.first.get_or_insert_with(|| wanted.clone());
                }
                self.walk(&element.children, &want.children, Some(found));
            }
            (Node::Text(_), Node::Text(_)) | (Node::Comment(_), Node::Comment(_)) => {}
            _ => self.stop = Some((name_or_marker(wanted), name_or_marker(found))),
        }
    }

    pub(super) fn moves_a_control(&self) -> bool {
        !self.moved.is_empty()
    }

    /// The client's control that is moved first, with its name in [`Adoption::consequence`].
    pub(super) fn first_moved(&self) -> Option<(Node, String)> {
        self.first.clone().zip(self.moved.first().map(|(client, _)| client.clone()))
    }

    /// The walk in words, when it goes wrong in a way that can be told.
    pub(super) fn consequence(&self) -> Option<String> {
        let moved = self.moved.first().map(|(client, server)| {
            let more = match self.moved.len() - 1 {
                0 => String::new(),
                1 => " (and one more control is moved)".to_owned(),
                more => format!(" (and {more} more controls are moved)"),
            };
            format!("the client's handlers of {client} land on the server's {server}{more}")
        });
        let stop = self.stop.as_ref().map(|(wanted, found)| {
            format!("hydration panics where it wants {wanted} and finds {found}; everything after that stays dead")
        });
        match (moved, stop) {
            (Some(moved), Some(stop)) => Some(format!("{moved}; then {stop}")),
            (moved, stop) => moved.or(stop),
        }
    }
}

/// A node in a sentence, where a marker counts.
pub(super) fn name_or_marker(node: &Node) -> String {
    if node.is_marker() { "Leptos's marker <!>".to_owned() } else { name(node) }
}

/// Whether people press it or type into it.
pub(super) fn is_control(tag: &str) -> bool {
    matches!(tag, "a" | "button" | "form" | "input" | "select" | "summary" | "textarea")
}
