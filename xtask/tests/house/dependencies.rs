//! Arrows point inwards.

use std::collections::BTreeSet;

use crate::{
    graph::{GRAPH, Graph, Package, reach},
    table::{Row, TABLE},
};

#[test]
fn every_package_keeps_to_its_row() {
    let broken: Vec<String> = GRAPH
        .ours()
        .flat_map(|package| row(package).map_or_else(|wrong| vec![wrong], |row| check(&GRAPH, package, row)))
        .collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn every_package_is_named_for_its_folder() {
    for package in GRAPH.ours() {
        let expected = match package.folder.as_str() {
            // The facade is the one name that an embedder writes.
            "vestibule" => "vestibule".to_owned(),
            folder => format!("vestibule-{folder}"),
        };
        assert_eq!(package.name, expected);
    }
}

#[test]
fn the_table_has_no_row_too_many() {
    let ours: BTreeSet<&str> = GRAPH.ours().map(|package| package.name.as_str()).collect();
    for row in TABLE {
        assert!(ours.contains(row.name), "{} has a row and is gone", row.name);
    }
}

fn row(package: &Package) -> Result<&'static Row, String> {
    TABLE.iter().find(|row| row.name == package.name).ok_or_else(|| format!("{} has no row in the table", package.name))
}

fn check(graph: &Graph, package: &Package, row: &Row) -> Vec<String> {
    let is_ours = |name: &str| graph.ours().any(|package| package.name == name);
    let mut broken = Vec::new();
    for name in graph.names(&package.normal) {
        let may =
            if is_ours(name) { row.ours.contains(&name) } else { row.foreign.is_none_or(|list| list.contains(&name)) };
        if !may {
            broken.push(format!("{} may not use {name}", package.name));
        }
    }
    for name in graph.names(&package.dev) {
        if is_ours(name) && !row.ours.contains(&name) && !row.tests.contains(&name) {
            broken.push(format!("the tests of {} may not use {name}", package.name));
        }
    }
    let reach = reach(&package.name);
    for name in row.never {
        if reach.contains(*name) {
            broken.push(format!("{} may not reach {name}", package.name));
        }
    }
    broken
}
