//! Northwind's own tests: islands of its own and of ours in one wasm, below Tailwind's stylesheet.

use std::{env, path::PathBuf};

use vestibule_testing::{
    Person, ServerBuilder,
    browser::{Browser, House, Script, thirtyfour::By},
    pages::LogIn,
};

/// Northwind's program.
fn northwind(server: ServerBuilder) -> ServerBuilder {
    let built = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/examples/islands-host");
    let site = env::var_os("LEPTOS_SITE_ROOT").map_or_else(built, PathBuf::from);
    server
        .program(env!("CARGO_BIN_EXE_islands-host"))
        .set("mount", "/auth")
        .env("LEPTOS_OUTPUT_NAME", "islands-host")
        .env("LEPTOS_SITE_ROOT", &site.to_string_lossy())
}

/// The style of an element as it is shown.
async fn style(browser: &Browser, selector: &str, properties: &[&str]) -> Vec<String> {
    let find = async || browser.driver().find(By::Css(selector)).await.ok();
    let element = browser.until(selector, find).await;
    let mut values = Vec::new();
    for property in properties {
        values.push(element.css_value(*property).await.expect("it is shown"));
    }
    values
}

#[tokio::test]
async fn somebody_logs_in_and_both_kinds_of_islands_work_in_every_script() {
    for script in [Script::On, Script::Off] {
        House::run_with(script, northwind, async |house: &House| {
            let ada = Person::signed_up(&house.server, &house.mailbox).await;
            let browser = &house.browser;
            browser.goto("/invoices?page=2").await;
            let log_in = LogIn::on(browser).await;
            log_in.email().await.type_in(&ada.email).await;
            log_in.password().await.type_in(&ada.password).await;
            if script == Script::On {
                log_in.reveal().await.click().await;
                let kind = log_in.password().await.attribute("type").await;
                assert_eq!(kind.as_deref(), Some("text"), "an island of ours");
            }
            log_in.button().await.follow().await;
            assert_eq!(browser.path().await, "/invoices?page=2");
            browser.goto("/").await;
            browser.hydrated().await;
            assert!(browser.text().await.contains(&ada.email));
            if script == Script::On {
                let button = browser.driver().find(By::Css("main button")).await.expect("the counter");
                button.click().await.expect("it can be pressed");
                browser.until("the count", async || (button.text().await.ok()? == "Counted 1").then_some(())).await;
            }
        })
        .await;
    }
}

#[tokio::test]
async fn tailwind_resets_no_part_of_ours_and_its_utilities_reach_all_of_them() {
    const LOOKS: &[&str] = &[
        "height",
        "background-color",
        "border-top-width",
        "border-top-color",
        "border-radius",
        "font-size",
        "padding-inline-start",
    ];
    House::run_with(Script::On, northwind, async |house: &House| {
        let browser = &house.browser;
        let parts = ["[data-part=control]", "[data-part=button][data-kind=primary]", "[data-part=title]", "[data-part=link]", "[data-part=card]"];
        LogIn::open(browser).await;
        let mut with = Vec::new();
        for part in parts {
            with.push(style(browser, part, LOOKS).await);
        }
        assert_eq!(style(browser, "nav [data-part=user]", &["margin-inline-start"]).await.len(), 1);
        let pushed: bool = browser
            .evaluate("const nav = document.querySelector('nav'), user = nav.querySelector('[data-part=user]'); return user.getBoundingClientRect().right > nav.getBoundingClientRect().right - 20")
            .await;
        assert!(pushed, "a utility on a part of ours counts");
        // The same page without Tailwind's stylesheet.
        browser.evaluate::<()>("document.querySelector('link[href=\"/pkg/islands-host.css\"]').disabled = true").await;
        for (part, with) in parts.into_iter().zip(with) {
            assert_eq!(style(browser, part, LOOKS).await, with, "{part}");
        }
    })
    .await;
}
