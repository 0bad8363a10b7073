//! Each thing that files can say wrong, and where it is found.

mod slots;
mod values;

use std::collections::BTreeMap;

use bytes::Bytes;
use vestibule_ui::parts::{Renamed, RenamedKind};

use super::{Code, Place};
use crate::{BUILT_IN, Theme};

fn foyer() -> Theme {
    Theme::built_in("foyer").expect("it is one of ours")
}

/// What is found, as `T110 parts.css:2`.
fn found(theme: &Theme) -> Vec<String> {
    let place = |place: &Place| place.to_string();
    theme.check().iter().map(|finding| format!("{} {}", finding.code, place(&finding.place))).collect()
}

/// Rules of parts, on the second line of their file.
#[track_caller]
fn check_parts(rule: &str, expected: &[Code]) {
    let theme = Theme { parts: format!("/* Mine. */\n{rule}\n"), ..foyer() };
    let expected: Vec<_> = expected.iter().map(|code| format!("{code} parts.css:2")).collect();
    assert_eq!(found(&theme), expected, "{rule}");
}

#[test]
fn our_own_themes_say_nothing_wrong() {
    for name in BUILT_IN {
        let theme = Theme::built_in(name).expect("it is one of ours");
        let findings: Vec<_> = theme.check().iter().map(ToString::to_string).collect();
        assert!(findings.is_empty(), "{name}: {}", findings.concat());
    }
}

#[test]
fn what_is_inherited_is_a_part() {
    let theme = Theme { inherits: vec!["rule".to_owned(), "crad".to_owned()], ..foyer() };
    assert_eq!(found(&theme), ["T113 theme.toml"]);
}

#[test]
fn fonts_are_declared_as_they_are_and_something_stands_in_for_them() {
    let ledger = Theme::built_in("ledger").expect("it is one of ours");
    let stretched = Theme { faces: ledger.faces.replace("size-adjust: 1", "size-adjust: 9"), ..ledger.clone() };
    assert_eq!(found(&stretched), ["T144 fonts.css"]);
    let alone = ledger.tokens.replace("\"Public Sans stand-in\", ", "");
    assert_eq!(found(&Theme { tokens: alone, ..ledger.clone() }), ["T143 tokens.css:5"]);
    assert_eq!(found(&Theme { faces: String::new(), ..ledger.clone() }), ["T142 fonts.css"]);
    let lost = Theme { files: BTreeMap::new(), ..ledger.clone() };
    assert!(found(&lost).contains(&"T145 theme.toml".to_owned()), "{:?}", found(&lost));
    let misspelt = ledger.tokens.replace("\"Public Sans\"", "\"Publik Sans\"");
    assert_eq!(found(&Theme { tokens: misspelt, ..ledger }), ["T146 theme.toml"]);
}

#[test]
fn a_seed_that_is_missing_is_named() {
    let mut theme = foyer();
    theme.tokens = theme.tokens.replace("--auth-unit: 0.25rem;", "");
    assert_eq!(found(&theme), ["T103 tokens.css"]);
}

#[test]
fn names_are_those_of_the_list() {
    check_parts(":root { --auth-acent: red; }", &[Code::UnknownToken]);
    check_parts("[data-part=\"card\"] { color: var(--auth-inks); }", &[Code::UnknownToken]);
    check_parts("[data-part=\"crad\"] { color: red; }", &[Code::UnknownPart]);
    check_parts("[data-part=\"button\"][data-kind=\"prime\"] { color: red; }", &[Code::UnknownKind]);
    check_parts("[data-part=\"button\"][data-state=\"bussy\"] { color: red; }", &[Code::UnknownState]);
    check_parts("[data-part=\"button\"][data-state=\"busy\"] { --_mine: red; }", &[]);
}

#[test]
fn a_name_that_was_renamed_is_told_and_is_no_fault() {
    let renamed = [
        Renamed { kind: RenamedKind::Property, old: "surface", new: "card", since: "1.4" },
        Renamed { kind: RenamedKind::Part, old: "panel", new: "card", since: "1.4" },
    ];
    let theme = Theme { parts: "\n[data-part=\"panel\"] {\n--auth-surface: redd; }".to_owned(), ..foyer() };
    let findings = theme.check_renewed(&renamed);
    let told: Vec<_> = findings.iter().map(|finding| format!("{} {}", finding.code, finding.place)).collect();
    assert_eq!(told, ["T107 parts.css:2", "T107 parts.css:3", "T105 parts.css:3"]);
    assert!(findings[0].instead.starts_with("renamed: use `[data-part=\"card\"]`"), "{}", findings[0].instead);
    assert!(findings[1].instead.starts_with("renamed: use `--auth-card`"), "{}", findings[1].instead);
    assert!(theme.check().iter().any(|finding| finding.code == Code::UnknownPart), "it is no name of today's");
}

#[test]
fn each_layer_reads_the_one_below_it() {
    check_parts(":root { --auth-brand: var(--auth-accent); }", &[Code::WrongLayer, Code::Circle]);
    check_parts(":root { --auth-card: var(--auth-alert-fill); }", &[Code::WrongLayer]);
    check_parts(":root { --auth-card-fill: var(--auth-brand); }", &[Code::WrongLayer]);
    check_parts(":root { --auth-card-radius: var(--auth-radius); }", &[]);
    check_parts(":root { --auth-card: light-dark(oklch(from var(--auth-brand) 0.9 c h), var(--auth-page)); }", &[]);
}

