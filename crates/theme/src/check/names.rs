//! The public names, and those that somebody probably meant.

use vestibule_ui::parts::{HOOKS_BY_PART, PARTS, PartNames, Renamed, SEEDS, TOKENS};

use super::{Code, Finding, finding::Found};
use crate::old_names;

/// How every custom property of ours begins.
pub(super) const PREFIX: &str = "--auth-";

/// Names that are less alike than this were hardly meant.
const ALIKE: f64 = 0.82;

/// The seeds that have meanings; the others are used as they are.
const DERIVED: [&str; 4] = ["brand", "neutral", "text-base", "text-ratio"];

/// What a custom property is to a theme. Each layer reads the one below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    Seed,
    Token,
    Hook,
}

impl Layer {
    /// Of a name without its prefix.
    pub(super) fn of(name: &str) -> Option<Self> {
        if SEEDS.contains(&name) {
            Some(Self::Seed)
        } else if TOKENS.contains(&name) {
            Some(Self::Token)
        } else {
            let (part, hook) = name.rsplit_once('-')?;
            let is_read = HOOKS_BY_PART.iter().any(|(of, hooks)| *of == part && hooks.contains(&hook));
            is_read.then_some(Self::Hook)
        }
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Seed => "a seed",
            Self::Token => "a token",
            Self::Hook => "a hook",
        }
    }

    /// Whether one of this layer may read `name`, which is of `other`. A hook reads no seed that tokens are derived from,
    /// so that it follows what a theme says of those.
    pub(super) fn may_read(self, other: Self, name: &str) -> bool {
        match self {
            Self::Seed => other == Self::Seed,
            Self::Token => other != Self::Hook,
            Self::Hook => other == Self::Token || (other == Self::Seed && !DERIVED.contains(&name)),
        }
    }
}

/// A part of the list.
pub(super) fn part_named(name: &str) -> Option<&'static PartNames> {
    PARTS.iter().find(|names| names.part == name)
}

/// All names that a custom property of ours may have.
pub(super) fn properties() -> Vec<String> {
    let hooks = HOOKS_BY_PART.iter().flat_map(|(part, hooks)| hooks.iter().map(move |hook| format!("{part}-{hook}")));
    SEEDS.iter().chain(TOKENS).map(|name| (*name).to_owned()).chain(hooks).collect()
}

/// The names in a file that were renamed since.
pub(super) fn old(file: &str, css: &str, renamed: &[Renamed]) -> Vec<Finding> {
    let mut found = Found::new(file, css);
    for name in old_names(css, renamed) {
        // A selector that is found by its beginning is told whole.
        let whole = |text: &str| if text.starts_with('[') { format!("{text}]") } else { text.to_owned() };
        let what = format!("`{}` goes on working, and was renamed in {}", whole(&name.old), name.since);
        found.at(name.at, Code::OldName, what, format!("renamed: use `{}`. {}", whole(&name.new), Code::OldName.fix()));
    }
    found.findings
}

/// The one of `names` that was probably meant.
pub(super) fn near<N: AsRef<str>>(name: &str, names: impl IntoIterator<Item = N>) -> Option<String> {
    let alike = |known: N| (strsim::jaro_winkler(name, known.as_ref()), known.as_ref().to_owned());
    let best = names.into_iter().map(alike).max_by(|one, other| one.0.total_cmp(&other.0))?;
    (best.0 >= ALIKE).then_some(best.1)
}

/// The part that a tag usually is, as a selector.
pub(super) fn part_of_tag(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "html" => ":root",
        "body" => "[data-part=\"page\"]",
        "main" => "[data-part=\"card\"]",
        "header" => "[data-part=\"brand\"]",
        "footer" => "[data-part=\"footer\"]",
        "aside" => "[data-part=\"aside\"]",
        "nav" => "[data-part=\"nav\"]",
        "h1" => "[data-part=\"title\"]",
        "h2" | "h3" => "[data-part=\"heading\"]",
        "form" => "[data-part=\"form\"]",
        "label" => "[data-part=\"label\"]",
        "input" | "textarea" => "[data-part=\"control\"]",
        "select" => "[data-part=\"field\"][data-kind=\"select\"] [data-part=\"control\"]",
        "button" => "[data-part=\"button\"]",
        "a" => "[data-part=\"link\"]",
        "ul" | "ol" => "[data-part=\"list\"]",
        "li" => "[data-part=\"item\"]",
        "dl" | "dt" | "dd" => "[data-part=\"facts\"]",
        "section" => "[data-part=\"section\"]",
        "details" => "[data-part=\"menu\"]",
        "summary" => "[data-part=\"user-button\"]",
        "code" | "pre" => "[data-part=\"secret\"]",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Layer, near, part_named, part_of_tag, properties};

    #[test]
    fn a_name_has_its_layer() {
        assert_eq!(Layer::of("brand"), Some(Layer::Seed));
        assert_eq!(Layer::of("ink-soft"), Some(Layer::Token));
        assert_eq!(Layer::of("menu-box-radius"), Some(Layer::Hook));
        assert_eq!(Layer::of("button-colour"), None);
        assert!(properties().iter().all(|name| Layer::of(name).is_some()));
    }

    #[test]
    fn a_near_name_is_offered_and_a_far_one_is_not() {
        assert_eq!(near("acent", properties()).as_deref(), Some("accent"));
        assert_eq!(near("zzz", properties()), None);
    }

    #[test]
    fn a_tag_s_part_is_a_part() {
        for tag in ["main", "h1", "input", "button", "a", "summary"] {
            let selector = part_of_tag(tag).expect("it has one");
            let part = selector.trim_start_matches("[data-part=\"").trim_end_matches("\"]");
            assert!(part_named(part).is_some(), "{selector}");
        }
    }
}
