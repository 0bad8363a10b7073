//! What no comparison of trees can show, since the tokenizer decided it before.

use crate::{
    Code,
    finding::Problem,
    markup::{Element, Node, Path},
};

/// Looks for repeated attributes, markers in text-only elements, and what older parsers drop.
pub(crate) fn check(nodes: &[Node]) -> Vec<Problem> {
    let mut problems = Vec::new();
    visit(nodes, &Path::default(), &mut problems);
    problems
}

fn visit(nodes: &[Node], path: &Path, problems: &mut Vec<Problem>) {
    for (index, node) in nodes.iter().enumerate() {
        let Some(element) = node.element() else { continue };
        let here = || path.to(nodes, index, element);
        if element.repeats_attribute {
            problems.push(Problem::new(Code::RepeatedAttribute, here(), format!("<{}>", element.tag)));
        }
        if shows_marker(element) {
            let detail = format!("<{}> holds {:?}", element.tag, node.text());
            problems.push(Problem::new(Code::RawMarker, here(), detail));
        }
        if &*element.tag == "select"
            && let Some(dropped) = dropped_by_older_parsers(element)
        {
            let detail = format!("<{dropped}> in <select>");
            problems.push(Problem::new(Code::SelectContent, here(), detail));
        }
        if !element.children.is_empty() {
            visit(&element.children, &here(), problems);
        }
    }
}

fn shows_marker(element: &Element) -> bool {
    matches!(&*element.tag, "textarea" | "title")
        && element.children.iter().any(|child| matches!(child, Node::Text(text) if text.contains("<!>")))
}

/// The first tag below a `select` that only customizable selects may hold.
fn dropped_by_older_parsers(element: &Element) -> Option<String> {
    let in_option = &*element.tag == "option";
    element.children.iter().filter_map(Node::element).find_map(|child| match &*child.tag {
        "option" | "optgroup" | "hr" | "script" | "template" if !in_option => dropped_by_older_parsers(child),
        other => Some(other.to_owned()),
    })
}
