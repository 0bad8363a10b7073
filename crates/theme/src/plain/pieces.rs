//! Where a piece of CSS ends, as CSS counts: past comments, strings, escapes and brackets.

/// What stands on one level of a stylesheet.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'c> {
    /// What ends with a semicolon, without it: `@layer reset, tokens`.
    Statement(&'c str),
    /// What has a block: the words before the braces, and what is between them.
    Block { prelude: &'c str, body: &'c str },
}

/// The pieces of a stylesheet. What is begun and not ended is dropped, as browsers do with a rule.
pub(super) fn pieces(css: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = css;
    while let Some(end) = find(rest, &['{', ';', '}']) {
        let (start, after) = (start(&rest[..end]), &rest[end + 1..]);
        match &rest[end..=end] {
            "{" => {
                let Some(close) = find(after, &['}']) else { break };
                pieces.push(Piece::Block { prelude: start, body: &after[..close] });
                rest = &after[close + 1..];
            }
            ";" => {
                if !start.is_empty() {
                    pieces.push(Piece::Statement(start));
                }
                rest = after;
            }
            // A brace too many.
            _ => rest = after,
        }
    }
    pieces
}

/// What stands behind space and comments.
fn start(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(comment) = text.strip_prefix("/*") {
        text = comment.split_once("*/").map_or("", |(_, rest)| rest).trim_start();
    }
    text
}

/// The first of `signs` in no comment, no string and no brackets.
pub(super) fn find(css: &str, signs: &[char]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |end| end + 4),
            '"' | '\'' => string(rest, first),
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            sign if depth == 0 && signs.contains(&sign) => return Some(css.len() - rest.len()),
            other => {
                match other {
                    '(' | '[' | '{' => depth += 1,
                    ')' | ']' | '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                other.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    None
}

/// How long the string is that `text` begins with.
fn string(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return index + 1,
            _ => {}
        }
    }
    text.len()
}
