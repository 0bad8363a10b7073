//! Reading a page without a browser: its elements in order, each with its attributes, its text and its form.

use std::{cell::RefCell, collections::BTreeMap};

use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
};

/// An element of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// The tag's name, in lower case.
    pub tag: String,
    /// The attributes, in lower case, entities read.
    pub attributes: BTreeMap<String, String>,
    /// All text within, with one space for each stretch of white space.
    pub text: String,
    /// Where the form around it stands in the list of elements.
    pub form: Option<usize>,
}

impl Element {
    /// The value of an attribute.
    #[must_use]
    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }

    /// Whether an attribute has this value.
    #[must_use]
    pub fn is(&self, attribute: &str, value: &str) -> bool {
        self.get(attribute) == Some(value)
    }
}

/// Elements that have no end tag.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// The elements of a page, in document order.
pub(crate) fn elements(html: &str) -> Vec<Element> {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut elements = tokenizer.sink.elements.into_inner();
    for element in &mut elements {
        element.text = element.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    elements
}

#[derive(Default)]
struct Sink {
    elements: RefCell<Vec<Element>>,
    open: RefCell<Vec<usize>>,
}

impl Sink {
    fn start(&self, tag: &Tag) {
        let (mut elements, mut open) = (self.elements.borrow_mut(), self.open.borrow_mut());
        let form = open.iter().rev().copied().find(|&index| elements[index].tag == "form");
        let attributes = tag.attrs.iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        elements.push(Element { tag: tag.name.to_string(), attributes, form, text: String::new() });
        if !VOID.contains(&&*tag.name) {
            open.push(elements.len() - 1);
        }
    }

    fn end(&self, name: &str) {
        let (elements, mut open) = (self.elements.borrow(), self.open.borrow_mut());
        if let Some(depth) = open.iter().rposition(|&index| elements[index].tag == name) {
            open.truncate(depth);
        }
    }

    fn text(&self, text: &str) {
        let mut elements = self.elements.borrow_mut();
        for &index in self.open.borrow().iter() {
            elements[index].text.push_str(text);
        }
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                self.start(&tag);
                match &*tag.name {
                    "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" => return TokenSinkResult::RawData(RawKind::Rawtext),
                    "title" | "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => {}
                }
            }
            Token::TagToken(tag) => self.end(&tag.name),
            Token::CharacterTokens(text) => self.text(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::elements;

    #[test]
    fn elements_know_their_text_and_their_form() {
        let found = elements(
            "<title>A &amp; B</title><form data-name=x><p>one <b>two</b>\n three<input name=a value='&quot;'> four</form><i>",
        );
        let tags: Vec<_> = found.iter().map(|element| element.tag.as_str()).collect();
        assert_eq!(tags, ["title", "form", "p", "b", "input", "i"]);
        assert_eq!(found[0].text, "A & B");
        assert_eq!(found[2].text, "one two three four");
        let input = &found[4];
        assert_eq!((input.get("value"), input.form, input.text.as_str()), (Some("\""), Some(1), ""));
        assert_eq!(found[5].form, None);
    }

    #[test]
    fn what_looks_like_a_tag_in_a_script_is_none() {
        assert_eq!(elements("<script>'<b>'</script><p>").len(), 2);
    }
}
