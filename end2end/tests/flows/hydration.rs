//! What the script's arrival must not disturb.

use serde_json::json;
use vestibule_testing::{
    browser::{House, Script, Wasm},
    pages::{LogIn, SignUp, SignUpSent},
};

/// People type before a slow line has brought the wasm.
#[tokio::test]
async fn what_was_typed_before_stays() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        house.gate.set_wasm(Wasm::Held);
        browser.goto("/login").await;
        let control = |name: &'static str| async move {
            let selector = format!("[data-name={name}] [data-part=control]");
            browser.driver().find(thirtyfour::By::Css(selector)).await.expect("the form is there before its script")
        };
        control("email").await.send_keys("ada@example.org").await.expect("one can type");
        control("password").await.send_keys("velvet otter").await.expect("one can type");
        assert_eq!(
            browser.evaluate::<Option<String>>("return document.documentElement.dataset.hydrated ?? null").await,
            None
        );

        house.gate.set_wasm(Wasm::Passes);
        let page = LogIn::on(browser).await;
        assert_eq!(page.email().await.value().await, "ada@example.org");
        assert_eq!(page.password().await.value().await, "velvet otter");
        assert!(page.password().await.is_focused().await, "the caret stays where it was");
        page.reveal().await.click().await;
        assert_eq!(page.password().await.attribute("type").await.as_deref(), Some("text"));
    })
    .await;
}

async fn nothing_moves(script: Script) {
    House::run(script, async |house: &House| {
        let browser = &house.browser;
        for (width, height) in [(1280, 800), (390, 844)] {
            browser.resize(width, height).await;
            LogIn::open(browser).await;
            still(house, "log-in").await;
            let page = SignUp::open(browser).await;
            still(house, "sign-up").await;
            page.sign_up(&format!("ada-{width}@example.org"), "velvet otter piano rain").await;
            SignUpSent::on(browser).await;
            still(house, "sign-up-sent").await;
        }
    })
    .await;
}

async fn still(house: &House, screen: &str) {
    let moved = house.browser.layout_shift().await;
    assert!(moved == 0.0, "{screen} moved by {moved}");
}

#[tokio::test]
async fn nothing_moves_when_a_page_hydrates() {
    nothing_moves(Script::On).await;
}

#[tokio::test]
async fn nothing_moves_when_a_page_hydrates_slowly() {
    nothing_moves(Script::OnSlowly).await;
}

/// A check that finds nothing has to prove that it can.
#[tokio::test]
async fn what_moves_is_noticed() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        LogIn::open(browser).await;
        browser
            .evaluate::<()>("document.body.prepend(Object.assign(document.createElement('hr'), { width: 99 }))")
            .await;
        assert!(browser.layout_shift().await > 0.0);
    })
    .await;
}

/// Runs before every script of the page, so that nothing is missed, and notes who hears what and whether the mark is set.
const LISTEN: &str = "
    window.heard = [];
    for (const target of [document, window]) {
        target.addEventListener('auth:ready', () => {
            const marked = 'hydrated' in document.documentElement.dataset;
            window.heard.push(`${target === window ? 'window' : 'document'}, marked: ${marked}`);
        });
    }";

/// Hosts hook their own script up without guessing how long ours takes.
#[tokio::test]
async fn hosts_hear_once_that_a_page_is_ready() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        let heard = async || browser.evaluate::<Vec<String>>("return window.heard").await;
        browser.developer("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN })).await;
        house.gate.set_wasm(Wasm::Held);
        browser.goto("/login").await;
        assert_eq!(heard().await, Vec::<String>::new(), "nothing is ready before its wasm");

        house.gate.set_wasm(Wasm::Passes);
        // It waits for the mark. The event is of the same moment, so nothing is left to wait for.
        let page = LogIn::on(browser).await;
        assert_eq!(heard().await, ["document, marked: true", "window, marked: true"]);
        page.reveal().await.click().await;
        assert_eq!(heard().await.len(), 2, "it is said once");
    })
    .await;
}
