//! Allowances in the view: `data-hydration-allow="text"` on the element itself. It is an attribute like any other, so it
//! must stand on both sides.

use std::collections::BTreeMap;

use super::rule::Rule;
use crate::{
    Layer, Painting, Report,
    about::About,
    markup::{Node, Path, intended},
};

/// The attribute.
pub(super) const ATTRIBUTE: &str = "data-hydration-allow";

/// A rule for each word of each such attribute that the server wrote and the client would have written too.
pub(super) fn rules(servers: &BTreeMap<String, Painting>, report: &Report) -> Vec<Rule> {
    let mut rules = Vec::new();
    // The words are about two sides, so without a second side they mean nothing.
    if !report.layers.iter().any(|layer| *layer != Layer::Parse) {
        return rules;
    }
    for (case, painting) in servers {
        match painting {
            Painting::Html(html) if html.contains(ATTRIBUTE) => {
                visit(&intended(html).nodes, &Path::default(), case, &mut rules);
            }
            _ => {}
        }
    }
    let one_sided = |rule: &Rule| {
        let itself = |about: &About| rule.owns(about) && about.word == format!("attribute:{ATTRIBUTE}");
        report.findings.iter().any(|finding| finding.case == rule.case && finding.about.as_ref().is_some_and(itself))
    };
    rules.retain(|rule| !one_sided(rule));
    rules
}

fn visit(nodes: &[Node], path: &Path, case: &str, rules: &mut Vec<Rule>) {
    for (index, node) in nodes.iter().enumerate() {
        let Some(element) = node.element() else { continue };
        let here = path.to(nodes, index, element);
        let words = element.attribute(ATTRIBUTE).unwrap_or_default().split_ascii_whitespace();
        rules.extend(words.map(|word| Rule::of_view(case, &here.to_string(), &element.tag, word)));
        visit(&element.children, &here, case, rules);
    }
}
