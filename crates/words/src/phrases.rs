//! What a theme says in its own words: titles, labels and buttons, as data.
//!
//! Refusals, notices, mails and whatever bears on safety or law are not in the list: they say the same in every look.

use std::{collections::BTreeMap, error::Error, fmt, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::{Language, Message, Text, Words};

/// The most characters that a phrase may have.
const MAX: usize = 120;

/// A theme's phrases. A page carries them to the browser, unlike a host's [`Wording`](crate::Wording), which is code and
/// wins over them.
///
/// ```
/// use vestibule_words::{Language, Message, Phrases, Words};
///
/// let mut phrases = Phrases::default();
/// phrases.insert(Language::English, "log-in-title", "Hello, {product}")?;
/// let words = Words::new(Language::English, "Northwind").in_phrases(phrases);
/// assert_eq!(words.say(Message::LogInTitle), "Hello, Northwind");
/// # Ok::<(), vestibule_words::PhraseError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
pub struct Phrases(Option<Arc<BTreeMap<String, String>>>);

/// Why a phrase is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhraseError {
    /// No theme may say this, or nobody says it.
    Key,
    /// Empty, longer than 120 characters, or with a line break.
    Text,
    /// A label lacks the word that everybody knows the field by: password managers, speech control and people look for it
    /// (WCAG 2.5.3).
    Word(Text),
}

/// How free a theme is with a message.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Freedom {
    /// Any text.
    Free,
    /// A text that holds ours.
    Label,
}

macro_rules! phrases {
    (free: $($free:ident)*; label: $($label:ident)*;) => {
        const LIST: &[(&str, Message<'static>, Freedom)] = &[
            $((stringify!($free), Message::$free, Freedom::Free),)*
            $((stringify!($label), Message::$label, Freedom::Label),)*
        ];

        /// The message's name, if a theme may say it.
        const fn name_of(message: Message<'_>) -> Option<&'static str> {
            match message {
                $(Message::$free => Some(stringify!($free)),)*
                $(Message::$label => Some(stringify!($label)),)*
                _ => None,
            }
        }
    };
}

phrases! {
    free:
        LogInTitle SignUpTitle SentTitle ConfirmTitle EmailLogInTitle EmailLinkLogInTitle ForgotPasswordTitle
        ResetPasswordTitle SecondFactorTitle BackupCodeTitle EnrolTitle BackupCodesTitle LoggedInTitle LogOutTitle
        PropertiesTitle ProfileTitle ChooseOrgTitle ChooseOrgAloneTitle OrgCreateTitle
        LogIn LogOut CreateAccount Continue ForgotPassword LogInByEmail LogInNoAccount SignUpHaveAccount SendEmail
        UsePassword ConfirmCode ConfirmButton SendAgain Change Cancel SavePassword EnrolButton NotNow EnrolLater
        StayLoggedIn OrgCreate ProfileSave BackToAccount UseBackupCode UseApp ForgotPasswordRemember Copy Download Print
        Footer;
    label:
        Email Password NewPassword CodeLabel TotpLabel BackupCodeLabel OrgName;
}

impl fmt::Display for PhraseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key => f.write_str("no theme may say this, or nobody says it"),
            Self::Text => f.write_str("one line of 1 to 120 characters"),
            Self::Word(word) => write!(f, "a label keeps the word that everybody knows: {word}"),
        }
    }
}

impl Error for PhraseError {}

impl Phrases {
    /// The keys that a theme may say, each with what we say in English.
    #[must_use]
    pub fn keys() -> Vec<(String, Text)> {
        let words = Words::new(Language::English, "{product}");
        LIST.iter().map(|(name, message, _)| (kebab(name), words.say(*message))).collect()
    }

