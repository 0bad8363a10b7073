//! What the components do with the browser. On a server none of it runs.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, EventInit, Headers, PageTransitionEvent, RequestInit, RequestRedirect, Response, UrlSearchParams,
    wasm_bindgen::JsCast,
};

use super::{LOGIN_DATA, LoginContext};

use crate::behaviours::listen;
pub(super) use crate::behaviours::when_adopted;

/// A page that the browser kept may show somebody who has logged out since (S-11): the server says who is here now.
fn ask_again_when_it_comes_back() {
    listen(&window(), &["pageshow"], |event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            let _ = window().location().reload();
        }
    });
}

/// Says that the page is adopted: with `html[data-hydrated]` for whoever comes later, with the event `auth:ready` for
/// whoever waits. [`provide_login`](super::provide_login) does so by itself. An application of islands calls it where it
/// starts them: they are adopted in the same turn, and it is said in the next.
///
/// A page that comes back from the browser's memory is asked for anew from then on.
pub fn mark_hydrated() {
    ask_again_when_it_comes_back();
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

/// Goes to the log-in, which leads back here, or to whatever else is missing. The address of this page is written a moment
/// later than the page is drawn.
pub(super) fn go_and_come_back(log_in: &str) {
    let log_in = log_in.to_owned();
    request_animation_frame(move || {
        let here = window().location();
        let here = here.pathname().and_then(|path| Ok(path + &here.search()?)).unwrap_or_default();
        if let Ok(query) = UrlSearchParams::new() {
            query.append("return_to", &here);
            load(&format!("{log_in}?{}", String::from(query.to_string())));
        }
    });
}

/// Leaves the address to the browser.
pub(super) fn load(address: &str) {
    let _ = window().location().assign(address);
}

/// Asks what is known at an address. What leads elsewhere is no answer, and isn't followed: the browser has to go there
/// itself, and is told there why.
pub(super) async fn ask(address: &str) -> Option<LoginContext> {
    let headers = Headers::new().ok()?;
    headers.set("accept", LOGIN_DATA).ok()?;
    let how = RequestInit::new();
    how.set_headers(&headers);
    how.set_redirect(RequestRedirect::Manual);
    let response: Response =
        JsFuture::from(window().fetch_with_str_and_init(address, &how)).await.ok()?.dyn_into().ok()?;
    let is_data = response.headers().get("content-type").ok().flatten().is_some_and(|kind| kind == LOGIN_DATA);
    if !is_data {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    serde_json::from_str(&text).ok()
}
