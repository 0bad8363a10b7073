//! What rules say that takes something from somebody: the ring, the words, the direction of their script, their rest.

use raffia::ast::{AtRule, Declaration, SelectorList, Stylesheet};

use super::{
    Code,
    finding::Found,
    names::PREFIX,
    selectors::{Subject, subjects},
    sheet::{Around, Seen, Word, property, walk, words},
};

/// The smallest text, in pixels of the default size.
const SMALLEST: f32 = 13.0;

/// Pixels of a rem at the default size.
const REM: f32 = 16.0;

pub(super) fn check<'s>(sheet: &Stylesheet<'s>, found: &mut Found<'s>) {
    walk(sheet, found.text, &mut |seen| match seen {
        Seen::At(rule) => at_rule(rule, found),
        Seen::Block(selectors, declarations, around) => block(selectors, &declarations, around, found),
        Seen::Selectors(_) => {}
    });
}

fn at_rule(rule: &AtRule<'_>, found: &mut Found<'_>) {
    let (code, what) = match &*rule.name.name.to_ascii_lowercase() {
        "import" => (Code::Import, "a page would wait for one more file"),
        "layer" => (Code::Layered, "a layer within ours would win over nothing"),
        _ => return,
    };
    found.at(rule.span.start, code, what, code.fix());
}

fn block(selectors: Option<&SelectorList<'_>>, all: &[&Declaration<'_>], around: &Around<'_>, found: &mut Found<'_>) {
    let subjects = selectors.map(subjects).unwrap_or_default();
    let rests = around.iter().any(|rule| rule.contains("prefers-reduced-motion"));
    for declaration in all {
        let (name, value) = (property(declaration), words(&declaration.value));
        let at = declaration.span.start;
        let written = &found.text[declaration.span.start..declaration.span.end];
        if declaration.important.is_some() {
            found.at(at, Code::Important, format!("`{written}`"), Code::Important.fix());
        }
        old_script(&name, &value, at, found);
        physical(&name, &value, at, found);
        small(&name, &value, &subjects, at, found);
        hidden(&name, &value, &subjects, at, found);
        unselectable(&name, &value, &subjects, at, found);
        if !rests && selectors.is_some() {
            moves(&name, &value, written, at, found);
        }
    }
    ring(all, found);
    spoken(all, found);
}

