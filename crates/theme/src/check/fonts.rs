//! Whether fonts are declared as they are, and something stands in for each until it is there.

use raffia::{Spanned, ast::Stylesheet};

use super::{
    Code,
    finding::Found,
    sheet::{Seen, Word, walk, words},
};
use crate::Theme;

/// Compares `fonts.css` with what the fonts say of themselves.
pub(super) fn check(theme: &Theme, found: &mut Found<'_>) {
    let (code, what) = match theme.font_faces() {
        Ok(faces) if faces == theme.faces || faces.is_empty() && theme.has_own_faces() => return,
        Ok(_) if theme.faces.is_empty() => (Code::NoFaces, "it isn't there".to_owned()),
        Ok(_) => (Code::OldFaces, "it says something else than theme.toml and the fonts".to_owned()),
        Err(error) => {
            found.file = "theme.toml";
            found.line(None, Code::LostFont, error.to_string(), Code::LostFont.fix());
            return;
        }
    };
    found.line(None, code, what, code.fix());
}

/// Looks for a font that everybody loads and nothing is in.
pub(super) fn used(theme: &Theme, found: &mut Found<'_>) {
    let is_named = |family: &str| {
        let quoted = [format!("\"{family}\""), format!("'{family}'")];
        quoted.iter().any(|name| theme.tokens.contains(name) || theme.parts.contains(name))
    };
    for font in theme.fonts.iter().filter(|font| !is_named(&font.family)) {
        let what = format!("\"{}\" is named neither in tokens.css nor in parts.css", font.family);
        found.line(None, Code::UnusedFont, what, Code::UnusedFont.fix());
    }
}

/// Looks for a font of the theme's that is named without what stands in for it.
pub(super) fn named<'s>(sheet: &Stylesheet<'s>, theme: &Theme, found: &mut Found<'s>) {
    walk(sheet, found.text, &mut |seen| {
        let Seen::Block(_, declarations, _) = seen else { return };
        for declaration in declarations {
            let words = words(&declaration.value);
            for (index, word) in words.iter().enumerate() {
                let Some(font) = theme.fonts.iter().find(|font| *word == Word::Str(&font.family)) else { continue };
                let stand_in = font.stand_in();
                let is_there = theme.faces.contains(&format!("\"{stand_in}\""));
                if is_there && words.get(index + 1) != Some(&Word::Str(&stand_in)) {
                    let what = format!("\"{}\" without \"{stand_in}\" after it", font.family);
                    found.at(declaration.span().start, Code::NoStandIn, what, Code::NoStandIn.fix());
                }
            }
        }
    });
}
