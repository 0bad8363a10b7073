//! Operators that write what a parser doesn't keep, as both sides would by the same mistake.

use html5ever::{LocalName, tendril::StrTendril};

use super::{Mutant, operator::Operator, place::Place};
use crate::{
    Code,
    markup::{Element, Node},
};

pub(super) fn parts(operator: Operator, place: &Place<'_>) -> usize {
    // Within a drawing other rules hold, and in a text none.
    let outside = !["svg", "math", "template", "select"].iter().any(|tag| place.is_in(tag)) && !place.is_in_text();
    let Some(element) = place.element().filter(|_| outside) else { return 0 };
    let applies = match (operator, &*element.tag) {
        (Operator::NestParagraph, "p")
        | (Operator::NestForm, "form")
        | (Operator::NestControl, "a" | "button")
        | (Operator::NestItem, "li" | "dt" | "dd")
        | (Operator::NestHeading, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") => true,
        (Operator::DropTableBody, "tbody") => element.children.first().is_some_and(|row| row.element().is_some()),
        (Operator::DropTableBody | Operator::TextInTable, tag) => holds_tables(tag),
        _ => false,
    };
    usize::from(applies)
}

/// Where a table may be put.
fn holds_tables(tag: &str) -> bool {
    matches!(tag, "article" | "div" | "fieldset" | "form" | "li" | "main" | "section" | "td")
}

pub(super) fn mutant(operator: Operator, place: &Place<'_>, _: usize) -> Mutant {
    place.change(|siblings, index| {
        let Node::Element(element) = &mut siblings[index] else { return &[] };
        match (operator, &*element.tag) {
            (Operator::DropTableBody, "tbody") => {
                let rows = std::mem::take(&mut element.children);
                siblings.splice(index..=index, rows);
                return &[Code::ImpliedElement];
            }
            (Operator::DropTableBody, _) => {
                let row = with_children("tr", vec![with_children("td", vec![text()])]);
                element.children.push(with_children("table", vec![row]));
                return &[Code::ImpliedElement];
            }
            (Operator::TextInTable, _) => {
                element.children.push(with_children("table", vec![text()]));
                return &[Code::FosterParented];
            }
            _ => {}
        }
        let like = with_children(&element.tag, vec![text()]);
        element.children.push(like);
        match operator {
            Operator::NestParagraph => &[Code::EndsParagraph],
            Operator::NestForm => &[Code::NestedForm],
            Operator::NestControl => &[Code::NestedInteractive],
            Operator::NestItem => &[Code::ClosedByLike],
            _ => &[Code::NestedHeading],
        }
    })
}

fn with_children(tag: &str, children: Vec<Node>) -> Node {
    Node::Element(Element { children, ..Element::new(LocalName::from(tag), Vec::new()) })
}

fn text() -> Node {
    Node::Text(StrTendril::from_slice("x"))
}