fn old_script(name: &str, value: &[Word<'_>], at: usize, found: &mut Found<'_>) {
    let runs = matches!(name, "behavior" | "-moz-binding")
        || value.iter().any(|word| match word {
            Word::Function(name) => name.eq_ignore_ascii_case("expression"),
            Word::Url(url) => url.trim_start().to_ascii_lowercase().starts_with("javascript:"),
            _ => false,
        });
    if runs {
        found.at(at, Code::OldScript, format!("`{name}` would run something"), Code::OldScript.fix());
    }
}

/// Only the axis that turns with the script: above and below are the same for everybody who reads our languages.
fn physical(name: &str, value: &[Word<'_>], at: usize, found: &mut Found<'_>) {
    let side = |word: &str| match word {
        "left" => Some("start"),
        "right" => Some("end"),
        _ => None,
    };
    let instead = match name {
        "left" | "right" => side(name).map(|side| format!("inset-inline-{side}")),
        "text-align" | "float" | "clear" => value.iter().find_map(|word| match word {
            Word::Ident(word) if name == "text-align" => side(word).map(|side| format!("{name}: {side}")),
            Word::Ident(word) => side(word).map(|side| format!("{name}: inline-{side}")),
            _ => None,
        }),
        _ => logical(name),
    };
    if let Some(instead) = instead {
        found.at(at, Code::Physical, format!("`{name}` is the same side in Arabic"), format!("Use `{instead}`"));
    }
}

fn logical(name: &str) -> Option<String> {
    let corners = [
        ("top-left", "start-start"),
        ("top-right", "start-end"),
        ("bottom-left", "end-start"),
        ("bottom-right", "end-end"),
    ];
    if let Some((from, to)) = corners.into_iter().find(|(from, _)| name == format!("border-{from}-radius")) {
        return Some(name.replace(from, to));
    }
    let (box_of, rest) = name.split_once('-')?;
    let is_box = matches!(box_of, "margin" | "padding" | "border");
    let (side, rest) = rest.split_once('-').map_or((rest, ""), |(side, rest)| (side, rest));
    let side = match side {
        "left" if is_box => "start",
        "right" if is_box => "end",
        _ => return None,
    };
    Some(format!("{box_of}-inline-{side}{}{rest}", if rest.is_empty() { "" } else { "-" }))
}

fn small(name: &str, value: &[Word<'_>], subjects: &[Subject], at: usize, found: &mut Found<'_>) {
    let is_text =
        ["text-s", "text-m", "text-l", "text-title", "text-base"].iter().any(|text| name == format!("{PREFIX}{text}"));
    let decorates = !subjects.is_empty() && subjects.iter().all(|subject| subject.generated);
    // A length within a function is a part of a sum, which is told where it is drawn.
    let in_function = value.iter().any(|word| matches!(word, Word::Function(_)));
    if !(is_text || matches!(name, "font-size" | "font")) || decorates || in_function {
        return;
    }
    let pixels = value.iter().find_map(|word| match word {
        Word::Dimension(size, unit) => match &*unit.to_ascii_lowercase() {
            "px" => Some(*size),
            "rem" => Some(size * REM),
            "pt" => Some(size * 4.0 / 3.0),
            _ => None,
        },
        Word::Ident("xx-small") => Some(9.0),
        Word::Ident("x-small") => Some(10.0),
        _ => None,
    });
    if let Some(pixels) = pixels.filter(|pixels| *pixels < SMALLEST) {
        found.at(at, Code::SmallText, format!("`{name}` is {pixels} px"), Code::SmallText.fix());
    }
}

/// What may not be taken from a page: warnings, what went wrong, and what the law wants there.
fn has_to_be_read(subject: &Subject) -> bool {
    !subject.generated
        && match subject.part.as_deref() {
            Some("alert" | "message" | "footer") => true,
            Some("hint") => subject.name.as_deref().is_none_or(|name| name == "legal"),
            _ => false,
        }
}

fn hidden(name: &str, value: &[Word<'_>], subjects: &[Subject], at: usize, found: &mut Found<'_>) {
    let hides = match (name, value) {
        ("display", [Word::Ident("none")])
        | ("visibility", [Word::Ident("hidden" | "collapse")])
        | ("content-visibility", [Word::Ident("hidden")])
        | ("color", [Word::Ident("transparent")]) => true,
        ("opacity" | "font-size", [Word::Number(size) | Word::Percentage(size) | Word::Dimension(size, _)]) => {
            *size == 0.0
        }
        _ => false,
    };
    if let Some(subject) = subjects.iter().find(|subject| hides && has_to_be_read(subject)) {
        let part = subject.part.as_deref().unwrap_or_default();
        found.at(at, Code::HidesWords, format!("`{name}` takes `{part}` from the page"), Code::HidesWords.fix());
    }
}

fn unselectable(name: &str, value: &[Word<'_>], subjects: &[Subject], at: usize, found: &mut Found<'_>) {
    let is_none = matches!(name, "user-select" | "-webkit-user-select") && value == [Word::Ident("none")];
    let copied = |subject: &&Subject| {
        matches!(subject.part.as_deref(), Some("secret" | "facts" | "control" | "account" | "card" | "page"))
    };
    if let Some(part) = subjects.iter().find(copied).and_then(|subject| subject.part.as_deref()).filter(|_| is_none) {
        found.at(at, Code::NoSelection, format!("nobody can copy out of `{part}`"), Code::NoSelection.fix());
    }
}

fn moves(name: &str, value: &[Word<'_>], written: &str, at: usize, found: &mut Found<'_>) {
    let is_motion = matches!(name, "animation" | "animation-duration" | "transition" | "transition-duration");
    let lasts = value.iter().any(|word| matches!(word, Word::Dimension(time, unit) if *time > 0.0 && matches!(&*unit.to_ascii_lowercase(), "s" | "ms")));
    if is_motion && lasts {
        found.at(at, Code::Moves, format!("`{written}` runs for everybody"), Code::Moves.fix());
    }
}

/// An outline that goes away with nothing in its place.
fn ring(all: &[&Declaration<'_>], found: &mut Found<'_>) {
    let instead = all.iter().any(|it| {
        matches!(&*property(it), "box-shadow" | "border" | "border-color" | "background" | "background-color")
    });
    for declaration in all {
        let value = words(&declaration.value);
        let gone = match &*property(declaration) {
            "outline" => value
                .iter()
                .any(|word| matches!(word, Word::Ident("none") | Word::Number(0.0) | Word::Dimension(0.0, _))),
            "outline-style" => value == [Word::Ident("none")],
            "outline-width" => matches!(value[..], [Word::Number(0.0) | Word::Dimension(0.0, _)]),
            "outline-color" => value == [Word::Ident("transparent")],
            name if name == format!("{PREFIX}focus-width") => {
                matches!(value[..], [Word::Number(0.0) | Word::Dimension(0.0, _)])
            }
            name if name == format!("{PREFIX}focus") => value == [Word::Ident("transparent")],
            _ => false,
        };
        if gone && !instead {
            found.at(
                declaration.span.start,
                Code::NoOutline,
                "whoever uses the keyboard doesn't see where they are",
                Code::NoOutline.fix(),
            );
        }
    }
}

/// Generated text joins the name of what it stands in. The last line wins where the browser knows the alternative.
fn spoken(all: &[&Declaration<'_>], found: &mut Found<'_>) {
    let Some(last) = all.iter().rev().find(|declaration| property(declaration) == "content") else { return };
    let value = words(&last.value);
    let said = |words: &[Word<'_>]| {
        words.iter().any(|word| match word {
            Word::Str(text) => !text.trim().is_empty(),
            Word::Function(name) => matches!(*name, "attr" | "counter" | "counters"),
            _ => false,
        })
    };
    let (drawn, alternative) = match value.iter().position(|word| *word == Word::Slash) {
        Some(slash) => (&value[..slash], Some(&value[slash + 1..])),
        None => (&value[..], None),
    };
    if said(drawn) && alternative.is_none_or(said) {
        found.at(
            last.span.start,
            Code::SpokenContent,
            "a screen reader says it as a part of the name",
            Code::SpokenContent.fix(),
        );
    }
}
