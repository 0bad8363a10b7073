//! Markup as a tree, from two readers: [`intended`] believes every tag that was written, [`parsed`] does what a browser
//! does with the same bytes.

mod intended;
mod outline;
mod parsed;
mod path;
mod write;

pub(crate) use intended::intended;
pub(crate) use outline::difference;
pub(crate) use parsed::{parsed, read};
pub(crate) use path::Path;
pub(crate) use write::write;

pub(crate) use html5ever::LocalName;
use html5ever::tendril::StrTendril;

/// A node that hydration walks over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    Element(Element),
    Text(StrTendril),
    Comment(StrTendril),
}

/// An element. Names are lower case also inside SVG, where a parser restores the case of what the writer wrote.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    pub(crate) tag: LocalName,
    pub(crate) attributes: Vec<(LocalName, StrTendril)>,
    pub(crate) children: Vec<Node>,
    /// An attribute was written twice; a parser keeps the first.
    pub(crate) repeats_attribute: bool,
}

/// Whether an attribute was repeated can't be seen in a parsed tree, so it doesn't count.
impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag && self.attributes == other.attributes && self.children == other.children
    }
}

impl Eq for Element {}

impl Element {
    pub(crate) fn new(tag: LocalName, attributes: Vec<(LocalName, StrTendril)>) -> Self {
        Self { tag, attributes, children: Vec::new(), repeats_attribute: false }
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| &**own == name).map(|(_, value)| &**value)
    }
}

impl Node {
    pub(crate) fn element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) | Self::Comment(_) => None,
        }
    }

    /// A marker that Leptos writes: `<!>`, or the name that a development build gives to nothing.
    pub(crate) fn is_marker(&self) -> bool {
        matches!(self, Self::Comment(text) if text.is_empty() || &**text == "<() />")
    }

    /// All text below, for naming a node.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.to_string(),
            Self::Comment(_) => String::new(),
            Self::Element(element) => element.children.iter().map(Self::text).collect(),
        }
    }
}

/// Adds a node, joined to the text before it as in a browser.
fn push(children: &mut Vec<Node>, node: Node) {
    if let (Node::Text(new), Some(Node::Text(last))) = (&node, children.last_mut()) {
        last.push_tendril(new);
    } else {
        children.push(node);
    }
}

/// Whether an element has no end tag.
pub(crate) fn is_void(tag: &str) -> bool {
    const VOID: [&str; 13] =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
    VOID.contains(&tag)
}

/// Whether tags within an element are text, in HTML and outside of it.
pub(crate) fn is_text_only(tag: &str) -> bool {
    is_raw(tag) || matches!(tag, "textarea" | "title")
}

/// Whether not even entities are read within an element.
fn is_raw(tag: &str) -> bool {
    matches!(tag, "iframe" | "noembed" | "noframes" | "noscript" | "script" | "style" | "xmp")
}
