//! What is wrong with an item, or with where it is to go.

use std::{io, path::PathBuf};

use thiserror::Error;

use crate::MAX_BYTES;

/// Why something isn't copied.
#[derive(Debug, Error)]
pub enum RegistryError {
    /// More than an item may be.
    #[error("it is larger than {} KiB", MAX_BYTES / 1024)]
    TooLarge,
    /// Not an item.
    #[error("it is no registry item: {0}")]
    NoItem(String),
    /// No name for addresses and files.
    #[error("{0:?} is no name: 1 to 60 small letters, digits and hyphens")]
    Name(String),
    /// A file would be written where none may be.
    #[error("{0:?} is no place for a file: only src, style and themes of your crate are written to")]
    Target(String),
    /// Not text.
    #[error("{0} isn't text")]
    NoText(String),
    /// Files are there already, with something else in them.
    #[error("{} there already, and --overwrite replaces what is in it", are(.0))]
    InTheWay(Vec<PathBuf>),
    /// A folder leads out of the crate.
    #[error("{} leads out of the crate", .0.display())]
    Outside(PathBuf),
    /// A file can't be read or written.
    #[error("{} can't be read or written", .0.display())]
    File(PathBuf, #[source] io::Error),
    /// What was written down when an item was copied can't be read.
    #[error("{} is no record of ours: {}", .0.display(), .1)]
    NoRecord(PathBuf, String),
}

fn are(files: &[PathBuf]) -> String {
    let names: Vec<_> = files.iter().map(|file| file.display().to_string()).collect();
    let verb = if names.len() == 1 { "is" } else { "are" };
    format!("{} {verb}", names.join(", "))
}
