//! `parts.css` of a new theme: no rule, and the list of what rules may speak of.

use vestibule_ui::parts::{HOOKS, PARTS, PartNames};

/// Where parts read their hooks.
const STYLE: [&str; 13] = [
    include_str!("../../style/parts/page.css"),
    include_str!("../../style/parts/text.css"),
    include_str!("../../style/parts/alert.css"),
    include_str!("../../style/parts/account.css"),
    include_str!("../../style/parts/field.css"),
    include_str!("../../style/parts/choice.css"),
    include_str!("../../style/parts/select.css"),
    include_str!("../../style/parts/code.css"),
    include_str!("../../style/parts/button.css"),
    include_str!("../../style/parts/list.css"),
    include_str!("../../style/parts/section.css"),
    include_str!("../../style/parts/secret.css"),
    include_str!("../../style/parts/user.css"),
];

pub(super) fn parts(title: &str) -> String {
    let list: String = PARTS.iter().map(part).collect();
    format!(
        "/*\n * {title}: rules of parts, where tokens and hooks are not enough.\n *\n \
         * A rule names a part, a kind and a state by attributes, inside :where, so that the later rule wins:\n *\n \
         *   :where([data-part=\"button\"][data-kind=\"primary\"]:hover) {{ text-decoration: underline; }}\n *\n \
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
    let hooks: Vec<_> =
        HOOKS.iter().map(|hook| format!("--auth-{}-{hook}", names.part)).filter(|hook| is_read(hook)).collect();
    say("hooks", &hooks.iter().map(String::as_str).collect::<Vec<_>>());
    line
}

fn is_read(hook: &str) -> bool {
    STYLE.into_iter().any(|css| css.contains(&format!("var({hook}")))
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use vestibule_ui::parts::PARTS;

    use super::{STYLE, parts};

    #[test]
    fn every_part_is_listed_with_its_kinds_states_and_hooks() {
        let css = parts("Acme");
        for names in PARTS {
            assert!(css.contains(&format!("\n * {}\n", names.part)), "{}", names.part);
        }
        assert!(css.contains("     kinds: primary, secondary, quiet, danger\n"), "{css}");
        assert!(css.contains("     states that come in the browser: busy, done\n"), "{css}");
        assert!(css.contains("--auth-button-radius, "), "{css}");
        assert_eq!((css.matches("/*").count(), css.matches("*/").count()), (1, 1));
    }

    #[test]
    fn every_file_of_parts_is_read() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/parts");
        assert_eq!(fs::read_dir(folder).expect("the style is in the repository").count(), STYLE.len());
    }
}
