//! Where the card stands on the page: the same elements, placed otherwise by the stylesheet.

use serde::{Deserialize, Serialize};

/// A layout, `data-layout` on the page. A theme chooses one; it changes no element and no order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// A card in the middle, its upper edge at rest.
    #[default]
    Centered,
    /// Colour, a picture or an aside before the card, in the direction of reading; gone where the page is narrow.
    Split,
    /// The same behind the card.
    SplitEnd,
    /// A column without a card.
    Bare,
    /// A card on the page's picture.
    Full,
    /// In a host's page: its box, its height, its ground.
    Inline,
}

impl Layout {
    /// Every one.
    pub const ALL: [Self; 6] = [Self::Centered, Self::Split, Self::SplitEnd, Self::Bare, Self::Full, Self::Inline];

    /// The value of `data-layout`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Centered => "centered",
            Self::Split => "split",
            Self::SplitEnd => "split-end",
            Self::Bare => "bare",
            Self::Full => "full",
            Self::Inline => "inline",
        }
    }
}
