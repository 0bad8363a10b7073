//! Typing a mailed code: one real input, tidied while typing, sent by itself once it is complete.

use leptos::prelude::*;
use vestibule_core::mail_code::DIGITS;
use web_sys::wasm_bindgen::JsCast;

/// The control of a code field. Renders one `<input data-part="control">`; the boxes around the digits are drawn by CSS.
///
/// One input and not six, since six break autofill, pasting and screen readers. Each distinct complete code is sent
/// once: a wrong one stays, selected, and is not sent again by itself.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn CodeInput(
    /// The id of the control.
    id: String,
    /// The name that it posts.
    name: String,
    /// The value of `aria-describedby`, if anything describes it.
    described_by: Option<String>,
    /// Whether the last code was refused.
    invalid: bool,
    /// The refused code, shown again.
    value: String,
) -> impl IntoView {
    let sent = StoredValue::new(value.clone());
    let on_input = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let typed = input.value();
        let digits: String = typed.chars().filter(char::is_ascii_digit).take(DIGITS).collect();
        if digits != typed {
            input.set_value(&digits);
        }
        if digits.len() == DIGITS && sent.get_value() != digits {
            sent.set_value(digits);
            if let Some(form) = input.form() {
                // Refused only by a form that is gone.
                let _ = form.request_submit();
            }
        }
    };
    let element = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = element.get()
            && document().active_element().as_ref() == Some(input.unchecked_ref())
        {
            input.select();
        }
    });
    view! {
        <input
            data-part="control"
            node_ref=element
            id=id
            name=name
            type="text"
            inputmode="numeric"
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck="false"
            required
            autofocus
            aria-describedby=described_by
            aria-invalid=invalid.then_some("true")
            value=value
            on:input=on_input
        />
    }
}
