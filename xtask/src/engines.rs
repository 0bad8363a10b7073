//! What three browser engines saw of the corpus and of our own stories: tables and reports that the hydration check's own
//! tests leave behind.

use std::{collections::BTreeMap, fmt::Write, fs, path::PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::places;

/// The engines that the check knows, as it calls them.
pub(crate) const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Makes sure that what is read later is of this run.
pub(crate) fn forget() {
    for left in [watchers(), report()] {
        // What isn't there needn't go.
        let _ = fs::remove_dir_all(&left).or_else(|_| fs::remove_file(&left));
    }
}

/// How many stories each layer found clean in each engine, and how fast the native layers were.
pub(crate) fn tables() -> Result<String> {
    let report = fs::read_to_string(report()).context("the stories' test left no report")?;
    let report: Value = serde_json::from_str(&report)?;
    let mut columns: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for case in report["cases"].as_array().into_iter().flatten() {
        for (column, verdict) in case["layers"].as_object().into_iter().flatten() {
            *columns.entry(column).or_default().entry(verdict.as_str().unwrap_or_default()).or_default() += 1;
        }
    }
    let mut text = "## Our own stories, as they hydrate whole\n\n| layer | verdicts |\n| --- | --- |\n".to_owned();
    for (column, verdicts) in columns {
        let verdicts: Vec<String> = verdicts.iter().map(|(verdict, count)| format!("{count} {verdict}")).collect();
        writeln!(text, "| {column} | {} |", verdicts.join(", "))?;
    }
    for engine in ENGINES {
        let table = fs::read_to_string(watchers().join(engine).with_extension("md"));
        let table = table.unwrap_or_else(|_| "Its test didn't get that far.\n".to_owned());
        write!(text, "\n## The corpus in {engine}\n\n{table}")?;
    }
    Ok(text)
}

/// A row of what the native layers can do, in a release build.
pub(crate) fn speed() -> Result<String> {
    let report: Value =
        serde_json::from_str(&fs::read_to_string(report()).context("the stories' test left no report")?)?;
    let speed = &report["speed"];
    let views = speed["views_a_second"].as_f64().context("the report has no speed")?;
    let mut text =
        format!("The budget is 5,000 views a second on one core: {views:.0}.\n\n| a view | µs |\n| --- | ---: |\n");
    for step in ["server", "client", "comparing"] {
        let nanoseconds = speed[step].as_f64().context("the report has no such step")?;
        writeln!(text, "| {step} | {:.1} |", nanoseconds / 1000.0)?;
    }
    Ok(text)
}

fn watchers() -> PathBuf {
    places::at("target/watchers")
}

fn report() -> PathBuf {
    places::at("target/hydration/whole/report.json")
}
