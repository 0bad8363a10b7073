//! Whether something has to be made again: a stamp holds the hash of all that it was made from.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::PathBuf,
};

use anyhow::{Context, Result};

use crate::places;

/// The stamp of one thing.
pub(super) struct Stamp {
    file: PathBuf,
    hash: String,
}

impl Stamp {
    /// The stamp of what `sources` make.
    pub(super) fn of(name: &str, sources: &[&[u8]]) -> Self {
        let mut hasher = DefaultHasher::new();
        sources.hash(&mut hasher);
        Self { file: places::at("target/stamps").join(name), hash: format!("{:016x}", hasher.finish()) }
    }

    /// Whether it was made from the same sources.
    pub(super) fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|hash| hash == self.hash)
    }

    /// Says that it was.
    pub(super) fn set(&self) -> Result<()> {
        let write = || {
            fs::create_dir_all(places::at("target/stamps"))?;
            fs::write(&self.file, &self.hash)
        };
        write().with_context(|| format!("{} can't be written", self.file.display()))
    }
}
