//! `vestibule theme new`: a folder to begin with.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, bail};
use vestibule::theme::{BUILT_IN, ThemeName, skeleton};

/// Writes a new theme's folder, from nothing or from one of ours. What is there already stays as it is.
pub(super) fn new(folder: &Path, from: Option<&str>) -> anyhow::Result<()> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let name = ThemeName::parse(&name)?;
    let Some(files) = skeleton(&name, from) else {
        bail!("{:?} is none of {}", from.unwrap_or_default(), BUILT_IN.join(", "));
    };
    if let Some((file, _)) = files.iter().find(|(file, _)| folder.join(file).exists()) {
        bail!("{} is there already, and nothing is written over", folder.join(file).display());
    }
    fs::create_dir_all(folder).with_context(|| format!("{} can't be made", folder.display()))?;
    for (file, bytes) in files {
        let path = folder.join(file);
        let mut written = fs::File::create_new(&path).with_context(|| path.display().to_string())?;
        written.write_all(&bytes).with_context(|| path.display().to_string())?;
        println!("{}", path.display());
    }
    println!("\nNext: vestibule theme dev {}", folder.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use vestibule::theme::Theme;

    use super::new;

    #[test]
    fn a_new_theme_is_written_once() {
        let home = tempfile::tempdir().expect("a folder");
        let acme = home.path().join("acme");
        new(&acme, None).expect("it is written");
        assert_eq!(Theme::read(&acme).expect("it is a theme").title, "Acme");
        fs::write(acme.join("tokens.css"), "/* mine */").expect("a file");
        let error = new(&acme, Some("ledger")).expect_err("it is there").to_string();
        assert!(error.contains("is there already"), "{error}");
        assert_eq!(fs::read_to_string(acme.join("tokens.css")).expect("a file"), "/* mine */");
    }

    #[test]
    fn what_is_none_of_ours_and_what_is_no_name_is_said() {
        let home = tempfile::tempdir().expect("a folder");
        let check = |folder: &str, from, expected: &str| {
            let error = new(&home.path().join(folder), from).expect_err("it is refused").to_string();
            assert!(error.contains(expected), "{error}");
            assert!(!home.path().join(folder).exists());
        };
        check("acme", Some("leger"), "foyer, ledger, folio, console, vibe");
        check("Acme Inc", None, "is no name");
    }
}
