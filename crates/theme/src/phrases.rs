//! `words.toml`: a table for each language, a phrase for each key.

use toml::de::{DeTable, DeValue};
use vestibule_words::{Language, PhraseError, Phrases};

use crate::{Mistake, ThemeError, near::near};

/// Reads the file; an empty one says nothing. All that is wrong is told at once, in the order of its lines.
pub(crate) fn parse(text: &str) -> Result<Phrases, ThemeError> {
    let (file, errors) = DeTable::parse_recoverable(text);
    let mut reading = Reading { text, phrases: Phrases::default(), mistakes: Vec::new() };
    for error in &errors {
        reading.note(error.span().map_or(0, |span| span.start), error.message());
    }
    // What is left of a line that is no TOML says nothing that was meant.
    let broken: Vec<_> = reading.mistakes.iter().map(|mistake| mistake.line).collect();
    for (tag, said) in file.get_ref() {
        reading.language(tag.get_ref(), tag.span().start, said.get_ref());
    }
    let Reading { phrases, mut mistakes, .. } = reading;
    let mut number = 0;
    mistakes.retain(|mistake| {
        number += 1;
        number <= errors.len() || !broken.contains(&mistake.line)
    });
    mistakes.sort_by_key(|mistake| mistake.line);
    if mistakes.is_empty() { Ok(phrases) } else { Err(ThemeError::Words(mistakes)) }
}

struct Reading<'a> {
    text: &'a str,
    phrases: Phrases,
    mistakes: Vec<Mistake>,
}

impl Reading<'_> {
    /// Notes what is wrong at a byte of the file.
    fn note(&mut self, byte: usize, what: impl Into<String>) {
        let line = self.text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1;
        self.mistakes.push(Mistake { line, what: what.into() });
    }

    fn language(&mut self, tag: &str, at: usize, said: &DeValue<'_>) {
        let Some(table) = said.as_table() else {
            return self.note(at, format!("{tag} stands below no language: [en] comes first, then {tag} = \"…\""));
        };
        let Some(language) = Language::from_tag(tag) else {
            let known = Language::ALL.map(Language::tag).join(", ");
            return self.note(at, format!("[{tag}] is no language that we speak: {known}"));
        };
        for (key, text) in table {
            let (at, key) = (key.span().start, key.get_ref());
            let Some(text) = text.get_ref().as_str() else {
                self.note(at, format!("[{tag}] {key}: a phrase in quotes"));
                continue;
            };
            if let Err(error) = self.phrases.insert(language, key, text) {
                let meant = match error {
                    PhraseError::Key => near(key, Phrases::keys().into_iter().map(|(known, _)| known)),
                    PhraseError::Text | PhraseError::Word(_) => None,
                };
                let meant = meant.map(|known| format!("; did you mean `{known}`?")).unwrap_or_default();
                self.note(at, format!("[{tag}] {key}: {error}{meant}"));
            }
        }
    }
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
            ("[en]\ndont-match = 'nope'", "2: [en] dont-match: no theme may say this, or nobody says it"),
            (
                "[en]\n\nlog-in-titel = 'x'",
                "3: [en] log-in-titel: no theme may say this, or nobody says it; did you mean `log-in-title`?",
            ),
            ("[en]\npassword = 'Sauce'", "2: [en] password: a label keeps the word that everybody knows: Password"),
            ("[en]\nlog-in = ''", "2: [en] log-in: one line of 1 to 120 characters"),
            ("[en]\nlog-in = 7", "2: [en] log-in: a phrase in quotes"),
            ("[xx]\nlog-in = 'x'", "1: [xx] is no language that we speak: en, de, ar"),
            ("log-in = 'x'", "1: log-in stands below no language: [en] comes first, then log-in = \"…\""),
        ] {
            let error = parse(text).expect_err("it is refused").to_string();
            assert_eq!(error, format!("words.toml:{expected}"));
        }
    }

    #[test]
    fn every_mistake_is_told_in_the_order_of_the_lines() {
        let text =
            "[en]\nlogin = 'x'\nlog-in = 'open\ncancel = ''\n[de]\nlog-in = 'ja'\nlog-in = 'nein'\n[ar]\nnope = 'x'\n";
        let error = parse(text).expect_err("it is refused").to_string();
        let lines: Vec<_> = error.lines().map(|line| line.split(' ').next().unwrap_or_default()).collect();
        let expected = ["words.toml:2:", "words.toml:3:", "words.toml:4:", "words.toml:7:", "words.toml:9:"];
        assert_eq!(lines, expected, "{error}");
    }
}
