//! Compares the attributes of an element on both sides.

use std::collections::BTreeSet;

use super::{
    adoption::is_control,
    kinds::{is_boolean, is_one_function, is_reference, is_set_at_hydration},
};
use crate::{
    Code, Severity,
    about::About,
    finding::Problem,
    markup::{Element, Path},
};

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
            problem.sides = vec![format!("- {}", shown(name, values.0)), format!("+ {}", shown(name, values.1))];
            problems.push(problem.about(About::attribute(path, name)));
        }
    }
}

fn shown(name: &str, value: Option<&str>) -> String {
    value.map_or_else(|| format!("(no {name})"), |value| format!("{name}={value:?}"))
}

fn compare(tag: &str, name: &str, values: (Option<&str>, Option<&str>), path: &Path) -> Option<Problem> {
    let plain = |code| Some(Problem::new(code, path, format!("`{name}` of <{tag}>")));
    let (server, client) = values;
    match name {
        // Only the server knows the nonce, and browsers hide it.
        "nonce" => None,
        "class" => class(server, client, path),
        "style" => (declarations(server) != declarations(client)).then(|| plain(Code::StyleDiffers))?,
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

fn class(server: Option<&str>, client: Option<&str>, path: &Path) -> Option<Problem> {
    let set = |value: Option<&str>| -> BTreeSet<String> {
        value.unwrap_or_default().split_ascii_whitespace().map(str::to_owned).collect()
    };
    let (server, client) = (set(server), set(client));
    let list = |classes: Vec<&String>| classes.into_iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    let (only_server, only_client) =
        (list(server.difference(&client).collect()), list(client.difference(&server).collect()));
    let detail = match (only_server.as_str(), only_client.as_str()) {
        ("", "") => return None,
        (extra, "") => format!("only on the server: {extra}"),
        ("", extra) => format!("only in the client: {extra}"),
        (one, other) => format!("only on the server: {one}; only in the client: {other}"),
    };
    Some(Problem::new(Code::ClassDiffers, path, detail))
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
