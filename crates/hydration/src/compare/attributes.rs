//! Compares the attributes of an element on both sides.

use std::collections::BTreeSet;

use super::{
    adoption::is_control,
    kinds::{is_boolean, is_one_function, is_reference, is_set_at_hydration},
    words::Words,
};
use crate::{
    Code, Severity,
    about::About,
    finding::Problem,
    markup::{Element, Path},
};

/// A list of classes that is longer is shown without those that both sides have.
const LONG: usize = 80;

/// Compares the attributes that the server wrote with those that the client would have written. Their order is free,
/// and so is that of classes and styles.
pub(super) fn check(server: &Element, client: &Element, path: &Path, problems: &mut Vec<Problem>) {
    let names: BTreeSet<&str> =
        [server, client].iter().flat_map(|side| side.attributes.iter().map(|(name, _)| &**name)).collect();
    for name in names {
        let values = (server.attribute(name), client.attribute(name));
        if values.0 == values.1 {
            continue;
        }
        if let Some(mut problem) = compare(&server.tag, name, values, path) {
            problem.sides = sides(name, values);
            problems.push(problem.about(About::attribute(path, name)));
        }
    }
}

/// Both values: a style by its declarations, of many classes only those that differ, and of a text what is around the
/// difference.
fn sides(name: &str, (server, client): (Option<&str>, Option<&str>)) -> Vec<String> {
    let shown = |value: Option<&str>| value.map_or_else(|| format!("(no {name})"), |value| format!("{name}={value:?}"));
    let is_long = |value: &str| value.len() > LONG;
    match (name, server, client) {
        ("style", Some(_), Some(_)) => only(&declared(server), &declared(client)),
        ("class", Some(one), Some(other)) if is_long(one) || is_long(other) => only(&classes(server), &classes(client)),
        ("class", ..) | (_, None, _) | (_, _, None) => {
            vec![format!("- {}", shown(server)), format!("+ {}", shown(client))]
        }
        (_, Some(server), Some(client)) => Words::new(server, client).lines(&format!("{name}=")),
    }
}

/// The lines that only one side has.
fn only(server: &BTreeSet<String>, client: &BTreeSet<String>) -> Vec<String> {
    let minus = server.difference(client).map(|line| format!("- {line}"));
    minus.chain(client.difference(server).map(|line| format!("+ {line}"))).collect()
}

/// What only one side has, in a sentence; `None` when both have the same.
fn told(server: &BTreeSet<String>, client: &BTreeSet<String>, between: &str) -> Option<String> {
    let list = |parts: Vec<&String>| parts.into_iter().map(String::as_str).collect::<Vec<_>>().join(between);
    let (server, client) = (list(server.difference(client).collect()), list(client.difference(server).collect()));
    match (server.as_str(), client.as_str()) {
        ("", "") => None,
        (extra, "") => Some(format!("only on the server: {extra}")),
        ("", extra) => Some(format!("only in the client: {extra}")),
        (one, other) => Some(format!("only on the server: {one}; only in the client: {other}")),
    }
}

fn compare(tag: &str, name: &str, values: (Option<&str>, Option<&str>), path: &Path) -> Option<Problem> {
    let plain = |code| Some(Problem::new(code, path, format!("`{name}` of <{tag}>")));
    let (server, client) = values;
    match name {
        // Only the server knows the nonce, and browsers hide it.
        "nonce" => None,
        "class" => {
            let told = told(&classes(server), &classes(client), " ")?;
            Some(Problem::new(Code::ClassDiffers, path, told))
        }
        "style" => style(values, path),
        "data-component" | "data-props" if tag == "leptos-island" => plain(Code::IslandDiffers),
        _ if is_reference(name) => plain(Code::ReferenceDiffers),
        "action" | "formaction"
            if server.zip(client).is_some_and(|(server, client)| is_one_function(server, client)) =>
        {
            plain(Code::ServerFunctionAddress)
        }
        _ if client.is_some() && is_set_at_hydration(tag, name) => plain(Code::RuntimeAttribute),
        _ if is_boolean(name) && (server.is_none() || client.is_none()) => {
            let problem = Problem::new(Code::BooleanAttribute, path, format!("`{name}` of <{tag}>"));
            let severity = if is_control(tag) { Severity::Critical } else { problem.severity };
            Some(Problem { severity, ..problem })
        }
        _ => plain(match values {
            (None, _) => Code::AttributeOnlyInBrowser,
            (_, None) => Code::AttributeOnlyOnServer,
            _ => Code::AttributeValue,
        }),
    }
}

fn classes(value: Option<&str>) -> BTreeSet<String> {
    value.unwrap_or_default().split_ascii_whitespace().map(str::to_owned).collect()
}

fn style((server, client): (Option<&str>, Option<&str>), path: &Path) -> Option<Problem> {
    (declarations(server) != declarations(client)).then(|| {
        let told = told(&declared(server), &declared(client), ", ");
        Problem::new(Code::StyleDiffers, path, told.as_deref().unwrap_or("the same declarations in another order"))
    })
}

fn declared(style: Option<&str>) -> BTreeSet<String> {
    let written =
        |(name, value): (&str, &str)| if value.is_empty() { name.to_owned() } else { format!("{name}: {value}") };
    declarations(style).into_iter().map(written).collect()
}

/// The declarations by property. Those of one property keep their order, since the last that a browser understands
/// counts; what is no declaration is kept too, as it may be the rest of a value that holds a semicolon.
fn declarations(style: Option<&str>) -> Vec<(&str, &str)> {
    let declarations = style.unwrap_or_default().split(';').map(str::trim).filter(|own| !own.is_empty());
    let mut parted: Vec<_> = declarations
        .map(|own| own.split_once(':').map_or((own, ""), |(name, value)| (name.trim(), value.trim())))
        .collect();
    parted.sort_by_key(|(name, _)| *name);
    parted
}
