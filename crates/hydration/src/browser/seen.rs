//! What a browser saw of one case.

use html5ever::{LocalName, tendril::StrTendril};
use serde::Deserialize;

use super::answers::Handler;
use crate::{
    Encounter,
    markup::{Element, Node, write},
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Seen {
    pub(super) case: String,
    /// The tree that the browser built from the server's bytes.
    pub(super) before: Vec<Seed>,
    /// The tree after hydration, when it is another.
    pub(super) after: Option<Vec<Seed>>,
    /// The tree after hydration when nothing waits any more, of a view that waits.
    pub(super) settled: Option<Vec<Seed>>,
    /// What the client draws anew.
    pub(super) client: Option<Vec<Seed>>,
    /// What the controls of the server's page say, and those that the client draws.
    pub(super) values: Vec<String>,
    pub(super) client_values: Option<Vec<String>>,
    /// The handlers that hydration put on the page, and those that the client's own drawing has.
    pub(super) handlers: Vec<Handler>,
    pub(super) client_handlers: Option<Vec<Handler>>,
    /// The client's flags.
    pub(super) flags: Option<String>,
    /// Where the client has the case from.
    pub(super) listed: Option<String>,
    /// Why hydration stopped.
    pub(super) panic: Option<String>,
    /// Why the client drew nothing.
    pub(super) client_panic: Option<String>,
    /// Visitors for whom the client draws something else.
    pub(super) flips: Vec<Flip>,
    /// Why the page never got that far.
    pub(super) broken: Option<String>,
    /// Places where the walk asked for a node that isn't there.
    pub(super) nothing: Vec<String>,
    /// Nodes adopted twice as the same kind.
    pub(super) twice: Vec<String>,
    /// Nodes that the walk stopped in front of.
    pub(super) never: Vec<String>,
    /// What hydration changed in the page.
    pub(super) changes: Vec<String>,
    /// How many changes a `MutationObserver` was told about, equal values included.
    pub(super) touched: usize,
    /// Controls that lost what had been typed before.
    pub(super) overwritten: Vec<String>,
    /// The control that lost the focus.
    pub(super) lost_focus: Option<String>,
    /// What lies elsewhere after hydration than before.
    pub(super) shifted: Vec<String>,
    /// What came of it in pages that somebody else had touched.
    pub(super) encounters: Vec<Encounter>,
    /// What was said in the console.
    pub(super) said: Vec<String>,
}

impl Seen {
    /// Whether somebody who compares the page's HTML with the client's, comments taken out, sees a difference.
    pub(super) fn client_render_differs(&self) -> bool {
        let html = |seeds: &[Seed]| write(&without_comments(nodes(seeds)));
        self.client.as_ref().is_none_or(|client| html(client) != html(&self.before))
    }
}

fn without_comments(nodes: Vec<Node>) -> Vec<Node> {
    let plain = |node| match node {
        Node::Comment(_) => None,
        Node::Element(mut element) => {
            element.children = without_comments(std::mem::take(&mut element.children));
            Some(Node::Element(element))
        }
        Node::Text(text) => Some(Node::Text(text)),
    };
    nodes.into_iter().filter_map(plain).collect()
}

/// What the twin wrote of a case in the browser.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    pub(super) case: String,
    pub(super) flags: String,
    pub(super) html: Option<String>,
    /// Why it wrote nothing.
    pub(super) panic: Option<String>,
}

/// A visitor for whom the client draws something else, and what.
#[derive(Debug, Deserialize)]
pub(super) struct Flip {
    pub(super) world: String,
    pub(super) client: Vec<Seed>,
    pub(super) panic: Option<String>,
}

/// A node as the page tells it.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Seed {
    Element {
        tag: String,
        attributes: Vec<(String, String)>,
        /// The `style` attribute, as the browser understands it.
        #[serde(default)]
        style: Option<String>,
        children: Vec<Self>,
    },
    Text {
        text: String,
    },
    Comment {
        comment: String,
    },
}

/// The tree as it was written.
pub(super) fn nodes(seeds: &[Seed]) -> Vec<Node> {
    seeds.iter().map(|seed| node(seed, false)).collect()
}

/// The tree with each style as the browser understands it.
pub(super) fn understood(seeds: &[Seed]) -> Vec<Node> {
    seeds.iter().map(|seed| node(seed, true)).collect()
}

fn node(seed: &Seed, understood: bool) -> Node {
    match seed {
        Seed::Text { text } => Node::Text(StrTendril::from_slice(text)),
        Seed::Comment { comment } => Node::Comment(StrTendril::from_slice(comment)),
        Seed::Element { tag, attributes, style, children } => {
            let lower = |name: &str| LocalName::from(name.to_ascii_lowercase());
            let style = style.as_deref().filter(|_| understood);
            let value = |name: &str, value| style.filter(|_| name == "style").unwrap_or(value);
            let attributes =
                attributes.iter().map(|(name, own)| (lower(name), StrTendril::from_slice(value(name, own))));
            let mut element = Element::new(lower(tag), attributes.collect());
            element.children = children.iter().map(|child| node(child, understood)).collect();
            Node::Element(element)
        }
    }
}
