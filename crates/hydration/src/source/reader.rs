//! Reads `view!`s out of a file. This is no parser of Rust: it knows brackets, strings, comments and start tags, and where
//! it is wrong, the line told is that of the innermost `view!`.

use super::written::{Function, Tag, Text, Written};

/// A place in a file, and what was read before it.
#[derive(Default)]
pub(super) struct Reader<'a> {
    source: &'a str,
    at: usize,
    line: u32,
    /// The open brackets.
    open: Vec<Bracket>,
    /// A function whose body is to come, by its number, with the number of brackets around it.
    coming: Option<(usize, usize)>,
    /// The next function is a component.
    is_component: bool,
    /// The start tags that are being read, each with the number of brackets around it and its view.
    tags: Vec<(usize, usize, Tag)>,
    text: Text,
}

/// What a bracket begins.
#[derive(Clone, Copy)]
enum Bracket {
    Attribute,
    Function(usize),
    View(usize),
    Other,
}

impl Reader<'_> {
    pub(super) fn read(source: &str) -> Text {
        let mut reader = Reader { source, line: 1, ..Reader::default() };
        while reader.at < source.len() {
            reader.step();
        }
        reader.text
    }

    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    /// The character before this place.
    fn before(&self) -> char {
        self.source[..self.at].chars().next_back().unwrap_or(' ')
    }

    fn skip(&mut self, length: usize) {
        let end = (self.at + length).min(self.source.len());
        let lines = self.source[self.at..end].matches('\n').count();
        self.line += u32::try_from(lines).unwrap_or_default();
        self.at = end;
    }

    fn step(&mut self) {
        let Some(next) = self.rest().chars().next() else { return };
        match next {
            '/' if self.rest().starts_with("//") => self.skip(self.rest().find('\n').unwrap_or(usize::MAX - self.at)),
            '/' if self.rest().starts_with("/*") => self.skip(self.rest().find("*/").map_or(2, |end| end + 2)),
            '"' => drop(self.string()),
            '\'' => self.skip(character(self.rest())),
            '{' | '(' | '[' => self.bracket(next),
            '}' | ')' | ']' => {
                self.open.pop();
                self.tags.retain(|(depth, ..)| *depth <= self.open.len());
                self.skip(1);
            }
            '<' => self.start_of_tag(),
            '>' => self.end_of_tag(),
            _ if is_word(next) && !is_word(self.before()) => self.word(),
            _ => self.skip(next.len_utf8()),
        }
    }

    fn bracket(&mut self, bracket: char) {
        let depth = self.open.len();
        let body = self.coming.take_if(|(_, own)| bracket == '{' && *own == depth);
        self.open.push(match body {
            Some((function, _)) => Bracket::Function(function),
            None if bracket == '[' && self.before() == '#' => Bracket::Attribute,
            None => Bracket::Other,
        });
        self.skip(1);
    }

    /// Reads a string in plain quotes and gives what stands in it.
    fn string(&mut self) -> String {
        let mut end = 1;
        let bytes = self.rest().as_bytes();
        while end < bytes.len() && bytes[end] != b'"' {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        let text = self.rest().get(1..end).unwrap_or_default().to_owned();
        self.skip(end + 1);
        text
    }

    fn word(&mut self) {
        let rest = self.rest();
        let end = rest.find(|next| !is_word(next)).unwrap_or(rest.len());
        let word = rest[..end].to_owned();
        let behind = rest[end..].trim_start();
        if word == "view" && behind.starts_with('!') && !behind.starts_with("!=") {
            let bracket = rest.find(['{', '(', '[']).unwrap_or(rest.len());
            let function = self.innermost(|bracket| match bracket {
                Bracket::Function(function) => Some(function),
                _ => None,
            });
            self.text.views.push(Written { line: self.line, function, tags: Vec::new() });
            self.skip(bracket + 1);
            self.open.push(Bracket::View(self.text.views.len() - 1));
        } else if word == "r" && (rest[end..].starts_with('"') || rest[end..].starts_with('#')) {
            let hashes = rest[end..].bytes().take_while(|byte| *byte == b'#').count();
            let close = format!("\"{}", "#".repeat(hashes));
            let body = end + hashes + 1;
            let length =
                rest.get(body..).and_then(|body| body.find(&close)).map_or(1, |found| body + found + close.len());
            self.skip(length);
        } else {
            match word.as_str() {
                "fn" if behind.starts_with(is_word) => {
                    let name = behind.split(|next| !is_word(next)).next().unwrap_or_default().to_owned();
                    let is_component = std::mem::take(&mut self.is_component);
                    self.coming = Some((self.text.functions.len(), self.open.len()));
                    self.text.functions.push(Function { line: self.line, name, is_component });
                }
                "component" | "island" if self.innermost_is_attribute() => self.is_component = true,
                _ => {}
            }
            self.attribute_or(end);
        }
    }

    fn innermost(&self, is: impl Fn(Bracket) -> Option<usize>) -> Option<usize> {
        self.open.iter().rev().find_map(|bracket| is(*bracket))
    }

    fn innermost_is_attribute(&self) -> bool {
        // Of `#[cfg_attr(feature = "islands", island)]` the last bracket is another one.
        self.open.iter().rev().take(2).any(|bracket| matches!(bracket, Bracket::Attribute))
    }

    /// A word within a start tag is the name of an attribute, or as good as one.
    fn attribute_or(&mut self, end: usize) {
        let depth = self.open.len();
        let in_tag = self.tags.last().is_some_and(|(own, ..)| *own == depth);
        if !in_tag || !self.before().is_whitespace() {
            return self.skip(end);
        }
        let rest = self.rest();
        let end = rest.find(|next| !is_word(next) && !matches!(next, '-' | ':')).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        let is_string = rest[end..].starts_with("=\"");
        self.skip(end + usize::from(is_string));
        let value = is_string.then(|| self.string());
        if let Some((.., tag)) = self.tags.last_mut() {
            tag.attributes.push((name, value));
        }
    }

    fn start_of_tag(&mut self) {
        let view = self.innermost(|bracket| match bracket {
            Bracket::View(view) => Some(view),
            _ => None,
        });
        let before = self.before();
        self.skip(1);
        let rest = self.rest();
        let end = rest.find(|next| !is_word(next) && next != '-').unwrap_or(rest.len());
        // `Vec<u8>` and `collect::<Vec<_>>()` are none.
        let is_type = is_word(before) || matches!(before, ':' | '<' | '&');
        if let Some(view) = view.filter(|_| !is_type && rest.starts_with(|first: char| first.is_ascii_alphabetic())) {
            let tag = Tag { line: self.line, name: rest[..end].to_owned(), attributes: Vec::new(), text: None };
            self.tags.push((self.open.len(), view, tag));
            self.skip(end);
        }
    }

    fn end_of_tag(&mut self) {
        let before = self.before();
        self.skip(1);
        let is_arrow = matches!(before, '-' | '=');
        let depth = self.open.len();
        let Some((_, view, mut tag)) = self.tags.pop_if(|(own, ..)| *own == depth && !is_arrow) else { return };
        let space = self.rest().len() - self.rest().trim_start().len();
        if before != '/' && self.rest()[space..].starts_with('"') {
            self.skip(space);
            tag.text = Some(self.string());
        }
        self.text.views[view].tags.push(tag);
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// How long a character in quotes is, or the sign of a lifetime.
fn character(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    let Some((_, first)) = characters.next() else { return 1 };
    if first == '\\' {
        return rest.char_indices().skip(3).find(|(_, next)| *next == '\'').map_or(1, |(end, _)| end + 1);
    }
    characters.next().filter(|(_, next)| *next == '\'').map_or(1, |(end, _)| end + 1)
}
