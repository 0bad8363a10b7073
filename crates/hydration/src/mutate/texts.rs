//! Operators on texts and on the markers between them.

use html5ever::{LocalName, tendril::StrTendril};

use super::{Mutant, operator::Operator, place::Place};
use crate::{
    Code,
    markup::{Element, Node},
};

pub(super) fn parts(operator: Operator, place: &Place<'_>) -> usize {
    let text = match place.node() {
        Node::Text(text) => Some(text),
        Node::Element(_) | Node::Comment(_) => None,
    };
    let characters = text.map_or(0, |text| text.chars().count());
    match operator {
        Operator::EditCharacter => characters.min(3),
        // Tags in such a text would be text too.
        _ if place.is_in_text() => 0,
        Operator::WrapInFont => usize::from(text.is_some()),
        Operator::SplitText => usize::from(characters > 1),
        Operator::MergeTexts => usize::from(parts_texts(place.siblings, place.index)),
        _ => usize::from(place.node().is_marker() && !parts_texts(place.siblings, place.index)),
    }
}

pub(super) fn mutant(operator: Operator, place: &Place<'_>, part: usize) -> Mutant {
    place.change(|siblings, index| change(operator, siblings, index, part))
}

fn change(operator: Operator, siblings: &mut Vec<Node>, index: usize, part: usize) -> &'static [Code] {
    match (operator, &siblings[index]) {
        (Operator::EditCharacter, Node::Text(text)) => {
            siblings[index] = Node::Text(edited(text, part));
            &[Code::TextDiffers]
        }
        (Operator::WrapInFont, _) => {
            let mut font = Element::new(LocalName::from("font"), Vec::new());
            font.children = vec![siblings[index].clone()];
            siblings[index] = Node::Element(font);
            &[Code::KindDiffers]
        }
        (Operator::SplitText, Node::Text(text)) => {
            let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(byte, _)| byte);
            let (head, tail) = text.split_at(middle);
            let text = |text| Node::Text(StrTendril::from_slice(text));
            let pieces = [text(head), Node::Comment(StrTendril::new()), text(tail)];
            siblings.splice(index..=index, pieces);
            &[Code::TextNodes]
        }
        (Operator::DropMarker, _) => {
            siblings.remove(index);
            // What it stood for may be told, too.
            &[Code::TextNodes, Code::OnlyInBrowser]
        }
        _ => {
            siblings.remove(index);
            &[Code::TextNodes]
        }
    }
}

/// The text with its first, last or middle character changed.
fn edited(text: &str, part: usize) -> StrTendril {
    let count = text.chars().count();
    let at = [0, count.saturating_sub(1), count / 2][part];
    let edit = |(number, own)| match own {
        own if number != at => own,
        'x' => 'y',
        _ => 'x',
    };
    StrTendril::from(text.chars().enumerate().map(edit).collect::<String>())
}

/// Whether this is a marker with a text on each side.
fn parts_texts(siblings: &[Node], index: usize) -> bool {
    let is_text = |index: Option<usize>| matches!(index.and_then(|at| siblings.get(at)), Some(Node::Text(_)));
    siblings[index].is_marker() && is_text(index.checked_sub(1)) && is_text(Some(index + 1))
}
