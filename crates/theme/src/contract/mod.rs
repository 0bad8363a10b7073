//! Everything that a theme may rely on, as data: `docs/theme-contract.md` and `vestibule theme contract --json` are made of
//! it, and tests hold it against the stylesheet and every story.

mod defaults;
mod markdown;
mod tokens;

use std::collections::BTreeMap;

use serde::Serialize;
use vestibule_ui::{
    Layout,
    parts::{CONTRACT, HOOKS_BY_PART, NAMES_BY_PART, PARTS, PartNames, RENAMED},
};

use crate::PAIRS;

/// The public names.
#[derive(Debug, Clone, Serialize)]
pub struct Contract {
    /// Its number; a name that goes away or changes raises it.
    pub contract: u32,
    /// The cascade layer that a theme's rules stand in.
    pub layer: &'static str,
    /// What a theme must set.
    pub seeds: Vec<Token>,
    /// What follows from seeds, and may be set.
    pub tokens: Vec<Token>,
    /// What each hook is, whatever part it is of.
    pub hooks: Vec<Named>,
    /// The parts, from the page inwards.
    pub parts: Vec<Part>,
    /// The values of `data-layout` on the page.
    pub layouts: Vec<&'static str>,
    /// The files with markup that a theme may bring.
    pub slots: Vec<Named>,
    /// Names that were others once.
    pub renamed: Vec<Renaming>,
}

/// A custom property.
#[derive(Debug, Clone, Serialize)]
pub struct Token {
    /// Its whole name: `--auth-brand`.
    pub name: String,
    /// What it is.
    pub is: &'static str,
    /// What it must contrast with, and how much (WCAG 2).
    #[serde(skip_serializing_if = "str::is_empty")]
    pub contrast: String,
}

/// A name and what it means.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    /// The name.
    pub name: &'static str,
    /// What it is.
    pub is: &'static str,
}

/// A part.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// The value of `data-part`.
    pub part: &'static str,
    /// The values of `data-kind`.
    pub kinds: &'static [&'static str],
    /// The values of `data-state`; a part is in one of them at a time.
    pub states: Vec<&'static str>,
    /// The values of `data-name` that the stories draw.
    pub names: &'static [&'static str],
    /// The properties of this part alone: `--auth-card-fill`.
    pub hooks: Vec<String>,
    /// What each of them is as long as nobody sets it: at rest, and then what it is in other states and kinds.
    pub defaults: BTreeMap<String, Vec<&'static str>>,
}

/// A name and the one that it had.
#[derive(Debug, Clone, Serialize)]
pub struct Renaming {
    /// What it was called.
    pub old: &'static str,
    /// What it is called.
    pub new: &'static str,
    /// The version that renamed it.
    pub since: &'static str,
}

impl Contract {
    /// Today's.
    #[must_use]
    pub fn today() -> Self {
        let token = |says: &tokens::Says| {
            let tokens::Says { name, is } = *says;
            Token { name: format!("--auth-{name}"), is, contrast: contrast(name) }
        };
        let named = |(name, is): &(&'static str, &'static str)| Named { name, is };
        let renaming = |renamed: &vestibule_ui::parts::Renamed| {
            let vestibule_ui::parts::Renamed { old, new, since, .. } = *renamed;
            Renaming { old, new, since }
        };
        Self {
            contract: CONTRACT,
            layer: "vestibule.theme",
            seeds: tokens::SEEDS.iter().map(token).collect(),
            tokens: tokens::TOKENS.iter().map(token).collect(),
            hooks: tokens::HOOKS.iter().map(named).collect(),
            parts: PARTS.iter().map(Part::of).collect(),
            layouts: Layout::ALL.map(Layout::as_str).to_vec(),
            slots: tokens::SLOTS.iter().map(named).collect(),
            renamed: RENAMED.iter().map(renaming).collect(),
        }
    }

    /// As JSON, for tools.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("it is plain data")
    }

    /// As Markdown, for people.
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::page(self)
    }
}

impl Part {
    fn of(names: &PartNames) -> Self {
        let part = names.part;
        let hooks: Vec<_> = of(HOOKS_BY_PART, part).iter().map(|hook| format!("--auth-{part}-{hook}")).collect();
        Self {
            part,
            kinds: names.kinds,
            states: [names.states, names.later].concat(),
            names: of(NAMES_BY_PART, part),
            defaults: hooks.iter().map(|hook| (hook.clone(), defaults::of(hook))).collect(),
            hooks,
        }
    }
}

fn of(list: &[(&str, &'static [&'static str])], part: &str) -> &'static [&'static str] {
    list.iter().find(|(name, _)| *name == part).map_or(&[], |(_, values)| values)
}

/// What a token must contrast with, and how much: `4.5 with page, card`.
fn contrast(token: &str) -> String {
    let mut least: Vec<(f64, Vec<&str>)> = Vec::new();
    for pair in PAIRS.iter().filter(|pair| pair.ink == token) {
        match least.iter_mut().find(|(ratio, _)| ratio.total_cmp(&pair.least).is_eq()) {
            Some((_, grounds)) => grounds.push(pair.ground),
            None => least.push((pair.least, vec![pair.ground])),
        }
    }
    let texts: Vec<_> =
        least.into_iter().map(|(ratio, grounds)| format!("{ratio} with {}", grounds.join(", "))).collect();
    texts.join("; ")
}

#[cfg(test)]
mod tests {
    use vestibule_ui::parts::{HOOKS, SEEDS, TOKENS};

    use super::{Contract, tokens};

    #[test]
    fn everything_that_is_listed_is_explained() {
        let said = |says: &'static [tokens::Says]| says.iter().map(|says| says.name).collect::<Vec<_>>();
        assert_eq!(said(tokens::SEEDS), SEEDS);
        assert_eq!(said(tokens::TOKENS), TOKENS);
        assert_eq!(tokens::HOOKS.iter().map(|(name, _)| *name).collect::<Vec<_>>(), HOOKS);
    }

    /// `vestibule theme contract --markdown > docs/theme-contract.md` mends it.
    #[test]
    fn docs_theme_contract_is_what_the_code_says() {
        let page = include_str!("../../../../docs/theme-contract.md");
        assert!(
            page == Contract::today().markdown(),
            "docs/theme-contract.md should be:\n{}",
            Contract::today().markdown()
        );
    }

    #[test]
    fn the_json_has_the_same() {
        let json: serde_json::Value = serde_json::from_str(&Contract::today().json()).expect("it is JSON");
        assert_eq!(json["tokens"].as_array().map(Vec::len), Some(TOKENS.len()));
        let card = json["parts"].as_array().and_then(|parts| parts.iter().find(|part| part["part"] == "card"));
        let card = card.expect("the card is a part");
        assert_eq!(card["hooks"][0], "--auth-card-fill");
        assert_eq!(card["defaults"]["--auth-card-fill"][0], "var(--auth-card)");
    }
}
