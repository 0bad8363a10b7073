//! What an operator does about organisations.

use std::io::{self, Write as _};

use anyhow::{Context, bail};
use vestibule::{
    config::Config,
    core::{
        email::EmailAddress,
        org::{DomainRule, OrgName, Role},
    },
    http::{
        chance::{self, SystemChance},
        clock::{Clock, SystemClock},
    },
    store::{Asker, Joining, NewOrg, OrgId, Orgs},
};
use vestibule_store_sql::SqlStore;

use crate::commands::{address, open, vestibule};

pub(crate) async fn org(
    config: &Config,
    name: &str,
    domains: &[String],
    rule: DomainRule,
    max_members: Option<u32>,
) -> anyhow::Result<()> {
    let Ok(name) = name.parse::<OrgName>() else { bail!("NAME is one line of at most 80 characters") };
    let domains = domains.iter().map(|domain| {
        // What can stand behind an @ is what an address has there.
        let address = format!("somebody@{}", domain.trim()).parse::<EmailAddress>();
        address.map(|address| (address.domain().to_owned(), rule)).with_context(|| format!("{domain} is no domain"))
    });
    let org = NewOrg {
        id: OrgId(chance::name(&SystemChance)),
        name,
        max_members,
        domains: domains.collect::<anyhow::Result<_>>()?,
        owner: None,
        now: SystemClock.now(),
    };
    let store = open(config).await?;
    let begun = store.create_org(org).await?;
    store.close().await;
    if !begun {
        bail!("one of the domains belongs to another organisation");
    }
    Ok(())
}

pub(crate) async fn invite(config: &Config, email: &str, org: &str, role: Role) -> anyhow::Result<()> {
    let email = address(email)?;
    let name = parse(org)?;
    let store = open(config).await?;
    let org = of_name(&store, &name).await?;
    let vestibule = vestibule(config, &store)?;
    vestibule.invite(&org, &name, &email, role).await?;
    store.close().await;
    Ok(())
}

/// Writes who waits, a line each.
pub(crate) async fn requests(config: &Config, org: &str) -> anyhow::Result<()> {
    let name = parse(org)?;
    let store = open(config).await?;
    let org = of_name(&store, &name).await?;
    let askers = store.askers(&org).await?;
    store.close().await;
    let mut out = io::stdout().lock();
    for Asker { email, since, .. } in askers {
        writeln!(out, "{email}\tsince {}", since.date())?;
    }
    Ok(())
}

pub(crate) async fn admit(config: &Config, email: &str, org: &str) -> anyhow::Result<()> {
    let (email, name) = (address(email)?, parse(org)?);
    let store = open(config).await?;
    let org = of_name(&store, &name).await?;
    let asker = asker(&store, &org, &email).await?;
    let joined = vestibule(config, &store)?.admit(&org, &name, &asker).await?;
    store.close().await;
    match joined {
        Joining::Done => Ok(()),
        Joining::Full => bail!("no more people may belong to it"),
        Joining::Gone => bail!("they no longer ask, or their address is not proven any more"),
    }
}

pub(crate) async fn refuse(config: &Config, email: &str, org: &str) -> anyhow::Result<()> {
    let (email, name) = (address(email)?, parse(org)?);
    let store = open(config).await?;
    let org = of_name(&store, &name).await?;
    let asker = asker(&store, &org, &email).await?;
    store.cancel_request(&org, &asker.account).await?;
    store.close().await;
    Ok(())
}

fn parse(org: &str) -> anyhow::Result<OrgName> {
    let Ok(name) = org.parse() else { bail!("ORG is no name of an organisation") };
    Ok(name)
}

async fn of_name(store: &SqlStore, name: &OrgName) -> anyhow::Result<OrgId> {
    match &store.orgs_by_name(name).await?[..] {
        [one] => Ok(one.clone()),
        [] => bail!("there is no organisation of this name"),
        _ => bail!("there is more than one organisation of this name"),
    }
}

async fn asker(store: &SqlStore, org: &OrgId, email: &EmailAddress) -> anyhow::Result<Asker> {
    let askers = store.askers(org).await?;
    askers.into_iter().find(|asker| asker.email.key() == email.key()).context("nobody of this address asks to join it")
}
