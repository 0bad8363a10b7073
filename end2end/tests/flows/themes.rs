//! Every look, told by axe-core: WCAG 2.2 AA and its own good practice. Short runs look at the first story of each screen,
//! in one scheme and the other by turns; with `VESTIBULE_PROOF` at all of them in both.

use std::{collections::BTreeSet, env};

use vestibule_end2end::{
    axe,
    stories::{self, Story},
};
use vestibule_testing::{
    ServerBuilder,
    browser::{House, Script},
};

const SCHEMES: [&str; 2] = ["light", "dark"];

/// The stories to look at, each in its schemes.
fn chosen(stories: Vec<Story>) -> Vec<(Story, &'static str)> {
    if env::var_os("VESTIBULE_PROOF").is_some() {
        return SCHEMES.iter().flat_map(|scheme| stories.iter().map(|story| (story.clone(), *scheme))).collect();
    }
    let mut seen = BTreeSet::new();
    let first = stories.into_iter().filter(|story| seen.insert(story.screen.clone()));
    first.enumerate().map(|(number, story)| (story, SCHEMES[number % SCHEMES.len()])).collect()
}

/// No violation in any of them.
async fn check(theme: &str) {
    House::run_with(Script::On, ServerBuilder::development, async |house: &House| {
        let browser = &house.browser;
        let mut found = Vec::new();
        for (story, scheme) in chosen(stories::list(&house.server).await) {
            // Behaviours change what is read and not how it looks, and axe has seen them in Foyer.
            browser.goto(&format!("{}?theme={theme}&scheme={scheme}&script=off", story.path)).await;
            let name = format!("{}/{} {scheme}", story.screen, story.story);
            found.extend(axe::violations(browser).await.into_iter().map(|line| format!("{name}: {line}")));
        }
        assert!(found.is_empty(), "{theme}: {found:#?}");
    })
    .await;
}

#[tokio::test]
async fn foyer() {
    check("foyer").await;
}

#[tokio::test]
async fn ledger() {
    check("ledger").await;
}

#[tokio::test]
async fn folio() {
    check("folio").await;
}

#[tokio::test]
async fn console() {
    check("console").await;
}

#[tokio::test]
async fn vibe() {
    check("vibe").await;
}

/// A check that finds nothing has to prove that it can.
#[tokio::test]
async fn grey_on_grey_is_found() {
    House::run_with(Script::On, ServerBuilder::development, async |house: &House| {
        let browser = &house.browser;
        browser.goto("/gallery/log-in/empty?theme=ledger&scheme=dark&script=off").await;
        browser.evaluate::<()>("document.documentElement.style.setProperty('--auth-ink', '#555')").await;
        let found = axe::violations(browser).await;
        assert!(found.iter().any(|line| line.starts_with("color-contrast ")), "{found:#?}");
    })
    .await;
}
