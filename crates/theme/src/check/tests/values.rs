//! What tokens and hooks may be set to.

use super::{check_parts, foyer};
use crate::{Theme, check::Code};

#[track_caller]
fn check_tokens(fine: &[&str], wrong: &[&str]) {
    for value in fine {
        check_parts(&format!(":root {{ --auth-{value}; }}"), &[]);
    }
    for value in wrong {
        check_parts(&format!(":root {{ --auth-{value}; }}"), &[Code::WrongKind]);
    }
}

#[test]
fn a_colour_is_a_colour() {
    check_tokens(
        &[
            "ink: RED",
            "ink: #0366d6",
            "ink: rgb(none 0 0 / 50%)",
            "ink: oklch(0.5 0.1 0.2turn)",
            "ink: oklch(from var(--auth-brand) calc(l - 0.1) c h)",
            "ink: color(display-p3 1 0 0)",
            "ink: light-dark(canvastext, var(--acme))",
            "ink: env(acme, blurple)",
            "ink: new-colour(1)",
            "link-ink: inherit",
            "page-fill: linear-gradient(red, blue)",
            "page-fill: url(#a) center / cover",
            "page-image: none",
        ],
        &[
            "ink: redd",
            "ink:",
            "ink: 1rem",
            "ink: #03",
            "ink: red blue",
            "ink: oklch(0.5 0.1)",
            "ink: oklch(0.5 0.1 red)",
            "ink: oklhc(0.5 0.1 20)",
            "ink: calc(1 + 1)",
            "ink: light-dark(red)",
            "ink: light-dark(red, blu)",
            "ink: var(--auth-gap)",
            "link-ink: 600",
            "box-edge: 1px solid red",
            "page-fill: 12px",
            "page-image: red",
        ],
    );
}

#[test]
fn a_size_is_a_size_and_a_number_a_number() {
    check_tokens(
        &[
            "radius: 0",
            "radius: 2DVH",
            "radius: calc(100vmin - env(safe-area-inset-top))",
            "gap: calc(var(--auth-unit) * var(--auth-density))",
            "density: calc(1 / 2)",
            "speed: calc(1s / 3)",
            "button-radius: 1rem 0 / 50%",
            "title-size: x-large",
            "title-weight: bold",
            "gap: var(--acme-gap)",
        ],
        &[
            "radius: blue",
            "radius: 3",
            "radius: 1rm",
            "radius: 1rem 2rem",
            "density: 1rem",
            "density: wide",
            "speed: 0",
            "speed: 12px",
            "gap: light-dark(1rem, 2rem)",
            "button-radius: round",
            "button-radius: 1px 1px 1px 1px 1px",
            "title-size: larg",
            "title-weight: 600px",
            "button-height: red",
        ],
    );
}

#[test]
fn fonts_and_shadows_are_fonts_and_shadows() {
    check_tokens(
        &[
            "font: Public Sans, \"Inter\", sans-serif",
            "title-font: var(--acme), serif",
            "shadow: none",
            "shadow: inset 0 1px 2px, 0 0 1px 1px oklch(0 0 0 / 0.1)",
            "card-shadow: var(--auth-shadow)",
            "card-shadow: 0 1px 2px light-dark(red, blue)",
        ],
        &[
            "font: 12px",
            "font: \"Inter\" \"Arial\"",
            "title-font: #fff",
            "shadow: 1px red",
            "card-shadow: 0 1px 2px redd",
            "shadow: 0 1px 2px 50%",
        ],
    );
}

#[test]
fn a_value_that_was_nearly_right_is_mended() {
    for (css, instead) in [
        ("--auth-ink: redd", "Did you mean `red`?"),
        ("--auth-ink: oklhc(0.5 0.1 20)", "Did you mean `oklch()`?"),
        ("--auth-radius: 3", "Did you mean `3px`?"),
        ("--auth-radius: 1.5rm", "Did you mean `1.5rem`?"),
        ("--auth-title-weight: bould", "Did you mean `bold`?"),
        ("--_mine: redd; --auth-ink: var(--_mine)", "Did you mean `red`?"),
        ("--auth-ink: 12px /* so */ !important", Code::WrongKind.fix()),
    ] {
        let theme = Theme { parts: format!(":root {{ {css}; }}"), ..foyer() };
        let findings = theme.check();
        let finding = findings.iter().find(|finding| finding.code == Code::WrongKind);
        assert_eq!(finding.map(|finding| finding.instead.as_str()), Some(instead), "{css}");
        assert!(finding.is_some_and(|finding| !finding.what.contains("so")), "{css}");
    }
}

#[test]
fn a_circle_is_named_once() {
    let tokens = |css: &str| Theme { tokens: foyer().tokens + css, ..foyer() };
    let circles = |theme: &Theme| {
        let findings = theme.check().into_iter().filter(|finding| finding.code == Code::Circle);
        findings.map(|finding| format!("{}: {}", finding.place, finding.what)).collect::<Vec<_>>()
    };
    let line = foyer().tokens.lines().count() + 1;
    let found = circles(&tokens(":root { --auth-ink: var(--auth-ink-soft);\n--auth-ink-soft: var(--auth-ink); }"));
    assert_eq!(found, [format!("tokens.css:{}: `--auth-ink` reads `--auth-ink-soft` reads `--auth-ink`", line + 1)]);
    // One of the two is ours: links follow from the brand.
    let found = circles(&tokens(":root { --_mine: var(--auth-link, red); --auth-brand: var(--_mine); }"));
    assert_eq!(
        found,
        [format!("tokens.css:{line}: `--_mine` reads `--auth-link` reads `--auth-brand` reads `--_mine`")]
    );
    check_parts("[data-part=\"card\"] { --auth-card: oklch(from var(--auth-card) 0.9 c h); }", &[Code::Circle]);
    check_parts("[data-part=\"card\"] { --auth-ink: var(--auth-ink-soft); }", &[]);
    check_parts("[data-part=\"card\"] { --auth-page: var(--auth-card); --auth-card: var(--auth-sunken); }", &[]);
}
