//! Copies a text that is too long to type.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsValue, closure::Closure};

use super::browser;

/// How long the button says that it has copied.
const SAID: Duration = Duration::from_secs(3);

/// A button that copies `text`. Renders one `<button data-part="button">`, hidden until it can do something: without
/// script the text is selected by hand.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn Copy(
    /// What is copied. It is on the page anyway.
    text: String,
    /// The button's text.
    label: String,
    /// Its text once it has copied.
    done: String,
) -> impl IntoView {
    let (hidden, set_hidden) = signal(true);
    let (word, set_word) = signal(label.clone());
    let (state, set_state) = signal("idle");
    let button = NodeRef::<leptos::html::Button>::new();
    browser::when_adopted(move || {
        let Some(button) = button.get_untracked() else { return };
        let say = move |said: bool, word: &str| {
            set_word.set(word.to_owned());
            set_state.set(if said { "done" } else { "idle" });
        };
        browser::listen(&button, &["click"], move |_| {
            let (label, done) = (label.clone(), done.clone());
            // Only what was copied is said to be: somebody may throw the paper away.
            let copied = Closure::<dyn FnMut(JsValue)>::new(move |_| {
                say(true, &done);
                let label = label.clone();
                set_timeout(move || say(false, &label), SAID);
            });
            let _ = window().navigator().clipboard().write_text(&text).then(&copied);
            copied.forget();
        });
        // There is a clipboard in secure contexts alone.
        set_hidden.set(!window().is_secure_context());
    });
    view! {
        <button
            data-part="button"
            data-kind="secondary"
            data-name="copy"
            data-state=state
            type="button"
            node_ref=button
            hidden=hidden
        >
            <span aria-live="polite">{word}</span>
        </button>
    }
}
