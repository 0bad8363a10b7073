//! The little that behaviours do with the browser beyond their view. Each function exists once for all of them: what is
//! generic would be loaded by every visitor as often as it is used.

use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsCast, closure::Closure};

/// Runs `start` once the browser has adopted the behaviour; never on a server.
pub(super) fn when_adopted(start: impl FnOnce() + 'static) {
    fn run_once(start: Box<dyn FnOnce()>) {
        let mut start = Some(start);
        Effect::new(move |_| {
            if let Some(start) = start.take() {
                start();
            }
        });
    }
    run_once(Box::new(start));
}

/// Calls `heard` at each of the events, as long as the page lives.
pub(super) fn listen(target: &web_sys::EventTarget, events: &[&str], heard: impl FnMut(web_sys::Event) + 'static) {
    fn add(target: &web_sys::EventTarget, events: &[&str], heard: Box<dyn FnMut(web_sys::Event)>) {
        let heard = Closure::wrap(heard);
        for event in events {
            // Listening can only fail for want of memory, and every behaviour can be done without.
            let _ = target.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
        }
        heard.forget();
    }
    add(target, events, Box::new(heard));
}

/// The control with this id.
pub(super) fn control(id: &str) -> Option<web_sys::HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Whether it has the focus.
pub(super) fn has_focus(control: &web_sys::HtmlInputElement) -> bool {
    document().active_element().as_ref() == Some(control.unchecked_ref())
}

/// Milliseconds since the page began, by a clock that nobody sets.
pub(super) fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}
