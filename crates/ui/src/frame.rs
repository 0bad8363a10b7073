//! What every screen gets beside its model.

use std::fmt;

use serde::{Deserialize, Serialize};
use vestibule_core::{mount::Mount, routes};
use vestibule_words::{Direction, Language, Message, Phrases, Text, Wording, Words};

use crate::Layout;

/// The frame of a screen: whose product it is, in which language and scheme, and the form token of this browser.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The product's name.
    pub product: String,
    /// The language of every word.
    pub language: Language,
    /// Light, dark, or as the system says.
    pub scheme: Scheme,
    /// Where the card stands on the page.
    #[serde(default)]
    pub layout: Layout,
    /// The direction of the text. The gallery turns it around; elsewhere it follows the language.
    pub direction: Direction,
    /// What proves to our server that a form is ours (B-01).
    pub form_token: String,
    /// The host's own pieces of markup.
    #[serde(default)]
    pub slots: Slots,
    /// What the host says in its own words. It is code, so a page can't carry it to the browser.
    #[serde(skip)]
    pub wording: Wording,
    /// What the theme says in its own words.
    #[serde(default)]
    pub phrases: Phrases,
    /// Where on the host's site our pages stand.
    pub mount: Mount,
    /// The host's page that a log-in leads to, by its path.
    pub home: String,
    /// The languages that the page is offered in, if there is a choice.
    #[serde(default)]
    pub languages: Vec<LanguageLink>,
}

/// This page in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageLink {
    /// The language.
    pub language: Language,
    /// Where the page is said in it.
    pub href: String,
}

/// The form token is a secret: it never prints.
impl fmt::Debug for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { product, language, scheme, direction, mount, .. } = self;
        f.debug_struct("Frame")
            .field("product", product)
            .field("language", language)
            .field("scheme", scheme)
            .field("direction", direction)
            .field("mount", mount)
            .finish_non_exhaustive()
    }
}

impl Default for Frame {
    fn default() -> Self {
        Self {
            product: String::new(),
            language: Language::default(),
            scheme: Scheme::default(),
            layout: Layout::default(),
            direction: Direction::default(),
            form_token: String::new(),
            slots: Slots::default(),
            wording: Wording::default(),
            phrases: Phrases::default(),
            mount: Mount::default(),
            home: routes::HOME.to_owned(),
            languages: Vec::new(),
        }
    }
}

impl Frame {
    /// The frame of a story: fixed, so that every run draws the same bytes.
    #[must_use]
    pub fn story() -> Self {
        Self { product: "Northwind".to_owned(), form_token: "story".to_owned(), ..Self::default() }
    }

    /// The same in another language, and in its direction.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language, direction: language.direction(), ..self }
    }

    /// The address of one of our routes.
    #[must_use]
    pub fn at(&self, route: &str) -> String {
        self.mount.at(route)
    }

    /// Says a message in the frame's language, for its product.
    #[must_use]
    pub fn say(&self, message: Message<'_>) -> Text {
        self.words().say(message)
    }

    /// The frame's words.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::new(self.language, &self.product).with(self.wording).in_phrases(self.phrases.clone())
    }
}

/// Pieces of markup that a host puts on every screen, as they are: whoever writes them must be the host, never a visitor.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slots {
    /// In place of the product's name above the card's title: a picture with its text, or a link home.
    pub logo: Option<String>,
    /// Below the card's content: terms, an imprint.
    pub legal: Option<String>,
    /// In place of the line below the card.
    pub footer: Option<String>,
    /// Beside the card, in the layouts that have a side, and read after it: facts, a picture. Gone on a phone.
    #[serde(default)]
    pub aside: Option<String>,
    /// A picture that only decorates, after the card's content. No screen reader is told of it, so it holds no link.
    #[serde(default)]
    pub illustration: Option<String>,
}

/// Which of the two palettes is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Scheme {
    /// The value of `data-scheme`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
