//! What has changed since an item was copied.

use std::{collections::BTreeSet, fmt, path::PathBuf};

use similar::TextDiff;

use crate::{Host, Item, Record, RegistryError};

/// What has changed of one item.
#[derive(Debug)]
pub struct Changes {
    /// The item.
    pub name: String,
    /// File by file; those of which nothing has changed are not in it.
    pub files: Vec<Change>,
}

/// What has changed of one file.
#[derive(Debug)]
pub struct Change {
    /// Below the crate.
    pub path: PathBuf,
    /// As it was when it was copied; none for a file that there wasn't.
    then: Option<String>,
    /// As the registry has it now; none for a file that isn't any more.
    now: Option<String>,
    /// Whether the host's own has become another than what was copied.
    pub is_edited: bool,
}

impl Host {
    /// What has changed in the registry since an item was copied.
    ///
    /// # Errors
    /// [`RegistryError`] for a record that holds no item.
    pub fn changes(&self, record: &Record, now: &Item) -> Result<Changes, RegistryError> {
        let then = record.read()?;
        let targets: BTreeSet<_> = then.files.iter().chain(&now.files).map(|file| file.target.clone()).collect();
        let text =
            |item: &Item, target| item.files.iter().find(|file| file.target == target).map(|file| file.text.clone());
        let changes = targets.into_iter().filter_map(|target| {
            let path = target.path();
            let (then, now) = (text(&then, target.clone()), text(now, target));
            let is_edited = then.is_some() && self.read(&path) != then;
            (then != now).then_some(Change { path, then, now, is_edited })
        });
        Ok(Changes { name: now.name.clone(), files: changes.collect() })
    }
}

impl fmt::Display for Change {
    /// As `diff -u` prints it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name =
            |side: &Option<String>| side.as_ref().map_or("/dev/null".to_owned(), |_| self.path.display().to_string());
        let [then, now] = [&self.then, &self.now].map(|side| side.as_deref().unwrap_or_default());
        let diff = TextDiff::from_lines(then, now);
        write!(f, "{}", diff.unified_diff().header(&name(&self.then), &name(&self.now)))
    }
}
