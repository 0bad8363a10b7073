//! Where the focus is when a page opens: at what must be noticed, else at the one thing to do there.

use vestibule_end2end::stories;
use vestibule_testing::{
    ServerBuilder,
    browser::{House, Script},
};

/// What should have the focus and what has it, each by its part and name. Where an app has to be opened before a code
/// can be typed, nothing is the first thing to do. A note that is there at every visit (no role) interrupts nobody.
const LOOK: &str = "
    const name = element => element === document.body ? 'nothing'
        : `${element.dataset.part} ${element.closest('[data-name]')?.dataset.name ?? ''}`;
    const first = document.querySelector('[data-part=alert][role]')
        ?? document.querySelector(':not([data-screen=enrol-second-factor]) > main [autocomplete=one-time-code]')
        ?? document.querySelector('[aria-invalid=true]')
        ?? document.body;
    return [name(first), name(document.activeElement)];";

/// Without script: it is the page's own doing.
#[tokio::test]
async fn every_story_begins_where_it_should() {
    House::run_with(Script::Off, ServerBuilder::development, async |house: &House| {
        let browser = &house.browser;
        let mut at_a_part = 0;
        for story in stories::list(&house.server).await {
            browser.goto(&story.path).await;
            let what = format!("the focus of {}/{}", story.screen, story.story);
            let focus = browser.until(&what, async || {
                let (first, focused) = browser.evaluate::<(String, String)>(LOOK).await;
                (first == focused).then_some(first)
            });
            at_a_part += usize::from(focus.await != "nothing");
        }
        assert!(at_a_part > 50, "{at_a_part} stories that begin anywhere: the parts have other names");
    })
    .await;
}
