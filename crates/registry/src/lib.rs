//! The source of Vestibule's screens, parts and themes, as items that a host copies into its own crate.
//!
//! An [`Item`] is written and served in the format of shadcn's registries, so that their tool installs ours, and ours
//! those of others. A [`Host`] is the folder that items are copied into; it keeps a record of each, from which
//! [`Host::changes`] tells what has changed since.
//!
//! ```
//! let item = vestibule_registry::item("log-in").expect("it is a screen of ours");
//! assert_eq!(item.files[0].target.as_str(), "src/screens/log_in.rs");
//! ```
//!
//! `build/` makes the items of the sources of `vestibule-ui` and of the stylesheet. An item holds nothing else: nothing
//! of an installation, nothing of a configuration.

mod changes;
mod error;
mod host;
mod item;
mod target;

pub use changes::{Change, Changes};
pub use error::RegistryError;
pub use host::{Host, Plan, Record, Step};
pub use item::{File, Item, MAX_BYTES};
pub use target::Target;

include!(concat!(env!("OUT_DIR"), "/items.rs"));

/// The list of all items, without what is in their files.
pub const INDEX: &str = include_str!(concat!(env!("OUT_DIR"), "/registry.json"));

/// Every item as it is served, with its name.
pub fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    ITEMS.iter().copied()
}

/// An item as it is served.
#[must_use]
pub fn text(name: &str) -> Option<&'static str> {
    texts().find(|(known, _)| *known == name).map(|(_, text)| text)
}

/// An item of ours.
#[must_use]
pub fn item(name: &str) -> Option<Item> {
    text(name).map(|text| Item::parse(text).expect("a test reads each of ours"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{INDEX, item, texts};

    #[test]
    fn each_of_ours_is_an_item_and_listed() {
        let index: serde_json::Value = serde_json::from_str(INDEX).expect("it is JSON");
        let listed = index["items"].as_array().expect("a list").iter().filter_map(|item| item["name"].as_str());
        assert_eq!(listed.collect::<Vec<_>>(), texts().map(|(name, _)| name).collect::<Vec<_>>());
        for (name, _) in texts() {
            let item = item(name).expect("it is listed");
            assert_eq!(item.name, name);
            assert!(!item.description.is_empty() && !item.docs.is_empty(), "{name} says what it is and what to do");
        }
    }

    #[test]
    fn screens_parts_and_themes_are_there_with_story_stylesheet_and_test() {
        let targets = |name| {
            let item = item(name).expect("it is listed");
            item.files.iter().map(|file| file.target.as_str().to_owned()).collect::<BTreeSet<_>>()
        };
        let check = |name, expected: &[&str]| {
            assert_eq!(targets(name), expected.iter().map(|file| (*file).to_owned()).collect(), "{name}");
        };
        check("log-in", &["src/screens/log_in.rs", "src/screens/log_in/tests.rs"]);
        check(
            "account",
            &[
                "src/screens/account/mod.rs",
                "src/screens/account/sections.rs",
                "src/screens/account/stories.rs",
                "src/screens/account/tests.rs",
                "style/screens/account.css",
            ],
        );
        check("button", &["src/parts/button.rs", "src/parts/button/tests.rs", "style/parts/button.css"]);
        check("ledger", &["themes/ledger/parts.css", "themes/ledger/theme.toml", "themes/ledger/tokens.css"]);
    }

    #[test]
    fn a_copy_knows_nothing_that_only_we_have() {
        for (name, text) in texts() {
            for ours in
                ["crate::{", "use crate", "vestibule_core", "vestibule_ui", "vestibule_words", "pub(crate)", "serde"]
            {
                assert!(!text.contains(ours), "{name} speaks of {ours}");
            }
        }
    }
}
