//! `vestibule theme`: what a designer does, without a configuration, a database or a build.

mod check;
mod dev;
mod export;
mod fonts;
mod gallery;
mod new;
mod pack;
mod tokens;
mod upgrade;

use std::path::PathBuf;

use clap::Subcommand;
use vestibule::{
    theme::{BUILT_IN, Theme, contract::Contract},
    ui::parts::RENAMED,
};

/// A command of a designer.
#[derive(Subcommand)]
pub(crate) enum ThemeCommand {
    /// Lists the themes that every version carries.
    List,
    /// Writes a new theme's folder, with what each token does beside it.
    New {
        /// The folder. Its last name is the theme's: small letters, digits and hyphens.
        folder: PathBuf,
        /// Begins as one of ours.
        #[arg(long)]
        from: Option<String>,
    },
    /// Opens the gallery on a theme's folder, and shows what is saved at once.
    Dev {
        /// The theme's folder.
        folder: PathBuf,
        /// The port to listen on, instead of a free one.
        #[arg(long)]
        port: Option<u16>,
    },
    /// Declares the fonts that `theme.toml` names, each with a face of the system that stands in for it.
    Fonts {
        /// The theme's folder.
        folder: PathBuf,
    },
    /// Writes today's names into a theme that says old ones, and says which.
    Upgrade {
        /// The theme's folder.
        folder: PathBuf,
    },
    /// Packs a theme's folder into one file, which the key `theme` takes as it takes the folder.
    Pack {
        /// The theme's folder.
        folder: PathBuf,
        /// The file, instead of `<name>.theme.json` here.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Writes the gallery of a theme as pages that need no server.
    Export {
        /// The theme's folder, or what it was packed into.
        theme: PathBuf,
        /// The folder for the pages.
        out: PathBuf,
    },
    /// Prints everything that a theme may rely on: tokens, hooks, parts, names, layouts, slots.
    Contract {
        /// For tools. Without it: for people, in Markdown.
        #[arg(long)]
        json: bool,
        /// For people.
        #[arg(long, conflicts_with = "json")]
        markdown: bool,
    },
    /// Takes a theme's tokens to a design tool and back.
    #[command(subcommand)]
    Tokens(tokens::TokensCommand),
    /// Says whether a theme is complete, readable and safe.
    Check(check::Check),
}

/// Runs one.
pub(crate) async fn run(command: ThemeCommand) -> anyhow::Result<()> {
    match command {
        ThemeCommand::List => list(),
        ThemeCommand::New { folder, from } => new::new(&folder, from.as_deref())?,
        ThemeCommand::Dev { folder, port } => dev::dev(folder, port).await?,
        ThemeCommand::Fonts { folder } => fonts::fonts(&folder)?,
        ThemeCommand::Upgrade { folder } => upgrade::upgrade(&folder, RENAMED)?,
        ThemeCommand::Pack { folder, out } => pack::pack(&folder, out)?,
        ThemeCommand::Export { theme, out } => export::export(&theme, &out).await?,
        ThemeCommand::Contract { json: true, .. } => println!("{}", Contract::today().json()),
        ThemeCommand::Contract { .. } => print!("{}", Contract::today().markdown()),
        ThemeCommand::Tokens(command) => tokens::run(command)?,
        ThemeCommand::Check(what) => check::run(what).await?,
    }
    Ok(())
}

fn list() {
    for theme in BUILT_IN.into_iter().filter_map(Theme::built_in) {
        println!("{:<10} {}", theme.name, theme.layout.as_str());
    }
}
