//! What exactly a finding is about.

use std::fmt::Display;

/// A part of an element, in the words of `data-hydration-allow`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct About {
    /// The path of the element that the part belongs to.
    pub(crate) owner: String,
    /// `text`, `children`, `class`, `style` or `attribute:NAME`.
    pub(crate) word: String,
    /// Which child of the server's, where there can be many.
    pub(crate) index: usize,
}

impl About {
    /// The words of one text of `owner`.
    pub(crate) fn text(owner: impl Display, index: usize) -> Self {
        Self { owner: owner.to_string(), word: "text".to_owned(), index }
    }

    /// Which nodes `owner` holds.
    pub(crate) fn children(owner: impl Display, index: usize) -> Self {
        Self { owner: owner.to_string(), word: "children".to_owned(), index }
    }

    /// The value of an attribute of `owner`.
    pub(crate) fn attribute(owner: impl Display, name: &str) -> Self {
        let word = match name {
            "class" | "style" => name.to_owned(),
            _ => format!("attribute:{name}"),
        };
        Self { owner: owner.to_string(), word, index: 0 }
    }

    /// Whether `word` is one of these words.
    pub(crate) fn knows(word: &str) -> bool {
        let is_attribute = word.strip_prefix("attribute:").is_some_and(|name| !name.is_empty());
        is_attribute || matches!(word, "text" | "children" | "class" | "style")
    }
}
