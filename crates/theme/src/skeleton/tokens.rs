//! `tokens.css` of a new theme: the seeds as Foyer has them, and the meanings as they are derived.

/// Ours, where each meaning stands below what it must contrast with.
const MEANINGS: &str = include_str!("../../style/tokens.css");
const SEEDS: &str = include_str!("../../style/themes/foyer/tokens.css");

/// What each seed does.
const DOES: [(&str, &str); 10] = [
    ("brand", "The one colour: buttons, links, focus and washes are derived from it, in both schemes."),
    ("neutral", "The tint of greys: surfaces, inks and lines take its hue and a share of its chroma."),
    ("font", "Every text."),
    ("font-display", "Titles."),
    ("font-code", "Codes, keys and secrets."),
    ("text-base", "The size of text. Below 1rem a phone zooms into each control."),
    ("text-ratio", "How much larger the next larger text is."),
    ("unit", "The step of every space and height."),
    ("radius", "The corners of controls; a card's are twice as round."),
    ("density", "1 is comfortable, 0.8 is dense: gaps, paddings and heights are multiplied by it."),
];

pub(super) fn tokens(title: &str) -> String {
    let seeds: String = DOES.into_iter().map(seed).collect();
    let meanings: String = meanings().map(meaning).collect();
    let meanings = meanings.trim_start_matches('\n');
    format!(
        "/* {title}. The ten seeds complete a theme; everything else follows from them. */\n:root {{\n{seeds}}}\n\n\
         /*\n * The meanings, as they follow from the seeds. Take one out of its comment to set it yourself. A headline says\n \
         * what those below it must contrast with, and how much (WCAG 2).\n */\n:root {{\n{meanings}}}\n"
    )
}

fn seed((name, does): (&str, &str)) -> String {
    let start = format!("  --auth-{name}: ");
    let line = SEEDS.lines().find(|line| line.starts_with(&start)).expect("a test holds Foyer against the seeds");
    format!("  /* {does} */\n{line}\n")
}

/// The lines of the first rule.
fn meanings() -> impl Iterator<Item = &'static str> {
    let rule = MEANINGS.lines().skip_while(|line| !line.contains(":where(:root)")).skip(1);
    rule.take_while(|line| line.trim() != "}").map(str::trim).filter(|line| !line.starts_with("color-scheme"))
}

fn meaning(line: &str) -> String {
    match line {
        "" => "\n".to_owned(),
        line if line.starts_with("/*") => format!("  {line}\n"),
        line => format!("  /* {line} */\n"),
    }
}

#[cfg(test)]
mod tests {
    use vestibule_ui::parts::{SEEDS, TOKENS};

    use super::tokens;

    #[test]
    fn every_seed_is_set_and_every_meaning_offered() {
        let css = tokens("Acme");
        for seed in SEEDS {
            assert!(css.contains(&format!("\n  --auth-{seed}: ")), "{seed}");
        }
        for token in TOKENS {
            assert!(css.contains(&format!("\n  /* --auth-{token}: ")), "{token}");
        }
        assert_eq!(css.matches("/*").count(), css.matches("*/").count());
        assert!(css.contains("on page, card and sunken 4.5"), "{css}");
    }
}
