//! Writes a copy: what it says of itself, what it imports, what it is.

use std::collections::BTreeMap;

use crate::source::{Item, uses};

/// How wide a line of imports may be, as in the sources.
const WIDTH: usize = 120;

/// Writes a file. Of the imports it keeps what is used.
pub(crate) fn write(about: &str, imports: &[String], items: &[Item], end: &str) -> String {
    let body = items.iter().enumerate().map(|(index, item)| {
        // Lines of the same sort stand together.
        let is_line = |item: &Item| item.text.lines().count() == 1;
        let apart = index > 0 && !(is_line(item) && is_line(&items[index - 1]));
        if apart { format!("\n{}", item.text) } else { item.text.clone() }
    });
    let body: String = body.collect();
    let about: String = about.lines().map(|line| format!("//! {line}").trim_end().to_owned() + "\n").collect();
    // A trait is used whose name isn't said.
    let is_trait_used = |path: &str| path.ends_with("::Screen") && body.contains("::NAME");
    let is_kept = |path: &&String| path.ends_with('*') || uses(&body, name(path)) || is_trait_used(path);
    let (near, far): (Vec<_>, Vec<_>) = imports.iter().filter(is_kept).partition(|path| path.starts_with("super::"));
    let (std, far): (Vec<_>, Vec<_>) = far.into_iter().partition(|path| path.starts_with("std::"));
    let groups = [std, far, near].map(|paths| Tree::of(&paths).lines());
    let imports = groups.into_iter().filter(|group| !group.is_empty()).collect::<Vec<_>>().join("\n");
    format!("{about}\n{imports}\n{body}{end}")
}

/// The name that an import brings.
pub(crate) fn name(path: &str) -> &str {
    path.rsplit([':', ' ']).next().unwrap_or_default()
}

/// Names of ours as a host knows them.
pub(crate) fn outside(path: &str) -> String {
    let known = [("crate::", "ui"), ("vestibule_core::", "core"), ("vestibule_words::", "words")];
    let placed =
        known.into_iter().find_map(|(ours, theirs)| Some(format!("vestibule::{theirs}::{}", path.strip_prefix(ours)?)));
    placed.unwrap_or_else(|| path.to_owned())
}

/// Imports by what their paths have in common.
#[derive(Default)]
struct Tree(BTreeMap<String, Tree>);

impl Tree {
    fn of(paths: &[&String]) -> Self {
        let mut root = Self::default();
        for path in paths {
            path.split("::").fold(&mut root, |tree, piece| tree.0.entry(piece.to_owned()).or_default());
        }
        root
    }

    fn lines(&self) -> String {
        let line = |(name, tree): (&String, &Self)| ["use ", name, &tree.rest(0, 5 + name.len()), ";\n"].concat();
        self.0.iter().map(line).collect()
    }

    /// What follows a name, on a line that is `used` up so far.
    fn rest(&self, indent: usize, used: usize) -> String {
        if self.0.len() < 2 {
            let only = self.0.iter().next();
            return only.map_or_else(String::new, |(name, tree)| {
                format!("::{name}{}", tree.rest(indent, used + 2 + name.len()))
            });
        }
        let branches: Vec<_> =
            self.0.iter().map(|(name, tree)| (name, tree.rest(indent + 4, indent + 5 + name.len()))).collect();
        let flat = branches.iter().map(|(name, rest)| format!("{name}{rest}")).collect::<Vec<_>>().join(", ");
        if !flat.contains('{') && used + flat.len() + 5 <= WIDTH {
            return format!("::{{{flat}}}");
        }
        format!("::{{{}\n{}}}", packed(&branches, indent + 4), " ".repeat(indent))
    }
}

/// As many names a line as it takes; what has branches of its own has a line of its own.
fn packed(branches: &[(&String, String)], indent: usize) -> String {
    let (mut text, mut width) = (String::new(), WIDTH);
    for (name, rest) in branches {
        let length = name.len() + rest.len() + 2;
        if rest.contains('{') || width + length > WIDTH {
            text.extend(["\n", &" ".repeat(indent), name, rest, ","]);
            width = if rest.contains('{') { WIDTH } else { indent + length - 1 };
        } else {
            text.extend([" ", name, rest, ","]);
            width += length;
        }
    }
    text
}
