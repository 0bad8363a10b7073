//! Confirm the email: by code where it was asked for, by link anywhere.

use std::time::Duration;

use serde_json::json;
use vestibule_testing::{
    Clock, Person, ServerBuilder,
    browser::{Browser, House, Script},
    in_every_script,
    pages::{ConfirmEmail, EmailLink, LoggedIn, SignUp, SignUpSent},
};

const EMAIL: &str = "ada@example.org";
const PASSWORD: &str = "velvet otter piano rain";

in_every_script! {
    /// A stranger's browser began; whoever reads the mail has to know the password that was chosen there.
    async fn the_link_in_another_browser_asks_for_the_password(house: &House) {
        let browser = &house.browser;
        let elsewhere = Person::new(&house.server);
        elsewhere.sign_up().await;
        let mail = house.mailbox.wait_for(&elsewhere.email).await;

        let page = ConfirmEmail::open(browser, &mail.link()).await;
        page.password().await.type_in("not the chosen one at all").await;
        page.button().await.follow().await;

        let page = ConfirmEmail::on(browser).await;
        assert_eq!(page.page().message("password").await, "That isn't the password you chose.");
        assert_eq!(page.password().await.value().await, "");
        page.password().await.type_in(&elsewhere.password).await;
        page.button().await.follow().await;

        LoggedIn::on(browser).await;
        assert!(browser.text().await.contains(&elsewhere.email));
    }

    async fn a_used_link_says_so_and_leads_on(house: &House) {
        let browser = &house.browser;
        let person = Person::new(&house.server);
        person.sign_up().await;
        let mail = house.mailbox.wait_for(&person.email).await;
        assert_eq!(person.press_link(&mail).await.status, 303);

        browser.goto(&mail.link()).await;
        let page = EmailLink::on(browser).await;
        assert_eq!(page.page().title().await, "This link was already used");
        page.log_in().await.follow().await;
        assert_eq!(browser.path().await, "/login");
    }

    async fn a_wrong_code_stays_to_be_mended(house: &House) {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up(EMAIL, PASSWORD).await;
        let code = house.mailbox.wait_for(EMAIL).await.code();
        let wrong = wrong(&code);
        SignUpSent::on(browser).await.confirm(&wrong).await;

        let page = SignUpSent::on(browser).await;
        assert_eq!(page.page().message("code").await, "That code isn't right, or has ended. Use the newest one.");
        let field = page.code().await;
        assert_eq!(field.value().await, wrong);
        assert!(field.is_focused().await);
        assert_eq!(house.gate.count("POST /signup/sent"), 1, "a refused code is not sent again by itself");

        browser.leave(async || {
            field.replace(&code).await;
            if !browser.script().hydrates() {
                page.button().await.click().await;
            }
        })
        .await;
        LoggedIn::on(browser).await;
    }
}

#[tokio::test]
async fn a_pasted_code_is_tidied_and_sent_once() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up(EMAIL, PASSWORD).await;
        let code = house.mailbox.wait_for(EMAIL).await.code();
        let wrong = wrong(&code);
        let page = SignUpSent::on(browser).await;
        page.code().await.click().await;
        browser.leave(async || paste(browser, &format!("{} {}", &wrong[..3], &wrong[3..])).await).await;

        let page = SignUpSent::on(browser).await;
        assert_eq!(page.code().await.value().await, wrong);
        assert_eq!(house.gate.count("POST /signup/sent"), 1);

        browser.press(thirtyfour::Key::Control + "a").await;
        browser.leave(async || paste(browser, &format!("{} {}", &code[..3], &code[3..])).await).await;
        LoggedIn::on(browser).await;
        assert_eq!(house.gate.count("POST /signup/sent"), 2);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_code_is_selected_to_be_typed_over() {
    House::run(Script::On, async |house: &House| {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up(EMAIL, PASSWORD).await;
        let code = house.mailbox.wait_for(EMAIL).await.code();
        SignUpSent::on(browser).await.confirm(&wrong(&code)).await;
        let page = SignUpSent::on(browser).await;
        assert!(page.code().await.is_focused().await);
        // By the keyboard: a driver that types into an element may put the caret behind its text first.
        browser.leave(async || browser.press(code.as_str()).await).await;
        LoggedIn::on(browser).await;
    })
    .await;
}

/// The server owns the clock of another mail, and says so with script and without.
async fn another_mail_comes_when_it_is_time(script: Script) {
    let clock = Clock::new();
    let by_clock = |server: ServerBuilder| server.clock(&clock);
    House::run_with(script, by_clock, async |house: &House| {
        let browser = &house.browser;
        SignUp::open(browser).await.sign_up(EMAIL, PASSWORD).await;
        let first = house.mailbox.wait_for(EMAIL).await.code();
        let page = SignUpSent::on(browser).await;
        let resend = page.resend().await;
        if script.hydrates() {
            assert_eq!(resend.attribute("aria-disabled").await.as_deref(), Some("true"));
            resend.click().await;
            assert_eq!(house.gate.count("POST /signup/resend"), 0);
        } else {
            resend.follow().await;
            assert!(SignUpSent::on(browser).await.page().alert().await.text().await.contains("still fresh"));
        }
        clock.advance(Duration::from_secs(31));
        browser.goto("/signup/sent").await;
        SignUpSent::on(browser).await.resend().await.follow().await;
        let second = house.mailbox.wait_for(EMAIL).await.code();
        assert_ne!(first, second);
        // Mails arrive in any order: the first one's code is still good.
        SignUpSent::on(browser).await.confirm(&first).await;
        LoggedIn::on(browser).await;
    })
    .await;
}

#[tokio::test]
async fn another_mail_comes_with_script() {
    another_mail_comes_when_it_is_time(Script::On).await;
}

#[tokio::test]
async fn another_mail_comes_without_script() {
    another_mail_comes_when_it_is_time(Script::Off).await;
}

/// A code that isn't this one.
fn wrong(code: &str) -> String {
    code.bytes().map(|digit| char::from(b'0' + (digit - b'0' + 1) % 10)).collect()
}

/// Inserts a text at once, as the clipboard does.
async fn paste(browser: &Browser, text: &str) {
    browser.developer("Input.insertText", json!({ "text": text })).await;
}
