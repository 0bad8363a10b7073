//! What the script's arrival must not disturb.

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

/// Hosts hook their own script up without guessing how long ours takes.
#[tokio::test]
async fn hosts_hear_when_a_page_is_ready() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        house.gate.set_wasm(Wasm::Held);
        browser.goto("/login").await;
        browser.evaluate::<()>("document.addEventListener('auth:ready', () => { window.heard = true; })").await;
        house.gate.set_wasm(Wasm::Passes);
        LogIn::on(browser).await;
        browser
            .until("auth:ready", async || browser.evaluate::<bool>("return window.heard === true").await.then_some(()))
            .await;
    })
    .await;
}
