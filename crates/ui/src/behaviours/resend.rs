//! Asking for another mail, with a clock that the server owns.

use std::time::Duration;

use leptos::prelude::*;
use vestibule_words::{Language, Message, Words};

/// The button that sends a mail again and the time until it may. Renders one `<button data-part="button">` and one
/// `<span data-part="timer">`.
///
/// Without script the button always sends, and the server says when it was too soon. With script the time counts down
/// in place; a screen reader hears the start and the end, not every second.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn Resend(
    /// Seconds until the server will send again.
    wait: u64,
    /// The button's text.
    text: String,
    /// The language of the countdown.
    language: Language,
) -> impl IntoView {
    let (left, set_left) = signal(wait);
    let (counting, set_counting) = signal(false);
    Effect::new(move |_| {
        if wait > 0 {
            set_counting.set(true);
            // A page without this button has no interval to stop: it lives and ends with its page.
            let _ = set_interval_with_handle(
                move || {
                    set_left.update(|left| *left = left.saturating_sub(1));
                    set_counting.set(left.get_untracked() > 0);
                },
                Duration::from_secs(1),
            );
        }
    });
    let words = Words::new(language, "");
    let state = move || if left.get() > 0 { "running" } else { "ended" };
    view! {
        <button
            data-part="button"
            data-kind="quiet"
            data-name="resend"
            data-state="idle"
            type="submit"
            aria-disabled=move || counting.get().then_some("true")
            on:click=move |event| if counting.get_untracked() { event.prevent_default() }
        >
            {text}
        </button>
        <span data-part="timer" data-state=state hidden=move || left.get() == 0>
            {move || words.say(Message::SendAgainIn { wait: left.get() })}
        </span>
    }
}
