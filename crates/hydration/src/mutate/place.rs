//! Every place where a mutant can begin, in the order of the document.

use super::Mutant;
use crate::{
    Code,
    markup::{Element, Node, Path, is_text_only, write},
};

/// A node among its siblings.
pub(super) struct Place<'a> {
    /// The whole tree.
    pub(super) tree: &'a [Node],
    /// The way to the node by child numbers.
    pub(super) way: &'a [usize],
    /// The list that it stands in.
    pub(super) siblings: &'a [Node],
    /// Its number in that list.
    pub(super) index: usize,
    /// The elements around it, the innermost last.
    pub(super) around: &'a [&'a Element],
    /// The nearest element: the node itself, or the one that it stands in.
    pub(super) path: Path,
}

impl Place<'_> {
    pub(super) fn node(&self) -> &Node {
        &self.siblings[self.index]
    }

    pub(super) fn element(&self) -> Option<&Element> {
        self.node().element()
    }

    pub(super) fn next(&self) -> Option<&Node> {
        self.siblings.get(self.index + 1)
    }

    pub(super) fn is_last(&self) -> bool {
        self.next().is_none()
    }

    /// Whether it stands where tags are text.
    pub(super) fn is_in_text(&self) -> bool {
        self.around.last().is_some_and(|parent| is_text_only(&parent.tag))
    }

    pub(super) fn is_in(&self, tag: &str) -> bool {
        self.around.iter().any(|element| &*element.tag == tag)
    }

    /// A mutant whose tree `change` has changed here, and the codes that one would call it by.
    pub(super) fn change(&self, change: impl FnOnce(&mut Vec<Node>, usize) -> &'static [Code]) -> Mutant {
        let mut tree = self.tree.to_vec();
        let expected = reach(&mut tree, self.way, change);
        Mutant { html: write(&tree), expected }
    }

    /// A mutant whose element `change` has changed here.
    pub(super) fn change_element(&self, change: impl FnOnce(&mut Element) -> &'static [Code]) -> Mutant {
        self.change(|siblings, index| match &mut siblings[index] {
            Node::Element(element) => change(element),
            Node::Text(_) | Node::Comment(_) => &[],
        })
    }
}

fn reach<T>(nodes: &mut Vec<Node>, way: &[usize], change: impl FnOnce(&mut Vec<Node>, usize) -> T) -> T {
    match way {
        [index] => change(nodes, *index),
        [index, rest @ ..] => match &mut nodes[*index] {
            Node::Element(element) => reach(&mut element.children, rest, change),
            Node::Text(_) | Node::Comment(_) => unreachable!("a way leads through elements alone"),
        },
        [] => unreachable!("a way leads to a node"),
    }
}

/// Shows every place to `see`.
pub(super) fn visit(tree: &[Node], see: &mut impl FnMut(&Place<'_>)) {
    visit_list(tree, tree, &mut Vec::new(), &mut Vec::new(), &Path::default(), see);
}

fn visit_list<'a>(
    tree: &'a [Node],
    siblings: &'a [Node],
    way: &mut Vec<usize>,
    around: &mut Vec<&'a Element>,
    parent: &Path,
    see: &mut impl FnMut(&Place<'_>),
) {
    for (index, node) in siblings.iter().enumerate() {
        way.push(index);
        let path = node.element().map_or_else(|| parent.clone(), |element| parent.to(siblings, index, element));
        let place = Place { tree, way, siblings, index, around, path };
        see(&place);
        let path = place.path;
        if let Some(element) = node.element() {
            around.push(element);
            visit_list(tree, &element.children, way, around, &path, see);
            around.pop();
        }
        way.pop();
    }
}
