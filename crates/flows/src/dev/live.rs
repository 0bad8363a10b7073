//! A theme that is being written: read anew whenever a file of it has changed.
//!
//! Nothing watches the folder but who asks: a page in view asks by a long poll, which looks at the files' times ten
//! times a second, and a page that is loaded looks once.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use vestibule_http::assets::Assets;
use vestibule_theme::{Stylesheet, Theme, Times};
use vestibule_ui::{Layout, Slots};

use crate::{
    look::{Look, STYLESHEET},
    remarks::{Remark, Remarks},
};

/// How often the files' times are looked at while a page waits.
const EVERY: Duration = Duration::from_millis(100);

/// How often, before a page is told that nothing has changed and asks again: an end of the server waits for no longer.
const TIMES: u8 = 50;

/// The folder, and what is known of it.
pub(crate) struct Live {
    folder: PathBuf,
    /// Our stylesheet alone.
    base: Assets,
    /// The form that it is served in.
    form: Stylesheet,
    remarks: Remarks,
    state: Mutex<State>,
}

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
    /// What is to be mended in it, as far as somebody checks it.
    pub(super) remarks: Vec<Remark>,
    drawn: (Layout, Slots),
}

impl Live {
    /// A folder, which may be broken: then `look`, our own, stays until it is not.
    pub(crate) fn of(folder: PathBuf, look: Look, form: Stylesheet, assets: &Assets, remarks: Remarks) -> Self {
        let base = BTreeMap::from([(STYLESHEET.to_owned(), assets.get(STYLESHEET).unwrap_or_default())]);
        let now = Now {
            look,
            revision: 0,
            markup: 0,
            problem: None,
            remarks: Vec::new(),
            drawn: (Layout::default(), Slots::default()),
        };
        let state = Mutex::new(State { times: Times::default(), now });
        Self { folder, base: Assets::of(base), form, remarks, state }
    }

    /// How it is now.
    pub(crate) fn now(&self) -> Now {
        // Whoever panicked in here left a look that was complete.
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let times = Times::of(&self.folder);
        // A folder that has no files has something to say as well, once.
        if times != state.times || state.now.revision == 0 {
            state.times = times;
            self.read(&mut state.now);
        }
        let mut now = state.now.clone();
        // What is checked comes when it comes: a look is told before it, and the remarks alone are a change.
        let (changes, remarks) = self.remarks.now();
        now.revision += changes;
        now.remarks = remarks;
        now
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
                now.look = Look::of(&theme, self.form, &mut assets);
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
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs};

    use bytes::Bytes;
    use vestibule_http::assets::Assets;

    use vestibule_theme::Stylesheet;

    use super::{Live, Look, Remark, Remarks, STYLESHEET};

    fn css(now: &super::Now) -> String {
        let assets = now.look.live.as_ref().expect("it has a look");
        String::from_utf8(assets.get(&now.look.stylesheet).expect("it has one").to_vec()).expect("text")
    }

    #[test]
    fn what_changes_is_seen_and_what_breaks_keeps_its_last_look() {
        let home = tempfile::tempdir().expect("a folder");
        let acme = home.path().join("acme");
        fs::create_dir(&acme).expect("a folder");
        let write = |file: &str, text: &str| fs::write(acme.join(file), text).expect("a file");
        let assets = Assets::of(BTreeMap::from([(STYLESHEET.to_owned(), Bytes::from_static(b"a{}"))]));
        let live = Live::of(acme.clone(), Look::default(), Stylesheet::Layers, &assets, Remarks::default());

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

    #[test]
    fn the_look_is_in_the_form_that_the_server_sends() {
        let home = tempfile::tempdir().expect("a folder");
        let mut assets = Assets::of(BTreeMap::from([(STYLESHEET.to_owned(), Bytes::from_static(b"@layer v{a{}}"))]));
        let look = Look::ours(Stylesheet::Plain, &mut assets);
        let acme = home.path().join("acme");
        let live = Live::of(acme.clone(), look.clone(), Stylesheet::Plain, &assets, Remarks::default());
        assert_eq!(live.now().look.stylesheet, look.stylesheet);
        fs::create_dir(&acme).expect("a folder");
        fs::write(acme.join("theme.toml"), "name = 'Acme'\ncontract = 1").expect("a file");
        fs::write(acme.join("tokens.css"), ":root { --auth-unit: 1px }").expect("a file");
        let now = live.now();
        assert!(css(&now).contains("--auth-unit: 1px") && !css(&now).contains("@layer"), "{}", css(&now));
    }

    #[test]
    fn what_is_to_be_mended_is_a_change_of_its_own() {
        let remarks = Remarks::default();
        let home = tempfile::tempdir().expect("a folder");
        let live = Live::of(
            home.path().to_owned(),
            Look::default(),
            Stylesheet::Layers,
            &Assets::of(BTreeMap::new()),
            remarks.clone(),
        );
        let first = live.now();
        let remark = Remark {
            weight: "fault".to_owned(),
            code: "T111".to_owned(),
            title: "A class".to_owned(),
            place: "parts.css:2".to_owned(),
            what: "`.card`".to_owned(),
            instead: "A part".to_owned(),
        };
        remarks.set(vec![remark.clone()]);
        remarks.set(vec![remark.clone()]);
        let second = live.now();
        assert_eq!((second.revision, second.markup), (first.revision + 1, first.markup));
        assert_eq!(second.remarks, [remark]);
        remarks.set(Vec::new());
        assert_eq!((live.now().revision, live.now().remarks.len()), (first.revision + 2, 0));
    }
}
