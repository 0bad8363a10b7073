//! The tree that the writer meant. Leptos writes an end tag for every start tag, so the tokens alone say what belongs
//! where; none of a parser's rules about who may stand in whom are applied.

use std::cell::{Cell, RefCell};

use html5ever::{
    LocalName,
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind::{Rawtext, Rcdata, ScriptData},
    },
};

use super::{Element, Node, is_void, push};

/// What the writer meant.
pub(crate) struct Intended {
    pub(crate) nodes: Vec<Node>,
    /// An end tag ended more than its own element.
    pub(crate) overlaps: bool,
}

/// Reads the tree that the writer of `html` meant.
pub(crate) fn intended(html: &str) -> Intended {
    let tokenizer = Tokenizer::new(Writer::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // The writer never asks the tokenizer to pause, so one call takes all of the input.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.finish()
}

/// Puts tokens together as they were written.
pub(super) struct Writer {
    open: RefCell<Vec<Element>>,
    overlaps: Cell<bool>,
}

impl Default for Writer {
    fn default() -> Self {
        let root = Element::new(LocalName::from("#root"), Vec::new());
        Self { open: RefCell::new(vec![root]), overlaps: Cell::new(false) }
    }
}

impl Writer {
    pub(super) fn take(&self, token: &Token) -> TokenSinkResult<()> {
        let mut open = self.open.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return start(&mut open, tag),
            Token::TagToken(tag) => {
                if open.last().is_some_and(|innermost| innermost.tag != tag.name) {
                    self.overlaps.set(true);
                }
                end(&mut open, &tag.name);
            }
            Token::CommentToken(text) => append(&mut open, Node::Comment(text.clone())),
            Token::CharacterTokens(text) => append(&mut open, Node::Text(text.clone())),
            Token::NullCharacterToken => append(&mut open, Node::Text(StrTendril::from_slice("\0"))),
            Token::DoctypeToken(_) | Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }

    pub(super) fn finish(self) -> Intended {
        let mut open = self.open.into_inner();
        while open.len() > 1 {
            close(&mut open);
        }
        Intended { nodes: open.pop().map(|root| root.children).unwrap_or_default(), overlaps: self.overlaps.get() }
    }
}

impl TokenSink for Writer {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        self.take(&token)
    }
}

/// An end tag without its start, which only `inner_html` can hold, ends nothing.
fn end(open: &mut Vec<Element>, tag: &LocalName) {
    if let Some(start) = open.iter().rposition(|element| element.tag == *tag) {
        while open.len() > start {
            close(open);
        }
    }
}

fn start(open: &mut Vec<Element>, tag: &Tag) -> TokenSinkResult<()> {
    let attributes =
        tag.attrs.iter().map(|attribute| (attribute.name.local.clone(), attribute.value.clone())).collect();
    let element =
        Element { repeats_attribute: tag.had_duplicate_attributes, ..Element::new(tag.name.clone(), attributes) };
    if is_void(&tag.name) || tag.self_closing {
        append(open, Node::Element(element));
        return TokenSinkResult::Continue;
    }
    let foreign = in_foreign(open);
    open.push(element);
    match &*tag.name {
        _ if foreign => TokenSinkResult::Continue,
        "textarea" | "title" => TokenSinkResult::RawData(Rcdata),
        "script" => TokenSinkResult::RawData(ScriptData),
        // With script on, as in every browser that hydrates, `noscript` holds text.
        "style" | "noscript" | "iframe" | "xmp" | "noembed" | "noframes" => TokenSinkResult::RawData(Rawtext),
        _ => TokenSinkResult::Continue,
    }
}

/// Whether what comes next is foreign to HTML (SVG, formulas), where `title` and `style` hold elements.
fn in_foreign(open: &[Element]) -> bool {
    let nearest = open.iter().rev().map(|element| &*element.tag);
    for tag in nearest {
        match tag {
            "svg" | "math" => return true,
            "foreignobject" | "desc" | "annotation-xml" => return false,
            _ => {}
        }
    }
    false
}

fn append(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        push(&mut parent.children, node);
    }
}

fn close(open: &mut Vec<Element>) {
    if let Some(element) = open.pop() {
        append(open, Node::Element(element));
    }
}
