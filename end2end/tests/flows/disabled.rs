//! An account that was turned off: whoever shows its password is told, and nobody else.

use vestibule_testing::{
    Person, ServerBuilder,
    browser::{House, Script},
    pages::{Account, EmailLogIn, EmailSent, LogIn, LoggedIn},
};

use crate::forgot_password::{mail, type_code};

const SAYS: &str = "This account was turned off. Write to help@example.org.";

fn with_contact(server: ServerBuilder) -> ServerBuilder {
    server.set("contact", "help@example.org")
}

async fn turn(house: &House, what: &str, person: &Person) {
    let run = house.server.run(&[what, &person.email]).await;
    assert!(run.status.success(), "{}", run.stderr);
}

/// The screen that the browser shows has this alert, and nothing else of the account.
async fn told(house: &House) {
    let page = LogIn::on(&house.browser).await;
    let alert = page.page().alert().await;
    assert_eq!(alert.text().await, SAYS);
    assert!(alert.is_focused().await);
}

with_script_and_without! {
    async fn it_is_told_after_the_right_password_only(script: Script) {
        House::run_with(script, with_contact, async |house: &House| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            turn(house, "disable", &ada).await;
            LogIn::open(browser).await.log_in(&ada.email, "not the chosen one at all").await;
            let page = LogIn::on(browser).await;
            assert!(page.page().alert().await.text().await.contains("don't match"));
            assert!(!browser.text().await.contains("turned off"));

            page.password().await.type_in(&ada.password).await;
            page.button().await.follow().await;
            told(house).await;
            browser.goto("/account").await;
            LogIn::on(browser).await;

            turn(house, "enable", &ada).await;
            LogIn::on(browser).await.log_in(&ada.email, &ada.password).await;
            Account::on(browser).await;
        })
        .await;
    }

    async fn it_is_told_after_a_mailed_code_too(script: Script) {
        House::run_with(script, with_contact, async |house: &House| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            turn(house, "disable", &ada).await;
            browser.goto("/login/email").await;
            let page = EmailLogIn::on(browser).await;
            page.email().await.type_in(&ada.email).await;
            page.send().await.follow().await;
            EmailSent::on(browser).await;
            let code = mail(house, &ada.email, "way in").await.code();
            type_code(house, &code).await;
            told(house).await;
        })
        .await;
    }

    /// Whoever is logged in is out with the next page, and learns the cause by logging in.
    async fn it_ends_a_session(script: Script) {
        House::run_with(script, with_contact, async |house: &House| {
            let browser = &house.browser;
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            LogIn::open(browser).await.log_in(&ada.email, &ada.password).await;
            LoggedIn::on(browser).await;
            browser.goto("/account").await;
            Account::on(browser).await;
            turn(house, "disable", &ada).await;
            browser.goto("/account/sessions").await;

            let page = LogIn::on(browser).await;
            let reason = page.page().alert().await.text().await;
            assert_eq!(reason, "You're not logged in here any more. The time was over, or it was ended elsewhere.");
            page.log_in(&ada.email, &ada.password).await;
            told(house).await;
        })
        .await;
    }
}
