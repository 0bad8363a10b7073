//! What is to be mended in a theme that is being written: said by whoever checks it, shown by the gallery.

use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

/// One thing to mend, in words for whoever writes the theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// `fault` or `advice`.
    pub weight: String,
    /// What it is, as one looks it up: `T111`.
    pub code: String,
    /// What it is, in a few words.
    pub title: String,
    /// The file and the line: `parts.css:3`.
    pub place: String,
    /// What exactly is wrong there.
    pub what: String,
    /// What to do about it.
    pub instead: String,
}

/// The list of now. Its clones are one list: a check writes it as often as the theme is saved, and pages that wait are
/// told. A page's own look never waits for it.
#[derive(Debug, Clone, Default)]
pub struct Remarks(Arc<Mutex<List>>);

#[derive(Debug, Default)]
struct List {
    /// Counts what changed it.
    revision: u64,
    remarks: Vec<Remark>,
}

impl Remarks {
    /// Says what is to be mended from now on.
    pub fn set(&self, remarks: Vec<Remark>) {
        let mut list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if list.remarks != remarks {
            *list = List { revision: list.revision + 1, remarks };
        }
    }

    /// How often it changed, and what it says.
    #[cfg(feature = "dev")]
    pub(crate) fn now(&self) -> (u64, Vec<Remark>) {
        let list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (list.revision, list.remarks.clone())
    }
}
