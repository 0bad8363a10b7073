//! What assistive technology is told of a page: the browser's own accessibility tree, as text that people can read.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::{Value, json};

use vestibule_testing::browser::Browser;

/// Roles that nobody hears.
const SILENT: [&str; 7] =
    ["none", "generic", "InlineTextBox", "LabelText", "LayoutTable", "LayoutTableRow", "LayoutTableCell"];

/// What is heard beside role, name and description.
const STATES: [&str; 14] = [
    "level",
    "live",
    "focused",
    "required",
    "readonly",
    "invalid",
    "disabled",
    "checked",
    "pressed",
    "expanded",
    "selected",
    "multiline",
    "modal",
    "busy",
];

/// A node as the developer tools give it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    #[serde(rename = "nodeId")]
    id: String,
    #[serde(default)]
    ignored: bool,
    role: Option<Said>,
    name: Option<Said>,
    description: Option<Said>,
    value: Option<Said>,
    #[serde(default)]
    properties: Vec<Property>,
    #[serde(default)]
    child_ids: Vec<String>,
    parent_id: Option<String>,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    value: Said,
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    value: Value,
}

/// The tree of the page in the browser, one node a line: role, name, what it is described by, value, states.
///
/// # Panics
/// When the browser has none.
pub async fn tree(browser: &Browser) -> String {
    browser.developer("Accessibility.enable", json!({})).await;
    let mut last = read(browser).await;
    // It is made in the background: the first answer of a new browser may be half of it.
    let settled = browser.until("the tree to stand still", async || {
        let now = read(browser).await;
        let stands = now == last;
        last.clone_from(&now);
        stands.then_some(now)
    });
    settled.await
}

async fn read(browser: &Browser) -> String {
    let mut answer = browser.developer("Accessibility.getFullAXTree", json!({})).await;
    let nodes: Vec<Node> = serde_json::from_value(answer["nodes"].take()).expect("the browser tells its tree");
    let by_id: HashMap<&str, &Node> = nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let root = nodes.iter().find(|node| node.parent_id.is_none()).expect("a tree has a root");
    let mut text = String::new();
    draw(root, &by_id, 0, Around::Nothing, &mut text);
    text
}

/// What is heard already where a text stands.
#[derive(Clone, Copy)]
enum Around<'n> {
    /// Nothing of it.
    Nothing,
    /// The name of what it stands in.
    Name(&'n str),
    /// Everything: a label is heard as the name of its control.
    Everything,
}

impl Around<'_> {
    fn repeats(self, text: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::Name(name) => name.contains(text),
            Self::Everything => true,
        }
    }
}

fn draw(node: &Node, all: &HashMap<&str, &Node>, depth: usize, around: Around<'_>, text: &mut String) {
    let (role, name) = (said(node.role.as_ref()), said(node.name.as_ref()));
    let is_repeated = role == "StaticText" && around.repeats(&name);
    let is_heard = !node.ignored && !SILENT.contains(&role.as_str()) && !is_repeated;
    if is_heard {
        writeln!(text, "{}{}", "  ".repeat(depth), line(node, &role, &name)).expect("a text takes more text");
    }
    let around = match role.as_str() {
        "RootWebArea" => Around::Nothing,
        // What was typed is heard as its value.
        "LabelText" | "textbox" => Around::Everything,
        _ if is_heard => Around::Name(&name),
        _ => around,
    };
    for child in node.child_ids.iter().filter_map(|id| all.get(id.as_str())) {
        draw(child, all, depth + usize::from(is_heard), around, text);
    }
}

fn line(node: &Node, role: &str, name: &str) -> String {
    let mut line = match role {
        "RootWebArea" => "page".to_owned(),
        "StaticText" => "text".to_owned(),
        other => other.to_owned(),
    };
    let mut add = |what: &str, said: &str| {
        if !said.is_empty() {
            write!(line, " {what}{said:?}").expect("a text takes more text");
        }
    };
    add("", name);
    add("described ", &said(node.description.as_ref()));
    if matches!(role, "textbox" | "combobox" | "spinbutton" | "Date") {
        add("value ", &said(node.value.as_ref()));
    }
    // The page itself has the focus where nothing else has.
    for property in
        node.properties.iter().filter(|property| role != "RootWebArea" && STATES.contains(&property.name.as_str()))
    {
        match &property.value.value {
            Value::Bool(false) | Value::Null => {}
            Value::Bool(true) => write!(line, " {}", property.name).expect("a text takes more text"),
            Value::String(said) if said == "false" || said == "off" => {}
            Value::String(said) => write!(line, " {}={said}", property.name).expect("a text takes more text"),
            other => write!(line, " {}={other}", property.name).expect("a text takes more text"),
        }
    }
    line
}

fn said(said: Option<&Said>) -> String {
    match said.map(|said| &said.value) {
        Some(Value::String(text)) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}
