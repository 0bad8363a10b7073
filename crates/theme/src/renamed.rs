//! Old names in a theme's CSS: they go on working, and can be told.

use vestibule_ui::parts::{Renamed, RenamedKind};

use crate::values::without_comments;

/// An old name, where a stylesheet says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldName {
    /// The byte at which it begins.
    pub at: usize,
    /// What is written: `--auth-surface`, or `[data-part="panel"`.
    pub old: String,
    /// What it is called today.
    pub new: String,
    /// The version that renamed it first.
    pub since: &'static str,
}

/// The old names in a stylesheet in the order of the file, for whoever wants to mend it. Comments may say what they like.
#[must_use]
pub fn old_names(css: &str, renamed: &[Renamed]) -> Vec<OldName> {
    let plain = without_comments(css).unwrap_or_default();
    let mut names = Vec::new();
    for Renamed { kind, old, new: _, since } in renamed {
        for old in written(*kind, old) {
            let places = plain.match_indices(&old).filter(|(at, _)| {
                let before = plain[..*at].chars().next_back();
                !plain[at + old.len()..].starts_with(is_of_name) && !before.is_some_and(is_of_name)
            });
            let name = |(at, _): (usize, &str)| OldName { at, new: renew(&old, renamed), old: old.clone(), since };
            names.extend(places.map(name));
        }
    }
    names.sort_by_key(|name| name.at);
    names
}

/// A stylesheet with today's names in the place of old ones, and everything else as it was.
#[must_use]
pub fn upgrade(css: &str, names: &[OldName]) -> String {
    let mut css = css.to_owned();
    for name in names.iter().rev() {
        css.replace_range(name.at..name.at + name.old.len(), &name.new);
    }
    css
}

/// A stylesheet in today's names. They are replaced, and not aliased beside it: an alias on the root would miss what a
/// theme sets on one screen alone.
pub(crate) fn renew(css: &str, renamed: &[Renamed]) -> String {
    renamed.iter().fold(css.to_owned(), |css, renamed| renew_one(&css, renamed))
}

fn renew_one(css: &str, Renamed { kind, old, new, .. }: &Renamed) -> String {
    let pairs = written(*kind, old).into_iter().zip(written(*kind, new));
    pairs.fold(css.to_owned(), |css, (old, new)| replace(&css, &old, &new))
}

/// How a stylesheet writes a name.
fn written(kind: RenamedKind, name: &str) -> Vec<String> {
    match kind {
        RenamedKind::Property => vec![format!("--auth-{name}")],
        RenamedKind::Part => ["\"", "'", ""].map(|quote| format!("[data-part={quote}{name}{quote}")).to_vec(),
    }
}

/// Replaces `old` where no longer name begins with it.
fn replace(css: &str, old: &str, new: &str) -> String {
    let mut pieces = css.split(old);
    let mut replaced = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        replaced.extend([if piece.starts_with(is_of_name) { old } else { new }, piece]);
    }
    replaced
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-_".contains(letter)
}

#[cfg(test)]
mod tests {
    use vestibule_ui::parts::{HOOKS_BY_PART, PARTS, RENAMED, Renamed, RenamedKind, SEEDS, TOKENS};

    use super::{old_names, renew, upgrade};
    use crate::Theme;

    const FAKE: [Renamed; 2] = [
        Renamed { kind: RenamedKind::Property, old: "surface", new: "card", since: "1.4" },
        Renamed { kind: RenamedKind::Part, old: "panel", new: "card", since: "1.4" },
    ];

    #[track_caller]
    fn check(css: &str, expected: &str) {
        assert_eq!(renew(css, &FAKE), expected);
    }

    #[test]
    fn an_old_name_works_wherever_a_theme_says_it() {
        check(":root { --auth-surface: red; }", ":root { --auth-card: red; }");
        check("a { color: var(--auth-surface, blue) }", "a { color: var(--auth-card, blue) }");
        check(":where([data-part=\"panel\"])::before {}", ":where([data-part=\"card\"])::before {}");
        check("[data-part='panel'], [data-part=panel] {}", "[data-part='card'], [data-part=card] {}");
    }

    #[test]
    fn a_longer_name_is_another_one() {
        for css in ["a { --auth-surface-ink: red }", "[data-part=\"panels\"] {}", "[data-part=panel-box] {}"] {
            check(css, css);
        }
    }

    #[test]
    fn a_theme_is_read_in_today_s_names() {
        let theme = Theme { parts: "[data-part=\"panel\"] {}".to_owned(), ..Theme::built_in("foyer").expect("ours") };
        assert!(theme.stylesheet_renewed(&FAKE).contains("[data-part=\"card\"] {}"));
        assert!(old_names(&Theme::built_in("vibe").expect("ours").stylesheet(), &FAKE).is_empty());
    }

    #[test]
    fn old_names_are_mended_where_they_stand_and_all_else_stays() {
        let css =
            "/* --auth-surface */\r\n:root{ --auth-surface:red;;\t--my--auth-surface: 1 }\n[data-part='panel'] {}";
        let names = old_names(css, &FAKE);
        let told: Vec<_> = names.iter().map(|name| (name.old.as_str(), name.new.as_str(), name.since)).collect();
        let part = ("[data-part='panel'", "[data-part='card'", "1.4");
        assert_eq!(told, [("--auth-surface", "--auth-card", "1.4"), part]);
        let mended = upgrade(css, &names);
        let expected =
            "/* --auth-surface */\r\n:root{ --auth-card:red;;\t--my--auth-surface: 1 }\n[data-part='card'] {}";
        assert_eq!(mended, expected);
        assert!(old_names(&mended, &FAKE).is_empty());
    }

    #[test]
    fn a_name_that_changed_twice_is_told_as_it_is_today() {
        let twice = [
            Renamed { kind: RenamedKind::Property, old: "ground", new: "surface", since: "1.2" },
            Renamed { kind: RenamedKind::Property, old: "surface", new: "card", since: "1.4" },
        ];
        let names = old_names(":root { --auth-ground: red; --auth-surface: red; }", &twice);
        assert!(names.len() == 2 && names.iter().all(|name| name.new == "--auth-card"), "{names:?}");
    }

    /// An alias for a name that is in use, or to one that isn't, would mislead.
    #[test]
    fn what_is_renamed_is_gone_and_what_it_is_now_is_there() {
        let is_property = |name: &str| {
            let hook = |(part, hooks): &(&str, &[&str])| hooks.iter().any(|hook| format!("{part}-{hook}") == name);
            SEEDS.contains(&name) || TOKENS.contains(&name) || HOOKS_BY_PART.iter().any(hook)
        };
        for Renamed { kind, old, new, .. } in RENAMED {
            let is = |name| match kind {
                RenamedKind::Property => is_property(name),
                RenamedKind::Part => PARTS.iter().any(|names| names.part == name),
            };
            assert!(!is(*old) && is(*new), "{old} → {new}");
        }
    }
}
