//! What a theme sets: seeds, and the meanings that follow from them unless a theme says otherwise.
//!
//! All are custom properties that begin with `--auth-`. A part reads its hooks ([`HOOKS`](super::HOOKS)), a hook falls
//! back to a meaning, a meaning is derived from seeds: each layer reads only the one below it.

/// The seeds. A theme that sets these is complete.
pub const SEEDS: &[&str] =
    &["brand", "neutral", "font", "font-display", "font-code", "text-base", "text-ratio", "unit", "radius", "density"];

/// The meanings: surfaces, inks, lines, accent, focus, status, type, space, size and shape, motion.
#[rustfmt::skip]
pub const TOKENS: &[&str] = &[
    "page", "page-image", "card", "sunken", "scrim",
    "ink", "ink-soft", "ink-faint", "ink-disabled", "link",
    "line", "edge",
    "accent", "accent-hover", "accent-press", "on-accent", "accent-wash",
    "focus", "focus-gap", "focus-width",
    "danger", "danger-ink", "danger-wash", "on-danger", "warn", "warn-ink", "warn-wash",
    "good", "good-ink", "good-wash", "info-ink", "info-wash",
    "text-s", "text-m", "text-l", "text-title", "leading", "weight-strong", "weight-title", "tracking-title",
    "gap-tight", "gap", "gap-field", "gap-section", "card-pad",
    "control-height", "card-width", "edge-width", "shadow",
    "speed",
];

#[cfg(test)]
mod tests {
    use std::{
        collections::BTreeSet,
        fs,
        path::{Path, PathBuf},
    };

    use super::{SEEDS, TOKENS};
    use crate::parts::{HOOKS, HOOKS_BY_PART, PARTS};

    fn style() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style")
    }

    fn read(file: &str) -> String {
        fs::read_to_string(style().join(file)).expect("the style is in the repository")
    }

    /// Everything that the built stylesheet imports.
    fn all_files() -> String {
        let index = read("vestibule.css");
        index.split("@import \"").skip(1).filter_map(|rest| rest.split('"').next()).map(read).collect()
    }

    /// What follows each `start` in `css`, up to the first character that can't be part of a name.
    fn names_after<'a>(css: &'a str, start: &str) -> BTreeSet<&'a str> {
        let end = |rest: &'a str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        css.split(start).skip(1).map(|rest| &rest[..end(rest)]).collect()
    }

    fn is_token(name: &str) -> bool {
        SEEDS.contains(&name) || TOKENS.contains(&name)
    }

    fn hooks() -> BTreeSet<String> {
        let names =
            |(part, hooks): &(&str, &[&str])| hooks.iter().map(|hook| format!("{part}-{hook}")).collect::<Vec<_>>();
        HOOKS_BY_PART.iter().flat_map(names).collect()
    }

    /// The custom properties that `css` declares, and not only reads.
    fn declared(css: &str) -> BTreeSet<&str> {
        names_after(css, "--auth-").into_iter().filter(|name| css.contains(&format!(" --auth-{name}: "))).collect()
    }

    #[test]
    fn the_tokens_are_those_of_the_list() {
        assert_eq!(declared(&read("tokens.css")), TOKENS.iter().copied().collect());
        assert_eq!(declared(&read("themes/foyer/tokens.css")), SEEDS.iter().copied().collect());
    }

    #[test]
    fn the_style_reads_every_hook_of_the_list_and_no_other() {
        let css = all_files();
        let read = names_after(&css, "var(--auth-").into_iter().filter(|name| !is_token(name));
        assert_eq!(read.map(str::to_owned).collect::<BTreeSet<_>>(), hooks());
    }

    #[test]
    fn a_hook_is_of_a_part_and_of_the_grammar_and_no_token() {
        for (part, hooks) in HOOKS_BY_PART {
            assert!(PARTS.iter().any(|names| names.part == *part), "{part} is no part");
            for hook in *hooks {
                assert!(HOOKS.contains(hook), "{hook} is in no grammar");
                assert!(!is_token(&format!("{part}-{hook}")), "{part}-{hook} means two things");
            }
        }
        let used: BTreeSet<_> = HOOKS_BY_PART.iter().flat_map(|(_, hooks)| hooks.iter()).collect();
        assert_eq!(used, HOOKS.iter().collect());
    }

    #[test]
    fn the_style_speaks_only_of_parts_in_the_contract() {
        let css = all_files();
        let parts: BTreeSet<_> = PARTS.iter().map(|names| names.part).collect();
        let kinds: BTreeSet<_> = PARTS.iter().flat_map(|names| names.kinds).copied().collect();
        let states: BTreeSet<_> =
            PARTS.iter().flat_map(|names| names.states.iter().chain(names.later)).copied().collect();
        for (attribute, known) in [("data-part", parts), ("data-kind", kinds), ("data-state", states)] {
            let used = names_after(&css, &format!("[{attribute}=\""));
            let unknown: Vec<_> = used.difference(&known).collect();
            assert!(unknown.is_empty(), "{attribute} knows no {unknown:?}");
        }
    }
}
