//! Writes a tree as Leptos does: every start tag with its end tag.

use super::{Element, Node, is_raw, is_void};

/// The markup of these nodes.
pub(crate) fn write(nodes: &[Node]) -> String {
    let mut html = String::new();
    write_nodes(nodes, true, &mut html);
    html
}

fn write_nodes(nodes: &[Node], escape: bool, html: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) if escape => {
                html.push_str(&text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
            }
            Node::Text(text) => html.push_str(text),
            Node::Comment(text) if text.is_empty() => html.push_str("<!>"),
            Node::Comment(text) => {
                html.push_str("<!--");
                html.push_str(text);
                html.push_str("-->");
            }
            Node::Element(element) => write_element(element, html),
        }
    }
}

fn write_element(element: &Element, html: &mut String) {
    html.push_str(&start_tag(element));
    if is_void(&element.tag) {
        return;
    }
    write_nodes(&element.children, !is_raw(&element.tag), html);
    html.push_str("</");
    html.push_str(&element.tag);
    html.push('>');
}

/// The start tag alone.
pub(super) fn start_tag(element: &Element) -> String {
    let mut tag = format!("<{}", element.tag);
    for (name, value) in &element.attributes {
        tag.push(' ');
        tag.push_str(name);
        if !value.is_empty() {
            tag.push_str("=\"");
            tag.push_str(&value.replace('&', "&amp;").replace('"', "&quot;"));
            tag.push('"');
        }
    }
    tag.push('>');
    tag
}
