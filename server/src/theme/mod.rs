//! `vestibule theme`: what a designer does, without a configuration, a database or a build.

mod gallery;

use clap::Subcommand;
use vestibule::theme::{BUILT_IN, Theme, contract::Contract};

/// A command of a designer.
#[derive(Subcommand)]
pub(crate) enum ThemeCommand {
    /// Lists the themes that every version carries.
    List,
    /// Prints everything that a theme may rely on: tokens, hooks, parts, names, layouts, slots.
    Contract {
        /// For tools. Without it: for people, in Markdown.
        #[arg(long)]
        json: bool,
        /// For people.
        #[arg(long, conflicts_with = "json")]
        markdown: bool,
    },
}

/// Runs one.
pub(crate) async fn run(command: ThemeCommand) -> anyhow::Result<()> {
    match command {
        ThemeCommand::List => list(),
        ThemeCommand::Contract { json: true, .. } => println!("{}", Contract::today().json()),
        ThemeCommand::Contract { .. } => print!("{}", Contract::today().markdown()),
    }
    Ok(())
}

fn list() {
    for theme in BUILT_IN.into_iter().filter_map(Theme::built_in) {
        println!("{:<10} {}", theme.name, theme.layout.as_str());
    }
}
