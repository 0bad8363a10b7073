//! `/client.js`: what a host's own pages learn of a log-in and a log-out in another tab.

use serde_json::json;
use vestibule_testing::Person;
use vestibule_testing::{
    browser::{Browser, House, Script},
    pages::{LogIn, LoggedIn},
};

/// Imports the module into the page in view, as a host's page would, and notes each change that it tells. A page of ours
/// stands in for a host's, without the policy that lets it import nothing.
async fn listen(browser: &Browser, path: &str) -> String {
    browser.developer("Page.setBypassCSP", json!({ "enabled": true })).await;
    browser.goto(path).await;
    let listening = "import('/client.js').then(async client => {
        window.changes = [];
        client.onChange(({ state }) => window.changes.push(state));
        window.client = client;
        return (await client.session()).state;
    })";
    browser.evaluate_async(listening).await
}

/// Says to the page in view whether it is looked at: what it hears in the dark, it was told by another.
async fn look(browser: &Browser, is: bool) {
    let state = if is { "visible" } else { "hidden" };
    let script =
        format!("Object.defineProperty(document, 'visibilityState', {{ value: '{state}', configurable: true }})");
    browser.evaluate::<()>(&format!("{script}; document.dispatchEvent(new Event('visibilitychange'))")).await;
}

/// Waits until the page in view has been told this.
async fn told(browser: &Browser, changes: &[&str]) {
    let told = async || browser.evaluate::<Vec<String>>("return window.changes").await;
    let what = format!("{changes:?}");
    browser.until(&what, async || (told().await == changes).then_some(())).await;
}

#[tokio::test]
async fn a_tab_learns_who_has_come_and_gone_in_another() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        let watching = browser.driver().window().await.expect("a tab is in view");
        let other = browser.driver().new_tab().await.expect("another tab opens");
        let show = async |tab: &thirtyfour::WindowHandle| {
            browser.driver().switch_to_window(tab.clone()).await.expect("the tab is there");
        };
        assert_eq!(listen(browser, "/login").await, "LoginRequired");
        look(browser, false).await;
        told(browser, &[]).await;

        show(&other).await;
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        LoggedIn::on(browser).await;
        assert_eq!(listen(browser, "/").await, "LoggedIn");
        show(&watching).await;
        told(browser, &["LoggedIn"]).await;

        show(&other).await;
        browser.leave(async || browser.evaluate("window.client.logOut()").await).await;
        LogIn::on(browser).await;
        assert_eq!(browser.path().await, "/login?notice=logged-out");
        show(&watching).await;
        told(browser, &["LoggedIn", "LoginRequired"]).await;

        // Whatever no page with the module has seen, it sees when it comes into view.
        show(&other).await;
        LogIn::on(browser).await.log_in(&ada.email, &ada.password).await;
        LoggedIn::on(browser).await;
        show(&watching).await;
        told(browser, &["LoggedIn", "LoginRequired"]).await;
        look(browser, true).await;
        told(browser, &["LoggedIn", "LoginRequired", "LoggedIn"]).await;

        // A log-out by our own button is told by the page that follows.
        look(browser, false).await;
        show(&other).await;
        LoggedIn::on(browser).await.log_out().await;
        LogIn::on(browser).await;
        show(&watching).await;
        told(browser, &["LoggedIn", "LoginRequired", "LoggedIn", "LoginRequired"]).await;
    })
    .await;
}
