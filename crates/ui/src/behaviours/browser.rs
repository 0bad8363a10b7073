//! The little that behaviours do with the browser beyond their view. Each function exists once for all of them: what is
//! generic would be loaded by every visitor as often as it is used.

use std::{
    cell::{Cell, RefCell},
    time::Duration,
};

use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsCast, closure::Closure};

/// Runs `start` once the browser has adopted the behaviour; never on a server.
pub(crate) fn when_adopted(start: impl FnOnce() + 'static) {
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
pub(crate) fn listen(target: &web_sys::EventTarget, events: &[&str], heard: impl FnMut(web_sys::Event) + 'static) {
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

thread_local! {
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    static HELD: Cell<bool> = const { Cell::new(false) };
    static LATER: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Begins to watch whether a pointer is pressed, for [`between_presses`].
pub(super) fn watch_presses() {
    if WATCHED.replace(true) {
        return;
    }
    listen(&window(), &["pointerdown"], |_| HELD.set(true));
    listen(&window(), &["pointerup", "pointercancel"], |_| {
        HELD.set(false);
        // The click comes after it, and goes first.
        set_timeout(|| LATER.take().into_iter().for_each(|act| act()), Duration::ZERO);
    });
}

/// Acts once no pointer is pressed. What appears or goes when a control loses its focus would move the button from under
/// the pointer that is pressing it, and the click would be lost.
pub(super) fn between_presses(act: impl FnOnce() + 'static) {
    fn act_now_or_later(act: Box<dyn FnOnce()>) {
        if HELD.get() {
            LATER.with_borrow_mut(|later| later.push(act));
        } else {
            act();
        }
    }
    act_now_or_later(Box::new(act));
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
