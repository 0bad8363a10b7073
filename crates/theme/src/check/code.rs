//! What can be found in a theme, each with a stable code, and how it is mended.

use std::fmt::{self, Display, Write as _};

use serde::{Serialize, Serializer};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Somebody can't read, press or trust what they see, or the next version of ours breaks it: the check fails.
    Fault,
    /// Something for a person to look at: the check passes.
    Advice,
}

impl Weight {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fault => "fault",
            Self::Advice => "advice",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $code:literal $weight:ident $title:literal, $fix:literal;)+) => {
        /// A class of finding. The hundreds are stable: 1 what the files say, 2 what a browser draws.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(
                #[doc = concat!($code, ": ", $title, ".")]
                $variant,
            )+
        }

        impl Code {
            /// Every code that this version can report.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code itself: `T101`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// What it is, in a few words.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),+ }
            }

            /// How much it matters.
            #[must_use]
            pub const fn weight(self) -> Weight {
                match self { $(Self::$variant => Weight::$weight),+ }
            }

            /// How it is mended, for a finding that doesn't know better.
            #[must_use]
            pub const fn fix(self) -> &'static str {
                match self { $(Self::$variant => $fix),+ }
            }
        }
    };
}

codes! {
    Syntax "T101" Fault "no CSS", "Mend the line: nothing else of the file was checked";
    UnknownToken "T102" Fault "a token that there isn't", "Use a name of the list of tokens and hooks, or `--_name` for one of your own";
    MissingSeed "T103" Fault "a seed that isn't set", "Set it in tokens.css: with its ten seeds a theme is complete";
    WrongLayer "T104" Fault "a token that reads the wrong layer", "Seeds read seeds, tokens read tokens and seeds, hooks read tokens, radius, fonts and units";
    WrongKind "T105" Fault "a value of the wrong kind", "Write what the name takes: a browser passes over anything else";
    Circle "T106" Fault "tokens that read each other in a circle", "Give one of them a value of its own: a browser gives up on all of them";
    OldName "T107" Advice "a name that was renamed", "`vestibule theme upgrade <folder>` writes today's names";
    ByTag "T110" Fault "chosen by tag or attribute", "Choose the part: tags change without notice";
    ByClass "T111" Fault "chosen by class or id", "Choose the part: our pages promise no class and no id";
    ByPosition "T112" Fault "chosen by position", "Choose the part with its `data-name`, `data-kind` or `data-state`";
    UnknownPart "T113" Fault "a part that there isn't", "Use a name of the list of parts";
    UnknownKind "T114" Fault "a kind that the part hasn't", "Use a kind of the list of parts";
    UnknownState "T115" Fault "a state that the part hasn't", "Use a state of the list of parts";
    Import "T120" Fault "`@import`", "Put the rules into tokens.css or parts.css";
    Layered "T121" Fault "`@layer`", "Leave it out: the whole file stands in `vestibule.theme`";
    Important "T122" Fault "`!important`", "Leave it out: our selectors weigh nothing, so yours win as they are";
    ElsewhereUrl "T123" Fault "loaded from elsewhere", "Put the file into the theme's folder";
    OldScript "T124" Fault "script in a style", "Leave it out";
    NoOutline "T125" Fault "no focus ring", "Set `--auth-focus`, `--auth-focus-width` and `--auth-focus-gap`, and leave the outline";
    SmallText "T126" Fault "text below 13 px", "Use `var(--auth-text-s)`, or at least 0.8125rem";
    HidesWords "T127" Fault "hides what has to be read", "Leave it visible: alerts, messages and legal texts belong to the page";
    SpokenContent "T128" Fault "decoration that is read out", "Give it an empty alternative: `content: \"x\" / \"\"`";
    Physical "T129" Fault "left and right", "Use the logical property: Arabic begins on the right";
    NoSelection "T130" Fault "a secret that can't be selected", "Leave `user-select` as it is: people copy it";
    Moves "T131" Fault "moves for those who asked for rest", "Use `var(--auth-speed)`, or put it into `@media (prefers-reduced-motion: no-preference)`";
    MissingFile "T140" Fault "a file that isn't there", "Put the file into the theme's folder, or take its name out";
    TooHeavy "T141" Fault "over budget", "Make it smaller: everybody's first page waits for it";
    NoFaces "T142" Fault "fonts that aren't declared", "Run `vestibule theme fonts <folder>`: it writes fonts.css";
    NoStandIn "T143" Fault "a font that nothing stands in for", "Name what stands in right after it: without that every line moves when the font arrives";
    OldFaces "T144" Advice "fonts that aren't declared as they measure", "Run `vestibule theme fonts <folder>`; a packed theme is packed anew from its folder";
    LostFont "T145" Fault "a font that can't be used", "Name a WOFF2 file that is in the folder";
    UnusedFont "T146" Advice "a font that nothing is in", "Name it in `--auth-font`, in quotes, with what stands in for it";
    BrokenMarkup "T150" Fault "markup that browsers rebuild", "Close every element, and nest only what may be nested";
    MarkupScript "T151" Fault "script in markup", "Leave it out: the page's policy forbids it";
    ForbiddenElement "T152" Fault "an element that a slot can't have", "Leave it out: a slot is text, links and pictures";
    StyleAttribute "T153" Fault "a style attribute", "Write a rule in parts.css: the page's policy forbids it here";
    NoAlternative "T154" Fault "a picture without words", "Give it `alt`: what it says, or `alt=\"\"` where it only decorates";
    LostPicture "T155" Fault "a picture that no page finds", "Write the file's name alone, in double quotes: `src=\"logo.svg\"`";
    TextContrast "T201" Fault "text that is too faint", "WCAG 1.4.3 wants 4.5, and 3 from 24 px or 18.66 px bold";
    EdgeContrast "T202" Fault "a control whose edge is too faint", "WCAG 1.4.11 wants 3 against what is around it: `--auth-edge`";
    NoFocusRing "T203" Fault "focus that isn't seen", "Leave the outline, or replace it with something as visible (WCAG 2.4.7)";
    FaintFocusRing "T204" Fault "a focus ring that is too faint", "WCAG 1.4.11 wants 3 against what is around it: `--auth-focus`";
    PlaceholderContrast "T205" Fault "a placeholder that is too faint", "WCAG 1.4.3 wants 4.5: `--auth-ink-soft`";
    SmallTarget "T206" Fault "a target that is too small", "WCAG 2.5.8 wants 24 by 24 px";
    CutOff "T207" Fault "text that is cut off", "Let the box grow: no fixed height or width around words";
    Overlap "T208" Fault "texts over each other", "Take back the margin or the position that brings them together";
    Sideways "T209" Fault "scrolled sideways", "Nothing may be wider than 320 px, or than the window with text at 200 % (WCAG 1.4.4, 1.4.10)";
    Covered "T210" Fault "covered by something else", "Move what lies above it, or put it below (WCAG 2.4.11)";
    DrawnSmall "T211" Fault "drawn below 13 px", "Use `var(--auth-text-s)`, or at least 0.8125rem";
    Unseen "T212" Fault "words that aren't seen", "Leave alerts, messages and legal texts visible";
    Untold "T213" Advice "contrast that can't be told", "Look at it: a picture lies behind the text. `--auth-scrim` helps";
    Moved "T214" Fault "what moves while the page is hydrated", "Size it by what is in the HTML: no rule may wait for `[data-hydrated]` to make room";
    AsFoyers "T215" Advice "a part that looks as Foyer's", "If you mean that, list it in theme.toml: `inherits = [\"…\"]`";
    Changed "T216" Advice "a story that looks otherwise", "Look at both pictures in the page of `--report`, and keep the new ones with `--accept`";
}

impl Code {
    /// A code by its name.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_str() == code)
    }

    /// All codes as a table for the documentation.
    #[must_use]
    pub fn markdown() -> String {
        let mut table = "| code | what | how to mend it |\n| --- | --- | --- |\n".to_owned();
        for code in Self::ALL {
            writeln!(table, "| {code} | {} | {} |", code.title(), code.fix()).expect("a text takes more text");
        }
        table
    }
}

impl Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Code;

    #[test]
    fn each_code_is_one_and_is_found_by_its_name() {
        let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(Code::ALL.iter().all(|code| Code::parse(code.as_str()) == Some(*code)));
        assert_eq!(Code::markdown().lines().count(), Code::ALL.len() + 2);
    }
}
