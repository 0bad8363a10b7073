//! Prints the page.

use leptos::prelude::*;

use super::browser;

/// A button that prints. Renders one `<button data-part="button">`, hidden until it can do something: without script
/// every browser prints from its menu.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn Print(
    /// The button's text.
    label: String,
) -> impl IntoView {
    let (hidden, set_hidden) = signal(true);
    let button = NodeRef::<leptos::html::Button>::new();
    browser::when_adopted(move || {
        let Some(button) = button.get_untracked() else { return };
        browser::listen(&button, &["click"], |_| {
            // A browser that can't print says so itself.
            let _ = window().print();
        });
        set_hidden.set(false);
    });
    view! {
        <button
            data-part="button"
            data-kind="secondary"
            data-name="print"
            data-state="idle"
            type="button"
            node_ref=button
            hidden=hidden
        >
            {label}
        </button>
    }
}
