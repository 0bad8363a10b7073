//! Without a mouse, in every theme: Tab, Enter and Space alone, and the focus never out of sight.

use serde_json::json;
use thirtyfour::Key;
use vestibule_testing::{
    browser::{Browser, House, Script},
    pages::{LogIn, LoggedIn, SignUp, SignUpSent},
};

const EMAIL: &str = "ada@example.org";
const PASSWORD: &str = "velvet otter piano rain";

/// What has the focus, by its name, if a ring around it or around its box can be seen.
const FOCUS: &str = "
    const focused = document.activeElement;
    if (focused === document.body) return 'nothing';
    const ring = element => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)';
    };
    const { top, bottom } = focused.getBoundingClientRect();
    const isSeen = ring(focused) || ring(focused.closest('[data-part=box]') ?? focused);
    if (!isSeen) return `${focused.outerHTML} without a ring`;
    if (top < 0 || bottom > innerHeight) return `${focused.outerHTML} out of the window`;
    return focused.innerText || focused.labels?.[0]?.innerText || focused.outerHTML;";

/// A window that nobody looks at shows no focus.
async fn look_at(browser: &Browser) {
    browser.developer("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await;
}

/// What has the focus, as people name it.
async fn focus(browser: &Browser) -> String {
    browser.evaluate::<String>(FOCUS).await
}

/// Walks on with Tab until this has the focus. Every stop on the way can be seen.
async fn tab_to(browser: &Browser, name: &str) {
    let mut stops = Vec::new();
    while stops.last().is_none_or(|last| last != name) {
        browser.press(Key::Tab).await;
        stops.push(focus(browser).await);
        let here = stops.last().expect("one stop");
        assert!(!here.ends_with("without a ring") && !here.ends_with("out of the window"), "{here}");
        assert!(stops.len() < 20, "Tab doesn't lead to {name}, but to {stops:?}");
    }
}

async fn follow(browser: &Browser, key: Key) {
    browser.leave(async || browser.press(key).await).await;
}

/// From nothing to logged in, and out again. Vibe says some things otherwise.
async fn walk(theme: &str) {
    let say = |standard: &'static str| match (theme, standard) {
        ("vibe", "Email") => "Vibe Identifier (email)",
        ("vibe", "Password") => "Secret Sauce (password)",
        ("vibe", "Create account") => "start a vibe (create account)",
        ("vibe", "Log out") => "vibe over (log out)",
        _ => standard,
    };
    House::run_with(
        Script::On,
        |server| server.set("theme", theme),
        async |house: &House| {
            let browser = &house.browser;
            look_at(browser).await;
            LogIn::open(browser).await;
            tab_to(browser, say("Create account")).await;
            follow(browser, Key::Enter).await;

            // Refused: the summary has the focus, and its link leads to what needs another look.
            SignUp::on(browser).await;
            tab_to(browser, say("Email")).await;
            browser.press(EMAIL).await;
            tab_to(browser, say("Password")).await;
            browser.press("velvet otter").await;
            follow(browser, Key::Enter).await;
            let page = SignUp::on(browser).await;
            assert!(page.page().alert().await.is_focused().await);
            assert!(focus(browser).await.starts_with("One thing needs another look"), "{}", focus(browser).await);
            let summary = format!("{}: Use 15 characters or more. (12 so far)", say("Password"));
            tab_to(browser, &summary).await;
            browser.press(Key::Enter).await;
            assert_eq!(focus(browser).await, say("Password"));

            browser.press(PASSWORD).await;
            tab_to(browser, "Show").await;
            browser.press(Key::Space).await;
            let kind = "return document.querySelector('[data-name=password] [data-part=control]').type";
            assert_eq!(browser.evaluate::<String>(kind).await, "text");
            assert_eq!(focus(browser).await, "Hide", "the button keeps the focus");
            tab_to(browser, say("Create account")).await;
            follow(browser, Key::Space).await;

            // A code is the one thing to do here, so its control has the focus; a complete one is on its way by itself.
            SignUpSent::on(browser).await;
            assert_eq!(focus(browser).await, "Code from the email");
            let code = house.mailbox.wait_for(EMAIL).await.code();
            browser.leave(async || browser.press(code.as_str()).await).await;
            LoggedIn::on(browser).await;

            tab_to(browser, say("Log out")).await;
            follow(browser, Key::Enter).await;
            LogIn::on(browser).await;
            assert_eq!(focus(browser).await, "You're logged out.");
        },
    )
    .await;
}

#[tokio::test]
async fn foyer() {
    walk("foyer").await;
}

#[tokio::test]
async fn ledger() {
    walk("ledger").await;
}

#[tokio::test]
async fn folio() {
    walk("folio").await;
}

#[tokio::test]
async fn console() {
    walk("console").await;
}

#[tokio::test]
async fn vibe() {
    walk("vibe").await;
}

/// A sight that always sees a ring would prove nothing.
#[tokio::test]
async fn a_missing_ring_is_noticed() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        look_at(browser).await;
        LogIn::open(browser).await;
        assert_eq!(focus(browser).await, "nothing");
        tab_to(browser, "Email").await;
        let off = "for (const element of document.querySelectorAll('*')) element.style.outline = 'none'";
        browser.evaluate::<()>(off).await;
        assert!(focus(browser).await.ends_with("without a ring"));
    })
    .await;
}
