//! Operators that write what gets lost before a parser has anything to build, on both sides alike.

use html5ever::tendril::StrTendril;

use super::{Mutant, operator::Operator, place::Place};
use crate::{Code, markup::Node};

pub(super) fn parts(operator: Operator, place: &Place<'_>) -> usize {
    let applies = match (operator, place.node()) {
        (Operator::RepeatAttribute, Node::Element(element)) => !element.attributes.is_empty(),
        (Operator::LeadingNewline, Node::Element(element)) => matches!(&*element.tag, "pre" | "textarea"),
        (Operator::CarriageReturn, Node::Text(_)) => true,
        _ => false,
    };
    usize::from(applies)
}

pub(super) fn mutant(operator: Operator, place: &Place<'_>, _: usize) -> Mutant {
    place.change(|siblings, index| match (operator, &mut siblings[index]) {
        (Operator::RepeatAttribute, Node::Element(element)) => {
            let (name, _) = element.attributes[0].clone();
            element.attributes.push((name, StrTendril::from_slice("other")));
            &[Code::RepeatedAttribute]
        }
        (Operator::LeadingNewline, Node::Element(element)) => {
            element.children.insert(0, Node::Text(StrTendril::from_slice("\n")));
            &[Code::LeadingNewline]
        }
        (_, Node::Text(text)) => {
            text.push_slice("\r");
            &[Code::Normalised]
        }
        _ => &[],
    })
}
