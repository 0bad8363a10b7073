//! A stylesheet as the checks see it: selectors, blocks of declarations and at-rules, each with what is around it.

use raffia::{
    ParserBuilder, ParserOptions,
    ast::{
        AtRule, ComponentValue, Declaration, DelimiterKind, FunctionName, InterpolableIdent, InterpolableStr,
        SelectorList, SimpleBlock, Statement, Stylesheet, Url, UrlValue,
    },
    error::Error,
    token::Token,
};

/// What stands around a block, as it is written: `@media print`.
pub(super) type Around<'s> = Vec<&'s str>;

/// A block's own declarations, in the order of the file.
pub(super) type Declarations<'a, 's> = Vec<&'a Declaration<'s>>;

/// Something in a stylesheet.
pub(super) enum Seen<'a, 's> {
    /// What a rule chooses.
    Selectors(&'a SelectorList<'s>),
    /// What it says of it; without selectors in `@font-face` and its like.
    Block(Option<&'a SelectorList<'s>>, Declarations<'a, 's>, &'a Around<'s>),
    /// A rule that begins with `@`.
    At(&'a AtRule<'s>),
}

/// Reads CSS.
pub(super) fn read(css: &str) -> Result<Stylesheet<'_>, Error> {
    let options = ParserOptions { try_parsing_value_in_custom_property: true, ..ParserOptions::default() };
    let mut parser = ParserBuilder::new(css).options(options).build();
    let sheet = parser.parse()?;
    match parser.recoverable_errors().first() {
        Some(error) => Err(error.clone()),
        None => Ok(sheet),
    }
}

/// Shows everything in a stylesheet to `look`.
pub(super) fn walk<'s>(sheet: &Stylesheet<'s>, css: &'s str, look: &mut impl FnMut(Seen<'_, 's>)) {
    statements(&sheet.statements, css, &mut Around::new(), None, look);
}

fn statements<'a, 's>(
    all: &'a [Statement<'s>],
    css: &'s str,
    around: &mut Around<'s>,
    selectors: Option<&'a SelectorList<'s>>,
    look: &mut impl FnMut(Seen<'_, 's>),
) {
    let own: Vec<_> = all
        .iter()
        .filter_map(|statement| match statement {
            Statement::Declaration(declaration) => Some(declaration),
            _ => None,
        })
        .collect();
    if !own.is_empty() {
        look(Seen::Block(selectors, own, around));
    }
    for statement in all {
        match statement {
            Statement::QualifiedRule(rule) => {
                look(Seen::Selectors(&rule.selector));
                statements(&rule.block.statements, css, around, Some(&rule.selector), look);
            }
            Statement::AtRule(rule) => {
                look(Seen::At(rule));
                if let Some(block) = &rule.block {
                    around.push(&css[rule.span.start..block.span.start]);
                    statements(&block.statements, css, around, selectors, look);
                    around.pop();
                }
            }
            Statement::KeyframeBlock(frame) => {
                let SimpleBlock { statements: inside, .. } = &frame.block;
                statements(inside, css, around, None, look);
            }
            _ => {}
        }
    }
}

/// A piece of a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Word<'a> {
    Ident(&'a str),
    Function(&'a str),
    Str(&'a str),
    Url(&'a str),
    Dimension(f32, &'a str),
    Number(f32),
    Percentage(f32),
    Slash,
}

/// The pieces of a value, those within functions after the function's name.
pub(super) fn words<'a>(values: &'a [ComponentValue<'_>]) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    collect(values, &mut words);
    words
}

/// The custom properties that a value reads.
pub(super) fn reads<'a>(value: &[Word<'a>]) -> Vec<&'a str> {
    let pairs = value.windows(2).filter_map(|pair| match pair {
        [Word::Function(name), Word::Ident(read)] if name.eq_ignore_ascii_case("var") => Some(*read),
        _ => None,
    });
    pairs.collect()
}

fn collect<'a>(values: &'a [ComponentValue<'_>], words: &mut Vec<Word<'a>>) {
    for value in values {
        match value {
            ComponentValue::InterpolableIdent(InterpolableIdent::Literal(ident)) => {
                words.push(Word::Ident(&ident.name));
            }
            ComponentValue::InterpolableStr(InterpolableStr::Literal(text)) => words.push(Word::Str(&text.value)),
            ComponentValue::Dimension(it) => words.push(Word::Dimension(it.value.value, &it.unit.name)),
            ComponentValue::Number(number) => words.push(Word::Number(number.value)),
            ComponentValue::Percentage(it) => words.push(Word::Percentage(it.value.value)),
            ComponentValue::Url(url) => words.push(Word::Url(address(url))),
            ComponentValue::Function(function) => {
                if let FunctionName::Ident(InterpolableIdent::Literal(name)) = &function.name {
                    words.push(Word::Function(&name.name));
                }
                collect(&function.args, words);
            }
            ComponentValue::Calc(calc) => {
                collect(std::slice::from_ref(&calc.left), words);
                collect(std::slice::from_ref(&calc.right), words);
            }
            ComponentValue::BracketBlock(block) => collect(&block.value, words),
            ComponentValue::Delimiter(it) if it.kind == DelimiterKind::Solidus => words.push(Word::Slash),
            ComponentValue::TokenWithSpan(token) => words.extend(bare(&token.token)),
            _ => {}
        }
    }
}

/// A piece of a custom property that is no value by itself.
fn bare<'a>(token: &'a Token<'_>) -> Option<Word<'a>> {
    match token {
        Token::Ident(ident) => Some(Word::Ident(ident.raw)),
        Token::Str(text) => Some(Word::Str(text.raw.trim_matches(['"', '\'']))),
        Token::UrlRaw(url) => Some(Word::Url(url.raw)),
        Token::Dimension(it) => Some(Word::Dimension(it.value.raw.parse().ok()?, it.unit.raw)),
        Token::Number(number) => number.raw.parse().ok().map(Word::Number),
        Token::Solidus(_) => Some(Word::Slash),
        _ => None,
    }
}

fn address<'a>(url: &'a Url<'_>) -> &'a str {
    match &url.value {
        Some(UrlValue::Raw(raw)) => &raw.value,
        Some(UrlValue::Str(InterpolableStr::Literal(text))) => &text.value,
        _ => "",
    }
}

/// The name of a declaration's property, in small letters.
pub(super) fn property(declaration: &Declaration<'_>) -> String {
    match &declaration.name {
        InterpolableIdent::Literal(ident) if ident.name.starts_with("--") => ident.name.to_string(),
        InterpolableIdent::Literal(ident) => ident.name.to_ascii_lowercase(),
        _ => String::new(),
    }
}
