//! What other tabs do: a log-in or a log-out there is known here without anybody's reloading.

use leptos::prelude::*;
use web_sys::{
    BroadcastChannel, MessageEvent,
    wasm_bindgen::{JsCast, closure::Closure},
};

use super::Login;
use crate::behaviours::listen;

/// Tells the others what this page knows, and asks the server when they know something else or when this tab comes into
/// view again. The channel is that of `client.js`, so pages with either hear each other. Asking is no use of the session.
pub(super) fn follow(login: Login) {
    let mount = login.frame().mount;
    if !login.is_known_now() {
        login.ask_again();
    }
    listen(&document(), &["visibilitychange"], move |_| {
        if !document().hidden() {
            login.ask_again();
        }
    });
    let Ok(channel) = BroadcastChannel::new(&format!("vestibule:{}", mount.at("/"))) else { return };
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        if message.data().as_string() != Some(login.who()) {
            login.ask_again();
        }
    });
    channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // Both live as long as the page.
    heard.forget();
    let _ = channel.post_message(&login.who().into());
    std::mem::forget(channel);
}
