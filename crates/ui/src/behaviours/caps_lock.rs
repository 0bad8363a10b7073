//! Says that caps lock is on, before a password is refused for it.

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::browser;

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
    let (hidden, set_hidden) = signal(true);
    browser::when_adopted(move || {
        if let Some(control) = browser::control(&control) {
            browser::watch_presses();
            browser::listen(&control, &["keydown", "keyup", "blur"], move |event| {
                // Leaving the control is no keyboard event; filling it by a password manager pretends to be one.
                let key = event.dyn_ref::<web_sys::KeyboardEvent>();
                let is_off = !key.is_some_and(|key| key.get_modifier_state("CapsLock"));
                browser::between_presses(move || set_hidden.set(is_off));
            });
        }
    });
    view! { <p data-part="message" data-kind="caps-lock" hidden=hidden>{text}</p> }
}
