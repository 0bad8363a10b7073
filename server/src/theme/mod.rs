//! `vestibule theme`: what a designer does, without a configuration, a database or a build.

mod check;
mod gallery;

use clap::Subcommand;
use vestibule::theme::{BUILT_IN, Theme};

/// A command of a designer.
#[derive(Subcommand)]
pub(crate) enum ThemeCommand {
    /// Lists the themes that every version carries.
    List,
    /// Says whether a theme is complete, readable and safe.
    Check(check::Check),
}

/// Runs one.
pub(crate) async fn run(command: ThemeCommand) -> anyhow::Result<()> {
    match command {
        ThemeCommand::List => list(),
        ThemeCommand::Check(what) => check::run(what).await?,
    }
    Ok(())
}

fn list() {
    for theme in BUILT_IN.into_iter().filter_map(Theme::built_in) {
        println!("{:<10} {}", theme.name, theme.layout.as_str());
    }
}
