//! Forms that were drawn for another browser session, or very long ago.

use std::time::Duration;

use thirtyfour::By;
use vestibule_testing::{
    Person,
    browser::{Browser, House, Script},
    in_every_script,
    pages::{ForgotPassword, LogIn, LoggedIn, Page, SignUp, SignUpSent},
};

use crate::house::with_clock;

const EMAIL: &str = "ada@example.org";
const PASSWORD: &str = "velvet otter piano rain";
const SAYS: &str = "This page was open for too long, or cookies are off. Nothing was sent. Try again.";

/// Gives every form of the page the token that somebody else's browser got.
async fn make_foreign(house: &House) {
    let form = house.server.client().form("/login", "log-in").await;
    let token = form.value("form_token").expect("every form of ours has one").to_owned();
    let script = "document.querySelectorAll('[name=form_token]').forEach(input => { input.value = 'TOKEN'; })";
    house.browser.evaluate::<()>(&script.replace("TOKEN", &token)).await;
}

async fn press(browser: &Browser, name: &str) {
    let button = By::Css(format!("[data-part='button'][data-name='{name}']"));
    let button = browser.driver().find(button).await.expect("the button is there");
    browser.leave(async || button.click().await.expect("it can be pressed")).await;
}

in_every_script! {
    async fn a_sign_up_keeps_the_address_and_no_password(house: &House) {
        let browser = &house.browser;
        let page = SignUp::open(browser).await;
        make_foreign(house).await;
        page.sign_up(EMAIL, PASSWORD).await;

        let page = SignUp::on(browser).await;
        let alert = page.page().alert().await;
        assert_eq!(alert.text().await, SAYS);
        assert!(alert.is_focused().await);
        assert_eq!(page.email().await.value().await, EMAIL);
        assert_eq!(page.password().await.value().await, "");
        page.password().await.type_in(PASSWORD).await;
        page.button().await.follow().await;
        SignUpSent::on(browser).await;
        house.mailbox.wait_for(EMAIL).await;
        assert_eq!(house.mailbox.count(EMAIL), 1, "nothing was sent the first time");
    }

    async fn a_forgotten_password_keeps_the_address(house: &House) {
        let browser = &house.browser;
        browser.goto("/forgot-password").await;
        let page = ForgotPassword::on(browser).await;
        make_foreign(house).await;
        page.email().await.type_in(EMAIL).await;
        page.send().await.follow().await;

        let page = ForgotPassword::on(browser).await;
        assert_eq!(page.page().alert().await.text().await, SAYS);
        assert_eq!(page.email().await.value().await, EMAIL);
        page.send().await.follow().await;
        Page::on(browser, "email-sent").await;
    }

    async fn a_code_can_be_typed_again(house: &House) {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up(EMAIL, PASSWORD).await;
        let page = SignUpSent::on(browser).await;
        let code = house.mailbox.wait_for(EMAIL).await.code();
        make_foreign(house).await;
        page.confirm(&code).await;

        let page = SignUpSent::on(browser).await;
        assert_eq!(page.page().alert().await.text().await, SAYS);
        assert!(browser.text().await.contains(EMAIL));
        page.confirm(&code).await;
        LoggedIn::on(browser).await;
    }

    /// Whoever is logged in stays so, and the password stays what it was.
    async fn an_account_form_changes_nothing(house: &House) {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
        LoggedIn::on(browser).await;
        browser.goto("/account/password").await;
        Page::on(browser, "account-password").await;
        make_foreign(house).await;
        let typed = [("account-password-current", ada.password.as_str()), ("account-password-password", PASSWORD)];
        for (id, text) in typed {
            let field = browser.driver().find(By::Id(id)).await.expect("the field is there");
            field.send_keys(text).await.expect("one can type here");
        }
        press(browser, "change-password").await;

        let page = Page::on(browser, "account-password").await;
        assert_eq!(page.alert().await.text().await, SAYS);
        for id in ["account-password-current", "account-password-password"] {
            let field = browser.driver().find(By::Id(id)).await.expect("the field is there");
            assert_eq!(field.prop("value").await.expect("it is there").as_deref(), Some(""), "{id}");
        }
        LoggedIn::open(browser).await.log_out().await;
        LogIn::on(browser).await.log_in(&ada.email, &ada.password).await;
        LoggedIn::on(browser).await;
    }
}

with_script_and_without! {
    /// A token is bound to the browser and to no clock.
    async fn a_form_left_open_for_a_week_still_works(script: Script) {
        with_clock(script, async |house, clock| {
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            let page = LogIn::open(&house.browser).await;
            clock.advance(Duration::from_hours(7 * 24));
            page.log_in(&ada.email, &ada.password).await;
            LoggedIn::on(&house.browser).await;
        })
        .await;
    }
}
