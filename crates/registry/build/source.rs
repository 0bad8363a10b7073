//! A file of Rust, item by item. It reads what rustfmt wrote, and nothing else.

/// A file.
pub(crate) struct Source {
    /// What the file says of itself: `//!`.
    pub(crate) about: String,
    /// What it imports: path by path, without braces.
    pub(crate) imports: Vec<String>,
    /// Everything else, in its order.
    pub(crate) items: Vec<Item>,
}

/// An item with its documentation.
#[derive(Clone)]
pub(crate) struct Item {
    /// What it is called; of an `impl` the type that it is for.
    pub(crate) name: String,
    /// Whether others than its own module may use it.
    pub(crate) public: bool,
    /// As it stands in the file.
    pub(crate) text: String,
}

impl Item {
    /// Whether it is an `impl`.
    pub(crate) fn implements(&self) -> bool {
        self.first_line().starts_with("impl")
    }

    /// The line that says what it is.
    pub(crate) fn first_line(&self) -> &str {
        let is_code = |line: &&str| !line.starts_with("//") && !line.starts_with('#');
        self.text.lines().find(is_code).unwrap_or_default()
    }
}

impl Source {
    /// Reads a file.
    pub(crate) fn read(text: &str) -> Self {
        let about = text.lines().take_while(|line| line.starts_with("//!"));
        let about = about.map(|line| line.trim_start_matches("//!").trim_start()).collect::<Vec<_>>().join("\n");
        let (mut imports, mut items) = (Vec::new(), Vec::new());
        for text in split(text) {
            let item = item(text);
            match item.first_line().strip_prefix("use ") {
                Some(_) => imports.extend(flat(&item.text)),
                None => items.push(item),
            }
        }
        Self { about, imports, items }
    }
}

/// Cuts a file where its items end: at a line without indentation that closes something, or at the end of a statement.
fn split(text: &str) -> Vec<String> {
    let (mut items, mut open, mut goes_on) = (Vec::new(), String::new(), false);
    for line in text.lines() {
        if line.starts_with("//!") || line.starts_with("#![") || (line.is_empty() && open.is_empty()) {
            continue;
        }
        open.push_str(line);
        open.push('\n');
        let is_top = !line.starts_with([' ', '#', '/']);
        let ends = is_top && (line.starts_with('}') || line.ends_with([';', '}'])) || goes_on && line.ends_with(';');
        goes_on = is_top && line.ends_with('=');
        if ends {
            items.push(std::mem::take(&mut open));
        }
    }
    items
}

fn item(text: String) -> Item {
    let mut item = Item { name: String::new(), public: false, text };
    let line = item.first_line();
    let public = line.starts_with("pub ");
    let name = if item.implements() {
        let named = line.split_once(" for ").map_or_else(|| line.trim_start_matches("impl "), |(_, named)| named);
        word(named)
    } else {
        let is_keyword =
            |word: &&str| !["pub", "const", "async", "fn", "struct", "enum", "type", "mod", "static"].contains(word);
        let is_visibility = |word: &&str| word.starts_with("pub(");
        word(line.split(' ').find(|word| is_keyword(word) && !is_visibility(word)).unwrap_or_default())
    };
    (item.name, item.public) = (name, public);
    item
}

/// The identifier that a text begins with.
fn word(text: &str) -> String {
    text.chars().take_while(|c| is_of_word(*c)).collect()
}

pub(crate) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The paths of one `use`, without braces.
fn flat(text: &str) -> Vec<String> {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, tree) = text.split_once("use ").unwrap_or_default();
    let mut paths = Vec::new();
    grow("", tree.trim_end_matches(';'), &mut paths);
    paths
}

fn grow(stem: &str, tree: &str, paths: &mut Vec<String>) {
    let Some((head, rest)) = tree.split_once('{') else {
        return paths.push(format!("{stem}{}", tree.trim()));
    };
    let stem = format!("{stem}{}", head.trim());
    let inner = &rest[..rest.rfind('}').expect("what is opened is closed")];
    let (mut depth, mut from) = (0, 0);
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let branch = inner[from..at].trim();
                from = at + 1;
                if !branch.is_empty() {
                    grow(&stem, branch, paths);
                }
            }
            _ => {}
        }
    }
}

/// Whether a text uses a name, comments aside.
pub(crate) fn uses(text: &str, name: &str) -> bool {
    text.lines()
        .map(|line| line.split("// ").next().unwrap_or_default())
        .any(|line| !line.trim_start().starts_with("//") && line.split(|c| !is_of_word(c)).any(|word| word == name))
}
