//! Whether somebody saved a file of a theme.

use std::{collections::BTreeMap, fs, path::Path, time::SystemTime};

/// The times and sizes of a folder's files: others than before say that it has to be read anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Times(BTreeMap<String, (SystemTime, u64)>);

impl Times {
    /// Those of now. A file that can't be looked at is none: what is wrong with it is said when the theme is read.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let time = |entry: fs::DirEntry| {
            let about = entry.metadata().ok()?;
            Some((entry.file_name().to_string_lossy().into_owned(), (about.modified().ok()?, about.len())))
        };
        Self(entries.filter_map(time).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Times;

    #[test]
    fn a_saved_file_is_seen_and_a_folder_that_is_not_there_has_none() {
        let home = tempfile::tempdir().expect("a folder");
        assert_eq!(Times::of(&home.path().join("nowhere")), Times::default());
        fs::write(home.path().join("parts.css"), "a {}").expect("a file");
        let first = Times::of(home.path());
        assert_eq!(first, Times::of(home.path()));
        fs::write(home.path().join("parts.css"), "a {} b {}").expect("a file");
        assert_ne!(first, Times::of(home.path()));
    }
}
