//! What a host says in its own words.

use std::fmt;

use crate::{Language, Message, Text};

/// A host's own way to say some of our messages; what it doesn't say is said as always.
///
/// It is a function of the message alone, so that it says the same on both sides, and the same each time:
///
/// ```
/// use vestibule_words::{Language, Message, Text, Wording, Words};
///
/// fn ours(message: Message<'_>, _: Language) -> Option<Text> {
///     match message {
///         Message::LogInTitle => Some("Welcome aboard".into()),
///         _ => None,
///     }
/// }
///
/// let words = Words::new(Language::English, "Northwind").with(Wording::new(ours));
/// assert_eq!(words.say(Message::LogInTitle), "Welcome aboard");
/// assert_eq!(words.say(Message::LogIn), "Log in");
/// ```
#[derive(Clone, Copy, Default)]
pub struct Wording(Option<Say>);

type Say = fn(Message<'_>, Language) -> Option<Text>;

impl Wording {
    /// Says what this function says.
    #[must_use]
    pub const fn new(say: Say) -> Self {
        Self(Some(say))
    }

    /// Whether nothing is said otherwise.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn say(self, message: Message<'_>, language: Language) -> Option<Text> {
        self.0.and_then(|say| say(message, language))
    }
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_none() { "ours" } else { "a host's" })
    }
}

/// Two are one when they are the same function. Two functions may look like one to a linker, which is no harm: then they
/// say the same.
impl PartialEq for Wording {
    fn eq(&self, other: &Self) -> bool {
        match (self.0, other.0) {
            (Some(one), Some(other)) => std::ptr::fn_addr_eq(one, other),
            (one, other) => one.is_none() == other.is_none(),
        }
    }
}

impl Eq for Wording {}
