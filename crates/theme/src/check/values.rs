//! What tokens and hooks are set to: a colour where a colour is wanted. What only a browser can tell passes.

use std::collections::BTreeMap;

use raffia::{
    Spanned,
    ast::{Declaration, Stylesheet},
};

use super::{
    Code,
    finding::Found,
    names::{PREFIX, near, properties},
    piece::{Piece, named_colour},
    sheet::{Seen, property, walk},
    wanted::Wanted,
};
use crate::{
    Mode,
    values::{Declared, Problem, parts, without_comments, words},
};

/// Words that every property takes.
const ANYWHERE: [&str; 5] = ["inherit", "initial", "unset", "revert", "revert-layer"];
const WIDTHS: [&str; 3] = ["thin", "medium", "thick"];
const WEIGHTS: [&str; 4] = ["normal", "bold", "bolder", "lighter"];
const SIZES: [&str; 9] =
    ["xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "smaller", "larger"];

/// Why a value is none of its kind: what was probably meant, if that can be told.
#[derive(Debug, Clone, PartialEq)]
struct Wrong(Option<String>);

type Judged = Result<(), Wrong>;

pub(super) fn check<'s>(sheet: &Stylesheet<'s>, found: &mut Found<'s>) {
    let (names, own) = (properties(), own(sheet, found.text));
    let all = names.iter().filter_map(|name| Some((name.clone(), Wanted::of(name)?.sample()?)));
    let samples: Vec<_> = all.map(|(name, sample)| (format!("{PREFIX}{name}"), sample)).collect();
    let values = samples.iter().map(|(name, sample)| (name.as_str(), *sample));
    let values = Declared::by_name(values.chain(own.iter().map(|(name, value)| (name.as_str(), value.as_str()))));
    walk(sheet, found.text, &mut |seen| {
        let Seen::Block(_, declarations, _) = seen else { return };
        for declaration in declarations {
            let name = property(declaration);
            let Some(wanted) = name.strip_prefix(PREFIX).and_then(Wanted::of) else { continue };
            let written = text(declaration, found.text);
            let Err(Wrong(meant)) = judge(wanted, &written, &values) else { continue };
            let instead = meant.map_or_else(|| Code::WrongKind.fix().to_owned(), |it| format!("Did you mean `{it}`?"));
            let what = if written.is_empty() {
                format!("`{name}` is set to nothing, and wants {}", wanted.word())
            } else {
                format!("`{name}` wants {}, and `{written}` is none", wanted.word())
            };
            found.at(declaration.span().start, Code::WrongKind, what, instead);
        }
    });
}

/// A value as it is written, without comments and `!important`.
pub(super) fn text(declaration: &Declaration<'_>, css: &str) -> String {
    let span = declaration.span();
    let end = declaration.important.as_ref().map_or(span.end, |important| important.span.start);
    let written = without_comments(&css[span.start..end]).unwrap_or_default();
    written.split_once(':').map_or("", |(_, value)| value).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A theme's names of its own, where each has one value.
fn own<'s>(sheet: &Stylesheet<'s>, css: &'s str) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    walk(sheet, css, &mut |seen| {
        let Seen::Block(_, declarations, _) = seen else { return };
        for declaration in declarations {
            let name = property(declaration);
            if name.starts_with("--") && !name.starts_with(PREFIX) {
                all.entry(name).or_default().push(text(declaration, css));
            }
        }
    });
    let single = |(name, mut values): (String, Vec<String>)| (values.len() == 1).then(|| (name, values.remove(0)));
    all.into_iter().filter_map(single).collect()
}

fn judge(wanted: Wanted, written: &str, values: &Declared<'_>) -> Judged {
    let paints = matches!(wanted, Wanted::Colour | Wanted::Fill | Wanted::Picture | Wanted::Shadow);
    if !paints && written.to_ascii_lowercase().contains("light-dark(") {
        // A browser takes colours there, and nothing else.
        return Err(Wrong(None));
    }
    for mode in Mode::BOTH {
        match values.fill(written, mode) {
            Ok(text) => is(wanted, &text.to_ascii_lowercase())?,
            Err(Problem::No { .. } | Problem::Open) => return Err(Wrong(None)),
            // Circles are told as such, and what isn't set here may be set elsewhere.
            Err(_) => {}
        }
    }
    Ok(())
}

fn is(wanted: Wanted, text: &str) -> Judged {
    match (wanted, words(text).as_slice()) {
        (_, []) => return Err(Wrong(None)),
        (_, [word]) if ANYWHERE.contains(word) => return Ok(()),
        (Wanted::Fonts, _) => return fonts(text),
        (Wanted::Shadow, _) => return shadows(text),
        _ => {}
    }
    let pieces: Vec<_> = words(text).into_iter().map(Piece::of).collect();
    known(&pieces)?;
    match (wanted, pieces.as_slice()) {
        // What stands beside it may be nothing in the end.
        (_, pieces) if pieces.contains(&Piece::Open) => Ok(()),
        (Wanted::Lengths, pieces) => lengths(pieces),
        (Wanted::Fill | Wanted::Picture, [_, _, ..]) => Ok(()),
        (wanted, [piece]) => one(wanted, piece),
        _ => Err(Wrong(None)),
    }
}

