//! The custom properties that a stylesheet sets for the whole page, and where they stand in it.

use std::{collections::BTreeMap, fmt::Write, ops::Range};

use super::{Problem, ValueError, split::outside};

/// The selectors of the whole page.
const ROOT: [&str; 4] = [":root", ":where(:root)", "html", ":host"];

/// A stylesheet of tokens.
pub(crate) struct Sheet {
    pub(super) file: &'static str,
    pub(super) declarations: Vec<Declaration>,
    /// Where the last block for the whole page closes.
    end: Option<usize>,
    /// The text without its comments, letter for letter as long.
    plain: String,
}

/// A custom property with its value.
pub(super) struct Declaration {
    pub(super) name: String,
    pub(super) value: String,
    /// Where the value stands.
    span: Range<usize>,
}

impl Sheet {
    /// Reads what is set for the whole page. What is set for some screens only, in `@media`, is left out.
    pub(crate) fn read(file: &'static str, css: &str) -> Result<Self, ValueError> {
        let open = || ValueError { file, token: String::new(), problem: Problem::Open };
        let plain = without_comments(css).ok_or_else(open)?;
        let (mut declarations, mut end, mut blocks, mut start) = (Vec::new(), None, Vec::<&str>::new(), 0);
        for (index, letter) in outside(&plain) {
            if !matches!(letter, '{' | '}' | ';') {
                continue;
            }
            let piece = start..index;
            start = index + 1;
            if letter == '{' {
                blocks.push(plain[piece].trim());
                continue;
            }
            let place = Place::of(&blocks);
            if let Some(own) = Declaration::read(&plain, piece) {
                match (&place, own.name.strip_prefix("--auth-")) {
                    (Place::Page, _) => declarations.push(own),
                    (Place::Elsewhere(selector), Some(token)) => {
                        let problem = Problem::Elsewhere((*selector).to_owned());
                        return Err(ValueError { file, token: token.to_owned(), problem });
                    }
                    (Place::Elsewhere(_), None) | (Place::SomeScreens, _) => {}
                }
            }
            if letter == '}' {
                end = matches!(place, Place::Page).then_some(index).or(end);
                blocks.pop().ok_or_else(open)?;
            }
        }
        if blocks.is_empty() && plain[start..].trim().is_empty() {
            Ok(Self { file, declarations, end, plain })
        } else {
            Err(open())
        }
    }

    /// The text with other values, `--auth-` before each name. What it doesn't set yet comes last.
    pub(crate) fn with(&self, css: &str, values: &BTreeMap<&str, String>) -> String {
        let (mut css, mut new) = (css.to_owned(), String::new());
        let place = |token: &str| self.declarations.iter().rfind(|own| own.name.strip_prefix("--auth-") == Some(token));
        for (token, value) in values.iter().filter(|(token, _)| place(token).is_none()) {
            let _ = writeln!(new, "  --auth-{token}: {value};");
        }
        let Some(end) = self.end else {
            return format!("{css}:root {{\n{new}}}\n");
        };
        let mut edits: Vec<(Range<usize>, &str)> = Vec::new();
        edits.extend(values.iter().filter_map(|(token, value)| Some((place(token)?.span.clone(), value.as_str()))));
        let before = self.plain[..end].trim_end();
        let is_closed = before.ends_with([';', '{', '}']);
        let line = if css[..end].ends_with('\n') { "" } else { "\n" };
        let new = format!("{}{line}{new}", if is_closed { "" } else { ";" });
        if values.iter().any(|(token, _)| place(token).is_none()) {
            edits.push((end..end, &new));
        }
        edits.sort_by_key(|(span, _)| span.start);
        for (span, value) in edits.into_iter().rev() {
            css.replace_range(span, value);
        }
        css
    }
}

impl Declaration {
    fn read(plain: &str, piece: Range<usize>) -> Option<Self> {
        let (name, value) = plain[piece.clone()].split_once(':')?;
        let name = name.trim().strip_prefix("--").is_some().then(|| name.trim())?;
        let start = piece.end - value.trim_start().len();
        let span = start..start + value.trim().len();
        Some(Self { name: name.to_owned(), value: value.trim().to_owned(), span })
    }
}

