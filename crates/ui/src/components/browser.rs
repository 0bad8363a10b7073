//! What the components do with the browser. On a server none of it runs.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventInit, Headers, RequestInit, Response, wasm_bindgen::JsCast};

use super::{LOGIN_DATA, LoginContext};

pub(super) use crate::behaviours::when_adopted;

/// Says that the page is adopted: with `html[data-hydrated]` for whoever comes later, with the event `auth:ready` for
/// whoever waits. [`provide_login`](super::provide_login) does so by itself. An application of islands calls it where it
/// starts them: they are adopted in the same turn, and it is said in the next.
pub fn mark_hydrated() {
    set_timeout(
        || {
            // Neither fails on a document that has an element.
            let _ = document().document_element().map(|html| html.set_attribute("data-hydrated", ""));
            let bubbles = EventInit::new();
            bubbles.set_bubbles(true);
            let ready = Event::new_with_event_init_dict("auth:ready", &bubbles);
            let _ = ready.map(|ready| document().dispatch_event(&ready));
        },
        Duration::ZERO,
    );
}

/// Lets the server answer for the page that the browser has come to by itself. The address is written a moment later
/// than the page is drawn.
pub(super) fn ask_the_server_for_this_page() {
    request_animation_frame(|| drop(window().location().reload()));
}

/// Leaves the address to the browser.
pub(super) fn load(address: &str) {
    let _ = window().location().assign(address);
}

/// Asks what is known at an address. What was led elsewhere is no answer: the browser has to go there.
pub(super) async fn ask(address: &str) -> Option<LoginContext> {
    let headers = Headers::new().ok()?;
    headers.set("accept", LOGIN_DATA).ok()?;
    let how = RequestInit::new();
    how.set_headers(&headers);
    let response: Response =
        JsFuture::from(window().fetch_with_str_and_init(address, &how)).await.ok()?.dyn_into().ok()?;
    let is_data = response.headers().get("content-type").ok().flatten().is_some_and(|kind| kind == LOGIN_DATA);
    if response.redirected() || !is_data {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    serde_json::from_str(&text).ok()
}
