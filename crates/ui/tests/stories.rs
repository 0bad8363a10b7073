//! Nothing that can be drawn is left out of the stories: what has no story is never checked, pictured or shown.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use vestibule_ui::{dev, screens};

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the source folder") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else {
            let source = fs::read_to_string(&path).expect("a source file");
            files.push((path, source));
        }
    }
    files
}

fn all_sources() -> Vec<(PathBuf, String)> {
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// What stands between the first `before` and the next `after` in `text`.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

#[test]
fn every_screen_is_listed() {
    let written: BTreeSet<_> = all_sources()
        .iter()
        .flat_map(|(_, source)| source.split("\nimpl Screen for ").skip(1).map(str::to_owned).collect::<Vec<_>>())
        .map(|implementation| {
            let name = between(&implementation, "const NAME: &'static str = \"", "\"");
            name.expect("a screen's name is written in its file").to_owned()
        })
        .collect();
    let listed: BTreeSet<_> =
        [screens::entries(), dev::entries()].concat().iter().map(|entry| entry.screen.to_owned()).collect();
    assert_eq!(written, listed, "screens in the source, and screens with stories: see screens! and dev::entries");
}

#[test]
fn every_component_is_drawn_by_a_screen() {
    let files = all_sources();
    let components: BTreeMap<&str, &Path> = files
        .iter()
        .flat_map(|(path, source)| components(source).into_iter().map(|name| (name, path.as_path())))
        .collect();
    assert!(components.len() > 10, "the components are found in the source: {components:?}");
    let uses = |source: &str, component: &str| {
        source.match_indices(&format!("<{component}")).any(|(at, found)| {
            source[at + found.len()..].starts_with(|next: char| next.is_whitespace() || matches!(next, '/' | '<' | '>'))
        })
    };
    let mut drawn: BTreeSet<&Path> = files
        .iter()
        .filter(|(_, source)| source.contains("\nimpl Screen for "))
        .map(|(path, _)| path.as_path())
        .collect();
    loop {
        let more: BTreeSet<&Path> = files
            .iter()
            .filter(|(path, _)| drawn.contains(path.as_path()))
            .flat_map(|(_, source)| components.iter().filter(|(name, _)| uses(source, name)).map(|(_, path)| *path))
            .collect();
        let before = drawn.len();
        drawn.extend(more);
        if drawn.len() == before {
            break;
        }
    }
    let undrawn: Vec<_> = components
        .keys()
        .filter(|name| !files.iter().any(|(path, source)| drawn.contains(path.as_path()) && uses(source, name)))
        .collect();
    assert!(undrawn.is_empty(), "no story draws these components: {undrawn:?}");
}

/// The names of the components and islands that a file declares.
fn components(source: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut is_next = false;
    for line in source.lines() {
        let attribute = line.trim_start();
        if attribute == "#[component]" || attribute.ends_with("leptos::component)]") {
            is_next = true;
        } else if let Some(name) = between(line, "fn ", "(").filter(|_| is_next) {
            names.push(name.split('<').next().unwrap_or(name));
            is_next = false;
        }
    }
    names
}
