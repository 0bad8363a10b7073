//! What a designer and a tester may rely on: the public names of parts, their kinds and their states.
//!
//! A name that goes away or changes is a breaking change, and raises [`CONTRACT`]. A test holds the list against every
//! story, both ways.

/// The number of this contract.
pub const CONTRACT: u32 = 1;

/// The public names of one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartNames {
    /// The value of `data-part`.
    pub part: &'static str,
    /// The values of `data-kind`, if the part comes in sorts.
    pub kinds: &'static [&'static str],
    /// The values of `data-state`, if the part has states. A part is in one of them at a time.
    pub states: &'static [&'static str],
    /// States that no server draws: the browser comes to them by itself.
    pub later: &'static [&'static str],
}

impl PartNames {
    const fn new(part: &'static str) -> Self {
        Self { part, kinds: &[], states: &[], later: &[] }
    }

    const fn kinds(self, kinds: &'static [&'static str]) -> Self {
        Self { kinds, ..self }
    }

    const fn states(self, states: &'static [&'static str]) -> Self {
        Self { states, ..self }
    }

    const fn later(self, later: &'static [&'static str]) -> Self {
        Self { later, ..self }
    }
}

/// Every part, from the page inwards.
pub const PARTS: &[PartNames] = &[
    PartNames::new("page"),
    PartNames::new("card"),
    PartNames::new("brand"),
    PartNames::new("title"),
    PartNames::new("lead"),
    PartNames::new("footer"),
    PartNames::new("aside"),
    PartNames::new("illustration"),
    PartNames::new("alert").kinds(&["danger", "warn", "good", "info", "summary"]),
    PartNames::new("account").states(&["known"]),
    PartNames::new("form"),
    PartNames::new("field").kinds(&[
        "email",
        "password",
        "code",
        "text",
        "long-text",
        "number",
        "date",
        "url",
        "select",
    ]),
    PartNames::new("label"),
    PartNames::new("hint"),
    PartNames::new("box"),
    PartNames::new("control"),
    PartNames::new("choice").kinds(&["check"]),
    PartNames::new("reveal").states(&["off"]).later(&["on"]),
    PartNames::new("message").kinds(&["error", "caps-lock", "suggestion"]),
    PartNames::new("rule").states(&["open"]).later(&["met"]),
    PartNames::new("actions"),
    PartNames::new("button")
        .kinds(&["primary", "secondary", "quiet", "danger"])
        .states(&["idle"])
        .later(&["busy", "done"]),
    PartNames::new("timer").states(&["running", "ended"]),
    PartNames::new("nav"),
    PartNames::new("link"),
    PartNames::new("list").states(&["empty", "ready"]),
    PartNames::new("item").states(&["idle", "current", "pending", "disabled"]),
    PartNames::new("badge").kinds(&["role", "status"]),
    PartNames::new("section"),
    PartNames::new("heading"),
    PartNames::new("facts"),
    PartNames::new("secret").kinds(&["codes", "qr", "key", "backup-codes"]),
    PartNames::new("tools"),
    PartNames::new("ways"),
    PartNames::new("user").states(&["anonymous", "known"]),
    PartNames::new("user-button"),
    PartNames::new("menu"),
    PartNames::new("menu-box"),
];

/// The parts that people press, follow or fill: those that can be hovered, focused and pressed.
pub const INTERACTIVE: &[&str] = &["control", "choice", "reveal", "button", "link", "user-button"];

#[cfg(all(test, feature = "ssr", feature = "dev"))]
mod tests {
    use std::collections::BTreeSet;

    use leptos::prelude::{Owner, RenderHtml};

    use super::PARTS;
    use crate::{Frame, dev, parts::NAMES_BY_PART, screens};

    /// The names in use: a part, or a part with one of its kinds, states or names.
    type Names = BTreeSet<(String, Option<(&'static str, String)>)>;

    fn attribute(tag: &str, name: &str) -> Option<String> {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    }

    fn names_in(html: &str) -> Names {
        let mut names = Names::new();
        for tag in html.split('<').filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag) {
            let Some(part) = attribute(tag, "data-part") else { continue };
            for name in ["data-kind", "data-state", "data-name"] {
                if let Some(value) = attribute(tag, name) {
                    names.insert((part.clone(), Some((name, value))));
                }
            }
            names.insert((part, None));
        }
        names
    }

    fn names_in_stories() -> Names {
        let owner = Owner::new();
        owner.with(|| {
            let entries = screens::entries().into_iter().chain(dev::entries());
            entries.flat_map(|entry| names_in(&entry.view(Frame::story()).to_html())).collect()
        })
    }

    fn names_in_contract() -> Names {
        let mut names = Names::new();
        for part in PARTS {
            names.insert((part.part.to_owned(), None));
            names.extend(part.kinds.iter().map(|kind| (part.part.to_owned(), Some(("data-kind", (*kind).to_owned())))));
            names.extend(
                part.states.iter().map(|state| (part.part.to_owned(), Some(("data-state", (*state).to_owned())))),
            );
        }
        for (part, values) in NAMES_BY_PART {
            names.extend(values.iter().map(|value| ((*part).to_owned(), Some(("data-name", (*value).to_owned())))));
        }
        names
    }

    #[test]
    fn stories_use_the_names_of_the_contract_and_no_others() {
        let (drawn, listed) = (names_in_stories(), names_in_contract());
        let unlisted: Vec<_> = drawn.difference(&listed).collect();
        assert!(unlisted.is_empty(), "drawn but not in the contract: {unlisted:?}");
        let undrawn: Vec<_> = listed.difference(&drawn).collect();
        assert!(undrawn.is_empty(), "in the contract but in no story: {undrawn:?}");
    }
}
