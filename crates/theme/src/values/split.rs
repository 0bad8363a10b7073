//! CSS text, cut where nothing is open.

/// The parts between each `at` that stands in no bracket and no quotes.
pub(crate) fn parts(text: &str, at: char) -> Vec<&str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    for (index, letter) in outside(text) {
        if letter == at {
            parts.push(text[start..index].trim());
            start = index + letter.len_utf8();
        }
    }
    parts.push(text[start..].trim());
    parts
}

/// The words between spaces that stand in no bracket and no quotes.
pub(crate) fn words(text: &str) -> Vec<&str> {
    let (mut words, mut start) = (Vec::new(), 0);
    for (index, letter) in outside(text) {
        if letter.is_ascii_whitespace() {
            words.push(&text[start..index]);
            start = index + 1;
        }
    }
    words.push(&text[start..]);
    words.retain(|word| !word.is_empty());
    words
}

/// The name and the inside of a text that is one function.
pub(crate) fn function(text: &str) -> Option<(&str, &str)> {
    let open = text.find('(')?;
    let close = close(text, open)?;
    let is_all = close + 1 == text.len() && !text[..open].contains(char::is_whitespace);
    is_all.then(|| (&text[..open], &text[open + 1..close]))
}

/// Where the bracket that opens at `open` closes.
pub(super) fn close(text: &str, open: usize) -> Option<usize> {
    let (index, _) = outside(&text[open + 1..]).find(|(_, letter)| *letter == ')')?;
    Some(open + 1 + index)
}

/// The letters that stand in no bracket and no quotes. A bracket's own `)` counts as outside only if nothing opened it.
pub(crate) fn outside(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut depth, mut quote, mut escaped) = (0_u32, None, false);
    text.char_indices().filter(move |(_, letter)| {
        if escaped {
            escaped = false;
            return false;
        }
        match (quote, *letter) {
            (_, '\\') => escaped = true,
            (Some(open), letter) if open == letter => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(*letter),
            (None, '(') => depth += 1,
            (None, ')') if depth > 0 => depth -= 1,
            (None, _) => return depth == 0,
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::{function, parts, words};

    #[test]
    fn brackets_and_quotes_hold_together() {
        assert_eq!(parts("a, f(b, c), \"d, e\"", ','), ["a", "f(b, c)", "\"d, e\""]);
        assert_eq!(words(" 0 1px  f(a b) / 2"), ["0", "1px", "f(a b)", "/", "2"]);
    }

    #[test]
    fn a_function_is_the_whole_text() {
        assert_eq!(function("calc(1 + (2))"), Some(("calc", "1 + (2)")));
        assert_eq!(function("f(a) g(b)"), None);
        assert_eq!(function("f(a"), None);
    }
}
