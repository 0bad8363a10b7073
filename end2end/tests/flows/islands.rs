//! What the real walk does in the pages that we ship: every story's islands adopt the nodes that the server sent, and
//! change nothing before the page is ready. The console has to stay empty anyway.

use serde::Deserialize;
use vestibule_end2end::stories;
use vestibule_testing::{
    ServerBuilder,
    browser::{Browser, House, Script},
};

/// What was written down.
#[derive(Debug, Deserialize)]
struct Walk {
    adopted: u32,
    nothing: Vec<String>,
    changed: Vec<String>,
}

async fn watch(browser: &Browser) {
    let source = serde_json::json!({ "source": include_str!("walk.js") });
    browser.developer("Page.addScriptToEvaluateOnNewDocument", source).await;
}

async fn walk(browser: &Browser, path: &str) -> Walk {
    browser.goto(path).await;
    browser.hydrated().await;
    browser.evaluate("return window.walk").await
}

#[tokio::test]
async fn every_storys_islands_adopt_what_the_server_sent() {
    House::run_with(Script::On, ServerBuilder::development, async |house: &House| {
        let browser = &house.browser;
        watch(browser).await;
        let (mut wrong, mut adopted) = (Vec::new(), 0);
        for story in stories::list(&house.server).await {
            let walk = walk(browser, &format!("{}?mode=islands", story.path)).await;
            adopted += walk.adopted;
            if !(walk.nothing.is_empty() && walk.changed.is_empty()) {
                wrong.push(format!("{}/{}: {walk:?}", story.screen, story.story));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(adopted > 100, "only {adopted} nodes were adopted: nothing was watched");
    })
    .await;
}

/// A check that finds nothing has to prove that it can.
#[tokio::test]
async fn a_walk_that_gets_stuck_is_noticed() {
    House::run_with(Script::On, ServerBuilder::development, async |house: &House| {
        let browser = &house.browser;
        watch(browser).await;
        // An island without its content is what a proxy leaves of it.
        let empty = "document.addEventListener('readystatechange', () => {
            for (const island of document.querySelectorAll('leptos-island')) island.replaceChildren();
        }, { once: true });";
        let source = serde_json::json!({ "source": empty });
        browser.developer("Page.addScriptToEvaluateOnNewDocument", source).await;
        browser.goto("/login").await;
        let stuck = browser.until("a stuck walk", async || {
            let nothing: Vec<String> = browser.evaluate("return window.walk.nothing").await;
            nothing.into_iter().next()
        });
        assert!(stuck.await.starts_with("firstChild of <leptos-island"));
    })
    .await;
}