#[test]
fn what_is_chosen_is_a_part() {
    check_parts("button { color: red; }", &[Code::ByTag]);
    check_parts(":where(input[type=\"email\"]) { color: red; }", &[Code::ByTag, Code::ByTag]);
    check_parts(".card { color: red; }", &[Code::ByClass]);
    check_parts("#card { color: red; }", &[Code::ByClass]);
    check_parts("[data-part=\"item\"]:nth-child(2) { color: red; }", &[Code::ByPosition]);
    check_parts("[data-part=\"card\"] > [data-part=\"form\"] { color: red; }", &[Code::ByPosition]);
    check_parts("[data-part=\"field\"]:has(+ [data-part=\"actions\"]) { color: red; }", &[Code::ByPosition]);
    check_parts("[data-part=\"field\"]:has([aria-invalid]) [data-part=\"label\"] { color: red; }", &[]);
}

#[test]
fn what_to_use_instead_is_said() {
    let theme = Theme { parts: "main form button { color: red; }".to_owned(), ..foyer() };
    let instead: Vec<_> = theme.check().into_iter().map(|finding| finding.instead).collect();
    assert_eq!(instead, ["card", "form", "button"].map(|part| format!("Use `[data-part=\"{part}\"]`")));
}

#[test]
fn what_wins_or_loads_by_force_is_refused() {
    check_parts("@import \"more.css\";", &[Code::Import]);
    check_parts("@layer mine { :root { color: red; } }", &[Code::Layered]);
    check_parts("[data-part=\"card\"] { color: red !important; }", &[Code::Important]);
    check_parts("[data-part=\"card\"] { background: url(https://elsewhere.example/a.png); }", &[Code::ElsewhereUrl]);
    check_parts("[data-part=\"card\"] { background: url(\"//elsewhere.example/a.png\"); }", &[Code::ElsewhereUrl]);
    check_parts("[data-part=\"card\"] { width: expression(alert(1)); }", &[Code::OldScript]);
    check_parts("[data-part=\"card\"] { background: url(paper.webp); }", &[Code::MissingFile]);
    check_parts("@font-face { font-family: Mine; src: url(mine.woff2); }", &[Code::MissingFile]);
    check_parts("[data-part=\"card\" { color: red; }", &[Code::Syntax]);
}

#[test]
fn nothing_is_taken_from_anybody() {
    check_parts("[data-part=\"link\"]:focus-visible { outline: none; }", &[Code::NoOutline]);
    check_parts("[data-part=\"link\"]:focus-visible { outline: 0; box-shadow: 0 0 0 2px blue; }", &[]);
    check_parts(":root { --auth-focus-width: 0; }", &[Code::NoOutline]);
    check_parts("[data-part=\"hint\"] { font-size: 11px; }", &[Code::SmallText]);
    check_parts(":root { --auth-text-s: 0.75rem; }", &[Code::SmallText]);
    check_parts("[data-part=\"hint\"]::before { font-size: 11px; }", &[]);
    check_parts("[data-part=\"alert\"] { display: none; }", &[Code::HidesWords]);
    check_parts(":where([data-part=\"hint\"][data-name=\"legal\"]) { opacity: 0; }", &[Code::HidesWords]);
    check_parts(":where([data-part=\"alert\"])::before { display: none; }", &[]);
    check_parts("[data-part=\"secret\"] { user-select: none; }", &[Code::NoSelection]);
}

#[test]
fn decoration_is_silent_and_rests() {
    check_parts("[data-part=\"title\"]::before { content: \"* \"; }", &[Code::SpokenContent]);
    check_parts("[data-part=\"title\"]::before { content: \"* \"; content: \"* \" / \"\"; }", &[]);
    check_parts("[data-part=\"title\"]::before { content: \"\"; }", &[]);
    check_parts("[data-part=\"button\"] { transition: opacity 300ms; }", &[Code::Moves]);
    check_parts("[data-part=\"button\"] { transition: opacity var(--auth-speed); }", &[]);
    check_parts(
        "@media (prefers-reduced-motion: no-preference) { [data-part=\"button\"] { transition: opacity 300ms; } }",
        &[],
    );
}

#[test]
fn sides_turn_with_the_script() {
    check_parts("[data-part=\"card\"] { margin-left: 1rem; }", &[Code::Physical]);
    check_parts("[data-part=\"card\"] { text-align: right; }", &[Code::Physical]);
    check_parts("[data-part=\"card\"] { border-top-left-radius: 0; }", &[Code::Physical]);
    check_parts("[data-part=\"card\"] { border-inline-start: 0; inset-inline-end: 0; text-align: start; }", &[]);
    let theme = Theme { parts: "[data-part=\"card\"] { border-left-color: red; }".to_owned(), ..foyer() };
    assert_eq!(theme.check()[0].instead, "Use `border-inline-start-color`");
}

#[test]
fn what_everybody_waits_for_has_a_budget() {
    let mut theme = foyer();
    theme.files.insert("mine.woff2".to_owned(), Bytes::from(vec![0; 61 * 1024]));
    theme.files.insert("paper.webp".to_owned(), Bytes::from(vec![0; 201 * 1024]));
    assert_eq!(found(&theme), ["T141 the fonts together", "T141 paper.webp"]);
}
