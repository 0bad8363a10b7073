//! `vestibule theme fonts`: the file that declares a theme's fonts, and what stands in for them.

use std::{fs, path::Path};

use anyhow::{Context, bail};
use vestibule::theme::{FONTS_CSS, Theme};

/// Writes `fonts.css` and says how the tokens name what is in it.
pub(super) fn fonts(folder: &Path) -> anyhow::Result<()> {
    write(folder)?;
    let theme = Theme::read(folder)?;
    if theme.fonts.is_empty() {
        bail!("theme.toml names no font: a table `[[fonts]]` with `family`, `file` and `like` for each");
    }
    for font in &theme.fonts {
        let kib = theme.files.get(&font.file).map_or(0, |bytes| bytes.len().div_ceil(1024));
        println!("{} ({kib} KiB): \"{}\", \"{}\"", font.file, font.family, font.stand_in());
    }
    println!("\nName both in tokens.css, one after the other, and the system's families after them.");
    Ok(())
}

/// Writes `fonts.css` if it doesn't say what the fonts are. What is written is told, and what somebody else wrote stays.
pub(super) fn write(folder: &Path) -> anyhow::Result<()> {
    let theme = Theme::read(folder)?;
    let faces = theme.font_faces()?;
    let path = folder.join(FONTS_CSS);
    if faces == theme.faces || faces.is_empty() {
        return Ok(());
    }
    if theme.has_own_faces() {
        bail!("{} is written by hand: take it away, or the fonts out of theme.toml", path.display());
    }
    fs::write(&path, faces).with_context(|| format!("{} can't be written", path.display()))?;
    println!("{}", path.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use vestibule::theme::{FONTS_CSS, Theme};

    use super::{fonts, write};
    use crate::theme::new::new;

    #[test]
    fn the_faces_of_a_theme_are_written_from_its_fonts() {
        let home = tempfile::tempdir().expect("a folder");
        let acme = home.path().join("acme");
        new(&acme, Some("folio")).expect("it is written");
        let before = fs::read_to_string(acme.join(FONTS_CSS)).expect("it came with the theme");
        fs::remove_file(acme.join(FONTS_CSS)).expect("it was there");
        fonts(&acme).expect("it is written");
        assert_eq!(fs::read_to_string(acme.join(FONTS_CSS)).expect("it is there"), before);
        assert_eq!(Theme::read(&acme).expect("it is a theme").faces, before);

        let own = "@font-face { font-family: mine; }";
        fs::write(acme.join(FONTS_CSS), own).expect("the folder is ours");
        assert!(fonts(&acme).expect_err("it isn't ours").to_string().contains("by hand"));
        assert_eq!(fs::read_to_string(acme.join(FONTS_CSS)).expect("it is there"), own);
    }

    #[test]
    fn a_theme_without_fonts_is_left_alone() {
        let home = tempfile::tempdir().expect("a folder");
        let acme = home.path().join("acme");
        new(&acme, None).expect("it is written");
        write(&acme).expect("there is nothing to write");
        assert!(!acme.join(FONTS_CSS).exists());
        assert!(fonts(&acme).expect_err("it has none").to_string().contains("[[fonts]]"));
    }
}
