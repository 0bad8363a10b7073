//! Where the files of a theme are: in a folder, or in the one file that it was packed into.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use bytes::Bytes;

use crate::{ThemeError, packed};

/// The files of a theme.
#[derive(Debug)]
pub(crate) enum Source {
    /// A folder.
    Folder(PathBuf),
    /// A packed theme: its name and its files.
    Packed(String, BTreeMap<String, Bytes>),
}

impl Source {
    /// A folder, or a packed theme if it is a file.
    pub(crate) fn open(path: &Path) -> Result<Self, ThemeError> {
        if !path.is_file() {
            return Ok(Self::Folder(path.to_owned()));
        }
        let text = fs::read_to_string(path).map_err(|source| unreadable("the packed theme", source))?;
        let (name, files) = packed::unpack(&text)?;
        Ok(Self::Packed(name, files))
    }

    /// The name that the theme has by it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Folder(folder) => last_name(folder),
            Self::Packed(name, _) => name.clone(),
        }
    }

    /// What a file holds.
    pub(crate) fn bytes(&self, file: &str) -> Result<Bytes, ThemeError> {
        let bytes = match self {
            Self::Folder(folder) => fs::read(folder.join(file)).map(Bytes::from),
            Self::Packed(_, files) => files.get(file).cloned().ok_or_else(|| io::ErrorKind::NotFound.into()),
        };
        bytes.map_err(|source| unreadable(file, source))
    }

    /// The names of its files, in order.
    pub(crate) fn names(&self) -> Result<Vec<String>, ThemeError> {
        let folder = match self {
            Self::Folder(folder) => folder,
            Self::Packed(_, files) => return Ok(files.keys().cloned().collect()),
        };
        let mut names = Vec::new();
        for entry in fs::read_dir(folder).map_err(|source| unreadable("the folder", source))? {
            let entry = entry.map_err(|source| unreadable("the folder", source))?;
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }
}

/// The last name of a folder, that of `.` included.
fn last_name(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_default();
    folder.file_name().or_else(|| whole.file_name()).unwrap_or_default().to_string_lossy().into_owned()
}

fn unreadable(file: &str, source: io::Error) -> ThemeError {
    ThemeError::Unreadable { file: file.to_owned(), source }
}
