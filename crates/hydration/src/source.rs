//! Which `view!` drew which place. Leptos's macro knows its own line and, where Leptos was compiled with `LEPTOS_WATCH`
//! in a development build, writes it around what it draws. The twin is built so; its markers are taken out before
//! anything is compared.

use std::{
    collections::BTreeMap,
    env,
    fmt::{self, Display},
    fs,
    path::Path as File,
};

use serde::Serialize;

use crate::markup::{Node, Path, intended};

const MARKER: &str = "<!--hot-reload|";
const OPEN: &str = "|open";
const CLOSE: &str = "|close";

/// A line of source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Source {
    /// The file, as the compiler named it: from the workspace's root.
    pub file: String,
    /// The line, counted from one, where the `view!` begins.
    pub line: u32,
}

impl Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

impl Source {
    /// Leptos writes `crates-ui-src-log_in.rs-16`: the slashes are gone, the disk knows where they were.
    fn of_marker(marker: &str) -> Option<Self> {
        let (file, line) = marker.rsplit_once('-')?;
        let line = line.parse().ok()?;
        let here = env::current_dir().ok()?;
        let found = here.ancestors().find_map(|root| find(root, file)).unwrap_or_else(|| file.to_owned());
        Some(Self { file: straight(&found), line })
    }
}

/// A path without detours, as a module makes that is named by `#[path]`.
fn straight(path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        if step == ".." && steps.last().is_some_and(|last| *last != "..") {
            steps.pop();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}

/// The file below `folder` whose path is `dashed` when its slashes are dashes.
fn find(folder: &File, dashed: &str) -> Option<String> {
    if folder.join(dashed).is_file() {
        return Some(dashed.to_owned());
    }
    let names = dashed.match_indices('-').map(|(dash, _)| (&dashed[..dash], &dashed[dash + 1..]));
    names.filter(|(name, _)| !name.is_empty()).find_map(|(name, rest)| {
        let inner = folder.join(name);
        fs::metadata(&inner).ok().filter(fs::Metadata::is_dir)?;
        find(&inner, rest).map(|rest| format!("{name}/{rest}"))
    })
}

/// The bytes without the markers.
pub(crate) fn without_markers(html: &str) -> String {
    let mut parts = html.split(MARKER);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once("-->").map_or("", |(_, rest)| rest));
    }
    plain
}

/// The views of a case, by the places they draw.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// The marker of the view that draws an element, and that of the view that draws its children first.
    by_path: BTreeMap<String, String>,
}

impl Sources {
    pub(crate) fn read(marked: &str) -> Self {
        let mut sources = Self::default();
        if marked.contains(MARKER) {
            sources.walk(&intended(marked).nodes, &Path::default(), None);
        }
        sources
    }

    /// The innermost `view!` around a place; where the place isn't the client's, around what surrounds it.
    pub(crate) fn at(&self, path: &str) -> Option<Source> {
        let mut place = path;
        loop {
            if let Some(marker) = self.by_path.get(place) {
                return Source::of_marker(marker);
            }
            place = match place.rsplit_once(" > ") {
                Some((outer, _)) => outer,
                None if place == ":root" => return None,
                None => ":root",
            };
        }
    }

    fn walk(&mut self, children: &[Node], path: &Path, outer: Option<&str>) {
        let mut views: Vec<&str> = outer.into_iter().collect();
        let plain: Vec<Node> = children.iter().filter(|node| marker(node).is_none()).cloned().collect();
        let mut index = 0;
        for node in children {
            if let Some(marker) = marker(node) {
                if let Some(view) = marker.strip_suffix(OPEN) {
                    views.push(view);
                    self.by_path.entry(path.to_string()).or_insert_with(|| view.to_owned());
                } else if marker.ends_with(CLOSE) {
                    views.pop();
                }
                continue;
            }
            if let Node::Element(element) = node {
                let here = path.to(&plain, index, element);
                let view = views.last().copied();
                if let Some(view) = view {
                    self.by_path.insert(here.to_string(), view.to_owned());
                }
                self.walk(&element.children, &here, view);
            }
            index += 1;
        }
    }
}

fn marker(node: &Node) -> Option<&str> {
    match node {
        Node::Comment(text) => text.strip_prefix("hot-reload|"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKED: &str = "<!--hot-reload|src-source.rs-7|open--><div><p>a</p>\
        <!--hot-reload|src-source.rs-9|open--><b>b</b><!--hot-reload|src-source.rs-9|close--><b>c</b></div>\
        <!--hot-reload|src-source.rs-7|close-->";

    #[test]
    fn markers_are_taken_out() {
        assert_eq!(without_markers(MARKED), "<div><p>a</p><b>b</b><b>c</b></div>");
        assert_eq!(without_markers("<p>a<!>b</p>"), "<p>a<!>b</p>");
    }

    #[test]
    fn a_place_belongs_to_the_innermost_view() {
        let sources = Sources::read(MARKED);
        let line = |path| sources.at(path).map(|source| source.line);
        assert_eq!(line("div"), Some(7));
        assert_eq!(line("div > p"), Some(7));
        assert_eq!(line("div > b:nth-child(2)"), Some(9));
        assert_eq!(line("div > b:nth-child(3)"), Some(7));
        assert_eq!(line("div > i > u"), Some(7), "what the client doesn't draw is around");
        assert_eq!(line(":root"), Some(7));
        assert_eq!(Sources::read("<p>a</p>").at("p"), None);
    }

    #[test]
    fn a_path_is_told_without_detours() {
        assert_eq!(straight("examples/../tests/cases/mod.rs"), "tests/cases/mod.rs");
        assert_eq!(straight("../a.rs"), "../a.rs");
    }

    #[test]
    fn a_file_gets_its_slashes_back() {
        let source = Source::of_marker("src-source.rs-7").expect("a marker");
        assert_eq!(source.to_string(), "src/source.rs:7");
        assert_eq!(Source::of_marker("no-such-file.rs-7").expect("a marker").file, "no-such-file.rs");
    }
}
