//! The pictures that somebody accepted: a folder with a PNG of each story, `log-in.empty.png`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use vestibule::theme::Theme;

use super::tour::Pictures;

/// Where they are in a theme's folder. What begins with a dot is not packed.
const ACCEPTED: &str = ".accepted";

/// A folder of pictures, which may not be there yet.
pub(super) struct Album(PathBuf);

impl Album {
    /// The folder that is named, or the one within a theme's own.
    pub(super) fn of(theme: &str, named: Option<PathBuf>) -> Option<Self> {
        let is_folder = Theme::built_in(theme).is_none() && Path::new(theme).is_dir();
        let own = || is_folder.then(|| Path::new(theme).join(ACCEPTED));
        named.or_else(own).map(Self)
    }

    /// The pictures in it; none if it isn't there.
    pub(super) fn read(&self) -> anyhow::Result<Pictures> {
        let mut pictures = Pictures::new();
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(pictures),
            Err(error) => bail!("{} can't be read: {error}", self.0.display()),
        };
        for entry in entries {
            let path = entry?.path();
            if let Some(story) = path.file_name().and_then(|name| story(name.to_str()?)) {
                pictures.insert(story, fs::read(&path).with_context(|| format!("{} can't be read", path.display()))?);
            }
        }
        Ok(pictures)
    }

    /// Keeps pictures in it, each in the place of the one before.
    pub(super) fn keep(&self, pictures: &Pictures) -> anyhow::Result<()> {
        let said = || format!("{} can't be written", self.0.display());
        fs::create_dir_all(&self.0).with_context(said)?;
        pictures.iter().try_for_each(|(story, bytes)| fs::write(self.0.join(file(story)), bytes)).with_context(said)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.0
    }
}

/// The name of a story's picture.
pub(super) fn file(story: &str) -> String {
    format!("{}.png", story.replace('/', "."))
}

fn story(file: &str) -> Option<String> {
    let (screen, story) = file.strip_suffix(".png")?.split_once('.')?;
    Some(format!("{screen}/{story}"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Album;
    use crate::theme::check::tour::Pictures;

    #[test]
    fn what_is_kept_is_read_and_replaced() {
        let home = tempfile::tempdir().expect("a folder");
        let album = Album::of(home.path().to_str().expect("a plain name"), None).expect("it is a folder");
        assert!(album.folder().ends_with(".accepted"));
        assert!(album.read().expect("it isn't there yet").is_empty());
        for bytes in [b"one", b"two"] {
            let pictures = Pictures::from([("log-in/empty".to_owned(), bytes.to_vec())]);
            album.keep(&pictures).expect("it is written");
            assert_eq!(album.read().expect("it is there"), pictures);
        }
        fs::write(album.folder().join("notes.txt"), "mine").expect("a file");
        assert_eq!(album.read().expect("it is there").len(), 1);
        assert!(Album::of("foyer", None).is_none(), "one of ours has no folder");
        assert!(Album::of("foyer", Some(home.path().to_owned())).is_some());
    }
}
