//! Components that no case draws: what has no case is never checked.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Display},
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    Drawn, Source,
    written::{Text, Written},
};
use crate::Report;

/// A component as it is declared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Component {
    /// Its name.
    pub name: String,
    /// The line of its function.
    pub source: Source,
}

impl Display for Component {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.name, self.source)
    }
}

/// The components and islands of a source folder that no case of a run has drawn: of whose `view!`s none has drawn
/// anything, and, where one has no `view!` of its own, which no `view!` that was drawn uses.
///
/// A run that `HYDRATION_CASE` made smaller says nothing, and neither does one that checked nothing.
///
/// # Errors
///
/// When the folder can't be read, or when the run doesn't know which `view!` drew what: it had no twin, or was a release
/// build.
pub fn components_without_cases(folder: impl AsRef<Path>, report: &Report) -> io::Result<Vec<Component>> {
    if report.run.answered || !report.run.left_out.is_empty() {
        return Ok(Vec::new());
    }
    if report.drawn.is_empty() {
        return Err(io::Error::other("which view drew what is known only with a twin, and in a development build"));
    }
    let folder = folder.as_ref().canonicalize()?;
    let mut files = BTreeMap::new();
    read(&folder, &mut files)?;
    Ok(undrawn(&files, &report.drawn))
}

fn read(folder: &Path, files: &mut BTreeMap<PathBuf, Text>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = Text::read(&fs::read_to_string(&path)?);
            files.insert(path, text);
        }
    }
    Ok(())
}

fn undrawn(files: &BTreeMap<PathBuf, Text>, drawn: &BTreeSet<Drawn>) -> Vec<Component> {
    let was_drawn = |file: &Path, view: &Written| drawn.contains(&(file.to_owned(), view.line));
    let used: BTreeSet<&str> = files
        .iter()
        .flat_map(|(file, text)| text.views.iter().filter(|view| was_drawn(file, view)))
        .flat_map(|view| view.tags.iter().map(|tag| tag.name.as_str()))
        .collect();
    let is_drawn = |file: &Path, text: &Text, number: usize| {
        let mut own = text.views.iter().filter(|view| view.function == Some(number)).peekable();
        if own.peek().is_none() {
            return used.contains(text.functions[number].name.as_str());
        }
        own.any(|view| was_drawn(file, view))
    };
    let components = files.iter().flat_map(|(file, text)| {
        let functions = text.functions.iter().enumerate().filter(|(_, function)| function.is_component);
        functions.filter(|(number, _)| !is_drawn(file, text, *number)).map(|(_, function)| Component {
            name: function.name.clone(),
            source: Source { file: file.display().to_string(), line: function.line },
        })
    });
    components.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "#[component]
fn Drawn() { view! { <p><Bare/></p> } }
#[component]
fn Undrawn() { view! { <p><Unused/></p> } }
#[component]
fn Bare(children: Children) { children() }
#[island]
fn Unused(children: Children) { children() }
fn helper() { view! { <p></p> } }
";

    #[test]
    fn a_component_that_no_view_has_drawn_is_named() {
        let file = PathBuf::from("/lib.rs");
        let files = BTreeMap::from([(file.clone(), Text::read(SOURCE))]);
        let found = undrawn(&files, &BTreeSet::from([(file, 2)]));
        let found: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found, ["Undrawn at /lib.rs:4", "Unused at /lib.rs:8"]);
    }
}
