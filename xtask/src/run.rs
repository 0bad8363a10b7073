//! Running other programs: always from the root, shown before they start, and an error when they fail.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::places;

/// A program, to be run from the workspace's root.
pub(crate) fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(places::root());
    // Cargo tells a program that it runs who it is. Handed on to another cargo, that would make build scripts which
    // watch these variables run again, and half the crates with them.
    for (variable, _) in std::env::vars_os() {
        let name = variable.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&variable);
        }
    }
    command
}

/// Cargo, with its arguments written as one would type them.
pub(crate) fn cargo(arguments: &str) -> Command {
    let mut command = program(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    command.args(arguments.split_whitespace());
    command
}

/// Runs it, with its output shown.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let words = words(command);
    println!("$ {words}");
    let status = command.status().with_context(|| format!("`{words}` can't be started"))?;
    if !status.success() {
        bail!("`{words}` failed ({status})");
    }
    Ok(())
}

/// Runs it and gives what it wrote to standard output. What it complains about is shown.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let words = words(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("`{words}` can't be started"))?;
    if !output.status.success() {
        bail!("`{words}` failed ({})", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{words}` wrote something that isn't text"))
}

/// Whether a program can be found.
pub(crate) fn is_installed(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

fn words(command: &Command) -> String {
    let mut words = command.get_program().to_string_lossy().into_owned();
    if let Some((_, name)) = words.rsplit_once('/') {
        words = name.to_owned();
    }
    for argument in command.get_args() {
        words.push(' ');
        words.push_str(&argument.to_string_lossy());
    }
    words
}
