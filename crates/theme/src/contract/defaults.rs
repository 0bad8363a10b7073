//! What a hook is as long as nobody sets it, read from the stylesheet of our parts, where it stands as the fallback.

macro_rules! sheets {
    ($($name:literal)*) => {
        /// The stylesheets in which parts read their hooks, in the order of the whole one.
        const SHEETS: &[&str] = &[$(include_str!(concat!("../../style/parts/", $name, ".css"))),*];
    };
}

sheets! { "page" "text" "alert" "account" "field" "choice" "select" "code" "button" "list" "section" "secret" "user" }

/// What stands for a hook without a value, at rest first: another state or kind may have another one.
pub(super) fn of(hook: &str) -> Vec<&'static str> {
    let begins = format!("var({hook},");
    let mut found = Vec::new();
    for sheet in SHEETS {
        for (at, _) in sheet.match_indices(&begins) {
            let fallback = inside(&sheet[at + begins.len()..]).trim();
            if !found.contains(&fallback) && !is_fallback(&sheet[..at]) {
                found.push(fallback);
            }
        }
    }
    found
}

/// Whether what comes next stands for another hook already, where it may be anything.
fn is_fallback(before: &str) -> bool {
    let declaration = before.rsplit([';', '{']).next().unwrap_or_default();
    declaration.match_indices("var(--auth-").any(|(at, name)| {
        let behind = &declaration[at + name.len()..];
        inside(behind).len() == behind.len()
    })
}

/// What stands before the parenthesis that closes one that is open already.
fn inside(css: &str) -> &str {
    let mut open = 1;
    let end = css.bytes().position(|byte| {
        match byte {
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        open == 0
    });
    end.map_or(css, |end| &css[..end])
}

#[cfg(test)]
mod tests {
    use vestibule_ui::parts::HOOKS_BY_PART;

    use super::of;

    #[test]
    fn every_hook_has_a_default() {
        for (part, hooks) in HOOKS_BY_PART {
            for hook in *hooks {
                assert!(!of(&format!("--auth-{part}-{hook}")).is_empty(), "{part} {hook}");
            }
        }
    }

    #[test]
    fn a_default_is_what_stands_behind_the_hook_at_rest_first() {
        assert_eq!(of("--auth-card-radius"), ["calc(var(--auth-radius) * 2)"]);
        assert_eq!(
            of("--auth-button-fill"),
            ["var(--auth-accent)", "var(--auth-accent-hover)", "var(--auth-accent-press)"]
        );
        assert_eq!(of("--auth-button-height"), ["var(--auth-control-height)"]);
        assert_eq!(of("--auth-card"), [""; 0]);
    }
}
