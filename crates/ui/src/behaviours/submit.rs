//! The button that sends a form, once.

use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::prelude::*;

use super::browser;

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
    let (disabled, set_disabled) = signal(None);
    let button = NodeRef::<leptos::html::Button>::new();
    browser::when_adopted(move || {
        if let Some(form) = button.get_untracked().and_then(|button| button.form()) {
            send_once(&form, move |busy| {
                set_state.set(if busy { "busy" } else { "idle" });
                set_disabled.set(busy.then_some("true"));
            });
        }
    });
    view! {
        <button
            data-part="button"
            data-kind=kind
            data-name=name
            data-state=state
            type="submit"
            node_ref=button
            aria-disabled=disabled
        >
            {text}
        </button>
    }
}

fn send_once(form: &web_sys::HtmlFormElement, show: impl Fn(bool) + Copy + 'static) {
    let sending = Rc::new(Cell::new(false));
    let on_its_way = sending.clone();
    let rest = move || {
        on_its_way.set(false);
        show(false);
    };
    let again = rest.clone();
    browser::listen(form, &["submit"], move |event| {
        if event.default_prevented() {
            return;
        }
        if sending.replace(true) {
            event.prevent_default();
            return;
        }
        let still_here = sending.clone();
        set_timeout(move || show(still_here.get()), PATIENCE);
        set_timeout(again.clone(), AGAIN);
    });
    // A page that comes back from the browser's cache is ready again.
    browser::listen(&window(), &["pageshow"], move |_| rest());
}
