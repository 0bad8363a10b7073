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
mod colour;
pub mod contract;
mod derive;
mod error;
mod folder;
mod fonts;
mod logo;
mod mail;
mod manifest;
mod mode;
mod name;
mod near;
mod packed;
mod page_image;
mod phrases;
mod placed;
mod plain;
mod renamed;
mod skeleton;
mod source;
mod stylesheet;
mod times;
mod tools;
mod values;

use std::collections::BTreeMap;

use bytes::Bytes;
use vestibule_ui::{
    Layout, Slots,
    parts::{RENAMED, Renamed},
};
use vestibule_words::Phrases;

pub use built_in::BUILT_IN;
pub use colour::{Colour, Finding, PAIRS, Pair, findings};
pub use derive::{Because, Change, DeriveError, Derived};
pub use error::{Mistake, ThemeError};
pub use fonts::{FONTS_CSS, Font, Like};
pub use mail::MailColours;
pub use mode::Mode;
pub use name::ThemeName;
pub use placed::placed;
pub use plain::plain;
pub use renamed::{OldName, old_names, upgrade};
pub use skeleton::skeleton;
pub use stylesheet::Stylesheet;
pub use times::Times;
pub use tools::{ImportError, Space, import};
pub use values::{Problem, Quantity, Shadow, Unit, Value, ValueError, Values};

/// The look of every page: one stylesheet after ours, a layout, and what stands in the slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// How it is called in addresses, files and the configuration.
    pub name: ThemeName,
    /// How people call it.
    pub title: String,
    /// Where the card stands.
    pub layout: Layout,
    /// The parts that look as Foyer's on purpose.
    pub inherits: Vec<String>,
    /// The pieces of markup that it brings. A host's own win.
    pub slots: Slots,
    /// What it says in its own words.
    pub phrases: Phrases,
    /// The fonts that it brings, the first of them first.
    pub fonts: Vec<Font>,
    /// The declarations of the fonts and of what stands in for them: `fonts.css`.
    pub faces: String,
    /// Tokens and hooks, without a layer.
    pub tokens: String,
    /// Rules of parts, without a layer.
    pub parts: String,
    /// Pictures and fonts by file name, which the stylesheet names as `url(logo.svg)` and a slot as
    /// `src="logo.svg"`.
    pub files: BTreeMap<String, Bytes>,
}

impl Theme {
    /// The stylesheet that is linked after ours, in the last of our layers.
    #[must_use]
    pub fn stylesheet(&self) -> String {
        self.stylesheet_renewed(RENAMED)
    }

    fn stylesheet_renewed(&self, renamed: &[Renamed]) -> String {
        let today = |css| renamed::renew(css, renamed);
        format!(
            "@layer vestibule.theme {{\n{}{}{}{}}}\n",
            self.faces,
            logo::rules(&self.files),
            today(&self.tokens),
            today(&self.parts)
        )
    }
}
