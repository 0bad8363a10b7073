//! What a designer writes: a folder with a stylesheet, a few pieces of markup and pictures. No Rust, no build.
//!
//! ```
//! use vestibule_theme::Theme;
//!
//! let theme = Theme::built_in("ledger").expect("it is one of ours");
//! assert!(theme.stylesheet().starts_with("@layer vestibule.theme"));
//! ```

mod built_in;
#[cfg(feature = "check")]
pub mod check;
mod error;
mod folder;
mod manifest;
mod name;

use std::collections::BTreeMap;

use bytes::Bytes;
use vestibule_ui::{Layout, Slots};

pub use built_in::BUILT_IN;
pub use error::ThemeError;
pub use name::ThemeName;

/// The look of every page: one stylesheet after ours, a layout, and what stands in the slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// How it is called in addresses, files and the configuration.
    pub name: ThemeName,
    /// How people call it.
    pub title: String,
    /// Where the card stands.
    pub layout: Layout,
    /// The pieces of markup that it brings. A host's own win.
    pub slots: Slots,
    /// Tokens and hooks, without a layer.
    pub tokens: String,
    /// Rules of parts, without a layer.
    pub parts: String,
    /// Pictures and fonts by file name, which the stylesheet and the slots name as `url(logo.svg)` and `theme/logo.svg`.
    pub files: BTreeMap<String, Bytes>,
}

impl Theme {
    /// The stylesheet that is linked after ours, in the last of our layers.
    #[must_use]
    pub fn stylesheet(&self) -> String {
        format!("@layer vestibule.theme {{\n{}{}}}\n", self.tokens, self.parts)
    }
}
