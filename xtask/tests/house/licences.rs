//! What cargo-deny would say, without having to fetch it: both read deny.toml.

use std::{fs, path::Path};

use spdx::{Expression, ParseMode};
use toml::Table;

use crate::graph::GRAPH;

#[test]
fn every_licence_is_allowed() {
    let policy = policy();
    let allowed = texts(&policy["licenses"]["allow"]);
    let refused: Vec<String> = GRAPH
        .packages
        .values()
        .filter(|package| !package.licence.as_deref().is_some_and(|licence| is_allowed(licence, &allowed)))
        .map(|package| format!("{}: {}", package.name, package.licence.as_deref().unwrap_or("no licence")))
        .collect();
    assert!(refused.is_empty(), "\n{}", refused.join("\n"));
}

#[test]
fn every_allowed_licence_is_somebodys() {
    for licence in texts(&policy()["licenses"]["allow"]) {
        let is_used =
            GRAPH.packages.values().any(|package| package.licence.as_deref().is_some_and(|own| own.contains(&licence)));
        assert!(is_used, "nothing is under {licence}");
    }
}

#[test]
fn nothing_is_banned() {
    for ban in policy()["bans"]["deny"].as_array().expect("bans.deny is a list") {
        let name = ban["crate"].as_str().expect("a ban names a crate");
        let used = GRAPH.packages.values().any(|package| package.name == name);
        assert!(!used, "{name} is banned: {}", ban["reason"].as_str().unwrap_or_default());
    }
}

#[test]
fn everything_comes_from_the_registry() {
    for package in GRAPH.packages.values() {
        let source = package.source.as_deref().unwrap_or("path");
        let ours = source == "path" && GRAPH.ours().any(|our| our.name == package.name);
        assert!(ours || source.starts_with("registry+"), "{} comes from {source}", package.name);
    }
}

#[test]
fn expressions_are_understood() {
    let allowed = ["MIT".to_owned(), "Apache-2.0".to_owned()];
    let check = |licence, expected| assert_eq!(is_allowed(licence, &allowed), expected, "{licence}");
    check("MIT OR GPL-3.0-only", true);
    check("MIT/GPL-3.0-only", true);
    check("MIT AND GPL-3.0-only", false);
    check("(MIT OR GPL-3.0-only) AND Apache-2.0", true);
    check("Apache-2.0 WITH LLVM-exception", false);
    check("", false);
}

fn is_allowed(licence: &str, allowed: &[String]) -> bool {
    // Old packages write a stroke for "or"; the parser knows.
    Expression::parse_mode(licence, ParseMode::LAX)
        .is_ok_and(|expression| expression.evaluate(|requirement| allowed.contains(&requirement.to_string())))
}

fn policy() -> Table {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("deny.toml");
    fs::read_to_string(file).expect("deny.toml stands beside the workspace").parse().expect("deny.toml is TOML")
}

fn texts(list: &toml::Value) -> Vec<String> {
    let texts = list.as_array().expect("a list").iter();
    texts.map(|text| text.as_str().expect("a text").to_owned()).collect()
}
