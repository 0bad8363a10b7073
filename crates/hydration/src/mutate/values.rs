//! Operators on what class and style list.

use html5ever::{LocalName, tendril::StrTendril};

use super::{Mutant, operator::Operator, place::Place};
use crate::{Code, markup::Element};

pub(super) fn parts(operator: Operator, place: &Place<'_>) -> usize {
    place.element().map_or(0, |element| changed(operator, element).len())
}

pub(super) fn mutant(operator: Operator, place: &Place<'_>, part: usize) -> Mutant {
    place.change_element(|element| {
        let value = changed(operator, element).swap_remove(part);
        let (name, expected): (_, &'static [Code]) = match operator {
            Operator::ToggleClass => ("class", &[Code::ClassDiffers]),
            _ => ("style", &[Code::StyleDiffers]),
        };
        set(element, name, value);
        expected
    })
}

/// The values that the attribute gets, one a mutant.
fn changed(operator: Operator, element: &Element) -> Vec<String> {
    match operator {
        Operator::ToggleClass => toggled(element.attribute("class").unwrap_or_default()),
        _ => restyled(element.attribute("style").unwrap_or_default()),
    }
}

/// The classes without each one, and with one more.
fn toggled(class: &str) -> Vec<String> {
    let classes: Vec<&str> = class.split_ascii_whitespace().collect();
    let without = |left_out: usize| [&classes[..left_out], &classes[left_out + 1..]].concat().join(" ");
    let fewer = (0..classes.len()).map(without);
    fewer.chain([[&classes[..], &["extension"]].concat().join(" ")]).collect()
}

/// The style without each declaration, with another value for each, and with one more.
fn restyled(style: &str) -> Vec<String> {
    let declarations: Vec<&str> = style.split(';').filter(|declaration| !declaration.trim().is_empty()).collect();
    let without = |left_out: usize| [&declarations[..left_out], &declarations[left_out + 1..]].concat().join(";");
    let other = |at: usize| {
        let value = format!("{}x", declarations[at].trim_end());
        [&declarations[..at], &[value.as_str()], &declarations[at + 1..]].concat().join(";")
    };
    let fewer = (0..declarations.len()).map(without);
    let others = (0..declarations.len()).map(other);
    fewer.chain(others).chain([[&declarations[..], &["top:1px"]].concat().join(";")]).collect()
}

/// Gives the element this value of an attribute, which it has or not.
pub(super) fn set(element: &mut Element, name: &str, value: String) {
    let value = StrTendril::from(value);
    match element.attributes.iter_mut().find(|(own, _)| &**own == name) {
        Some((_, own)) => *own = value,
        None => element.attributes.push((LocalName::from(name), value)),
    }
}
