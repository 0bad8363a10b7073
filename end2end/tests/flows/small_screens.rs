//! Every story on a small screen and with big text: nothing has to be scrolled sideways (WCAG 1.4.4, 1.4.10).

use vestibule_end2end::stories;
use vestibule_testing::{
    ServerBuilder,
    browser::{Browser, House, Script},
};

/// How the page is looked at.
const VIEWS: [(&str, u32, &str); 3] =
    [("320 px", 320, "100%"), ("200 % text", 1280, "200%"), ("320 px, 200 % text", 320, "200%")];

/// How far the page in view is wider than its window, in pixels.
async fn overflow(browser: &Browser, width: u32, text: &str) -> u32 {
    browser.resize(width, 800).await;
    let script = "document.documentElement.style.fontSize = 'TEXT';
        return Math.max(0, document.documentElement.scrollWidth - innerWidth);";
    browser.evaluate(&script.replace("TEXT", text)).await
}

#[tokio::test]
async fn no_story_is_scrolled_sideways() {
    House::run_with(Script::Off, ServerBuilder::development, async |house: &House| {
        let browser = &house.browser;
        let mut found = Vec::new();
        for story in stories::list(&house.server).await {
            browser.goto(&story.path).await;
            for (view, width, text) in VIEWS {
                let wider = overflow(browser, width, text).await;
                if wider > 0 {
                    found.push(format!("{}/{} at {view}: {wider} px too wide", story.screen, story.story));
                }
            }
        }
        assert!(found.is_empty(), "{found:#?}");
    })
    .await;
}

/// A check that finds nothing has to prove that it can.
#[tokio::test]
async fn what_is_too_wide_is_noticed() {
    House::run(Script::Off, async |house: &House| {
        let browser = &house.browser;
        browser.goto("/login").await;
        let widen = "const lead = document.querySelector('h1');
            lead.textContent = 'W'.repeat(30);
            lead.style.overflowWrap = 'normal';";
        browser.evaluate::<()>(widen).await;
        let [small, big, _] = VIEWS.map(|(_, width, text)| async move { overflow(browser, width, text).await });
        assert!(small.await > 0);
        assert!(big.await > 0);
    })
    .await;
}