/// For whom a block is.
enum Place<'a> {
    Page,
    /// As `@media` says.
    SomeScreens,
    Elsewhere(&'a str),
}

impl<'a> Place<'a> {
    fn of(blocks: &[&'a str]) -> Self {
        let is_root = |block: &str| block.split(',').all(|selector| ROOT.contains(&selector.trim()));
        let mut place = Self::Page;
        for block in blocks {
            if block.starts_with('@') && !block.contains("prefers-color-scheme") {
                if !block.starts_with("@layer") {
                    return Self::SomeScreens;
                }
            } else if !is_root(block) {
                place = Self::Elsewhere(block);
            }
        }
        place
    }
}

/// Spaces where comments were. `None` if one stays open.
pub(crate) fn without_comments(css: &str) -> Option<String> {
    let (mut plain, mut rest) = (String::with_capacity(css.len()), css);
    while let Some(at) = rest.find(['/', '"', '\'']) {
        let (before, here) = rest.split_at(at);
        plain.push_str(before);
        let length = match here.strip_prefix("/*") {
            Some(comment) => comment.find("*/")? + 4,
            None => string(here),
        };
        if here.starts_with("/*") {
            plain.push_str(&" ".repeat(length));
        } else {
            plain.push_str(&here[..length]);
        }
        rest = &here[length..];
    }
    plain.push_str(rest);
    Some(plain)
}

/// How long the string is that a text begins with: what looks like a comment in it is none. One byte, if it is no string.
fn string(text: &str) -> usize {
    let Some(quote) = text.chars().next().filter(|first| *first != '/') else { return 1 };
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        if letter == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Sheet, without_comments};

    #[test]
    fn comments_go_and_strings_stay() {
        for (css, expected) in [
            ("a /* b */ c", Some("a         c")),
            ("url(\"a/*b\") /*c*/", Some("url(\"a/*b\")      ")),
            ("'\\'/*' /*d*/ 1 / 2", Some("'\\'/*'       1 / 2")),
            ("a /* b", None),
        ] {
            assert_eq!(without_comments(css).as_deref(), expected, "{css}");
        }
    }

    #[track_caller]
    fn check(before: &str, values: &[(&'static str, &str)], after: &str) {
        let sheet = Sheet::read("tokens.css", before).expect("it can be read");
        let values: BTreeMap<_, _> = values.iter().map(|(token, value)| (*token, (*value).to_owned())).collect();
        assert_eq!(sheet.with(before, &values), after);
    }

    #[test]
    fn a_value_is_changed_where_it_stands() {
        check(
            "/* Acmé; {mine} */\n:root {\n  --auth-gap: 1px; /* so */\n  --auth-unit: 2px;\n}\n",
            &[("gap", "3px")],
            "/* Acmé; {mine} */\n:root {\n  --auth-gap: 3px; /* so */\n  --auth-unit: 2px;\n}\n",
        );
    }

    #[test]
    fn a_new_value_comes_last() {
        check(
            ":root {\n  --auth-gap: 1px\n}\n",
            &[("unit", "2px")],
            ":root {\n  --auth-gap: 1px\n;  --auth-unit: 2px;\n}\n",
        );
        check(":root{--auth-gap:1px}", &[("unit", "2px")], ":root{--auth-gap:1px;\n  --auth-unit: 2px;\n}");
        check("", &[("unit", "2px")], ":root {\n  --auth-unit: 2px;\n}\n");
    }

    #[test]
    fn what_is_for_some_screens_is_left_out() {
        let css = "@layer a { :root { --auth-gap: 1px; } @media (pointer: coarse) { :root { --auth-gap: 2px; } } }";
        let sheet = Sheet::read("tokens.css", css).expect("it can be read");
        let values: Vec<&str> = sheet.declarations.iter().map(|own| own.value.as_str()).collect();
        assert_eq!(values, ["1px"]);
    }
}
