//! Shows a password while it is being typed.

use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsCast, closure::Closure};

/// A button that shows or hides the password in the control with the id `control`. Renders one
/// `<button data-part="reveal">`, hidden until it can do something.
///
/// The password is hidden again when its form is sent: browsers offer to remember what they see in a text field, and a
/// page that stays open shouldn't show it.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn Reveal(
    /// The id of the password's control.
    control: String,
    /// The word for showing.
    show: String,
    /// The word for hiding.
    hide: String,
) -> impl IntoView {
    let (shown, set_shown) = signal(false);
    let (ready, set_ready) = signal(false);
    let id = control.clone();
    Effect::new(move |_| {
        hide_on_submit(&id, set_shown);
        set_ready.set(true);
    });
    let id = control.clone();
    Effect::new(move |_| {
        let kind = if shown.get() { "text" } else { "password" };
        if let Some(input) = password_input(&id) {
            input.set_type(kind);
        }
    });
    view! {
        <button
            data-part="reveal"
            data-state=move || if shown.get() { "on" } else { "off" }
            type="button"
            aria-pressed=move || if shown.get() { "true" } else { "false" }
            aria-controls=control
            hidden=move || !ready.get()
            on:click=move |_| set_shown.update(|shown| *shown = !*shown)
        >
            {move || if shown.get() { hide.clone() } else { show.clone() }}
        </button>
    }
}

fn password_input(id: &str) -> Option<web_sys::HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn hide_on_submit(id: &str, set_shown: WriteSignal<bool>) {
    let Some(form) = password_input(id).and_then(|input| input.form()) else { return };
    let hide = Closure::<dyn FnMut()>::new(move || set_shown.set(false));
    // Listening can only fail for want of memory; the button works without it.
    let _ = form.add_event_listener_with_callback("submit", hide.as_ref().unchecked_ref());
    hide.forget();
}
