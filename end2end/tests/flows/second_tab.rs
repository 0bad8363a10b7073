//! Two tabs of one browser: what one does while a form is open in the other.

use thirtyfour::{By, WindowHandle};
use vestibule_testing::{
    Person,
    browser::{Browser, House},
    in_every_script,
    pages::{ConfirmEmail, LogIn, LoggedIn, Page, SignUp, SignUpSent},
};

const PASSWORD: &str = "velvet otter piano rain";
const NEW: &str = "copper lantern quiet moss";

/// The tab that is in view.
async fn tab(browser: &Browser) -> WindowHandle {
    browser.driver().window().await.expect("a tab is in view")
}

async fn show(browser: &Browser, tab: &WindowHandle) {
    browser.driver().switch_to_window(tab.clone()).await.expect("the tab is there");
}

/// Opens another tab, comes back to the one in view and returns both: this one, that one.
async fn second(browser: &Browser) -> (WindowHandle, WindowHandle) {
    let first = tab(browser).await;
    let second = browser.driver().new_tab().await.expect("another tab opens");
    show(browser, &first).await;
    (first, second)
}

/// Types both passwords into the account's form.
async fn type_passwords(browser: &Browser, current: &str, new: &str) {
    for (name, text) in [("current", current), ("password", new)] {
        let selector = format!("[data-screen='account-password'] [data-name='{name}'] [data-part='control']");
        let field = browser.driver().find(By::Css(selector)).await.expect("the field is there");
        field.send_keys(text).await.expect("one can type here");
    }
}

async fn send_passwords(browser: &Browser) {
    let button = By::Css("[data-part='button'][data-name='change-password']");
    let button = browser.driver().find(button).await.expect("the button is there");
    browser.leave(async || button.click().await.expect("it can be pressed")).await;
}

in_every_script! {
    /// The form token belongs to the browser and to no session, so the form that waited is as good as a new one.
    async fn a_log_in_form_outlives_a_log_in_and_a_log_out(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        let (first, second) = second(browser).await;
        let waiting = LogIn::open(browser).await;
        waiting.email().await.type_in(&ada.email).await;
        show(browser, &second).await;
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        LoggedIn::on(browser).await.log_out().await;
        LogIn::on(browser).await;

        show(browser, &first).await;
        waiting.password().await.type_in(&ada.password).await;
        waiting.button().await.follow().await;
        LoggedIn::on(browser).await;
    }

    /// Each tab goes where it wanted to, whichever was faster.
    async fn a_log_in_form_goes_on_once_the_other_tab_is_in(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        let (first, second) = second(browser).await;
        browser.goto("/account/sessions").await;
        let waiting = LogIn::on(browser).await;
        show(browser, &second).await;
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        Page::on(browser, "account-sessions").await;

        show(browser, &first).await;
        waiting.log_in(&ada.email, &ada.password).await;
        Page::on(browser, "account-sessions").await;
        assert!(browser.text().await.contains("Where you're logged in"));
    }

    /// Nothing is changed for somebody who has left, and after the log-in the form is there again.
    async fn an_account_form_asks_to_log_in_after_a_log_out(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        LoggedIn::on(browser).await;
        let (first, second) = second(browser).await;
        browser.goto("/account/password").await;
        Page::on(browser, "account-password").await;
        type_passwords(browser, &ada.password, NEW).await;
        show(browser, &second).await;
        LoggedIn::open(browser).await.log_out().await;

        show(browser, &first).await;
        send_passwords(browser).await;
        let reason = LogIn::on(browser).await.page().alert().await.text().await;
        assert!(reason.contains("Log in to go back to where you were."), "{reason}");
        LogIn::on(browser).await.log_in(&ada.email, &ada.password).await;
        Page::on(browser, "account-password").await;
        assert_eq!(browser.path().await, "/account/password");
        type_passwords(browser, &ada.password, NEW).await;
        send_passwords(browser).await;
        let alert = Page::on(browser, "account").await.alert().await.text().await;
        assert!(alert.contains("Password changed."), "{alert}");
    }

    /// A browser waits for one sign-up, the last one. The screen names it, in both tabs.
    async fn the_later_of_two_sign_ups_counts(house: &House) {
        let browser = &house.browser;
        let (first, second) = second(browser).await;
        SignUp::open(browser).await.sign_up("ada@example.org", PASSWORD).await;
        let early = house.mailbox.wait_for("ada@example.org").await.code();
        let waiting = SignUpSent::on(browser).await;
        show(browser, &second).await;
        SignUp::open(browser).await.sign_up("grace@example.org", PASSWORD).await;
        SignUpSent::on(browser).await;
        let late = house.mailbox.wait_for("grace@example.org").await.code();

        show(browser, &first).await;
        waiting.confirm(&early).await;
        let page = SignUpSent::on(browser).await;
        assert!(page.page().message("code").await.contains("Use the newest one."));
        let text = browser.text().await;
        assert!(text.contains("grace@example.org") && !text.contains("ada@example.org"), "{text}");
        page.code().await.replace("").await;
        page.confirm(&late).await;
        LoggedIn::on(browser).await;
        assert!(browser.text().await.contains("grace@example.org"));
    }

    /// With script the waiting tab goes on before anybody can type.
    async fn a_code_comes_late_once_the_link_was_pressed(house: &House) {
        let browser = &house.browser;
        let (first, second) = second(browser).await;
        SignUp::open(browser).await.sign_up("ada@example.org", PASSWORD).await;
        let waiting = SignUpSent::on(browser).await;
        let mail = house.mailbox.wait_for("ada@example.org").await;
        show(browser, &second).await;
        ConfirmEmail::open(browser, &mail.link()).await.button().await.follow().await;
        LoggedIn::on(browser).await;

        show(browser, &first).await;
        if !browser.script().hydrates() {
            waiting.confirm(&mail.code()).await;
        }
        LoggedIn::on(browser).await;
        assert!(browser.text().await.contains("ada@example.org"));
    }
}
