//! `parts.css` of a new theme: no rule, and the list of what rules may speak of.

use vestibule_ui::parts::{HOOKS_BY_PART, PARTS, PartNames};

pub(super) fn parts(title: &str) -> String {
    let list: String = PARTS.iter().map(part).collect();
    format!(
        "/*\n * {title}: rules of parts, where tokens and hooks are not enough.\n *\n \
         * A rule names a part, a kind and a state by attributes:\n *\n \
         *   [data-part=\"button\"][data-kind=\"primary\"]:hover {{ text-decoration: underline; }}\n *\n \
         * A hook is set like a token, in tokens.css: --auth-button-radius: 100px;\n *\n \
         * Never select by what stands where (\"card > div\"): elements may move, and names stay.\n *\n{list} */\n"
    )
}

fn part(names: &PartNames) -> String {
    let mut line = format!(" * {}\n", names.part);
    let mut say = |what: &str, words: &[&str]| {
        if !words.is_empty() {
            line = format!("{line} *     {what}: {}\n", words.join(", "));
        }
    };
    say("kinds", names.kinds);
    say("states", names.states);
    say("states that come in the browser", names.later);
    let own = HOOKS_BY_PART.iter().find(|(part, _)| *part == names.part).map_or(&[][..], |(_, hooks)| hooks);
    let hooks: Vec<_> = own.iter().map(|hook| format!("--auth-{}-{hook}", names.part)).collect();
    say("hooks", &hooks.iter().map(String::as_str).collect::<Vec<_>>());
    line
}

#[cfg(test)]
mod tests {
    use vestibule_ui::parts::PARTS;

    use super::parts;

    #[test]
    fn every_part_is_listed_with_its_kinds_states_and_hooks() {
        let css = parts("Acme");
        for names in PARTS {
            assert!(css.contains(&format!("\n * {}\n", names.part)), "{}", names.part);
        }
        assert!(css.contains("     kinds: primary, secondary, quiet, danger\n"), "{css}");
        assert!(css.contains("     states that come in the browser: busy, done\n"), "{css}");
        assert!(css.contains("--auth-button-radius, "), "{css}");
        assert!(!css.contains("--auth-card-pad"), "that is a token: {css}");
        assert_eq!((css.matches("/*").count(), css.matches("*/").count()), (1, 1));
    }
}
