//! Where two texts differ, to the character.

/// How much is shown before and behind what differs.
const AROUND: usize = 30;
/// How much is shown of what differs.
const WIDEST: usize = 60;

/// Two texts in quotes, each cut to where they differ, with the mark that stands below it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) server: Word,
    pub(super) client: Word,
}

/// One of two texts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    marks: String,
}

impl Words {
    pub(super) fn new(server: &str, client: &str) -> Self {
        let (server, client): (Vec<char>, Vec<char>) = (server.chars().collect(), client.chars().collect());
        let before = server.iter().zip(&client).take_while(|(server, client)| server == client).count();
        let rest = server.len().min(client.len()) - before;
        let behind = server.iter().rev().zip(client.iter().rev()).take(rest);
        let behind = behind.take_while(|(server, client)| server == client).count();
        Self { server: Word::new(&server, before, behind), client: Word::new(&client, before, behind) }
    }

    /// The lines of a difference, each text behind `name`.
    pub(super) fn lines(&self, name: &str) -> Vec<String> {
        let of = |side, Word { text, marks }: &Word| {
            [format!("{side} {name}{text}"), format!("  {}{marks}", " ".repeat(name.chars().count()))]
        };
        [of('-', &self.server), of('+', &self.client)].concat()
    }
}

impl Word {
    /// `text` differs from another one between its first `before` characters and its last `behind` ones.
    fn new(text: &[char], before: usize, behind: usize) -> Self {
        let (from, to) = (before.saturating_sub(AROUND), (text.len() - behind + AROUND).min(text.len()));
        let written = |characters: &[char]| characters.iter().flat_map(|own| own.escape_debug()).collect::<String>();
        let changed = &text[before..text.len() - behind];
        let shown = &changed[..changed.len().min(WIDEST)];
        let dots = |cut: bool| if cut { "…" } else { "" };
        let head = format!("\"{}{}", dots(from > 0), written(&text[from..before]));
        // What is left out of the middle is marked as well.
        let middle = format!("{}{}", written(shown), dots(shown.len() < changed.len()));
        let tail = format!("{}{}\"", written(&text[text.len() - behind..to]), dots(to < text.len()));
        let marks = "^".repeat(middle.chars().count().max(1));
        Self { marks: format!("{}{marks}", " ".repeat(head.chars().count())), text: head + &middle + &tail }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_lines(server: &str, client: &str, expected: [&str; 4]) {
        assert_eq!(Words::new(server, client).lines(""), expected, "{server:?}, {client:?}");
    }

    #[test]
    fn what_differs_is_marked() {
        check_lines(
            "Good evening, Ada",
            "Good morning, Ada",
            [r#"- "Good evening, Ada""#, "        ^^^", r#"+ "Good morning, Ada""#, "        ^^^"],
        );
        check_lines("ab", "aab", [r#"- "ab""#, "    ^", r#"+ "aab""#, "    ^"]);
        check_lines("a\nb", "a\nc", [r#"- "a\nb""#, "      ^", r#"+ "a\nc""#, "      ^"]);
        check_lines("", "a", [r#"- """#, "   ^", r#"+ "a""#, "   ^"]);
    }

    #[test]
    fn of_a_long_text_only_what_is_around_the_difference_is_shown() {
        let long = |word: &str| format!("{}{word}{}", "a".repeat(100), "b".repeat(100));
        let Words { server, client } = Words::new(&long("x"), &long(&"y".repeat(200)));
        let (before, behind) = ("a".repeat(30), "b".repeat(30));
        assert_eq!(server.text, format!("\"…{before}x{behind}…\""));
        assert_eq!(client.text, format!("\"…{before}{}…{behind}…\"", "y".repeat(60)));
        assert_eq!(client.marks.trim_start(), "^".repeat(61));
    }
}
