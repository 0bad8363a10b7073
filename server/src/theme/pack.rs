//! `vestibule theme pack`: a theme's folder as one file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;
use vestibule::theme::{Theme, check::Weight};

use super::fonts;

/// Packs a theme's folder into `<name>.theme.json`, here or where it is wanted.
pub(super) fn pack(folder: &Path, out: Option<PathBuf>) -> anyhow::Result<()> {
    if folder.is_dir() {
        fonts::write(folder)?;
    }
    let text = Theme::pack(folder)?;
    let theme = Theme::read(folder)?;
    let out = out.unwrap_or_else(|| PathBuf::from(format!("{}.theme.json", theme.name)));
    fs::write(&out, text).with_context(|| format!("{} can't be written", out.display()))?;
    // It is what it is: whoever packs it may know, and whoever gets it should.
    let faults = theme.check().iter().filter(|finding| finding.code.weight() == Weight::Fault).count();
    if faults > 0 {
        println!("Packed with faults, {faults}: vestibule theme check {} --files", folder.display());
    }
    println!("{}\n\nNext: VESTIBULE_THEME={}", out.display(), out.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use vestibule::theme::Theme;

    use super::pack;
    use crate::theme::new::new;

    #[test]
    fn the_packed_file_is_the_theme() {
        let home = tempfile::tempdir().expect("a folder");
        let (acme, out) = (home.path().join("acme"), home.path().join("a.json"));
        new(&acme, None).expect("it is written");
        pack(&acme, Some(out.clone())).expect("it is packed");
        assert_eq!(Theme::read(&out).expect("it is a theme"), Theme::read(&acme).expect("it is a theme"));
        assert!(pack(&home.path().join("nowhere"), Some(out)).is_err());
    }
}
