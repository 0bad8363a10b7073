//! `vestibule theme check`: what a theme's files say, and what a browser draws of them.

mod album;
mod alike;
mod browser;
pub(super) mod rebuilt;
mod report;
mod stage;
mod tour;
mod walk;
mod wire;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use vestibule::theme::{
    BUILT_IN, Theme,
    check::{Code, Finding, Weight, join},
};

use album::Album;
use report::Looks;
use stage::Wanted;
use tour::Pictures;

/// What to check, and what to leave behind.
#[derive(Args)]
pub(crate) struct Check {
    /// A theme's folder, or the name of one of ours.
    #[arg(required_unless_present = "codes")]
    theme: Option<String>,
    /// Draws two looks of each story instead of eight.
    #[arg(long)]
    quick: bool,
    /// Reads the files alone, without a browser.
    #[arg(long, conflicts_with = "quick")]
    files: bool,
    /// Lists everything that can be found, as Markdown.
    #[arg(long)]
    codes: bool,
    #[command(flatten)]
    looked: Looked,
    #[command(flatten)]
    told: Told,
}

/// What is remembered of how the stories looked.
#[derive(Args)]
struct Looked {
    /// Keeps a picture of each story, to compare the next run with.
    #[arg(long, conflicts_with = "files")]
    accept: bool,
    /// Where those pictures are, instead of `.accepted` in the theme's folder.
    #[arg(long, conflicts_with = "files")]
    pictures: Option<PathBuf>,
}

/// How findings are told.
#[derive(Args)]
struct Told {
    /// Writes `report.html` and `report.json` into this folder.
    #[arg(long)]
    report: Option<PathBuf>,
    /// Prints the findings as JSON.
    #[arg(long)]
    json: bool,
}

/// Checks a theme and says what it found. A fault is an error.
pub(crate) async fn run(check: Check) -> anyhow::Result<()> {
    let Some(named) = check.theme.filter(|_| !check.codes) else {
        print!("{}", Code::markdown());
        return Ok(());
    };
    let theme = theme(&named)?;
    let mut findings = theme.check();
    findings.extend(rebuilt::check(&theme));
    let (mut visits, mut pictures) = (0, Pictures::new());
    let album = Album::of(&named, check.looked.pictures);
    if check.looked.accept && album.is_none() {
        bail!("{named} is no folder: say with --pictures where pictures are kept");
    }
    let accepted = album.as_ref().map(Album::read).transpose()?.filter(|_| !check.looked.accept).unwrap_or_default();
    if !check.files {
        let is_pictured = check.looked.accept || check.told.report.is_some() || !accepted.is_empty();
        let wanted = Wanted { pictures: is_pictured, accepted: accepted.clone() };
        let drawn = stage::draw(&theme, check.quick, wanted).await?;
        (visits, pictures) = (drawn.visits, drawn.pictures);
        findings.extend(join(drawn.noticed));
    }
    if let Some(folder) = &check.told.report {
        report::write(folder, &theme, &findings, &Looks { now: pictures.clone(), accepted })?;
    }
    if let Some(album) = album.filter(|_| check.looked.accept) {
        album.keep(&pictures)?;
        eprintln!("{} pictures are kept in {}.", pictures.len(), album.folder().display());
    }
    if check.told.json {
        println!("{}", serde_json::to_string_pretty(&findings)?);
    } else {
        for finding in &findings {
            println!("{finding}");
        }
    }
    conclude(&named, visits, &findings)
}

fn theme(named: &str) -> anyhow::Result<Theme> {
    if let Some(ours) = Theme::built_in(named) {
        return Ok(ours);
    }
    // `.` and `acme/` have a last name as well.
    let folder = Path::new(named)
        .canonicalize()
        .with_context(|| format!("{named} is no folder of a theme, and none of {}", BUILT_IN.join(", ")))?;
    Theme::read(&folder).with_context(|| format!("{named} is no theme"))
}

fn conclude(named: &str, visits: usize, findings: &[Finding]) -> anyhow::Result<()> {
    let faults = findings.iter().filter(|finding| finding.code.weight() == Weight::Fault).count();
    if faults > 0 {
        bail!("{named} has {faults} {}", if faults == 1 { "fault" } else { "faults" });
    }
    let drawn = if visits > 0 { format!(", {visits} pages drawn") } else { String::new() };
    eprintln!("{named} has no faults{drawn}.");
    Ok(())
}
