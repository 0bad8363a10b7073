//! Operators on the markup as a whole.

use html5ever::tendril::StrTendril;

use super::{Mutant, names::is_reference, operator::Operator, place::Place};
use crate::{
    Code,
    markup::{Node, write},
};

/// Bytes that are a multiple of this are cut at or lost: a prime, so that it hits tags, names and texts alike.
const STEP: usize = 61;

pub(super) fn parts(operator: Operator, place: &Place<'_>) -> usize {
    let once = place.way == [0];
    match operator {
        Operator::StripComments => usize::from(once && has_comment(place.tree)),
        Operator::CutShort | Operator::LoseCharacter if once => write(place.tree).len() / STEP,
        Operator::DropEndTag if once => write(place.tree).matches("</").count(),
        Operator::ShiftId => usize::from(place.element().is_some_and(|element| element.attribute("id").is_some())),
        _ => 0,
    }
}

pub(super) fn mutant(operator: Operator, place: &Place<'_>, part: usize) -> Mutant {
    let mut tree = place.tree.to_vec();
    match operator {
        Operator::StripComments => {
            strip(&mut tree);
            Mutant { html: write(&tree), expected: &[Code::TextNodes, Code::OnlyInBrowser] }
        }
        Operator::ShiftId => {
            let id = place.element().and_then(|element| element.attribute("id")).unwrap_or_default();
            shift(&mut tree, id);
            Mutant { html: write(&tree), expected: &[Code::ReferenceDiffers] }
        }
        _ => damaged(operator, write(&tree), part),
    }
}

/// What comes of bytes that get lost on the way.
fn damaged(operator: Operator, mut html: String, part: usize) -> Mutant {
    let at = html.floor_char_boundary((part + 1) * STEP);
    match operator {
        Operator::CutShort => {
            html.truncate(at);
            Mutant { html, expected: &[Code::OnlyInBrowser, Code::ListLength, Code::TextDiffers] }
        }
        Operator::LoseCharacter => {
            if at < html.len() {
                html.remove(at);
            }
            Mutant { html, expected: &[] }
        }
        _ => {
            let start = html.match_indices("</").nth(part).map_or(0, |(at, _)| at);
            let end = html[start..].find('>').map_or(html.len(), |end| start + end + 1);
            html.replace_range(start..end, "");
            Mutant { html, expected: &[] }
        }
    }
}

fn has_comment(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Comment(_) => true,
        Node::Text(_) => false,
        Node::Element(element) => has_comment(&element.children),
    })
}

fn strip(nodes: &mut Vec<Node>) {
    nodes.retain(|node| !matches!(node, Node::Comment(_)));
    for node in nodes {
        if let Node::Element(element) = node {
            strip(&mut element.children);
        }
    }
}

/// Gives an id another number, wherever it is named.
fn shift(nodes: &mut [Node], id: &str) {
    for node in nodes {
        let Node::Element(element) = node else { continue };
        for (name, value) in &mut element.attributes {
            let shifted = |word: &str| match word.strip_prefix('#').unwrap_or(word) {
                word_of_id if word_of_id == id => format!("{word}-1"),
                _ => word.to_owned(),
            };
            let names_it = match &**name {
                "id" => **value == *id,
                "href" => value.strip_prefix('#').is_some_and(|fragment| fragment == id),
                name => is_reference(name) && value.split_ascii_whitespace().any(|word| word == id),
            };
            if names_it {
                let words: Vec<String> = value.split_ascii_whitespace().map(shifted).collect();
                *value = StrTendril::from(words.join(" "));
            }
        }
        shift(&mut element.children, id);
    }
}
