//! A theme's folder.
//!
//! `theme.toml` and `tokens.css` have to be there; `parts.css`, `logo.html`, `legal.html`, `footer.html`, `aside.html`,
//! `words.toml`, pictures and fonts may be.

use std::{collections::BTreeMap, fs, io, path::Path};

use bytes::Bytes;
use vestibule_ui::Slots;

use crate::{Theme, ThemeError, ThemeName, manifest::Manifest, phrases};

/// What a browser may load of a theme beside its stylesheet.
const PICTURES_AND_FONTS: [&str; 4] = ["svg", "png", "webp", "woff2"];

/// The most that one file may be, in KiB: a page waits for it.
const MAX_KIB: usize = 512;

impl Theme {
    /// Reads a theme's folder, whose last name is the theme's.
    ///
    /// # Errors
    /// [`ThemeError`] names the file and what is wrong with it.
    pub fn read(folder: &Path) -> Result<Self, ThemeError> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let name = ThemeName::parse(&name)?;
        let manifest = Manifest::parse(&text(folder, "theme.toml")?)?;
        Ok(Self {
            name,
            title: manifest.name,
            layout: manifest.layout,
            slots: Slots {
                logo: optional(folder, "logo.html")?,
                legal: optional(folder, "legal.html")?,
                footer: optional(folder, "footer.html")?,
                aside: optional(folder, "aside.html")?,
            },
            phrases: phrases::parse(&optional(folder, "words.toml")?.unwrap_or_default())?,
            tokens: text(folder, "tokens.css")?,
            parts: optional(folder, "parts.css")?.unwrap_or_default(),
            files: files(folder)?,
        })
    }
}

fn text(folder: &Path, file: &str) -> Result<String, ThemeError> {
    let text = fs::read_to_string(folder.join(file)).map_err(|source| unreadable(file, source))?;
    if text.len() > MAX_KIB * 1024 {
        return Err(ThemeError::TooLarge { file: file.to_owned(), max: MAX_KIB });
    }
    Ok(text)
}

fn optional(folder: &Path, file: &str) -> Result<Option<String>, ThemeError> {
    match text(folder, file) {
        Ok(text) => Ok(Some(text)),
        Err(ThemeError::Unreadable { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn files(folder: &Path) -> Result<BTreeMap<String, Bytes>, ThemeError> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(|source| unreadable("the folder", source))? {
        let entry = entry.map_err(|source| unreadable("the folder", source))?;
        let file = entry.file_name().to_string_lossy().into_owned();
        let ending = Path::new(&file).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if !PICTURES_AND_FONTS.contains(&ending) {
            continue;
        }
        let bytes = fs::read(entry.path()).map_err(|source| unreadable(&file, source))?;
        if bytes.len() > MAX_KIB * 1024 {
            return Err(ThemeError::TooLarge { file, max: MAX_KIB });
        }
        files.insert(file, Bytes::from(bytes));
    }
    Ok(files)
}

fn unreadable(file: &str, source: io::Error) -> ThemeError {
    ThemeError::Unreadable { file: file.to_owned(), source }
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
                ("theme.toml", "name = 'Acme'\ncontract = 1\nlayout = 'split-end'"),
                ("tokens.css", tokens),
                ("logo.svg", "<svg/>"),
                ("aside.html", "<p>Open</p>"),
                ("notes.txt", "mine"),
            ],
        );
        let theme = Theme::read(&acme).expect("it is a theme");
        assert_eq!((theme.name.as_str(), theme.layout), ("acme", Layout::SplitEnd));
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
