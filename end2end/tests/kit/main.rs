//! The test kit's control API, as a tester of another language uses it: over HTTP, against the binary.

mod asked;
mod clock;
mod failures;
mod limits;
mod mail;
mod people;
mod spaces;
mod states;

use vestibule_testing::{Client, Server, ServerBuilder};

/// A server under test without a mail server.
pub(crate) async fn server() -> Server {
    server_with(|server| server).await
}

/// The same with something changed about it.
pub(crate) async fn server_with(change: impl FnOnce(ServerBuilder) -> ServerBuilder) -> Server {
    change(Server::builder().testing().without("smtp").without("mail_from")).start().await
}

/// The login state that a browser is in, as scripts are told.
pub(crate) async fn state_of(browser: &Client) -> String {
    let text = browser.get("/session").await.text();
    let session: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    session["state"].as_str().unwrap_or_else(|| panic!("no state: {text}")).to_owned()
}
