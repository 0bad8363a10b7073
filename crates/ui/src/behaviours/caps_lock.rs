//! Says that caps lock is on, before a password is refused for it.

use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsCast, closure::Closure};

/// A message below the password's control with the id `control`. Renders one `<p data-part="message">`, hidden unless
/// caps lock is on while the control has the focus.
///
/// It is for the eye: screen readers say by themselves when caps lock changes, and once is enough.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn CapsLock(
    /// The id of the password's control.
    control: String,
    /// The text.
    text: String,
) -> impl IntoView {
    let (on, set_on) = signal(false);
    Effect::new(move |_| watch(&control, set_on));
    view! { <p data-part="message" data-kind="caps-lock" hidden=move || !on.get()>{text}</p> }
}

fn watch(id: &str, set_on: WriteSignal<bool>) {
    let Some(control) = document().get_element_by_id(id) else { return };
    let listen = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        // Leaving the control is no keyboard event; filling it by a password manager pretends to be one.
        let key = event.dyn_ref::<web_sys::KeyboardEvent>();
        set_on.set(key.is_some_and(|key| key.get_modifier_state("CapsLock")));
    });
    for event in ["keydown", "keyup", "blur"] {
        // Listening can only fail for want of memory; the field works without it.
        let _ = control.add_event_listener_with_callback(event, listen.as_ref().unchecked_ref());
    }
    listen.forget();
}
