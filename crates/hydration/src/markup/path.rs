//! Where a node is, as a CSS selector.

use std::fmt::{self, Display};

use super::{Element, Node};

/// The way from the root of a case down to an element, as a selector that works in a browser's console.
#[derive(Debug, Clone, Default)]
pub(crate) struct Path {
    steps: Vec<String>,
}

impl Path {
    /// The path of `element`, child number `index` of `siblings` at this path.
    pub(crate) fn to(&self, siblings: &[Node], index: usize, element: &Element) -> Self {
        // An id is unique: what is above it says nothing more.
        if let Some(id) = element.attribute("id").filter(|id| is_name(id)) {
            return Self { steps: vec![format!("{}#{id}", element.tag)] };
        }
        let same_tag = |node: &&Node| node.element().is_some_and(|other| other.tag == element.tag);
        let step = if siblings.iter().filter(same_tag).count() > 1 {
            let position = siblings[..index].iter().filter(|node| node.element().is_some()).count() + 1;
            format!("{}:nth-child({position})", element.tag)
        } else {
            element.tag.to_string()
        };
        Self { steps: self.steps.iter().cloned().chain([step]).collect() }
    }
}

fn is_name(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_alphabetic())
        && id.chars().all(|other| other.is_ascii_alphanumeric() || other == '-' || other == '_')
}

impl Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.steps.is_empty() { f.write_str(":root") } else { f.write_str(&self.steps.join(" > ")) }
    }
}
