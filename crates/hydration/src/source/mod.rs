//! Which `view!` drew which place. Leptos's macro knows its own line and, where Leptos was compiled with `LEPTOS_WATCH`
//! in a development build, writes it around what it draws. The twin is built so; its markers are taken out before
//! anything is compared.

mod components;
mod places;
mod reader;
mod written;

pub use components::{Component, components_without_cases};
pub(crate) use places::Sources;

use std::{
    collections::BTreeSet,
    env,
    fmt::{self, Display},
    fs,
    path::{Path, PathBuf},
};

use serde::Serialize;

const MARKER: &str = "<!--hot-reload|";

/// A line of source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Source {
    /// The file, as the compiler named it: from the workspace's root.
    pub file: String,
    /// The line, counted from one: that of the tag, where one tag alone of the `view!` can have written the place, and
    /// else that where the `view!` begins.
    pub line: u32,
}

impl Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// The file of a `view!` that drew something, and the line where it begins.
pub(crate) type Drawn = (PathBuf, u32);

/// A `view!` that drew something.
#[derive(Debug, Clone, PartialEq, Eq)]
struct View {
    /// Where it begins.
    begins: Source,
    /// Its file on this disk, if it is there.
    file: Option<PathBuf>,
}

impl View {
    /// Leptos writes `crates-ui-src-log_in.rs-16`: the slashes are gone, the disk knows where they were.
    fn of_marker(marker: &str) -> Option<Self> {
        let (dashed, line) = marker.rsplit_once('-')?;
        let line = line.parse().ok()?;
        let here = env::current_dir().ok()?;
        let found = here.ancestors().find_map(|root| Some((root, find(root, dashed)?)));
        let file = found.as_ref().map(|(root, name)| root.join(name));
        let name = found.map_or_else(|| dashed.to_owned(), |(_, name)| name);
        Some(Self { begins: Source { file: straight(&name), line }, file })
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
fn find(folder: &Path, dashed: &str) -> Option<String> {
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

/// Every `view!` that drew something of these bytes.
pub(crate) fn drawn<'a>(htmls: impl Iterator<Item = &'a str>) -> BTreeSet<Drawn> {
    let markers = htmls.flat_map(|html| html.split(MARKER).skip(1));
    let markers: BTreeSet<&str> = markers.filter_map(|part| Some(part.split_once("|open-->")?.0)).collect();
    let views = markers.into_iter().filter(|marker| !marker.contains('|')).filter_map(View::of_marker);
    views.filter_map(|view| Some((view.file?.canonicalize().ok()?, view.begins.line))).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_taken_out() {
        assert_eq!(
            without_markers("<!--hot-reload|a.rs-7|open--><b>b</b><!--hot-reload|a.rs-7|close--><i>"),
            "<b>b</b><i>"
        );
        assert_eq!(without_markers("<p>a<!>b</p>"), "<p>a<!>b</p>");
    }

    #[test]
    fn a_path_is_told_without_detours() {
        assert_eq!(straight("examples/../tests/cases/mod.rs"), "tests/cases/mod.rs");
        assert_eq!(straight("../a.rs"), "../a.rs");
    }

    #[test]
    fn a_file_gets_its_slashes_back() {
        let view = View::of_marker("src-source-mod.rs-7").expect("a marker");
        assert_eq!(view.begins.to_string(), "src/source/mod.rs:7");
        assert!(view.file.is_some_and(|file| file.is_file()));
        let view = View::of_marker("no-such-file.rs-7").expect("a marker");
        assert_eq!((view.begins.file.as_str(), view.file), ("no-such-file.rs", None));
    }
}
