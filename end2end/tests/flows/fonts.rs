//! The fonts of the themes: they are loaded, and a page stands as it did before they were.

use serde::Deserialize;
use vestibule_testing::{
    ServerBuilder,
    browser::{House, Script},
};

/// The most that a text may move, in pixels.
const MAX_MOVE: f64 = 2.0;

/// The most that a text may be wider or narrower: letters are met more and less often than on average.
const MAX_STRETCH: f64 = 0.06;

/// What is seen with the fonts and then with what stands in for them.
#[derive(Debug, Deserialize)]
struct Seen {
    /// The families that were loaded from files.
    loaded: Vec<String>,
    /// The texts.
    moved: Vec<Moved>,
}

/// A text that may have moved.
#[derive(Debug, Deserialize)]
struct Moved {
    text: String,
    /// How far it moved down, in pixels.
    by: f64,
    /// How wide it was in the one, in parts of what it was in the other.
    wider: f64,
}

impl Moved {
    fn is_far(&self) -> bool {
        self.by.abs() > MAX_MOVE || (self.text.len() > 12 && (self.wider - 1.0).abs() > MAX_STRETCH)
    }
}

async fn check(theme: &str, family: &str) {
    House::run_with(Script::On, ServerBuilder::development, async |house: &House| {
        let browser = &house.browser;
        for screen in SCREENS {
            browser.goto(&format!("/gallery/{screen}?theme={theme}&scheme=light&script=off")).await;
            let seen: Seen = browser.evaluate_async(include_str!("fonts.js")).await;
            assert!(seen.loaded.iter().any(|loaded| loaded == family), "{screen}: {seen:?}");
            let far: Vec<_> = seen.moved.iter().filter(|moved| moved.is_far()).collect();
            assert!(seen.moved.len() > 4 && far.is_empty(), "{theme} {screen}: {far:#?}");
        }
    })
    .await;
}

const SCREENS: [&str; 3] = ["log-in/wrong-password", "sign-up/empty", "properties/every-kind"];

#[tokio::test]
async fn ledger_stands_still_when_public_sans_arrives() {
    check("ledger", "Public Sans").await;
}

#[tokio::test]
async fn folio_stands_still_when_newsreader_arrives() {
    check("folio", "Newsreader").await;
}

#[tokio::test]
async fn console_stands_still_when_jetbrains_mono_arrives() {
    check("console", "JetBrains Mono").await;
}

#[tokio::test]
async fn vibe_stands_still_when_comic_neue_arrives() {
    check("vibe", "Comic Neue").await;
}
