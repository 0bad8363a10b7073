//! States that no stylesheet can set and no camera waits for: a copy of the stylesheet in which `:hover` is met by
//! `[data-force~="hover"]` as well, and so on; and the markup that says so of every part that people press or fill.

use serde::Deserialize;
use vestibule_ui::parts::INTERACTIVE;

/// A pseudo-class, and the word in `data-force` that meets it as well.
const PSEUDO: [(&str, &str); 8] = [
    (":focus-visible", "focus"),
    (":focus-within", "within"),
    (":focus", "focus"),
    (":hover", "hover"),
    (":active", "pressed"),
    (":-webkit-autofill", "autofilled"),
    (":autofill", "autofilled"),
    (":user-invalid", "invalid"),
];

/// A state that the gallery can force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Force {
    /// A pointer is on it.
    Hover,
    /// A keyboard is on it.
    Focus,
    /// It is being pressed.
    Pressed,
    /// The browser or a password manager filled it.
    Autofilled,
}

impl Force {
    pub(super) const ALL: [Self; 4] = [Self::Hover, Self::Focus, Self::Pressed, Self::Autofilled];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Hover => "hover",
            Self::Focus => "focus",
            Self::Pressed => "pressed",
            Self::Autofilled => "autofilled",
        }
    }

    /// Whether a part can be in it.
    pub(super) fn is_of(self, part: &str) -> bool {
        match self {
            Self::Autofilled => part == "control",
            Self::Pressed => INTERACTIVE.contains(&part) && part != "control",
            Self::Hover | Self::Focus => INTERACTIVE.contains(&part),
        }
    }
}

/// The stylesheet whose states can be forced. Comments, strings and addresses stay as they are.
pub(super) fn stylesheet(css: &str) -> String {
    let mut copy = String::with_capacity(css.len() + css.len() / 16);
    let mut rest = css;
    while let Some(at) = rest.find([':', '/', '"', '\'']) {
        copy.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((pseudo, word)) = PSEUDO.into_iter().find(|(pseudo, _)| begins_with(rest, pseudo)) {
            copy.extend([":is(", pseudo, ", [data-force~=\"", word, "\"])"]);
            rest = &rest[pseudo.len()..];
        } else {
            let (kept, after) = rest.split_at(skipped(rest));
            copy.push_str(kept);
            rest = after;
        }
    }
    copy + rest
}

fn begins_with(css: &str, pseudo: &str) -> bool {
    let next = css.strip_prefix(pseudo).map(|rest| rest.chars().next());
    next.is_some_and(|next| !next.is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, '-' | '_' | '(')))
}

/// How much of what begins here is none of ours to change: a comment, a string, or one character.
fn skipped(css: &str) -> usize {
    let quote = css.as_bytes()[0];
    match quote {
        b'/' if css.starts_with("/*") => css.find("*/").map_or(css.len(), |end| end + 2),
        b'"' | b'\'' => {
            let mut is_escaped = false;
            let end = css.bytes().skip(1).position(|byte| {
                let ends = byte == quote && !is_escaped;
                is_escaped = byte == b'\\' && !is_escaped;
                ends
            });
            end.map_or(css.len(), |end| end + 2)
        }
        // `::` begins a pseudo-element.
        b':' if css.starts_with("::") => 2,
        _ => 1,
    }
}

/// A stylesheet as those see it who asked their system for less motion.
pub(super) fn still(css: &str) -> String {
    css.replace("(prefers-reduced-motion: reduce)", "all").replace("(prefers-reduced-motion: no-preference)", "not all")
}

/// Says of every part of a page that can be in a state that it is, if it is one of those that are meant.
pub(super) fn force(html: &str, force: Force, is_meant: impl Fn(&str) -> bool) -> String {
    let word = force.as_str();
    let mut forced = String::with_capacity(html.len());
    let mut pieces = html.split(" data-part=\"");
    forced.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let part = piece.split('"').next().unwrap_or_default();
        if force.is_of(part) && is_meant(part) {
            forced.extend([" data-force=\"", word, "\""]);
        } else if force == Force::Focus && !INTERACTIVE.contains(&part) {
            forced.push_str(" data-force=\"within\"");
        }
        forced.push_str(" data-part=\"");
        forced.push_str(piece);
    }
    forced
}

#[cfg(test)]
mod tests {
    use super::{Force, force, still, stylesheet};

    #[track_caller]
    fn check(css: &str, expected: &str) {
        assert_eq!(stylesheet(css), expected);
    }

    #[test]
    fn a_state_is_met_by_its_word_as_well() {
        check("a:hover { b: c }", "a:is(:hover, [data-force~=\"hover\"]) { b: c }");
        check(":where(a:focus-visible)", ":where(a:is(:focus-visible, [data-force~=\"focus\"]))");
        check(
            "a:has(b:autofill):active",
            "a:has(b:is(:autofill, [data-force~=\"autofilled\"])):is(:active, [data-force~=\"pressed\"])",
        );
        check(
            "a:focus-within,a:focus",
            "a:is(:focus-within, [data-force~=\"within\"]),a:is(:focus, [data-force~=\"focus\"])",
        );
    }

    #[test]
    fn nothing_else_is_touched() {
        for css in [
            "/* a:hover */ a { content: \":hover\\\":hover\" ':focus' }",
            "a::before, a:hovering, a:active-view-transition, a:first-child {}",
            "a { background: url(a/b.svg) }",
            "a { --b: c",
            "\"open",
        ] {
            check(css, css);
        }
    }

    #[test]
    fn a_still_copy_answers_as_a_still_system() {
        let css =
            "@media (prefers-reduced-motion: no-preference) { a {} } @media (prefers-reduced-motion: reduce) { b {} }";
        assert_eq!(still(css), "@media not all { a {} } @media all { b {} }");
    }

    #[test]
    fn only_what_can_be_in_a_state_is() {
        let html =
            "<div data-part=\"box\"><input data-part=\"control\"><button data-part=\"reveal\">Show</button></div>";
        let expected = "<div data-part=\"box\"><input data-force=\"autofilled\" data-part=\"control\"><button data-part=\"reveal\">Show</button></div>";
        assert_eq!(force(html, Force::Autofilled, |_| true), expected);
        assert!(
            force(html, Force::Focus, |_| true)
                .starts_with("<div data-force=\"within\" data-part=\"box\"><input data-force=\"focus\"")
        );
        let only = force(html, Force::Focus, |part| part == "reveal");
        assert!(only.contains("<input data-part") && only.contains("<button data-force=\"focus\""), "{only}");
        assert!(!force(html, Force::Pressed, |_| true).contains("<input data-force"));
    }
}
