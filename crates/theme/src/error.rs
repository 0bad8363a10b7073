//! What is wrong with a theme's folder, and in which file.

use thiserror::Error;

/// Why a folder is no theme.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ThemeError {
    /// No name for addresses and files.
    #[error("{0:?} is no name: 1 to 40 small letters, digits and hyphens")]
    Name(String),
    /// A file can't be read.
    #[error("{file} can't be read")]
    Unreadable {
        /// The file's name.
        file: String,
        /// Why.
        source: std::io::Error,
    },
    /// `theme.toml` says something else than it may.
    #[error("theme.toml: {0}")]
    Manifest(String),
    /// `words.toml` says something that no theme may say, or not so.
    #[error("{}", lines(.0))]
    Words(Vec<Mistake>),
    /// A file that was meant to be a packed theme, and is none.
    #[error("the packed theme: {0}")]
    Packed(String),
    /// A picture that no browser of ours is given.
    #[error("the page's picture is neither PNG nor WebP")]
    Picture,
    /// A font that `theme.toml` names can't be used.
    #[error("theme.toml, the font {file}: {why}")]
    Font {
        /// The font's file.
        file: String,
        /// What is wrong with it.
        why: String,
    },
    /// A theme for another version of the public names.
    #[error("theme.toml: contract {found} is not ours, which is {ours}")]
    Contract {
        /// What the theme says.
        found: u32,
        /// The number of our public names.
        ours: u32,
    },
    /// More than a page can wait for.
    #[error("{file} is larger than {max} KiB")]
    TooLarge {
        /// The file's name.
        file: String,
        /// The most that it may be, in KiB.
        max: usize,
    },
}

/// What is wrong with a line of `words.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The line, the first one being 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
}

/// Each mistake on a line of its own, after its place.
fn lines(mistakes: &[Mistake]) -> String {
    let lines: Vec<_> = mistakes.iter().map(|Mistake { line, what }| format!("words.toml:{line}: {what}")).collect();
    lines.join("\n")
}

impl ThemeError {
    /// The whole sentence, with what was behind it: for whoever can mend the folder.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Unreadable { source, .. } => format!("{self}: {source}"),
            _ => self.to_string(),
        }
    }
}
