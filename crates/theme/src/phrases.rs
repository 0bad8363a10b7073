//! `words.toml`: a table for each language, a phrase for each key.

use std::collections::BTreeMap;

use vestibule_words::{Language, PhraseError, Phrases};

use crate::ThemeError;

/// Reads the file; an empty one says nothing.
pub(crate) fn parse(text: &str) -> Result<Phrases, ThemeError> {
    let tables: BTreeMap<String, BTreeMap<String, String>> =
        toml::from_str(text).map_err(|error| ThemeError::Words(error.message().to_owned()))?;
    let mut phrases = Phrases::default();
    for (tag, table) in tables {
        let language = Language::from_tag(&tag).ok_or_else(|| {
            let known = Language::ALL.map(Language::tag).join(", ");
            ThemeError::Words(format!("[{tag}] is no language that we speak: {known}"))
        })?;
        for (key, text) in table {
            let refuse = |error: PhraseError| ThemeError::Words(format!("[{tag}] {key}: {error}"));
            phrases.insert(language, &key, &text).map_err(refuse)?;
        }
    }
    Ok(phrases)
}

#[cfg(test)]
mod tests {
    use vestibule_words::{Language, Message, Words};

    use super::parse;

    #[test]
    fn each_language_has_a_table() {
        let phrases = parse("[en]\nlog-in = 'let me cook'\n[de]\nlog-in = 'auf geht\u{2019}s'").expect("it is read");
        let say = |language| Words::new(language, "").in_phrases(phrases.clone()).say(Message::LogIn);
        assert_eq!(
            (say(Language::English).as_ref(), say(Language::German).as_ref()),
            ("let me cook", "auf geht\u{2019}s")
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, expected) in [
            ("[en]\ndont-match = 'nope'", "[en] dont-match: no theme may say this"),
            ("[en]\npassword = 'Sauce'", "[en] password: a label keeps the word that everybody knows: Password"),
            ("[en]\nlog-in = ''", "[en] log-in: one line"),
            ("[xx]\nlog-in = 'x'", "[xx] is no language that we speak: en, de, ar"),
            ("log-in = 'x'", ""),
        ] {
            let error = parse(text).expect_err("it is refused").to_string();
            assert!(error.starts_with(&format!("words.toml: {expected}")), "{error}");
        }
    }
}
