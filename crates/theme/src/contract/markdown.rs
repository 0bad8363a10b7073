//! The contract as a page.

use std::fmt::Write as _;

use super::{Contract, Part, Token};

/// What a reader has to know before the lists.
const HEAD: &str = "\
# What a theme may rely on

Made by `vestibule theme contract --markdown`; `--json` is for tools. A test compares this page with the code.

Everything here is public: what goes away or changes its meaning raises the number, and a renamed name goes on working.
What is not here is not: the order of elements, their tags, classes (there are none), custom properties that begin with `--_`.
Rules of a theme stand in the cascade layer `vestibule.theme`, the last of ours, so within it a selector needs no weight: `:where([data-part=\"card\"])`.
A token reads tokens and seeds, a hook reads tokens, radius, fonts and units: so whoever changes a seed or a token changes what follows.
";

const PARTS: &str = "
## Parts

`data-part` says what an element is, `data-kind` of which sort, `data-state` exactly one word for how it is, `data-name` which one.
Yes and no are said by ARIA and by the browser: `[aria-disabled=\"true\"]`, `[aria-current]`, `:checked`, `:hover`, `:focus-visible`; a field that is wrong has `data-invalid`.
The page says more: `data-screen` which screen it is, `data-layout` where the card stands, `data-width=\"wide\"` where there are rows; `html` says `data-scheme`, `lang`, `dir`, and `data-hydrated` once script has come.
Where a host asks for properties of its own, their names are names of fields too; where it offers languages, there is a nav `languages` with links `language-de`.

";

const DEFAULTS: &str = "
## Hooks that nobody set

What stands in their place: at rest, and behind that what it is where a state or a kind has another one.
A hook that is set is all of them.

| hook | without it |
| --- | --- |
";

pub(super) fn page(contract: &Contract) -> String {
    let mut page = format!("{HEAD}\nContract {}.\n", contract.contract);
    page.push_str("\n## Seeds\n\nA theme that sets these ten is complete.\n\n");
    tokens(&mut page, &contract.seeds);
    page.push_str("\n## Tokens\n\nEach follows from seeds, for light and for dark, and each may be set. Numbers are ratios of WCAG 2.\n\n");
    tokens(&mut page, &contract.tokens);
    page.push_str(
        "\n## Hooks\n\n`--auth-{part}-{hook}`: one property of one part; which part has which is told below.\n\n",
    );
    page.push_str("| hook | what it is |\n| --- | --- |\n");
    for hook in &contract.hooks {
        row(&mut page, &[&format!("`{}`", hook.name), hook.is]);
    }
    page.push_str(PARTS);
    page.push_str("| part | kinds | states | names | hooks |\n| --- | --- | --- | --- | --- |\n");
    contract.parts.iter().for_each(|part| part_row(&mut page, part));
    page.push_str(DEFAULTS);
    for part in &contract.parts {
        for hook in &part.hooks {
            row(&mut page, &[&format!("`{hook}`"), &code(part.defaults[hook].iter().copied())]);
        }
    }
    page.push_str("\n## Layouts\n\n");
    page.push_str(&code(contract.layouts.iter().copied()));
    page.push_str("\n\n## Slots\n\n| file | where |\n| --- | --- |\n");
    for slot in &contract.slots {
        row(&mut page, &[&format!("`{}`", slot.name), slot.is]);
    }
    page.push_str("\n## Renamed\n\n");
    if contract.renamed.is_empty() {
        page.push_str("Nothing yet.\n");
    } else {
        page.push_str("| old | new | since |\n| --- | --- | --- |\n");
    }
    for renaming in &contract.renamed {
        row(&mut page, &[&format!("`{}`", renaming.old), &format!("`{}`", renaming.new), renaming.since]);
    }
    page
}

fn tokens(page: &mut String, tokens: &[Token]) {
    page.push_str("| property | what it is | contrast |\n| --- | --- | --- |\n");
    for token in tokens {
        row(page, &[&format!("`{}`", token.name), token.is, &token.contrast]);
    }
}

fn part_row(page: &mut String, part: &Part) {
    let hooks =
        part.hooks.iter().filter_map(|hook| hook.strip_prefix("--auth-")?.strip_prefix(part.part)?.strip_prefix('-'));
    row(
        page,
        &[
            &format!("`{}`", part.part),
            &code(part.kinds.iter().copied()),
            &code(part.states.iter().copied()),
            &code(part.names.iter().copied()),
            &code(hooks),
        ],
    );
}

fn code<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" ")
}

fn row(page: &mut String, cells: &[&str]) {
    writeln!(page, "| {} |", cells.join(" | ")).expect("a text takes more text");
}
