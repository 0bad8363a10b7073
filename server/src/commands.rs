//! What can be asked of the binary.

use std::{path::PathBuf, sync::Arc};

use anyhow::{Context, bail};
use clap::{Parser, Subcommand, ValueEnum};
use vestibule::{
    Vestibule,
    config::Config,
    core::{email::EmailAddress, login_state::PasswordUpdateReason},
    http::clock::{Clock, SystemClock},
    store::{Accounts, Demand},
};
use vestibule_store_sql::SqlStore;

use crate::{registry, theme::ThemeCommand};

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
        /// Why another password is asked for, as the account's owner will read it.
        #[arg(long, default_value = "administrator")]
        because: Because,
    },
    /// Turns an account off: it can't log in, and every session of it ends with its next request.
    Disable {
        /// The address of the account.
        email: String,
    },
    /// Turns an account on again.
    Enable {
        /// The address of the account.
        email: String,
    },
    /// Turns the second factor of an account off: for somebody who has lost it, once you know that they are the owner.
    /// They are told by mail, which a running server sends.
    ForgetSecondFactor {
        /// The address of the account.
        email: String,
    },
    /// Begins an organisation.
    Org {
        /// What people call it.
        name: String,
        /// A domain whose people may join. You vouch for it: whoever proves an address there is let in.
        #[arg(long)]
        domain: Vec<String>,
        /// People of the domains ask to be let in, and don't join at once.
        #[arg(long)]
        ask: bool,
        /// How many may belong to it.
        #[arg(long)]
        max_members: Option<u32>,
    },
    /// Mails an invitation into an organisation. A running server sends it.
    Invite {
        /// Whom to invite.
        email: String,
        /// The organisation, by its name.
        org: String,
        /// What they will be.
        #[arg(long, default_value = "member")]
        role: As,
    },
    /// Lists who waits to be let into an organisation, a line each.
    Requests {
        /// The organisation, by its name.
        org: String,
    },
    /// Lets somebody in who asked to join an organisation. They are told by mail, which a running server sends.
    Admit {
        /// The address of the account.
        email: String,
        /// The organisation, by its name.
        org: String,
    },
    /// Takes somebody's wish to join an organisation away. They are not told, and can ask again.
    Refuse {
        /// The address of the account.
        email: String,
        /// The organisation, by its name.
        org: String,
    },
    /// Makes, shows and checks themes. Needs no configuration and no database.
    #[command(subcommand)]
    Theme(ThemeCommand),
    /// Copies screens, parts and themes into your crate, with their stories, stylesheets and tests.
    Add(registry::Add),
    /// Shows what has changed in the sources since they were copied.
    Diff(registry::Diff),
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
    /// Proof of the mailbox, as if there had never been any: whoever reads it takes the account over.
    UnprovenEmail,
}

/// Why another password is asked for.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Because {
    /// Somebody who runs the application wants it.
    Administrator,
    /// The password was found in another site's leak.
    Breach,
    /// The account came from another system.
    Migration,
}

/// What an invited person will be.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum As {
    /// Owns it.
    Owner,
    /// Manages it.
    Admin,
    /// Belongs to it.
    Member,
}

/// Opens the database and brings it up to date.
pub(crate) async fn open(config: &Config) -> anyhow::Result<SqlStore> {
    Ok(SqlStore::open(&config.database).await?)
}

pub(crate) async fn migrate(config: &Config) -> anyhow::Result<()> {
    open(config).await?.close().await;
    Ok(())
}

pub(crate) async fn demand(config: &Config, email: &str, what: What, because: Because) -> anyhow::Result<()> {
    let email = address(email)?;
    let reason = match because {
        Because::Administrator => PasswordUpdateReason::Administrator,
        Because::Breach => PasswordUpdateReason::Breach,
        Because::Migration => PasswordUpdateReason::Migration,
    };
    let demand = match what {
        What::NewPassword => Demand::NewPassword(reason),
        What::ConfirmedEmail => Demand::ConfirmedEmail,
        What::UnprovenEmail => Demand::UnprovenEmail,
    };
    let store = open(config).await?;
    let known = store.demand(&email, demand).await?;
    store.close().await;
    known_or_not(known)
}

/// Turns an account off, or on again.
pub(crate) async fn disable(config: &Config, email: &str, off: bool) -> anyhow::Result<()> {
    let email = address(email)?;
    let store = open(config).await?;
    let known = store.disable(&email, off.then(|| SystemClock.now())).await?;
    store.close().await;
    known_or_not(known)
}

pub(crate) async fn forget_second_factor(config: &Config, email: &str) -> anyhow::Result<()> {
    let email = address(email)?;
    let store = open(config).await?;
    let had_one = vestibule(config, &store)?.forget_second_factor(&email).await?;
    store.close().await;
    if had_one { Ok(()) } else { bail!("there is no account with this address, or it has no second factor") }
}

/// What composes mails: all that a server has, without listening.
pub(crate) fn vestibule(config: &Config, store: &SqlStore) -> anyhow::Result<Vestibule> {
    Ok(config.builder(Arc::new(store.clone()))?.build()?)
}

pub(crate) fn address(email: &str) -> anyhow::Result<EmailAddress> {
    email.parse().context("EMAIL is not an address")
}

fn known_or_not(known: bool) -> anyhow::Result<()> {
    if known { Ok(()) } else { bail!("there is no account with this address") }
}
