//! Themes, on the binary that a designer and an operator would run: ours pass the check, what is planted is found, and what is
//! chosen is shown.

mod docs;
mod faults;
mod look;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use vestibule_testing::workspace;

use faults::{FAULTS, Fault};

fn command(arguments: &[&str]) -> Command {
    let binary = env::var_os("VESTIBULE_BIN").map_or_else(|| workspace().join("target/debug/vestibule"), PathBuf::from);
    let site = env::var_os("VESTIBULE_ASSETS").map_or_else(|| workspace().join("target/site"), PathBuf::from);
    let mut command = Command::new(binary);
    command.args(arguments).env("VESTIBULE_ASSETS", site);
    command
}

fn check(arguments: &[&str]) -> Output {
    command(&[&["theme", "check"], arguments].concat()).output().expect("the binary is built")
}

/// What was found, and whether that is a failure.
fn found(arguments: &[&str]) -> (Vec<Value>, bool) {
    let output = check(&[arguments, &["--json"]].concat());
    let findings = serde_json::from_slice(&output.stdout);
    let findings = findings.unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    (findings, output.status.success())
}

/// A copy of Foyer in a folder, and a picture that slots may name.
fn foyer(folder: &Path) -> PathBuf {
    let theme = folder.join("mine");
    fs::create_dir(&theme).expect("the folder is ours");
    for file in ["theme.toml", "tokens.css", "parts.css"] {
        let text = fs::read(workspace().join("style/themes/foyer").join(file)).expect("it is in the repository");
        fs::write(theme.join(file), text).expect("the folder is ours");
    }
    fs::write(theme.join("hall.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").expect("the folder is ours");
    theme
}

/// Adds a fault on a line of its own, and says which.
fn plant(theme: &Path, fault: &Fault) -> u64 {
    let file = theme.join(fault.file);
    // A slot's file isn't there yet.
    let before = fs::read_to_string(&file).unwrap_or_default();
    fs::write(&file, format!("{before}{}\n", fault.text)).expect("the folder is ours");
    before.lines().count() as u64 + 1
}

/// As if somebody had accepted a picture of one dot.
fn accept_another_picture(theme: &Path) {
    let album = theme.join(".accepted");
    fs::create_dir(&album).expect("the folder is ours");
    fs::write(album.join("log-in.empty.png"), include_bytes!("dot.png")).expect("the folder is ours");
}

fn is_at(finding: &Value, fault: &Fault, line: u64) -> bool {
    let place = match fault.part {
        Some(part) => {
            finding["part"].as_str().is_some_and(|found| found.starts_with(part)) && finding["address"].is_string()
        }
        None => finding["file"] == fault.file && finding["line"] == line,
    };
    finding["code"] == fault.code && place
}

#[test]
fn each_planted_fault_is_found_with_its_place() {
    let home = tempfile::tempdir().expect("a folder");
    let theme = foyer(home.path());
    let lines: Vec<_> = FAULTS.iter().map(|fault| plant(&theme, fault)).collect();
    accept_another_picture(&theme);
    let manifest = fs::read_to_string(theme.join("theme.toml")).expect("it was copied");
    fs::write(theme.join("theme.toml"), manifest + "inherits = [\"badge\"]\n").expect("the folder is ours");
    let report = home.path().join("report");
    let [folder, out] = [&theme, &report].map(|path| path.to_str().expect("a plain name"));
    let (findings, passes) = found(&[folder, "--quick", "--report", out]);
    assert!(!passes, "faults fail the check");
    let changed: Vec<_> = findings.iter().filter(|finding| finding["code"] == "T216").collect();
    assert!(changed.len() == 1 && changed[0]["story"] == "log-in/empty", "{changed:#?}");
    let is_as_foyers = |part: &str| findings.iter().any(|finding| finding["code"] == "T215" && finding["part"] == part);
    assert!(is_as_foyers("timer") && !is_as_foyers("lead") && !is_as_foyers("badge"), "{findings:#?}");
    let page = fs::read_to_string(report.join("report.html")).expect("it is written");
    for picture in ["pictures/accepted/log-in.empty.png", "pictures/log-in.empty.png", "pictures/sign-up.empty.png"] {
        assert!(page.contains(&format!("src=\"{picture}\"")) && report.join(picture).exists(), "{picture}");
    }
    let is_found = |(fault, line): &(&Fault, u64)| findings.iter().any(|finding| is_at(finding, fault, *line));
    let missed: Vec<_> =
        FAULTS.iter().zip(lines).filter(|planted| !is_found(planted)).map(|(fault, _)| fault.code).collect();
    assert!(FAULTS.len() >= 20 && missed.is_empty(), "missed {missed:?} in {findings:#?}");
}

#[test]
fn a_seed_that_is_missing_is_found() {
    let home = tempfile::tempdir().expect("a folder");
    let theme = foyer(home.path());
    let tokens = fs::read_to_string(theme.join("tokens.css")).expect("it was copied");
    fs::write(theme.join("tokens.css"), tokens.replace("--auth-unit: 0.25rem;", "")).expect("the folder is ours");
    let (findings, passes) = found(&[theme.to_str().expect("a plain name"), "--files"]);
    assert!(!passes && findings.len() == 1 && findings[0]["code"] == "T103", "{findings:#?}");
}

#[test]
fn our_own_themes_pass() {
    let album = tempfile::tempdir().expect("a folder");
    let kept = album.path().to_str().expect("a plain name");
    for name in ["foyer", "ledger", "folio", "console", "vibe"] {
        // Of one of them pictures are kept: that changes nothing of what is found.
        let accept: &[&str] = if name == "foyer" { &["--accept", "--pictures", kept] } else { &[] };
        let (findings, passes) = found(&[&[name, "--quick"], accept].concat());
        assert!(passes && findings.is_empty(), "{name}: {findings:#?}");
    }
    assert!(album.path().join("log-in.empty.png").exists(), "pictures are kept");
}

#[test]
fn what_is_no_theme_is_named() {
    let output = check(&["nowhere", "--files"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("nowhere"), "{said}");
}

#[test]
fn every_code_is_listed() {
    let output = check(&["--codes"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    for fault in FAULTS {
        assert!(said.contains(&format!("| {} |", fault.code)), "{}", fault.code);
    }
}
