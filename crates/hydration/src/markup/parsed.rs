//! The tree that a browser builds: html5ever runs the same algorithm, and its trees were the same as those of Chromium
//! and Firefox for every view that this was tried on.

use std::{borrow::Cow, cell::RefCell};

use html5ever::{
    Attribute, LocalName, Namespace, QualName, TokenizerResult,
    interface::ElemName,
    local_name, ns,
    tendril::StrTendril,
    tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
    tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeBuilderOpts, TreeSink, create_element},
};

use super::{
    Element, Node,
    intended::{Intended, Writer},
    push,
};

/// Parses `html` as the content of a body, in a browser that runs scripts.
pub(crate) fn parsed(html: &str) -> Vec<Node> {
    read(html).1
}

/// Reads `html` once for both trees: what was written, and what a browser builds. Cutting it into tokens is most of the
/// work, and the tokens are the same.
pub(crate) fn read(html: &str) -> (Intended, Vec<Node>) {
    let document = Document::default();
    let body = create_element(&document, QualName::new(None, ns!(html), local_name!("body")), Vec::new());
    let options = TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() };
    let browser = TreeBuilder::new_for_fragment(document, body, None, options);
    let tokenizer = Tokenizer::new(Both { writer: Writer::default(), browser }, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // The parser pauses behind each script, which would run now.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    let Both { writer, browser } = tokenizer.sink;
    (writer.finish(), browser.sink.finish())
}

/// Gives each token to the writer and to the browser. The browser says how the text of an element is read.
struct Both {
    writer: Writer,
    browser: TreeBuilder<usize, Document>,
}

impl TokenSink for Both {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        // The browser's answer counts; the writer's would be the same.
        let _ = self.writer.take(&token);
        self.browser.process_token(token, line)
    }

    fn end(&self) {
        self.browser.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.browser.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// A document under construction: nodes refer to each other by number, since a parser moves them about.
struct Document {
    slots: RefCell<Vec<Slot>>,
}

struct Slot {
    data: Data,
    parent: Option<usize>,
    children: Vec<usize>,
}

enum Data {
    Document,
    Element { name: QualName, attributes: Vec<Attribute>, template: Option<usize> },
    Text(StrTendril),
    Comment(StrTendril),
}

impl Default for Document {
    fn default() -> Self {
        Self { slots: RefCell::new(vec![Slot { data: Data::Document, parent: None, children: Vec::new() }]) }
    }
}

impl Document {
    fn create(&self, data: Data) -> usize {
        let mut slots = self.slots.borrow_mut();
        slots.push(Slot { data, parent: None, children: Vec::new() });
        slots.len() - 1
    }

    fn insert(&self, parent: usize, at: usize, child: NodeOrText<usize>) {
        let child = match child {
            NodeOrText::AppendNode(child) => {
                self.detach(child);
                child
            }
            NodeOrText::AppendText(text) => {
                let mut slots = self.slots.borrow_mut();
                let before = at.checked_sub(1).map(|before| slots[parent].children[before]);
                if let Some(Data::Text(own)) = before.map(|before| &mut slots[before].data) {
                    own.push_tendril(&text);
                    return;
                }
                drop(slots);
                self.create(Data::Text(text))
            }
        };
        let mut slots = self.slots.borrow_mut();
        let at = at.min(slots[parent].children.len());
        slots[parent].children.insert(at, child);
        slots[child].parent = Some(parent);
    }

    fn detach(&self, node: usize) {
        let mut slots = self.slots.borrow_mut();
        if let Some(parent) = slots[node].parent.take() {
            slots[parent].children.retain(|&child| child != node);
        }
    }
}

/// Takes the finished children of a node out of the document.
fn children(slots: &mut [Slot], node: usize) -> Vec<Node> {
    let mut nodes = Vec::new();
    for child in std::mem::take(&mut slots[node].children) {
        let data = std::mem::replace(&mut slots[child].data, Data::Document);
        match data {
            Data::Document => {}
            Data::Text(text) => push(&mut nodes, Node::Text(text)),
            Data::Comment(text) => push(&mut nodes, Node::Comment(text)),
            Data::Element { name, attributes, template } => {
                let attributes = attributes.into_iter().map(|own| (written_name(own.name), own.value)).collect();
                let mut element = Element::new(written_name(name), attributes);
                element.children = children(slots, template.unwrap_or(child));
                push(&mut nodes, Node::Element(element));
            }
        }
    }
    nodes
}

/// The name as it stands in the markup: lower case, with its prefix.
fn written_name(name: QualName) -> LocalName {
    match name.prefix {
        Some(prefix) => LocalName::from(format!("{prefix}:{}", name.local).to_ascii_lowercase()),
        None if name.local.bytes().any(|byte| byte.is_ascii_uppercase()) => {
            LocalName::from(name.local.to_ascii_lowercase())
        }
        None => name.local,
    }
}

/// The name of an element, for the parser's questions.
#[derive(Debug)]
struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Document {
    type Handle = usize;
    type Output = Vec<Node>;
    type ElemName<'a> = Name;

    fn finish(self) -> Vec<Node> {
        let mut slots = self.slots.into_inner();
        // The document of a fragment holds one root, and the root what was parsed.
        slots[0].children.first().copied().map(|root| children(&mut slots, root)).unwrap_or_default()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name(&self, target: &usize) -> Name {
        match &self.slots.borrow()[*target].data {
            Data::Element { name, .. } => Name(name.clone()),
            _ => Name(QualName::new(None, ns!(), local_name!(""))),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> usize {
        let template = flags.template.then(|| self.create(Data::Document));
        self.create(Data::Element { name, attributes, template })
    }

    fn create_comment(&self, text: StrTendril) -> usize {
        self.create(Data::Comment(text))
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> usize {
        self.create(Data::Comment(StrTendril::from(format!("?{target} {data}"))))
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        let end = self.slots.borrow()[*parent].children.len();
        self.insert(*parent, end, child);
    }

    fn append_based_on_parent_node(&self, element: &usize, prev_element: &usize, child: NodeOrText<usize>) {
        if self.slots.borrow()[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(prev_element, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        match self.slots.borrow()[*target].data {
            Data::Element { template: Some(contents), .. } => contents,
            _ => *target,
        }
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, new: NodeOrText<usize>) {
        if let NodeOrText::AppendNode(node) = new {
            self.detach(node);
        }
        let place = {
            let slots = self.slots.borrow();
            let place = |parent: usize| Some((parent, slots[parent].children.iter().position(|own| own == sibling)?));
            slots[*sibling].parent.and_then(place)
        };
        if let Some((parent, at)) = place {
            self.insert(parent, at, new);
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, attributes: Vec<Attribute>) {
        if let Data::Element { attributes: own, .. } = &mut self.slots.borrow_mut()[*target].data {
            for attribute in attributes {
                if own.iter().all(|own| own.name != attribute.name) {
                    own.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let mut slots = self.slots.borrow_mut();
        let moved = std::mem::take(&mut slots[*node].children);
        for &child in &moved {
            slots[child].parent = Some(*new_parent);
        }
        slots[*new_parent].children.extend(moved);
    }

    fn allow_declarative_shadow_roots(&self, _: &usize) -> bool {
        false
    }
}
