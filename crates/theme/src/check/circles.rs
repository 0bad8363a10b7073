//! Names that read each other in a circle: a browser gives up on all of them.

use std::collections::BTreeMap;

use raffia::{Spanned, ast::Stylesheet};

use super::{
    Code,
    finding::Found,
    names::PREFIX,
    sheet::{Seen, property, reads, walk, words},
};
use crate::values::meanings;

/// What a name reads, and where a theme says so.
#[derive(Clone, Default)]
struct Reads {
    names: Vec<String>,
    at: Option<usize>,
}

type Graph = BTreeMap<String, Reads>;

pub(super) fn check<'s>(sheet: &Stylesheet<'s>, found: &mut Found<'s>) {
    let mut page = ours();
    let mut told: Vec<Vec<String>> = Vec::new();
    walk(sheet, found.text, &mut |seen| {
        let Seen::Block(selectors, declarations, around) = seen else { return };
        let own: Graph = declarations
            .iter()
            .filter(|declaration| property(declaration).starts_with("--"))
            .map(|declaration| {
                let names = reads(&words(&declaration.value)).into_iter().map(str::to_owned).collect();
                (property(declaration), Reads { names, at: Some(declaration.span().start) })
            })
            .collect();
        // What a part reads it may have from above; the page has nothing above it.
        let is_page = selectors.is_some_and(|list| {
            let written = &found.text[list.span.start..list.span.end];
            matches!(written.trim(), ":root" | ":where(:root)" | "html")
        });
        let mut graph = if is_page { page.clone() } else { Graph::new() };
        graph.extend(own.clone());
        for name in own.keys() {
            let Some(circle) = circle(name, &graph) else { continue };
            let mut members = circle.clone();
            members.sort();
            if told.contains(&members) {
                continue;
            }
            told.push(members);
            // The last of them that the theme says closes the circle.
            let at = circle.iter().filter_map(|name| graph.get(name)?.at).max().unwrap_or_default();
            let way: Vec<_> = circle.iter().chain(circle.first()).map(|name| format!("`{name}`")).collect();
            found.at(at, Code::Circle, way.join(" reads "), Code::Circle.fix());
        }
        if is_page && around.is_empty() {
            page = graph;
        }
    });
}

/// What our own stylesheet says of tokens.
fn ours() -> Graph {
    let reads = |value: &str| {
        let names = value.split("var(").skip(1).map(|rest| rest.split([')', ',']).next().unwrap_or_default().trim());
        Reads { names: names.map(str::to_owned).collect(), at: None }
    };
    meanings().into_iter().map(|(name, value)| (format!("{PREFIX}{name}"), reads(value))).collect()
}

/// The shortest way from a name to itself.
fn circle(name: &str, graph: &Graph) -> Option<Vec<String>> {
    let mut ways = vec![vec![name]];
    let mut passed = vec![name];
    let mut next = 0;
    while let Some(way) = ways.get(next).cloned() {
        next += 1;
        for read in way.last().and_then(|last| graph.get(*last)).into_iter().flat_map(|reads| &reads.names) {
            if read == name {
                return Some(way.into_iter().map(str::to_owned).collect());
            }
            if !passed.contains(&read.as_str()) {
                passed.push(read);
                ways.push([way.as_slice(), &[read.as_str()]].concat());
            }
        }
    }
    None
}
