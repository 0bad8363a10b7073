//! Asking for another mail, with a clock that the server owns.

use std::time::Duration;

use leptos::prelude::*;

/// The button that sends a mail again and the time until it may. Renders one `<button data-part="button">`, one
/// `<span data-part="timer">` for the eye and one `<span role="status">` for the ear.
///
/// Without script the button always sends, and the server says when it was too soon. With script the time counts down
/// in place; a screen reader hears the start, the half and the end, not every second.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn Resend(
    /// The id of what is heard, which also describes the button.
    id: String,
    /// Seconds until the server will send again.
    wait: u32,
    /// The button's text.
    text: String,
    /// What is heard at the start.
    start: String,
    /// What is heard when half of the time is over.
    half: String,
    /// What is heard at the end.
    end: String,
) -> impl IntoView {
    let (left, set_left) = signal(wait);
    let (counting, set_counting) = signal(false);
    let (heard, set_heard) = signal(start);
    let (half, end) = (StoredValue::new(half), StoredValue::new(end));
    Effect::new(move |_| {
        if wait > 0 {
            set_counting.set(true);
            count(wait, set_left, move |left| {
                if left == 0 {
                    set_heard.set(end.get_value());
                    set_counting.set(false);
                } else if left == wait / 2 {
                    set_heard.set(half.get_value());
                }
            });
        }
    });
    let state = move || if left.get() > 0 { "running" } else { "ended" };
    view! {
        <button
            data-part="button"
            data-kind="quiet"
            data-name="resend"
            data-state="idle"
            type="submit"
            aria-describedby=id.clone()
            aria-disabled=move || counting.get().then_some("true")
            on:click=move |event| if counting.get_untracked() { event.prevent_default() }
        >
            {text}
        </button>
        <span data-part="timer" data-state=state aria-hidden="true">{move || clock(left.get())}</span>
        <span id=id role="status">{heard}</span>
    }
}

/// Calls `each` with what is left, every second until nothing is.
fn count(wait: u32, set_left: WriteSignal<u32>, each: impl Fn(u32) + 'static) {
    let left = StoredValue::new(wait);
    let handle = StoredValue::new(None::<IntervalHandle>);
    let tick = move || {
        left.update_value(|left| *left = left.saturating_sub(1));
        set_left.set(left.get_value());
        each(left.get_value());
        if left.get_value() == 0
            && let Some(handle) = handle.get_value()
        {
            handle.clear();
        }
    };
    // Without a clock the button stays as the server drew it, and the server decides.
    handle.set_value(set_interval_with_handle(tick, Duration::from_secs(1)).ok());
}

/// Minutes and seconds, which every language reads.
fn clock(seconds: u32) -> String {
    let mut text = (seconds / 60).to_string();
    text.push(':');
    if seconds % 60 < 10 {
        text.push('0');
    }
    text.push_str(&(seconds % 60).to_string());
    text
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[track_caller]
    fn check(seconds: u32, expected: &str) {
        assert_eq!(clock(seconds), expected);
    }

    #[test]
    fn seconds_have_two_digits_and_minutes_as_many_as_they_need() {
        check(0, "0:00");
        check(9, "0:09");
        check(60, "1:00");
        check(754, "12:34");
    }
}
