//! The crate that items are copied into.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{Item, RegistryError};

/// Where it is written down what was copied, as it was then. It belongs among the sources: without it nobody can tell
/// what has changed since.
const RECORDS: &str = "vestibule-registry";

/// The folder of a crate.
#[derive(Debug, Clone)]
pub struct Host(PathBuf);

/// What was copied, as it was then.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The address that the item came from; none for those of the program itself.
    pub url: Option<String>,
    /// The item, as it was served.
    pub item: serde_json::Value,
}

/// What would be written.
#[derive(Debug)]
pub struct Plan {
    /// File by file.
    pub steps: Vec<Step>,
    host: Host,
    records: Vec<(PathBuf, Record)>,
}

/// One file of a plan.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// Below the crate.
    pub path: PathBuf,
    /// Whether something else is there, which goes.
    pub replaces: bool,
    text: String,
}

impl Host {
    /// A crate at a folder.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    /// What would have to be written to have these items. What is there already, letter by letter, is left alone.
    ///
    /// # Errors
    /// [`RegistryError::InTheWay`] for files with something else in them, unless they may be overwritten;
    /// [`RegistryError`] for what is no item, and for a folder that leads out of the crate.
    pub fn plan(&self, wanted: Vec<Record>, overwrite: bool) -> Result<Plan, RegistryError> {
        let (mut steps, mut records, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
        for record in wanted {
            let item = record.read()?;
            for file in item.files {
                // Two items may bring the same stylesheet.
                if !seen.insert(file.target.clone()) {
                    continue;
                }
                let path = file.target.path();
                self.stays_inside(&path)?;
                match fs::read_to_string(self.0.join(&path)) {
                    Ok(there) if there == file.text => {}
                    Ok(_) => steps.push(Step { path, replaces: true, text: file.text }),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {
                        steps.push(Step { path, replaces: false, text: file.text });
                    }
                    Err(error) => return Err(RegistryError::File(path, error)),
                }
            }
            let remembered = Path::new(RECORDS).join(format!("{}.json", item.name));
            self.stays_inside(&remembered)?;
            // Another registry may call something else by the same name.
            let known = fs::read_to_string(self.0.join(&remembered)).ok();
            let known = known.and_then(|text| serde_json::from_str::<Record>(&text).ok());
            if known.is_some_and(|known| known.url != record.url) && !overwrite {
                return Err(RegistryError::InTheWay(vec![remembered]));
            }
            records.push((remembered, record));
        }
        let in_the_way: Vec<_> = steps.iter().filter(|step| step.replaces).map(|step| step.path.clone()).collect();
        if !in_the_way.is_empty() && !overwrite {
            return Err(RegistryError::InTheWay(in_the_way));
        }
        Ok(Plan { steps, host: self.clone(), records })
    }

    /// Every item that was copied, as it was then.
    ///
    /// # Errors
    /// [`RegistryError`] for what can't be read.
    pub fn records(&self) -> Result<Vec<Record>, RegistryError> {
        let folder = self.0.join(RECORDS);
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(RegistryError::File(folder, error)),
        };
        let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<BTreeSet<_>>>();
        let paths = paths.map_err(|error| RegistryError::File(folder, error))?;
        let read = |path: PathBuf| {
            let text = fs::read_to_string(&path).map_err(|error| RegistryError::File(path.clone(), error))?;
            serde_json::from_str(&text).map_err(|error| RegistryError::NoRecord(path, error.to_string()))
        };
        paths.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "json")).map(read).collect()
    }

    /// A file of the crate, if it is there.
    pub(crate) fn read(&self, path: &Path) -> Option<String> {
        fs::read_to_string(self.0.join(path)).ok()
    }

    /// Follows whatever there is of a path already: a folder may be a link to elsewhere.
    fn stays_inside(&self, path: &Path) -> Result<(), RegistryError> {
        let real = |path: &Path| path.canonicalize().map_err(|error| RegistryError::File(path.to_owned(), error));
        let home = real(&self.0)?;
        // A link that leads nowhere is there, too: writing to it would make what it names.
        let is_there = |path: &&Path| self.0.join(path).symlink_metadata().is_ok();
        let there = path.ancestors().find(is_there).unwrap_or(Path::new(""));
        if real(&self.0.join(there))?.starts_with(home) {
            Ok(())
        } else {
            Err(RegistryError::Outside(there.to_owned()))
        }
    }
}

impl Record {
    /// What is to be remembered of an item.
    ///
    /// # Errors
    /// [`RegistryError::NoItem`] for what isn't even JSON.
    pub fn new(url: Option<String>, text: &str) -> Result<Self, RegistryError> {
        let item = serde_json::from_str(text).map_err(|error| RegistryError::NoItem(error.to_string()))?;
        Ok(Self { url, item })
    }

    /// The item.
    ///
    /// # Errors
    /// [`RegistryError`] for what is none.
    pub fn read(&self) -> Result<Item, RegistryError> {
        Item::parse(&self.item.to_string())
    }
}

impl Plan {
    /// Writes it.
    ///
    /// # Errors
    /// [`RegistryError::File`] for what can't be written; what stands before it in the plan is written.
    pub fn write(&self) -> Result<(), RegistryError> {
        for step in &self.steps {
            self.host.write(&step.path, &step.text)?;
        }
        for (path, record) in &self.records {
            let text = serde_json::to_string_pretty(record).expect("a record is plain data");
            self.host.write(path, &(text + "\n"))?;
        }
        Ok(())
    }
}

impl Host {
    fn write(&self, path: &Path, text: &str) -> Result<(), RegistryError> {
        let whole = self.0.join(path);
        let folder = whole.parent().expect("a file is in a folder");
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&whole, text));
        written.map_err(|error| RegistryError::File(path.to_owned(), error))
    }
}
