//! What must not be found: operators that write the same thing in other words, and when two trees say the same. The
//! check has its own idea of that; this one is written anew, so that a mistake in one of them shows.

use std::{collections::BTreeSet, mem};

use html5ever::tendril::StrTendril;

use super::{Mutant, operator::Operator, place::Place, values::set};
use crate::markup::{Element, Node};

pub(super) fn parts(operator: Operator, place: &Place<'_>) -> usize {
    let Some(element) = place.element() else { return 0 };
    let value = |name| element.attribute(name).unwrap_or_default();
    let applies = match operator {
        Operator::ReorderAttributes => element.attributes.len() > 1,
        Operator::ReorderClasses => value("class").split_ascii_whitespace().nth(1).is_some(),
        Operator::ReorderStyles => {
            let style = declarations(value("style"));
            let names: BTreeSet<&str> = style.iter().map(|(name, _)| name.as_str()).collect();
            // Of two declarations of one property the last counts, so their order does.
            names.len() == style.len() && style.len() > 1
        }
        Operator::EmptyClass => element.attribute("class").is_none(),
        _ => matches!(&*element.tag, "script" | "style" | "link") && element.attribute("nonce").is_none(),
    };
    usize::from(applies)
}

pub(super) fn mutant(operator: Operator, place: &Place<'_>, _: usize) -> Mutant {
    place.change_element(|element| {
        match operator {
            Operator::ReorderAttributes => element.attributes.reverse(),
            Operator::ReorderClasses => {
                let class = element.attribute("class").unwrap_or_default();
                let classes: Vec<&str> = class.split_ascii_whitespace().rev().collect();
                let class = classes.join("  ");
                set(element, "class", class);
            }
            Operator::ReorderStyles => {
                let mut style = declarations(element.attribute("style").unwrap_or_default());
                style.reverse();
                let style: Vec<String> = style.into_iter().map(|(name, value)| format!("{name} : {value}")).collect();
                set(element, "style", style.join(" ; "));
            }
            Operator::EmptyClass => set(element, "class", String::new()),
            _ => set(element, "nonce", "n".to_owned()),
        }
        &[]
    })
}

/// The tree with everything in one order and without what doesn't count: two trees that say the same are equal then.
pub(super) fn plain(nodes: &[Node]) -> Vec<Node> {
    let mut nodes = nodes.to_vec();
    nodes.iter_mut().for_each(make_plain);
    nodes
}

fn make_plain(node: &mut Node) {
    let Node::Element(Element { tag, attributes, children, .. }) = node else { return };
    if &**tag == "noscript" {
        // Where there is a client, a browser doesn't show it.
        children.retain(|child| !matches!(child, Node::Text(_)));
    }
    for (name, value) in attributes.iter_mut() {
        match &**name {
            "class" => {
                let mut classes: Vec<&str> = value.split_ascii_whitespace().collect();
                classes.sort_unstable();
                classes.dedup();
                *value = StrTendril::from(classes.join(" "));
            }
            "style" => {
                let mut style = declarations(value);
                style.sort_by(|(one, _), (other, _)| one.cmp(other));
                let style: Vec<String> = style.into_iter().map(|(name, value)| format!("{name}:{value}")).collect();
                *value = StrTendril::from(style.join(";"));
            }
            _ => {}
        }
    }
    attributes.retain(|(name, value)| match &**name {
        "nonce" => false,
        "class" | "style" => !value.is_empty(),
        _ => true,
    });
    attributes.sort_by(|(one, _), (other, _)| one.cmp(other));
    children.iter_mut().for_each(make_plain);
}

/// The declarations of a style, each with its name and value. What stands in brackets or quotes belongs to the value.
fn declarations(style: &str) -> Vec<(String, String)> {
    let mut declarations = vec![String::new()];
    let (mut brackets, mut quote) = (0_usize, None);
    for character in style.chars() {
        match character {
            ';' if brackets == 0 && quote.is_none() => {
                declarations.push(String::new());
                continue;
            }
            '\'' | '"' if quote.is_none() => quote = Some(character),
            _ if quote == Some(character) => quote = None,
            '(' if quote.is_none() => brackets += 1,
            ')' if quote.is_none() => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        declarations.last_mut().map(|last| last.push(character)).unwrap_or_default();
    }
    let parted = declarations.iter_mut().map(mem::take).map(|declaration| match declaration.split_once(':') {
        Some((name, value)) => (name.trim().to_owned(), value.trim().to_owned()),
        None => (String::new(), declaration.trim().to_owned()),
    });
    parted.filter(|(name, value)| !(name.is_empty() && value.is_empty())).collect()
}
