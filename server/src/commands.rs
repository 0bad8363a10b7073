//! What can be asked of the binary.

use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Parser, Subcommand, ValueEnum};
use vestibule::{
    core::email::EmailAddress,
    store::{Accounts, Demand},
};
use vestibule_store_sql::SqlStore;

use crate::config::Config;

/// Login pages in front of your application.
#[derive(Parser)]
#[command(name = "vestibule", version)]
pub(crate) struct Arguments {
    /// A TOML file with the configuration. `VESTIBULE_KEY` in the environment wins over `key` in the file.
    #[arg(long, global = true)]
    pub(crate) config: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// A command.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Migrates the database and serves until it is told to stop.
    Serve,
    /// Brings the database up to the schema of this version.
    Migrate,
    /// Asks something of an account before it may go on; it is asked with the account's next request.
    Demand {
        /// The address of the account.
        email: String,
        /// What to ask.
        what: What,
    },
    /// Lists every key of the configuration, with its default and what it does.
    Keys,
}

/// What can be asked of an account.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum What {
    /// Another password.
    NewPassword,
    /// Proof of the mailbox, again.
    ConfirmedEmail,
}

/// Opens the database and brings it up to date.
pub(crate) async fn open(config: &Config) -> anyhow::Result<SqlStore> {
    let store = SqlStore::connect(&config.database).await?;
    store.migrate().await?;
    Ok(store)
}

pub(crate) async fn migrate(config: &Config) -> anyhow::Result<()> {
    open(config).await?.close().await;
    Ok(())
}

pub(crate) async fn demand(config: &Config, email: &str, what: What) -> anyhow::Result<()> {
    let email: EmailAddress = email.parse().context("EMAIL is not an address")?;
    let demand = match what {
        What::NewPassword => Demand::NewPassword,
        What::ConfirmedEmail => Demand::ConfirmedEmail,
    };
    let store = open(config).await?;
    let known = store.demand(&email, demand).await?;
    store.close().await;
    if !known {
        bail!("there is no account with this address");
    }
    Ok(())
}