    /// Says `key` in a language. `{product}` stands for the product's name.
    ///
    /// # Errors
    /// [`PhraseError`] for what no theme may say, or not so.
    pub fn insert(&mut self, language: Language, key: &str, text: &str) -> Result<(), PhraseError> {
        let (name, message, freedom) = LIST.iter().find(|(name, ..)| kebab(name) == key).ok_or(PhraseError::Key)?;
        let text = text.trim();
        if text.is_empty() || text.chars().count() > MAX || text.chars().any(char::is_control) {
            return Err(PhraseError::Text);
        }
        let known = Words::new(language, "").say(*message);
        if *freedom == Freedom::Label && !text.to_lowercase().contains(&known.to_lowercase()) {
            return Err(PhraseError::Word(known));
        }
        let phrases = Arc::make_mut(self.0.get_or_insert_default());
        phrases.insert(place(language, name), text.to_owned());
        Ok(())
    }

    pub(crate) fn say(&self, message: Message<'_>, language: Language, product: &str) -> Option<Text> {
        let phrases = self.0.as_ref()?;
        let text = phrases.get(&place(language, name_of(message)?))?;
        Some(text.replace("{product}", product).into())
    }
}

fn place(language: Language, name: &str) -> String {
    format!("{} {name}", language.tag())
}

/// `LogInTitle` as it is written in a file: `log-in-title`.
fn kebab(name: &str) -> String {
    let mut kebab = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_ascii_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(c.to_ascii_lowercase());
    }
    kebab
}

impl From<BTreeMap<String, String>> for Phrases {
    fn from(phrases: BTreeMap<String, String>) -> Self {
        Self((!phrases.is_empty()).then(|| Arc::new(phrases)))
    }
}

impl From<Phrases> for BTreeMap<String, String> {
    fn from(phrases: Phrases) -> Self {
        phrases.0.map(Arc::unwrap_or_clone).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{PhraseError, Phrases};
    use crate::{Language, Message, Text, Wording, Words};

    fn in_english(key: &str, text: &str) -> Result<Words, PhraseError> {
        let mut phrases = Phrases::default();
        phrases.insert(Language::English, key, text)?;
        Ok(Words::new(Language::English, "Northwind").in_phrases(phrases))
    }

    #[test]
    fn a_theme_says_titles_and_buttons_and_no_refusal() {
        let words = in_english("log-in", "let me cook").expect("it is a button");
        assert_eq!(words.say(Message::LogIn), "let me cook");
        assert_eq!(words.say(Message::LogInTitle), "Log in to Northwind");
        for locked in ["dont-match", "disabled", "session-idle", "nonsense", "LogIn", ""] {
            assert_eq!(in_english(locked, "x").err(), Some(PhraseError::Key), "{locked}");
        }
        for text in ["", "  ", "a\nb", &"a".repeat(121)] {
            assert_eq!(in_english("log-in", text).err(), Some(PhraseError::Text), "{text:?}");
        }
    }

    #[test]
    fn a_label_keeps_the_word_that_everybody_knows() {
        assert_eq!(in_english("password", "Secret Sauce").err(), Some(PhraseError::Word("Password".into())));
        let words = in_english("password", "Secret Sauce (password)").expect("the word is in it");
        assert_eq!(words.say(Message::Password), "Secret Sauce (password)");
    }

    #[test]
    fn a_host_s_words_win_and_another_language_keeps_its_own() {
        fn host(message: Message<'_>, _: Language) -> Option<Text> {
            matches!(message, Message::LogIn).then(|| "Enter".into())
        }
        let words = in_english("log-in", "let me cook").expect("it is a button").with(Wording::new(host));
        assert_eq!(words.say(Message::LogIn), "Enter");
        let mut phrases = Phrases::default();
        phrases.insert(Language::English, "log-in", "let me cook").expect("it is a button");
        assert_eq!(Words::new(Language::German, "").in_phrases(phrases).say(Message::LogIn), "Anmelden");
    }

    #[test]
    fn every_key_is_a_word_that_can_be_said() {
        for (key, ours) in Phrases::keys() {
            in_english(&key, &ours).unwrap_or_else(|error| panic!("{key}: {error:?}"));
        }
    }
}
