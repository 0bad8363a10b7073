//! Operators on nodes among their siblings.

use html5ever::{LocalName, tendril::StrTendril};

use super::{Mutant, operator::Operator, place::Place};
use crate::{
    Code,
    markup::{Element, Node, is_void},
};

pub(super) fn parts(operator: Operator, place: &Place<'_>) -> usize {
    let applies = match operator {
        // What is missing of a text that isn't markup is told by the operators on texts.
        _ if place.is_in_text() => false,
        Operator::DeleteNode => matches!(place.node(), Node::Element(_) | Node::Text(_)),
        Operator::DuplicateNode | Operator::SwapTag => place.element().is_some(),
        Operator::MoveNode => place.next().is_some_and(|next| next != place.node()),
        Operator::ReorderList => run(place.siblings, place.index).is_some(),
        Operator::InsertFirst => place.index == 0,
        Operator::InsertBetween => !place.is_last(),
        Operator::InsertLast => place.is_last(),
        _ => false,
    };
    usize::from(applies)
}

pub(super) fn mutant(operator: Operator, place: &Place<'_>, _: usize) -> Mutant {
    place.change(|siblings, index| change(operator, siblings, index))
}

fn change(operator: Operator, siblings: &mut Vec<Node>, index: usize) -> &'static [Code] {
    match operator {
        Operator::DeleteNode => {
            siblings.remove(index);
            &[Code::OnlyInBrowser, Code::ListLength]
        }
        Operator::DuplicateNode => {
            siblings.insert(index, siblings[index].clone());
            &[Code::OnlyOnServer, Code::ListLength]
        }
        Operator::MoveNode => {
            siblings.swap(index, index + 1);
            // A marker that has moved only cuts texts elsewhere.
            if siblings[index..=index + 1].iter().any(Node::is_marker) {
                &[Code::ListOrder, Code::TextNodes]
            } else {
                &[Code::ListOrder]
            }
        }
        Operator::ReorderList => {
            let end = run(siblings, index).unwrap_or(index);
            siblings[index..end].reverse();
            &[Code::ListOrder]
        }
        Operator::SwapTag => {
            if let Node::Element(element) = &mut siblings[index] {
                element.tag = LocalName::from(other_tag(&element.tag));
            }
            &[Code::TagDiffers]
        }
        Operator::InsertBetween | Operator::InsertLast => insert(siblings, index + 1),
        _ => insert(siblings, index),
    }
}

/// A node of an extension: of a kind that pages have many of, so that it is easily taken for one of theirs.
fn insert(siblings: &mut Vec<Node>, at: usize) -> &'static [Code] {
    let attributes = vec![(LocalName::from("data-extension"), StrTendril::new())];
    siblings.insert(at, Node::Element(Element::new(LocalName::from("div"), attributes)));
    &[Code::OnlyOnServer]
}

/// The end of three or more elements of a kind that begin here, unless they read the same from both ends.
fn run(siblings: &[Node], index: usize) -> Option<usize> {
    let tag = |node: &Node| node.element().map(|element| element.tag.clone());
    let first = tag(&siblings[index])?;
    let goes_on = index.checked_sub(1).is_some_and(|before| tag(&siblings[before]).as_ref() == Some(&first));
    let length = siblings[index..].iter().take_while(|node| tag(node).as_ref() == Some(&first)).count();
    let run = &siblings[index..index + length];
    let differs = run.iter().zip(run.iter().rev()).any(|(forwards, backwards)| forwards != backwards);
    (!goes_on && length >= 3 && differs).then_some(index + length)
}

/// Another tag that may mostly stand in the same place.
fn other_tag(tag: &str) -> &'static str {
    match tag {
        "img" => "wbr",
        _ if is_void(tag) => "img",
        "div" => "section",
        "p" | "section" | "main" | "header" | "footer" | "form" | "fieldset" | "nav" | "article" | "aside" | "ul"
        | "ol" | "dl" | "details" | "dialog" | "pre" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "div",
        "li" | "dt" => "dd",
        "dd" => "dt",
        "td" => "th",
        "th" => "td",
        "tbody" => "tfoot",
        "thead" | "tfoot" => "tbody",
        "path" | "circle" | "rect" | "line" | "g" | "stop" => "polyline",
        "span" => "em",
        _ => "span",
    }
}
