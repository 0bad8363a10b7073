//! What other tabs do: a log-in or a log-out there is known here without anybody's reloading.

use leptos::prelude::*;
use vestibule_core::routes;
use web_sys::{
    BroadcastChannel, MessageEvent,
    wasm_bindgen::{JsCast, closure::Closure},
};

use super::{Login, browser};
use crate::behaviours::listen;

/// Tells the others what this page knows, and asks the server when they know something else or when this tab comes into
/// view again. The channel is that of `client.js`, so pages with either hear each other. Asking is no use of the session.
pub(super) fn follow(login: Login) {
    let mount = login.frame().mount;
    let question = StoredValue::new(0_u32);
    let look = move || {
        question.update_value(|question| *question += 1);
        let asked = question.get_value();
        leptos::task::spawn_local(async move {
            let answer = browser::ask(&format!("{}?peek", mount.at(routes::SESSION))).await;
            // Whoever can't ask has learned nothing, and no late answer takes the place of a newer one.
            if let Some(context) = answer
                && question.try_get_value() == Some(asked)
            {
                login.learn_who(context);
            }
        });
    };
    if !login.is_known_now() {
        look();
    }
    listen(&document(), &["visibilitychange"], move |_| {
        if !document().hidden() {
            look();
        }
    });
    let Ok(channel) = BroadcastChannel::new(&format!("vestibule:{}", mount.at("/"))) else { return };
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        if message.data().as_string() != Some(login.who()) {
            look();
        }
    });
    channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // Both live as long as the page.
    heard.forget();
    let _ = channel.post_message(&login.who().into());
    std::mem::forget(channel);
}
