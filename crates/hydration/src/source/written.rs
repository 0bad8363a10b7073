//! What stands in a file's `view!`s, and which functions are components.
//!
//! What a component is given as children is drawn within the component's own `view!`, and Leptos puts no marker around
//! it. So the text has to say which `view!` wrote a tag. This is no parser of Rust: it knows brackets, strings, comments
//! and start tags, and where it is wrong, the line told is that of the innermost `view!`.

use crate::markup::Element;

/// A `view!` as it is written.
#[derive(Debug)]
pub(super) struct Written {
    /// The line where it begins.
    pub(super) line: u32,
    /// Which function of the file it stands in, by number.
    pub(super) function: Option<usize>,
    /// Its own tags; those of a `view!` within it are that one's.
    pub(super) tags: Vec<Tag>,
}

/// A function as it is written.
#[derive(Debug)]
pub(super) struct Function {
    pub(super) line: u32,
    pub(super) name: String,
    /// It is a component or an island.
    pub(super) is_component: bool,
}

/// A start tag of an element or a component.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) line: u32,
    pub(super) name: String,
    /// Each attribute, with its value where that is a plain string.
    attributes: Vec<(String, Option<String>)>,
    /// The text that follows it, where that is a plain string.
    text: Option<String>,
}

impl Tag {
    /// How well it fits an element that begins with `text`; `None` when it can't have written it.
    pub(super) fn fits(&self, element: &Element, text: &str) -> Option<i32> {
        if !self.name.eq_ignore_ascii_case(&element.tag) {
            return None;
        }
        let mut fit = 0;
        for (name, value) in &self.attributes {
            let Some(value) = value.as_deref().filter(|_| !name.contains(':')) else { continue };
            let own = element.attribute(name)?;
            let is_in = |class| own.split_ascii_whitespace().any(|own| own == class);
            let holds = if name == "class" { value.split_ascii_whitespace().all(is_in) } else { own == value };
            // What has an escape in it is not read.
            if !holds && !value.contains('\\') {
                return None;
            }
            fit += 1;
        }
        // `class:on` is a class, and `attr:href` an address.
        let is_named = |name: &str| self.attributes.iter().any(|(own, _)| own.split(':').any(|part| part == name));
        for (name, _) in &element.attributes {
            fit += if is_named(name) { 1 } else { -1 };
        }
        Some(fit + self.text.as_deref().map_or(0, |own| if text.trim_start().starts_with(own.trim()) { 3 } else { -3 }))
    }
}

/// What was read from a file, each in the order in which it begins.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) views: Vec<Written>,
    pub(super) functions: Vec<Function>,
}

impl Text {
    pub(super) fn read(source: &str) -> Self {
        let mut reader = Reader { source, line: 1, ..Reader::default() };
        while reader.at < source.len() {
            reader.step();
        }
        reader.text
    }
}

#[derive(Default)]
struct Reader<'a> {
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

#[cfg(test)]
mod tests {
    use html5ever::LocalName;

    use super::*;
    use crate::markup::intended;

    const SOURCE: &str = r##"
fn page(children: Children) -> Vec<u8> {
    let quote = ('"', '\'', "view! { <u> }", r#"<s>"#); // view! { <i> }
    view! {
        <main data-part="card" class="a b" on:click=move |_| done.set(a > b)>
            <Title text=title/>
            {children().collect::<Vec<_>>()}
            {shown.then(|| view! { <p hidden>"Sent"</p> })}
            <p id=id class:on=on>"Gone"</p>
        </main>
    }
}
fn other() { view! { <p></p> } }
"##;

    #[test]
    fn each_view_has_its_own_tags() {
        let read: Vec<_> = Text::read(SOURCE)
            .views
            .into_iter()
            .map(|view| {
                (view.line, view.function, view.tags.into_iter().map(|tag| (tag.line, tag.name)).collect::<Vec<_>>())
            })
            .collect();
        let tags =
            |tags: &[(u32, &str)]| tags.iter().map(|(line, name)| (*line, (*name).to_owned())).collect::<Vec<_>>();
        let expected = vec![
            (4, Some(0), tags(&[(5, "main"), (6, "Title"), (9, "p")])),
            (8, Some(0), tags(&[(8, "p")])),
            (13, Some(1), tags(&[(13, "p")])),
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn a_component_is_known_by_what_stands_above_it() {
        let source = "/// #[component]\n#[component]\n#[must_use]\npub fn Page<T>(\n) -> impl IntoView { fn inner() {} }\n\
            #[cfg_attr(feature = \"islands\", leptos::island)]\nfn Clock() {}\nfn component() {}\ntrait T { fn none(); }";
        let read = Text::read(source).functions;
        let names: Vec<_> = read.iter().map(|own| (own.line, own.name.as_str(), own.is_component)).collect();
        let expected =
            [(4, "Page", true), (5, "inner", false), (7, "Clock", true), (8, "component", false), (9, "none", false)];
        assert_eq!(names, expected);
    }

    #[track_caller]
    fn check_fit(line: u32, html: &str, expected: Option<i32>) {
        let text = Text::read(SOURCE);
        let tag = text.views.iter().flat_map(|view| &view.tags).find(|tag| tag.line == line).expect("a tag");
        let nodes = intended(html).nodes;
        let element = nodes[0].element().expect("an element");
        assert_eq!(element.tag, LocalName::from(tag.name.as_str()));
        assert_eq!(tag.fits(element, &nodes[0].text()), expected, "{html}");
    }

    #[test]
    fn a_tag_fits_what_it_can_have_written() {
        check_fit(5, r#"<main data-part="card" class="b a c"></main>"#, Some(4));
        check_fit(5, r#"<main data-part="page" class="b a"></main>"#, None);
        check_fit(5, "<main></main>", None);
        check_fit(8, "<p hidden>Sent</p>", Some(4));
        check_fit(9, r#"<p id="a">Gone</p>"#, Some(4));
        check_fit(9, r#"<p title="a">Gone</p>"#, Some(2));
        check_fit(13, "<p>Sent</p>", Some(0));
    }
}
