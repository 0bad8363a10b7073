//! Northwind's own tests: its program over a socket and in a browser, with people and mail from the test kit.

mod pages;
mod pitfalls;
#[path = "../../../security.rs"]
mod security;

use std::{env, path::PathBuf};

use vestibule_testing::{
    Mailbox, Person, Server, ServerBuilder,
    browser::{House, Script},
};

/// Northwind's program.
fn northwind(server: ServerBuilder) -> ServerBuilder {
    server
        .program(env!("CARGO_BIN_EXE_leptos-host"))
        // What main.rs says, so that people know where the pages are.
        .set("mount", "/auth")
        .env("LEPTOS_OUTPUT_NAME", "leptos-host")
        .env("LEPTOS_SITE_ROOT", &site().to_string_lossy())
}

/// What browsers load: where cargo-leptos says, or where the checkout builds it.
fn site() -> PathBuf {
    let built = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/examples/leptos-host");
    env::var_os("LEPTOS_SITE_ROOT").map_or_else(built, PathBuf::from)
}

/// Northwind over a socket alone.
async fn server() -> (Server, Mailbox) {
    let mailbox = Mailbox::open().await;
    let server = northwind(Server::builder().mailbox(&mailbox)).start().await;
    (server, mailbox)
}

/// Northwind in a browser.
async fn in_a_browser(script: Script, walk: impl AsyncFnOnce(&House)) {
    House::run_with(script, northwind, walk).await;
}

/// Somebody with an account, who is logged in elsewhere.
async fn ada(house: &House) -> Person {
    Person::signed_up(&house.server, &house.mailbox).await
}
