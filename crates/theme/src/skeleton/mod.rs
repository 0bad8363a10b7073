//! The files that a new theme begins with: what may be set and what it does, as comments beside the place to set it.

mod parts;
mod tokens;

use bytes::Bytes;
use vestibule_ui::parts::CONTRACT;
use vestibule_words::{Phrases, Text};

use crate::{FONTS_CSS, ThemeName, built_in};

/// The place of a logo, until there is one. In each scheme's ink.
const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"28\" height=\"28\" viewBox=\"0 0 28 28\">\
<path fill=\"INK\" d=\"M4 26V12a10 10 0 0 1 20 0v14h-6V12a4 4 0 0 0-8 0v14z\"/></svg>\n";

/// Two pictures, of which the scheme shows one, and the product's name beside them. Without this file the pictures alone
/// stand there, and are read as the product's name.
const LOGO_HTML: &str = "<img src=\"logo.svg\" alt=\"\" data-logo=\"light\">\
<img src=\"logo-dark.svg\" alt=\"\" data-logo=\"dark\"> {product}\n";

/// The files of a new theme by name, or of one that begins as one of ours. `None` when none of ours is called so.
///
/// ```
/// use vestibule_theme::{ThemeName, skeleton};
///
/// let name = ThemeName::parse("acme")?;
/// let files = skeleton(&name, Some("ledger")).expect("it is one of ours");
/// assert!(files.iter().any(|(file, text)| *file == "theme.toml" && text.starts_with(b"name = \"Acme\"")));
/// assert!(skeleton(&name, Some("leger")).is_none());
/// # Ok::<(), vestibule_theme::ThemeError>(())
/// ```
#[must_use]
pub fn skeleton(name: &ThemeName, from: Option<&str>) -> Option<Vec<(&'static str, Bytes)>> {
    let title = title(name);
    let Some(from) = from else {
        let texts = [
            ("theme.toml", manifest(&title)),
            ("tokens.css", tokens::tokens(&title)),
            ("parts.css", parts::parts(&title)),
            ("words.toml", words()),
            ("logo.svg", LOGO.replace("INK", "#26355d")),
            ("logo-dark.svg", LOGO.replace("INK", "#c9d4f5")),
            ("mark.svg", LOGO.replace("INK", "#5b6fb0")),
            ("logo.html", LOGO_HTML.to_owned()),
        ];
        return Some(texts.into_iter().map(|(file, text)| (file, Bytes::from(text))).collect());
    };
    let files = built_in::files(from)?;
    let renamed = |(file, bytes): (&'static str, Bytes)| match file {
        "theme.toml" => (file, named(&bytes, &title)),
        _ => (file, bytes),
    };
    Some(files.into_iter().map(renamed).collect())
}

fn manifest(title: &str) -> String {
    format!(
        "# How people call the theme.\nname = \"{title}\"\n\
         # The number of the public names that it is written for.\ncontract = {CONTRACT}\n\
         # Where the card stands: centered, split, split-end, bare, full or inline.\nlayout = \"centered\"\n\
         # The parts that look as Foyer's on purpose, which `vestibule theme check` then doesn't name.\n# inherits = [\"rule\"]\n\n\
         # A font of your own, in WOFF2, and what it is like: sans, serif or mono. `vestibule theme fonts` writes \
         {FONTS_CSS}.\n\
         # [[fonts]]\n# family = \"Acme Sans\"\n# file = \"acme-sans.woff2\"\n# like = \"sans\"\n"
    )
}

/// What a theme may say, each as we say it, in a comment.
fn words() -> String {
    let line = |(key, ours): (String, Text)| format!("# {key} = {ours:?}\n");
    let keys: String = Phrases::keys().into_iter().map(line).collect();
    format!(
        "# Titles, labels and buttons in your own words, a table for each language. A label keeps the word that its field\n\
         # is known by. What isn't here says the same in every theme: refusals, and whatever bears on safety or law.\n\
         [en]\n{keys}"
    )
}

/// A manifest with another name.
fn named(manifest: &[u8], title: &str) -> Bytes {
    let line = |line: &str| {
        if line.starts_with("name = ") { format!("name = \"{title}\"\n") } else { format!("{line}\n") }
    };
    String::from_utf8_lossy(manifest).lines().map(line).collect::<String>().into()
}

/// `acme-2` as people would write it: `Acme 2`.
fn title(name: &ThemeName) -> String {
    let words = name.as_str().replace('-', " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(|| name.to_string(), |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use vestibule_words::Phrases;

    use super::skeleton;
    use crate::{BUILT_IN, Theme, ThemeName};

    #[track_caller]
    fn written(from: Option<&str>) -> Theme {
        let home = tempfile::tempdir().expect("a folder");
        let acme = home.path().join("acme-2");
        fs::create_dir(&acme).expect("a folder");
        let name = ThemeName::parse("acme-2").expect("it is a name");
        for (file, text) in skeleton(&name, from).expect("it is one of ours") {
            fs::write(acme.join(file), text).expect("a file");
        }
        Theme::read(&acme).expect("it is a theme")
    }

    #[test]
    fn a_new_theme_is_a_theme() {
        let theme = written(None);
        assert_eq!(theme.title, "Acme 2");
        assert!(theme.files.contains_key("logo-dark.svg"));
        assert!(theme.slots.logo.is_some_and(|logo| logo.contains("{product}")));
    }

    #[test]
    fn every_word_of_a_new_theme_may_be_taken_out_of_its_comment() {
        let words = super::words();
        let (_, keys) = words.split_once("[en]\n").expect("a table");
        let words = format!("[en]\n{}", keys.replace("# ", ""));
        assert!(crate::phrases::parse(&words).is_ok_and(|phrases| phrases != Phrases::default()), "{words}");
    }

    #[test]
    fn one_of_ours_under_another_name_looks_as_it_did() {
        for name in BUILT_IN {
            let (copy, ours) = (written(Some(name)), Theme::built_in(name).expect("it is one of ours"));
            assert_eq!(copy.title, "Acme 2");
            assert_eq!((copy.stylesheet(), copy.layout), (ours.stylesheet(), ours.layout), "{name}");
        }
    }
}
