//! Typing a mailed code: one real input, tidied while typing, sent by itself once it is complete.

use leptos::prelude::*;
use vestibule_core::mail_code::DIGITS;

use super::browser;

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
    /// Whether typing it is the first thing to do: not where something else has to be read before.
    first: bool,
) -> impl IntoView {
    let (input_id, refused) = (id.clone(), value.clone());
    browser::when_adopted(move || {
        let Some(input) = browser::control(&input_id) else { return };
        // Whoever has begun to type already keeps what was typed.
        if invalid && input.value() == refused && browser::has_focus(&input) {
            input.select();
        }
        let control = input.clone();
        let mut sent = refused;
        browser::listen(&input, &["input"], move |_| {
            let digits = tidy(&control);
            if digits.len() == DIGITS && sent != digits {
                sent = digits;
                if let Some(form) = control.form() {
                    // Refused only by a form that is gone.
                    let _ = form.request_submit();
                }
            }
        });
    });
    view! {
        <input
            data-part="control"
            id=id
            name=name
            type="text"
            inputmode="numeric"
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck="false"
            required
            autofocus=first
            aria-describedby=described_by
            aria-invalid=invalid.then_some("true")
            value=value
        />
    }
}

/// Takes everything but digits out of what was typed or pasted, keeps the caret behind the same digit, and returns the
/// digits.
fn tidy(input: &web_sys::HtmlInputElement) -> String {
    let typed = input.value();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).take(DIGITS).collect::<String>();
    let tidy = digits(&typed);
    if tidy != typed {
        let caret = input.selection_start().ok().flatten().and_then(|caret| usize::try_from(caret).ok());
        let before = typed.chars().take(caret.unwrap_or(usize::MAX)).collect::<String>();
        input.set_value(&tidy);
        let caret = u32::try_from(digits(&before).len()).ok();
        // A caret at the wrong place is a smaller evil than a panic.
        let _ = input.set_selection_start(caret).and_then(|()| input.set_selection_end(caret));
    }
    tidy
}
