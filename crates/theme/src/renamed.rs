//! Old names in a theme's CSS: they go on working, and can be told.

use vestibule_ui::parts::{RENAMED, Renamed, RenamedKind};

/// The names in a stylesheet that were renamed, for whoever wants to mend it.
#[must_use]
pub fn old_names(css: &str) -> Vec<Renamed> {
    RENAMED.iter().copied().filter(|renamed| renew_one(css, renamed) != css).collect()
}

/// A stylesheet in today's names. They are replaced, and not aliased beside it: an alias on the root would miss what a
/// theme sets on one screen alone.
pub(crate) fn renew(css: &str, renamed: &[Renamed]) -> String {
    renamed.iter().fold(css.to_owned(), |css, renamed| renew_one(&css, renamed))
}

fn renew_one(css: &str, Renamed { kind, old, new, .. }: &Renamed) -> String {
    match kind {
        RenamedKind::Property => replace(css, &format!("--auth-{old}"), &format!("--auth-{new}")),
        RenamedKind::Part => ["\"", "'", ""].iter().fold(css.to_owned(), |css, quote| {
            replace(&css, &format!("[data-part={quote}{old}{quote}"), &format!("[data-part={quote}{new}{quote}"))
        }),
    }
}

/// Replaces `old` where no longer name begins with it.
fn replace(css: &str, old: &str, new: &str) -> String {
    let mut pieces = css.split(old);
    let mut replaced = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let goes_on = piece.starts_with(|c: char| c.is_ascii_alphanumeric() || "-_".contains(c));
        replaced.extend([if goes_on { old } else { new }, piece]);
    }
    replaced
}

#[cfg(test)]
mod tests {
    use vestibule_ui::parts::{HOOKS_BY_PART, PARTS, RENAMED, Renamed, RenamedKind, SEEDS, TOKENS};

    use super::{old_names, renew};
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
        assert!(old_names(&Theme::built_in("vibe").expect("ours").stylesheet()).is_empty());
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
