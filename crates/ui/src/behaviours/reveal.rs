//! Shows a password while it is being typed.

use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsCast, closure::Closure};

/// A button that shows or hides the password in the control with the id `control`. Renders one
/// `<button data-part="reveal">`, hidden until it can do something.
///
/// Its word changes between showing and hiding, so it has no `aria-pressed`: "Hide, pressed" says two things at once.
/// The password is hidden again when its form is sent: browsers offer to remember what they see in a text field, and a
/// page that stays open shouldn't show it.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn Reveal(
    /// The id of the password's control.
    control: String,
    /// The word for showing.
    show: String,
    /// What showing is called where the word alone says too little.
    show_label: String,
    /// The word for hiding.
    hide: String,
    /// What hiding is called where the word alone says too little.
    hide_label: String,
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
        if let Some(input) = password_input(&id) {
            turn(&input, if shown.get() { "text" } else { "password" });
        }
    });
    view! {
        <button
            data-part="reveal"
            data-state=move || if shown.get() { "on" } else { "off" }
            type="button"
            aria-label=move || if shown.get() { hide_label.clone() } else { show_label.clone() }
            aria-controls=control
            hidden=move || !ready.get()
            // The control keeps the focus, and with it a phone keeps its keyboard.
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| set_shown.update(|shown| *shown = !*shown)
        >
            {move || if shown.get() { hide.clone() } else { show.clone() }}
        </button>
    }
}

fn password_input(id: &str) -> Option<web_sys::HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Changes the control's type and keeps its caret, which some browsers lose on the way.
fn turn(input: &web_sys::HtmlInputElement, kind: &str) {
    if input.type_() == kind {
        return;
    }
    let caret = (input.selection_start(), input.selection_end());
    input.set_type(kind);
    if document().active_element().as_ref() == Some(input.unchecked_ref())
        && let (Ok(Some(start)), Ok(Some(end))) = caret
    {
        // A caret at the wrong place is a smaller evil than a panic.
        let _ = input.set_selection_range(start, end);
    }
}

fn hide_on_submit(id: &str, set_shown: WriteSignal<bool>) {
    let Some(form) = password_input(id).and_then(|input| input.form()) else { return };
    let hide = Closure::<dyn FnMut()>::new(move || set_shown.set(false));
    // Listening can only fail for want of memory; the button works without it.
    let _ = form.add_event_listener_with_callback("submit", hide.as_ref().unchecked_ref());
    hide.forget();
}
