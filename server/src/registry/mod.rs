//! `vestibule add` and `vestibule diff`: our sources in somebody's crate. Without a configuration or a database.

mod fetch;

use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Args;
use vestibule::registry::{self, Host, Item, Record};

/// What to copy.
#[derive(Args)]
pub(crate) struct Add {
    /// Names of screens, parts and themes, or addresses of items: `https://example.com/r/log-in.json`.
    #[arg(required_unless_present = "list")]
    items: Vec<String>,
    /// Lists what there is.
    #[arg(long)]
    list: bool,
    /// The folder of the crate.
    #[arg(long, default_value = ".")]
    into: PathBuf,
    /// Replaces what is in files that are there already.
    #[arg(long)]
    overwrite: bool,
    /// Only says what would be written.
    #[arg(long)]
    dry_run: bool,
}

/// What to compare.
#[derive(Args)]
pub(crate) struct Diff {
    /// Names of what was copied; all of it without one.
    items: Vec<String>,
    /// The folder of the crate.
    #[arg(long, default_value = ".")]
    into: PathBuf,
}

/// Copies items, several at once: all of them, or none.
pub(crate) fn add(wanted: Add) -> anyhow::Result<()> {
    if wanted.list {
        return list();
    }
    let records = wanted.items.iter().map(|item| find(item)).collect::<anyhow::Result<Vec<_>>>()?;
    let items = records.iter().map(Record::read).collect::<Result<Vec<_>, _>>()?;
    let plan = Host::at(&wanted.into).plan(records, wanted.overwrite)?;
    if !wanted.dry_run {
        plan.write()?;
    }
    for step in &plan.steps {
        let done = match (wanted.dry_run, step.replaces) {
            (true, false) => "would write",
            (true, true) => "would replace",
            (false, false) => "wrote",
            (false, true) => "replaced",
        };
        println!("{done} {}", step.path.display());
    }
    if plan.steps.is_empty() {
        println!("everything is there already");
    }
    items.iter().for_each(tell);
    Ok(())
}

/// Says what is left to do.
fn tell(item: &Item) {
    println!("\n{}\n", item.name);
    item.docs.lines().for_each(|line| println!("{}", format!("  {line}").trim_end()));
    if !item.needs.is_empty() {
        println!("  It asks for {}, which nobody has added for you.", item.needs.join(", "));
    }
}

/// Prints what has changed in the registry since something was copied.
pub(crate) fn diff(wanted: Diff) -> anyhow::Result<()> {
    let host = Host::at(&wanted.into);
    let mut records = Vec::new();
    for record in host.records()? {
        let name = record.read()?.name;
        if wanted.items.is_empty() || wanted.items.contains(&name) {
            records.push((name, record));
        }
    }
    if let Some(unknown) = wanted.items.iter().find(|item| records.iter().all(|(name, _)| name != *item)) {
        bail!("{unknown} was not copied into {}", wanted.into.display());
    }
    for (name, record) in records {
        let now = match &record.url {
            Some(url) => find(url)?.read()?,
            None => registry::item(&name).with_context(|| format!("there is no {name} any more"))?,
        };
        let changes = host.changes(&record, &now)?;
        if changes.files.is_empty() {
            println!("{name}: nothing has changed");
        }
        for change in changes.files {
            let edited = if change.is_edited { ", which you have changed as well" } else { "" };
            println!("{name}: {}{edited}\n{change}", change.path.display());
        }
    }
    Ok(())
}

fn list() -> anyhow::Result<()> {
    for (_, text) in registry::texts() {
        let item = Item::parse(text)?;
        println!("{:<24} {:<8} {}", item.name, item.category.unwrap_or_default(), item.description);
    }
    Ok(())
}

/// An item by its name or its address.
fn find(wanted: &str) -> anyhow::Result<Record> {
    let (url, text) = if wanted.contains("://") {
        let text = fetch::fetch(wanted).with_context(|| format!("{wanted} can't be fetched"))?;
        (Some(wanted.to_owned()), text)
    } else {
        let text = registry::text(wanted);
        let text =
            text.with_context(|| format!("there is no {wanted:?}: `vestibule add --list` names all there is"))?;
        (None, text.to_owned())
    };
    // Whether it is an item, and a harmless one, before anything else is done with it.
    Item::parse(&text).with_context(|| format!("{wanted} is refused"))?;
    Ok(Record::new(url, &text)?)
}
