//! The pieces of markup: every element ends where it should, and nothing in them runs.

use std::cell::RefCell;

use html5ever::{
    Attribute,
    tendril::StrTendril,
    tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
};

use super::{
    Code,
    finding::Found,
    pictures::{self, PLACED},
};
use crate::{Theme, placed};

/// What a slot can be made of.
const ELEMENTS: [&str; 56] = [
    "a",
    "abbr",
    "address",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "cite",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "hr",
    "i",
    "img",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "picture",
    "q",
    "s",
    "small",
    "source",
    "span",
    "strong",
    "sub",
    "sup",
    "svg",
    "time",
    "u",
    "ul",
    "wbr",
    "path",
    "g",
    "circle",
    "ellipse",
    "rect",
    "line",
    "polyline",
    "polygon",
    "title",
    "desc",
    "defs",
    "lineargradient",
    "radialgradient",
    "stop",
    "use",
];

/// What has no end.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Attributes whose value is an address.
const ADDRESSES: [&str; 5] = ["src", "srcset", "href", "xlink:href", "poster"];

pub(super) fn check(theme: &Theme, found: &mut Found<'_>) {
    let tags = tags(found.text);
    if let Some((line, what)) = unbalanced(&tags) {
        found.line(Some(line), Code::BrokenMarkup, what, Code::BrokenMarkup.fix());
    }
    // As a page has it, to see which names became addresses.
    let placed =
        self::tags(&placed(found.text, theme.files.keys().map(String::as_str), |file| format!("{PLACED}{file}")));
    for ((line, tag), (_, placed)) in tags.iter().zip(&placed).filter(|((_, tag), _)| tag.kind == TagKind::StartTag) {
        let at = found.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        element(tag, at, found);
        if found.file == "illustration.html" && &*tag.name == "a" {
            let what = "no screen reader is told of an illustration, and the keyboard would stop at a link in it";
            found.at(at, Code::ForbiddenElement, what, Code::ForbiddenElement.fix());
        }
        for (written, placed) in tag.attrs.iter().zip(&placed.attrs) {
            pictures::attribute(&tag.name, written, placed, at, theme, found);
        }
    }
}

/// The first element that doesn't end, or end that ends nothing: a browser closes both where it likes, and what comes after
/// the slot is in it.
fn unbalanced(tags: &[(usize, Tag)]) -> Option<(usize, String)> {
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (line, tag) in tags {
        let name = &*tag.name;
        if VOID.contains(&name) || tag.self_closing {
            continue;
        }
        if tag.kind == TagKind::StartTag {
            open.push((*line, name));
            continue;
        }
        match open.pop() {
            Some((_, last)) if last == name => {}
            Some((line, last)) => return Some((line, format!("`<{last}>` is open where `</{name}>` stands"))),
            None => return Some((*line, format!("`</{name}>` ends nothing"))),
        }
    }
    open.pop().map(|(line, last)| (line, format!("`<{last}>` is never closed")))
}

fn element(tag: &Tag, at: usize, found: &mut Found<'_>) {
    let name = tag.name.to_ascii_lowercase();
    if &*name == "script" {
        found.at(at, Code::MarkupScript, "`<script>` never runs here", Code::MarkupScript.fix());
    } else if !ELEMENTS.contains(&&*name) {
        found.at(at, Code::ForbiddenElement, format!("`<{name}>` can't stand in a slot"), Code::ForbiddenElement.fix());
    }
    let has = |wanted: &str| tag.attrs.iter().any(|attribute| &*attribute.name.local == wanted);
    if &*name == "img" && !has("alt") {
        found.at(at, Code::NoAlternative, "`<img>` says nothing to those who don't see it", Code::NoAlternative.fix());
    }
    for attribute in &tag.attrs {
        self::attribute(&name, attribute, at, found);
    }
}

fn attribute(element: &str, attribute: &Attribute, at: usize, found: &mut Found<'_>) {
    let (name, value) = (attribute.name.local.to_ascii_lowercase(), attribute.value.trim().to_ascii_lowercase());
    if name.starts_with("on") {
        found.at(at, Code::MarkupScript, format!("`{name}` never runs here"), Code::MarkupScript.fix());
    } else if &*name == "style" {
        found.at(
            at,
            Code::StyleAttribute,
            format!("`style` on `<{element}>` does nothing"),
            Code::StyleAttribute.fix(),
        );
    } else if ADDRESSES.contains(&&*name) && value.replace(char::is_whitespace, "").starts_with("javascript:") {
        found.at(at, Code::MarkupScript, format!("`{name}` would run something"), Code::MarkupScript.fix());
    }
}

/// Every tag with its line.
fn tags(html: &str) -> Vec<(usize, Tag)> {
    let tokenizer = Tokenizer::new(Tags::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // Nothing is executed while reading, so one call takes all of the input.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Tags(RefCell<Vec<(usize, Tag)>>);

impl TokenSink for Tags {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token {
            self.0.borrow_mut().push((usize::try_from(line).unwrap_or(usize::MAX), tag));
        }
        TokenSinkResult::Continue
    }
}
