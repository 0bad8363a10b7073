//! Operators on attributes.

use html5ever::{LocalName, tendril::StrTendril};

use super::{
    Mutant,
    names::{expected, is_boolean},
    operator::Operator,
    place::Place,
};
use crate::{Code, markup::Element};

/// What is added where it isn't there yet.
const ADDED: [&str; 2] = ["title", "data-extension"];
/// What is switched on where it is off.
const SWITCHED: [&str; 3] = ["disabled", "hidden", "required"];

pub(super) fn parts(operator: Operator, place: &Place<'_>) -> usize {
    place.element().map_or(0, |element| chosen(operator, element).len())
}

/// The names of the attributes that are changed, one a mutant.
fn chosen(operator: Operator, element: &Element) -> Vec<LocalName> {
    let own = || element.attributes.iter().map(|(name, _)| name);
    let missing = |names: &[&str]| -> Vec<LocalName> {
        names.iter().filter(|name| element.attribute(name).is_none()).map(|name| LocalName::from(*name)).collect()
    };
    match operator {
        Operator::FlipBoolean => {
            let on = own().filter(|name| is_boolean(name)).cloned().collect();
            [on, missing(&SWITCHED)].concat()
        }
        Operator::AddAttribute => missing(&ADDED),
        // Operators of their own change the values of these.
        Operator::ChangeValue => own().filter(|name| !matches!(&***name, "class" | "style")).cloned().collect(),
        _ => own().filter(|name| !is_boolean(name)).cloned().collect(),
    }
}

pub(super) fn mutant(operator: Operator, place: &Place<'_>, part: usize) -> Mutant {
    place.change_element(|element| {
        let name = chosen(operator, element).swap_remove(part);
        change(operator, element, &name)
    })
}

fn change(operator: Operator, element: &mut Element, name: &LocalName) -> &'static [Code] {
    let place = element.attributes.iter().position(|(own, _)| own == name);
    match (operator, place) {
        (Operator::ChangeValue, Some(place)) => {
            element.attributes[place].1.push_slice("x");
            expected(&element.tag, name)
        }
        (_, Some(place)) => {
            element.attributes.remove(place);
            match expected(&element.tag, name) {
                _ if is_boolean(name) => &[Code::BooleanAttribute, Code::RuntimeAttribute],
                [Code::AttributeValue, ..] => &[Code::AttributeOnlyInBrowser, Code::RuntimeAttribute],
                special => special,
            }
        }
        (_, None) => {
            element.attributes.push((name.clone(), StrTendril::from_slice("")));
            match expected(&element.tag, name) {
                _ if is_boolean(name) => &[Code::BooleanAttribute, Code::RuntimeAttribute],
                [Code::AttributeValue, ..] => &[Code::AttributeOnlyOnServer, Code::RuntimeAttribute],
                special => special,
            }
        }
    }
}
