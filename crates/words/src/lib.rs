//! Everything that Vestibule says to people: on screens, in mails, on error pages.
//!
//! A [`Message`] is what is said, with its data; a language is a function from messages to text. The match in each
//! language has no wildcard, so a language that lacks a message doesn't compile.
//!
//! ```
//! use vestibule_words::{Language, Message, Words};
//!
//! let words = Words::new(Language::English, "Northwind");
//! assert_eq!(words.say(Message::LogInTitle), "Log in to Northwind");
//! ```

mod arabic;
mod day;
mod english;
#[cfg(test)]
mod every;
mod german;
mod language;
mod message;
mod phrases;
mod wording;

use std::borrow::Cow;

pub use language::{Direction, Language, negotiate};
pub use message::{MailMessage, Message, TroubleMessage};
pub use phrases::{PhraseError, Phrases};
pub use wording::Wording;

/// A text that is ready to be shown.
pub type Text = Cow<'static, str>;

/// A language, and the name of the product it speaks for.
#[derive(Debug, Clone)]
pub struct Words {
    language: Language,
    product: String,
    wording: Wording,
    phrases: Phrases,
}

impl Words {
    /// Words in `language` for the product called `product`.
    #[must_use]
    pub fn new(language: Language, product: &str) -> Self {
        Self { language, product: product.to_owned(), wording: Wording::default(), phrases: Phrases::default() }
    }

    /// The same, but for what a host says in its own words.
    #[must_use]
    pub fn with(self, wording: Wording) -> Self {
        Self { wording, ..self }
    }

    /// The same, but for what a theme says in its own words.
    #[must_use]
    pub fn in_phrases(self, phrases: Phrases) -> Self {
        Self { phrases, ..self }
    }

    /// The name of the product.
    #[must_use]
    pub fn product(&self) -> &str {
        &self.product
    }

    /// Says a message.
    #[must_use]
    pub fn say(&self, message: Message<'_>) -> Text {
        let own = self.wording.say(message, self.language);
        own.or_else(|| self.phrases.say(message, self.language, &self.product)).unwrap_or_else(|| match self.language {
            Language::English => english::say(message, &self.product),
            Language::German => german::say(message, &self.product),
            Language::Arabic => arabic::say(message, &self.product),
        })
    }
}
