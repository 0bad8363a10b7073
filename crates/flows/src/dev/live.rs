//! A theme that is being written: read anew whenever a file of it has changed.
//!
//! Nothing watches the folder but who asks: a page in view asks by a long poll, which looks at the files' times ten
//! times a second, and a page that is loaded looks once.

use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    sync::{Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use vestibule_http::assets::Assets;
use vestibule_theme::{Stylesheet, Theme};
use vestibule_ui::{Layout, Slots};

use crate::look::{Look, STYLESHEET};

/// How often the files' times are looked at while a page waits.
const EVERY: Duration = Duration::from_millis(100);

/// How often, before a page is told that nothing has changed and asks again: an end of the server waits for no longer.
const TIMES: u8 = 50;

/// The folder, and what is known of it.
pub(crate) struct Live {
    folder: PathBuf,
    /// Our stylesheet alone.
    base: Assets,
    state: Mutex<State>,
}

/// The times and sizes of the folder's files.
type Times = BTreeMap<String, (SystemTime, u64)>;

struct State {
    times: Times,
    now: Now,
}

/// How the theme is now.
#[derive(Clone)]
pub(crate) struct Now {
    /// Its last good look.
    pub(crate) look: Look,
    /// Counts whatever changes.
    pub(super) revision: u64,
    /// Counts what a page has to be drawn anew for.
    pub(super) markup: u64,
    /// What is wrong with it, if it has no look any more.
    pub(super) problem: Option<String>,
    drawn: (Layout, Slots),
}

impl Live {
    /// A folder, which may be broken: then our own look stays until it is not.
    pub(crate) fn of(folder: PathBuf, assets: &Assets) -> Self {
        let base = BTreeMap::from([(STYLESHEET.to_owned(), assets.get(STYLESHEET).unwrap_or_default())]);
        let now = Now {
            look: Look::default(),
            revision: 0,
            markup: 0,
            problem: None,
            drawn: (Layout::default(), Slots::default()),
        };
        let state = Mutex::new(State { times: Times::new(), now });
        Self { folder, base: Assets::of(base), state }
    }

    /// How it is now.
    pub(crate) fn now(&self) -> Now {
        // Whoever panicked in here left a look that was complete.
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let times = self.times();
        // A folder that has no files has something to say as well, once.
        if times != state.times || state.now.revision == 0 {
            state.times = times;
            self.read(&mut state.now);
        }
        state.now.clone()
    }

    /// Waits until it is another than the one known by its revision, or for a while.
    pub(super) async fn after(&self, revision: u64) -> Now {
        let mut ticks = tokio::time::interval(EVERY);
        for _ in 0..TIMES {
            ticks.tick().await;
            let now = self.now();
            if now.revision != revision {
                return now;
            }
        }
        self.now()
    }

    fn read(&self, now: &mut Now) {
        now.revision += 1;
        match Theme::read(&self.folder) {
            Ok(theme) => {
                let mut assets = self.base.clone();
                now.look = Look::of(&theme, Stylesheet::Layers, &mut assets);
                now.look.live = Some(assets);
                now.problem = None;
                let drawn = (theme.layout, theme.slots);
                if drawn != now.drawn {
                    now.drawn = drawn;
                    now.markup += 1;
                }
            }
            Err(error) => now.problem = Some(error.sentence()),
        }
    }

    /// A file that can't be looked at is none: what is wrong with it is said when the theme is read.
    fn times(&self) -> Times {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let time = |entry: fs::DirEntry| {
            let about = entry.metadata().ok()?;
            Some((entry.file_name().to_string_lossy().into_owned(), (about.modified().ok()?, about.len())))
        };
        entries.filter_map(time).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs};

    use bytes::Bytes;
    use vestibule_http::assets::Assets;

    use super::{Live, STYLESHEET};

    #[test]
    fn what_changes_is_seen_and_what_breaks_keeps_its_last_look() {
        let home = tempfile::tempdir().expect("a folder");
        let acme = home.path().join("acme");
        fs::create_dir(&acme).expect("a folder");
        let write = |file: &str, text: &str| fs::write(acme.join(file), text).expect("a file");
        let assets = Assets::of(BTreeMap::from([(STYLESHEET.to_owned(), Bytes::from_static(b"a{}"))]));
        let live = Live::of(acme.clone(), &assets);
        let css = |now: &super::Now| {
            let assets = now.look.live.as_ref().expect("it has a look");
            String::from_utf8(assets.get(&now.look.stylesheet).expect("it has one").to_vec()).expect("text")
        };

        assert!(live.now().problem.is_some_and(|problem| problem.contains("theme.toml")));
        write("theme.toml", "name = 'Acme'\ncontract = 1");
        write("tokens.css", ":root { --auth-unit: 1px }\n");
        let first = live.now();
        assert_eq!((first.problem.as_deref(), live.now().revision), (None, first.revision));
        assert!(css(&first).contains("--auth-unit: 1px"));

        write("tokens.css", ":root { --auth-unit: 22px }\n");
        let second = live.now();
        assert!(css(&second).contains("--auth-unit: 22px"));
        assert_eq!((second.markup, second.revision), (first.markup, first.revision + 1));

        write("theme.toml", "name = 'Acme'\ncontract = 1\nlayout = 'sideways'");
        let broken = live.now();
        assert!(broken.problem.as_deref().is_some_and(|problem| problem.contains("sideways")));
        assert_eq!((css(&broken), broken.markup), (css(&second), second.markup));

        write("theme.toml", "name = 'Acme'\ncontract = 1\nlayout = 'split'");
        let split = live.now();
        assert_eq!((split.problem, split.markup), (None, second.markup + 1));
    }
}
