//! `vestibule theme tokens`: a theme's colours and sizes to a design tool and back.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;
use clap::Subcommand;
use vestibule::theme::{Mode, Space, Theme, ThemeName, import};

/// Where a theme's tokens go, or come from.
#[derive(Subcommand)]
pub(crate) enum TokensCommand {
    /// Writes a theme's tokens as two files in the Design Tokens format, one for light and one for dark.
    Export {
        /// The name of one of ours, or a theme's folder.
        theme: PathBuf,
        /// The folder for the files.
        out: PathBuf,
        /// Colours in sRGB instead of OKLCH, for tools that read nothing else. Hex stands beside both.
        #[arg(long)]
        srgb: bool,
    },
    /// Rewrites a theme's tokens.css with what two such files say.
    Import {
        /// The file for light.
        light: PathBuf,
        /// The file for dark.
        dark: PathBuf,
        /// The theme's folder.
        folder: PathBuf,
    },
}

/// Runs one.
pub(crate) fn run(command: TokensCommand) -> anyhow::Result<()> {
    match command {
        TokensCommand::Export { theme, out, srgb } => {
            export(&theme, &out, if srgb { Space::Srgb } else { Space::Oklch })
        }
        TokensCommand::Import { light, dark, folder } => rewrite(&light, &dark, &folder),
    }
}

fn export(theme: &Path, out: &Path, space: Space) -> anyhow::Result<()> {
    let built_in = theme.to_str().and_then(Theme::built_in);
    let theme = built_in.map_or_else(|| Theme::read(theme), Ok)?;
    fs::create_dir_all(out).with_context(|| format!("{} can't be made", out.display()))?;
    for mode in Mode::BOTH {
        let file = out.join(file(&theme.name, mode));
        fs::write(&file, theme.design_tokens(mode, space)?).with_context(|| cant_write(&file))?;
        println!("{}", file.display());
    }
    Ok(())
}

fn file(theme: &ThemeName, mode: Mode) -> String {
    format!("{theme}.{mode}.tokens.json")
}

fn rewrite(light: &Path, dark: &Path, folder: &Path) -> anyhow::Result<()> {
    let read = |file: &Path| fs::read_to_string(file).with_context(|| format!("{} can't be read", file.display()));
    let tokens = folder.join("tokens.css");
    // A folder that has none yet gets one.
    let before = if tokens.exists() { read(&tokens)? } else { String::new() };
    let after = import(&before, &read(light)?, &read(dark)?)?;
    if after == before {
        println!("{} says all of that already", tokens.display());
        return Ok(());
    }
    fs::write(&tokens, &after).with_context(|| cant_write(&tokens))?;
    let changed = after.lines().filter(|line| !before.lines().any(|own| own == *line));
    for line in changed {
        println!("{}", line.trim());
    }
    Ok(())
}

fn cant_write(file: &Path) -> String {
    format!("{} can't be written", file.display())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use vestibule::theme::Space;

    use super::{export, rewrite};

    #[test]
    fn a_theme_goes_to_a_tool_and_comes_back() {
        let home = tempfile::tempdir().expect("a folder");
        export("folio".as_ref(), home.path(), Space::Srgb).expect("it is one of ours");
        let [light, dark] = ["light", "dark"].map(|mode| home.path().join(format!("folio.{mode}.tokens.json")));
        rewrite(&light, &dark, home.path()).expect("it is our own");
        let first = fs::read_to_string(home.path().join("tokens.css")).expect("it was written");
        assert!(first.contains("--auth-brand: oklch("), "{first}");
        rewrite(&light, &dark, home.path()).expect("it is our own");
        assert_eq!(fs::read_to_string(home.path().join("tokens.css")).expect("it is there"), first);
    }
}
