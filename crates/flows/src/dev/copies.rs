//! Copies of a stylesheet that show what no page can be asked for. They stand beside their original, so that its pictures
//! are where it says, and their names say what was done to them: `still.forced.vestibule.css`.

use super::{colours, forced};

/// Makes one stylesheet of another.
type Make = fn(&str) -> String;

/// What can be done to a stylesheet, by the word before its name.
const KINDS: [(Retouch, &str, Make); 3] = [
    (Retouch::Colours, "colours.", colours::forced),
    (Retouch::Still, "still.", forced::still),
    (Retouch::Forced, "forced.", forced::stylesheet),
];

/// What is done to a stylesheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Retouch {
    /// States are met by a word in the markup as well.
    Forced,
    /// Its colours are the browser's, as in a high-contrast mode.
    Colours,
    /// It answers as for somebody who asked for less motion.
    Still,
}

/// The name of a stylesheet's copy.
pub(super) fn name(copies: &[Retouch], (folder, file): (&str, &str)) -> String {
    let words: String = KINDS.iter().filter(|(copy, ..)| copies.contains(copy)).map(|(_, word, _)| *word).collect();
    if folder.is_empty() { format!("{words}{file}") } else { format!("{folder}/{words}{file}") }
}

/// The copy that a name asks for, made of what is called by the rest of that name; none if it asks for no copy.
pub(super) fn made(name: &str, original: impl Fn(&str) -> Option<String>) -> Option<String> {
    let (folder, mut file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let mut asked = Vec::new();
    for (_, word, make) in KINDS {
        if let Some(rest) = file.strip_prefix(word) {
            file = rest;
            asked.push(make);
        }
    }
    if asked.is_empty() {
        return None;
    }
    let css = original(&self::name(&[], (folder, file)))?;
    Some(asked.into_iter().fold(css, |css, make| make(&css)))
}

#[cfg(test)]
mod tests {
    use super::{Retouch, made, name};

    #[test]
    fn a_copy_is_named_after_what_was_done_to_its_original_whatever_that_is_called() {
        let css = |name: &str| (name == "theme/acme/vestibule.plain.css").then(|| "a:hover{}".to_owned());
        for (copies, name_of_copy, expected) in [
            (&[Retouch::Forced][..], "forced.vestibule.plain.css", Some("a:is(:hover, [data-force~=\"hover\"]){}")),
            (&[Retouch::Still], "still.vestibule.plain.css", Some("a:hover{}")),
            (&[], "vestibule.plain.css", None),
        ] {
            let copy = name(copies, ("theme/acme", "vestibule.plain.css"));
            assert_eq!(copy, format!("theme/acme/{name_of_copy}"));
            assert_eq!(made(&copy, css).as_deref(), expected);
        }
        assert_eq!(name(&[Retouch::Forced, Retouch::Still], ("", "a.css")), "still.forced.a.css");
        assert_eq!(made("forced.nothing.css", css), None);
    }
}
