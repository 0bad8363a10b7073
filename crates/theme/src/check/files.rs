//! What a theme loads: files of its own that are there, and no more than a first page can wait for.

use std::path::Path;

use raffia::{Spanned, ast::Stylesheet};

use super::{
    Code,
    finding::Found,
    sheet::{Seen, Word, walk, words},
};
use crate::Theme;

/// The most that all fonts together may be, in KiB: they are loaded with the first page.
const FONTS_KIB: usize = 60;

/// The most that one picture may be, in KiB.
const PICTURE_KIB: usize = 200;

/// The most that the stylesheet may be, in KiB: nothing is drawn before it is there.
const STYLE_KIB: usize = 48;

/// Looks at every `url()` of a stylesheet.
pub(super) fn named<'s>(sheet: &Stylesheet<'s>, theme: &Theme, found: &mut Found<'s>) {
    walk(sheet, found.text, &mut |seen| {
        let Seen::Block(_, declarations, _) = seen else { return };
        for declaration in declarations {
            for word in words(&declaration.value) {
                if let Word::Url(url) = word {
                    address(url, theme, declaration.span().start, found);
                }
            }
        }
    });
}

/// Looks at where something is loaded from.
pub(super) fn address(url: &str, theme: &Theme, at: usize, found: &mut Found<'_>) {
    let url = url.trim();
    let small = url.to_ascii_lowercase();
    if url.is_empty() || url.starts_with('#') || small.starts_with("data:image/") || small.starts_with("javascript:") {
        return;
    }
    if small.starts_with("//") || small.contains(':') {
        let what = format!("`{url}` tells another host of everybody who logs in, and the page's policy forbids it");
        found.at(at, Code::ElsewhereUrl, what, Code::ElsewhereUrl.fix());
    } else if !theme.files.contains_key(url.trim_start_matches("./").split(['?', '#']).next().unwrap_or_default()) {
        let names: Vec<_> = theme.files.keys().map(String::as_str).collect();
        let there = if names.is_empty() {
            "The folder has no pictures and no fonts".to_owned()
        } else {
            format!("There are: {}", names.join(", "))
        };
        found.at(at, Code::MissingFile, format!("there is no `{url}` in the folder"), there);
    }
}

/// What everything weighs.
pub(super) fn budget(theme: &Theme, found: &mut Found<'_>) {
    let mut heavy = |file: &str, bytes: usize, most: usize| {
        if bytes > most * 1024 {
            let mut there = Found::new(file, "");
            let what = format!("{} KiB, and {most} are the most", bytes.div_ceil(1024));
            there.line(None, Code::TooHeavy, what, Code::TooHeavy.fix());
            found.findings.extend(there.findings);
        }
    };
    let is_font = |name: &str| Path::new(name).extension().is_some_and(|ending| ending == "woff2");
    let fonts = theme.files.iter().filter(|(name, _)| is_font(name)).map(|(_, bytes)| bytes.len()).sum();
    heavy("the fonts together", fonts, FONTS_KIB);
    heavy("tokens.css and parts.css", theme.tokens.len() + theme.parts.len(), STYLE_KIB);
    for (name, bytes) in theme.files.iter().filter(|(name, _)| !is_font(name)) {
        heavy(name, bytes.len(), PICTURE_KIB);
    }
}
