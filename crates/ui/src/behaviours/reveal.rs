//! Shows a password while it is being typed.

use std::rc::Rc;

use leptos::prelude::*;

use super::browser;

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
    let (hidden, set_hidden) = signal(true);
    let (state, set_state) = signal("off");
    let (word, set_word) = signal(show.clone());
    let (label, set_label) = signal(show_label.clone());
    let button = NodeRef::<leptos::html::Button>::new();
    let id = control.clone();
    browser::when_adopted(move || {
        let (Some(button), Some(input)) = (button.get_untracked(), browser::control(&id)) else { return };
        let form = input.form();
        let turn = Rc::new(move |on: bool| {
            set_state.set(if on { "on" } else { "off" });
            set_word.set(if on { &hide } else { &show }.clone());
            set_label.set(if on { &hide_label } else { &show_label }.clone());
            set_type(&input, if on { "text" } else { "password" });
        });
        if let Some(form) = form {
            let turn = turn.clone();
            browser::listen(&form, &["submit"], move |_| turn(false));
        }
        browser::listen(&button, &["click"], move |_| turn(state.get_untracked() == "off"));
        // The control keeps the focus, and with it a phone keeps its keyboard.
        browser::listen(&button, &["mousedown"], |event| event.prevent_default());
        set_hidden.set(false);
    });
    view! {
        <button
            data-part="reveal"
            data-state=state
            node_ref=button
            type="button"
            aria-label=label
            aria-controls=control
            hidden=hidden
        >
            {word}
        </button>
    }
}

/// Changes the control's type and keeps its caret, which some browsers lose on the way.
fn set_type(input: &web_sys::HtmlInputElement, kind: &str) {
    let caret = (input.selection_start(), input.selection_end());
    input.set_type(kind);
    if browser::has_focus(input)
        && let (Ok(Some(start)), Ok(Some(end))) = caret
    {
        // A caret at the wrong place is a smaller evil than a panic.
        let _ = input.set_selection_range(start, end);
    }
}
