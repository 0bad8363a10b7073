//! The button that sends a form, once.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsCast, closure::Closure};

/// How long a form may take before its button says that it is busy.
const PATIENCE: Duration = Duration::from_millis(300);

/// When a form may be sent again although the page is still here: whoever stopped a slow page shouldn't have to reload.
const AGAIN: Duration = Duration::from_secs(10);

/// Sends the form it stands in. Renders one `<button data-part="button" type="submit">`.
///
/// A second press while the first is on its way does nothing. After [a short while](PATIENCE) the button says that it
/// is busy; it is never disabled, since a disabled button loses focus and explains nothing.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn Submit(
    /// What the button does, as a word for designers and tests.
    name: String,
    /// `primary`, `secondary`, `quiet` or `danger`.
    kind: String,
    /// The button's text.
    text: String,
) -> impl IntoView {
    let (state, set_state) = signal("idle");
    let element = NodeRef::<leptos::html::Button>::new();
    Effect::new(move |_| {
        if let Some(form) = element.get().and_then(|button| button.form()) {
            send_once(&form, set_state);
        }
    });
    view! {
        <button
            data-part="button"
            data-kind=kind
            data-name=name
            data-state=move || state.get()
            type="submit"
            node_ref=element
            aria-disabled=move || (state.get() == "busy").then_some("true")
        >
            {text}
        </button>
    }
}

fn send_once(form: &web_sys::HtmlFormElement, set_state: WriteSignal<&'static str>) {
    let sending = StoredValue::new(false);
    let rest = move || {
        sending.set_value(false);
        set_state.set("idle");
    };
    let on_submit = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        if event.default_prevented() {
            return;
        }
        if sending.get_value() {
            event.prevent_default();
            return;
        }
        sending.set_value(true);
        let wait = move || {
            if sending.get_value() {
                set_state.set("busy");
            }
        };
        set_timeout(wait, PATIENCE);
        set_timeout(rest, AGAIN);
    });
    // A page that comes back from the browser's cache is ready again.
    let on_show = Closure::<dyn FnMut()>::new(rest);
    // Listening can only fail for want of memory; the form works without it.
    let _ = form.add_event_listener_with_callback("submit", on_submit.as_ref().unchecked_ref());
    let _ = window().add_event_listener_with_callback("pageshow", on_show.as_ref().unchecked_ref());
    on_submit.forget();
    on_show.forget();
}
