//! Northwind in a browser, with the page objects of the test kit.

use vestibule_testing::{
    Person, ServerBuilder,
    browser::{House, Script},
    pages::{LogIn, LogOut, Page, Part},
};

/// The button of the page that `leaving.rs` draws, in its words.
const LOG_OUT: Part = Part::button("log-out", "Yes, log out");

fn northwind(server: ServerBuilder) -> ServerBuilder {
    // The mount is what main.rs says, so that page objects know where the pages are.
    server.program(env!("CARGO_BIN_EXE_axum-host")).set("mount", "/auth")
}

async fn in_and_out(script: Script) {
    House::run_with(script, northwind, async |house: &House| {
        let browser = &house.browser;
        let ada = Person::signed_up(&house.server, &house.mailbox).await;
        browser.goto("/invoices?page=2").await;
        LogIn::on(browser).await.log_in(&ada.email, &ada.password).await;
        assert_eq!(browser.path().await, "/invoices?page=2");
        assert_eq!(browser.text().await, format!("Invoices of {}", ada.email));

        browser.goto(&browser.at("/logout")).await;
        Page::on(browser, LogOut::SCREEN).await.part(&LOG_OUT).await.follow().await;
        LogIn::open(browser).await;
    })
    .await;
}

#[tokio::test]
async fn somebody_comes_in_and_goes_out_with_script() {
    in_and_out(Script::On).await;
}

#[tokio::test]
async fn somebody_comes_in_and_goes_out_without_script() {
    in_and_out(Script::Off).await;
}