/// Refuses what CSS doesn't know at all.
fn known(pieces: &[Piece<'_>]) -> Judged {
    let nothing = pieces.iter().find_map(|piece| match piece {
        Piece::Nothing(meant) => Some(Wrong(meant.clone())),
        _ => None,
    });
    nothing.map_or(Ok(()), Err)
}

fn one(wanted: Wanted, piece: &Piece<'_>) -> Judged {
    let of = |word: &str, known: &[&str]| {
        if known.contains(&word) { Ok(()) } else { Err(Wrong(near(word, known))) }
    };
    match (wanted, piece) {
        (wanted, piece) if fits(wanted, piece) => Ok(()),
        (Wanted::Colour | Wanted::Fill, Piece::Word(word)) => named_colour(word).map_err(Wrong),
        (Wanted::Size, Piece::Word(word)) => of(word, &SIZES),
        (Wanted::Weight, Piece::Word(word)) => of(word, &WEIGHTS),
        (Wanted::Border, Piece::Word(word)) => of(word, &WIDTHS),
        (Wanted::Leading | Wanted::Tracking, Piece::Word(word)) => of(word, &["normal"]),
        (Wanted::Length | Wanted::Size | Wanted::Tracking | Wanted::Border, Piece::Number(value)) => {
            Err(Wrong(Some(format!("{value}px"))))
        }
        (Wanted::Duration, Piece::Number(value)) => Err(Wrong(Some(format!("{value}ms")))),
        _ => Err(Wrong(None)),
    }
}

fn fits(wanted: Wanted, piece: &Piece<'_>) -> bool {
    match wanted {
        Wanted::Colour => *piece == Piece::Colour,
        Wanted::Picture => matches!(piece, Piece::Picture | Piece::Word("none")),
        Wanted::Fill => matches!(piece, Piece::Colour | Piece::Picture | Piece::Word("none")),
        Wanted::Length | Wanted::Size | Wanted::Tracking | Wanted::Border => is_length(piece),
        Wanted::Leading => is_length(piece) || matches!(piece, Piece::Number(_)),
        Wanted::Number | Wanted::Weight => matches!(piece, Piece::Number(_) | Piece::Sum),
        Wanted::Duration => matches!(piece, Piece::Time | Piece::Sum),
        Wanted::Lengths | Wanted::Fonts | Wanted::Shadow => false,
    }
}

/// Nothing needs no unit.
fn is_length(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Length | Piece::Percent | Piece::Sum)
        || matches!(piece, Piece::Number(value) if value.abs() < f64::EPSILON)
}

fn lengths(pieces: &[Piece<'_>]) -> Judged {
    let mut sides = pieces.split(|piece| *piece == Piece::Word("/"));
    let fits = sides.all(|sides| (1..=4).contains(&sides.len()) && sides.iter().all(is_length));
    match pieces {
        _ if fits => Ok(()),
        [Piece::Number(value)] => Err(Wrong(Some(format!("{value}px")))),
        _ => Err(Wrong(None)),
    }
}

fn fonts(text: &str) -> Judged {
    let is_name = |font: &str| {
        let pieces: Vec<_> = words(font).into_iter().map(Piece::of).collect();
        let is_word = |piece: &Piece<'_>| matches!(piece, Piece::Word(_) | Piece::Open);
        matches!(pieces.as_slice(), [Piece::Text]) || (!pieces.is_empty() && pieces.iter().all(is_word))
    };
    if parts(text, ',').into_iter().all(is_name) { Ok(()) } else { Err(Wrong(None)) }
}

fn shadows(text: &str) -> Judged {
    if text == "none" { Ok(()) } else { parts(text, ',').into_iter().try_for_each(shadow) }
}

fn shadow(text: &str) -> Judged {
    let (mut lengths, mut colours, mut open) = (0, 0, false);
    for piece in words(text).into_iter().map(Piece::of) {
        match piece {
            piece if is_length(&piece) && piece != Piece::Percent => lengths += 1,
            Piece::Word("inset") => {}
            Piece::Colour => colours += 1,
            Piece::Word(word) => {
                named_colour(word).map_err(Wrong)?;
                colours += 1;
            }
            Piece::Open => open = true,
            Piece::Nothing(meant) => return Err(Wrong(meant)),
            _ => return Err(Wrong(None)),
        }
    }
    let fits = open || ((2..=4).contains(&lengths) && colours <= 1);
    if fits { Ok(()) } else { Err(Wrong(None)) }
}
