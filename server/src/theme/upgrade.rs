//! `vestibule theme upgrade`: today's names in a theme that says old ones.

use std::{fs, path::Path};

use anyhow::{Context, bail};
use vestibule::{
    theme::{old_names, upgrade as mend},
    ui::parts::Renamed,
};

/// Rewrites the old names in a theme's stylesheets, and says which. All else stays, byte for byte.
pub(super) fn upgrade(folder: &Path, renamed: &[Renamed]) -> anyhow::Result<()> {
    if !folder.is_dir() {
        bail!("{} is no folder of a theme", folder.display());
    }
    let mut count = 0;
    for file in ["tokens.css", "parts.css"] {
        let path = folder.join(file);
        if !path.exists() {
            continue;
        }
        let css = fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
        let names = old_names(&css, renamed);
        if names.is_empty() {
            continue;
        }
        fs::write(&path, mend(&css, &names)).with_context(|| format!("{} can't be written", path.display()))?;
        count += names.len();
        for name in names {
            let line = css[..name.at].matches('\n').count() + 1;
            println!("{file}:{line}: {} → {}", name.old, name.new);
        }
    }
    if count == 0 {
        println!("{} says today's names already", folder.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use vestibule::ui::parts::{Renamed, RenamedKind};

    use super::upgrade;

    #[test]
    fn old_names_become_today_s_and_nothing_else_changes() {
        let renamed = [
            Renamed { kind: RenamedKind::Property, old: "surface", new: "card", since: "1.4" },
            Renamed { kind: RenamedKind::Part, old: "panel", new: "card", since: "1.4" },
        ];
        let home = tempfile::tempdir().expect("a folder");
        let [tokens, parts] = ["tokens.css", "parts.css"].map(|file| home.path().join(file));
        let read = |file| fs::read_to_string(file).expect("it was written");
        fs::write(&tokens, ":root{\r\n\t--auth-surface :red;}\n/* --auth-surface, once */").expect("a file");
        upgrade(home.path(), &renamed).expect("a theme needs no rules");
        fs::write(&parts, "[data-part=panel] { color: var(--auth-surface) }").expect("a file");
        for _ in 0..2 {
            upgrade(home.path(), &renamed).expect("it is upgraded");
            assert_eq!(read(&tokens), ":root{\r\n\t--auth-card :red;}\n/* --auth-surface, once */");
            assert_eq!(read(&parts), "[data-part=card] { color: var(--auth-card) }");
        }
        let error = upgrade(&tokens, &renamed).expect_err("it is a file").to_string();
        assert!(error.contains("is no folder"), "{error}");
    }
}
