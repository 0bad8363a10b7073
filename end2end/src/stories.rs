//! The stories of the gallery: every screen in every state, as the running server lists them.

use serde::Deserialize;
use vestibule_testing::{Client, Server};

/// A story.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Story {
    /// Its screen.
    pub screen: String,
    /// Its name.
    pub story: String,
    /// Where it is shown alone.
    pub path: String,
}

/// The stories that a server with a gallery has.
///
/// # Panics
/// When it has no gallery.
pub async fn list(server: &Server) -> Vec<Story> {
    list_by(&server.client()).await
}

/// As [`list`], for a client at hand.
///
/// # Panics
/// When the server has no gallery.
pub async fn list_by(client: &Client) -> Vec<Story> {
    let answer = client.get("/gallery/stories.json").await;
    serde_json::from_slice(&answer.body)
        .unwrap_or_else(|error| panic!("no list of stories ({error}): {}", answer.text()))
}
