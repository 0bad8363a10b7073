//! A theme's folder, or what it was packed into.
//!
//! `theme.toml` and `tokens.css` have to be there; `parts.css`, `fonts.css`, `logo.html`, `legal.html`, `footer.html`, `aside.html`, `illustration.html`,
//! `words.toml`, pictures and fonts may be.

use std::{collections::BTreeMap, io, path::Path};

use bytes::Bytes;
use vestibule_ui::Slots;

use crate::{FONTS_CSS, Theme, ThemeError, ThemeName, logo, manifest::Manifest, phrases, source::Source};

/// What a browser may load of a theme beside its stylesheet.
const PICTURES_AND_FONTS: [&str; 4] = ["svg", "png", "webp", "woff2"];

/// The most that one file may be, in KiB: a page waits for it.
pub(crate) const MAX_KIB: usize = 512;

impl Theme {
    /// Reads a theme's folder, whose last name is the theme's, or the file that [`Theme::pack`] made of it.
    ///
    /// # Errors
    /// [`ThemeError`] names the file and what is wrong with it.
    pub fn read(folder: &Path) -> Result<Self, ThemeError> {
        let folder = &Source::open(folder)?;
        let name = ThemeName::parse(&folder.name())?;
        let manifest = Manifest::parse(&text(folder, "theme.toml")?)?;
        let tokens = text(folder, "tokens.css")?;
        let files = files(folder)?;
        Ok(Self {
            name,
            title: manifest.name,
            layout: manifest.layout,
            inherits: manifest.inherits,
            slots: Slots {
                logo: optional(folder, "logo.html")?.or_else(|| logo::slot(&files)),
                legal: optional(folder, "legal.html")?,
                footer: optional(folder, "footer.html")?,
                aside: optional(folder, "aside.html")?,
                illustration: optional(folder, "illustration.html")?,
            },
            phrases: phrases::parse(&optional(folder, "words.toml")?.unwrap_or_default())?,
            fonts: manifest.fonts,
            faces: optional(folder, FONTS_CSS)?.unwrap_or_default(),
            tokens,
            parts: optional(folder, "parts.css")?.unwrap_or_default(),
            files,
        })
    }
}

fn text(folder: &Source, file: &str) -> Result<String, ThemeError> {
    String::from_utf8(bounded(folder, file)?.into()).map_err(|error| ThemeError::Unreadable {
        file: file.to_owned(),
        source: io::Error::new(io::ErrorKind::InvalidData, error),
    })
}

fn optional(folder: &Source, file: &str) -> Result<Option<String>, ThemeError> {
    match text(folder, file) {
        Ok(text) => Ok(Some(text)),
        Err(ThemeError::Unreadable { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn files(folder: &Source) -> Result<BTreeMap<String, Bytes>, ThemeError> {
    let mut files = BTreeMap::new();
    for file in folder.names()? {
        let ending = Path::new(&file).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        // What begins with a dot is an editor's or a system's own.
        if PICTURES_AND_FONTS.contains(&ending) && !file.starts_with('.') {
            let bytes = bounded(folder, &file)?;
            files.insert(file, bytes);
        }
    }
    Ok(files)
}

fn bounded(folder: &Source, file: &str) -> Result<Bytes, ThemeError> {
    let bytes = folder.bytes(file)?;
    let is_small = bytes.len() <= MAX_KIB * 1024;
    is_small.then_some(bytes).ok_or_else(|| ThemeError::TooLarge { file: file.to_owned(), max: MAX_KIB })
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use vestibule_ui::Layout;

    use crate::{Theme, ThemeError};

    fn write(folder: &Path, files: &[(&str, &str)]) {
        fs::create_dir_all(folder).expect("a folder");
        for (name, text) in files {
            fs::write(folder.join(name), text).expect("a file");
        }
    }

    #[test]
    fn a_folder_is_a_theme() {
        let home = tempfile::tempdir().expect("a folder");
        let acme = home.path().join("acme");
        let tokens = ":root { --auth-brand: oklch(0.5 0.1 20); }\n";
        write(
            &acme,
            &[
                ("theme.toml", "name = 'Acme'\ncontract = 1\nlayout = 'split-end'\ninherits = ['rule']"),
                ("tokens.css", tokens),
                ("logo.svg", "<svg/>"),
                ("aside.html", "<p>Open</p>"),
                ("notes.txt", "mine"),
            ],
        );
        let theme = Theme::read(&acme).expect("it is a theme");
        assert_eq!((theme.name.as_str(), theme.layout), ("acme", Layout::SplitEnd));
        assert_eq!(theme.inherits, ["rule"]);
        assert_eq!(theme.stylesheet(), format!("@layer vestibule.theme {{\n{tokens}}}\n"));
        assert_eq!(theme.slots.aside.as_deref(), Some("<p>Open</p>"));
        assert_eq!(theme.files.keys().collect::<Vec<_>>(), ["logo.svg"]);
    }

    #[test]
    fn a_missing_file_is_named() {
        let home = tempfile::tempdir().expect("a folder");
        let acme = home.path().join("acme");
        write(&acme, &[("theme.toml", "name = 'Acme'\ncontract = 1")]);
        let error = Theme::read(&acme).expect_err("it has no tokens");
        assert!(matches!(error, ThemeError::Unreadable { ref file, .. } if file == "tokens.css"), "{error}");
        let error = Theme::read(&home.path().join("nowhere")).expect_err("it isn't there");
        assert!(matches!(error, ThemeError::Unreadable { ref file, .. } if file == "theme.toml"), "{error}");
    }
}
