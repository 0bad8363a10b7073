//! Asking for another mail, with a clock that the server owns.

use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::prelude::*;

use super::browser;

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
    let (time, set_time) = signal(clock(wait));
    let (state, set_state) = signal(if wait > 0 { "running" } else { "ended" });
    let (disabled, set_disabled) = signal(None);
    let (heard, set_heard) = signal(start);
    let button = NodeRef::<leptos::html::Button>::new();
    browser::when_adopted(move || {
        let Some(button) = button.get_untracked().filter(|_| wait > 0) else { return };
        set_disabled.set(Some("true"));
        browser::listen(&button, &["click"], move |event| {
            if disabled.get_untracked().is_some() {
                event.prevent_default();
            }
        });
        count(wait, move |left| {
            set_time.set(clock(left));
            if left == 0 {
                set_state.set("ended");
                set_heard.set(end.clone());
                set_disabled.set(None);
            } else if left <= wait / 2 {
                set_heard.set(half.clone());
            }
        });
    });
    view! {
        <button
            data-part="button"
            data-kind="quiet"
            data-name="resend"
            data-state="idle"
            type="submit"
            node_ref=button
            aria-describedby=id.clone()
            aria-disabled=disabled
        >
            {text}
        </button>
        <span data-part="timer" data-state=state aria-hidden="true">{time}</span>
        <span id=id role="status">{heard}</span>
    }
}

/// Calls `each` with what is left, every second until nothing is or the button is gone.
///
/// What is left is reckoned from the time that has passed here since the page began to count, never from a time of day:
/// the server's clock and the browser's may differ, and a tab that rests is woken less often than every second.
pub(super) fn count(wait: u32, each: impl Fn(u32) + 'static) {
    let handle = Rc::new(Cell::new(None::<IntervalHandle>));
    let own_handle = handle.clone();
    let start = browser::now();
    let tick = move || {
        let left = left(wait, browser::now() - start);
        if left == 0
            && let Some(handle) = own_handle.take()
        {
            handle.clear();
        }
        each(left);
    };
    // An interval can only be refused for want of memory.
    if let Ok(interval) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        handle.set(Some(interval));
        on_cleanup(move || interval.clear());
    }
}

/// Seconds of `wait` that are left after some milliseconds, which come a little early or late.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the conversion saturates, and nobody waits for a hundred years"
)]
fn left(wait: u32, passed: f64) -> u32 {
    wait.saturating_sub(((passed + 500.0) / 1_000.0) as u32)
}

/// Minutes and seconds, which every language reads.
pub(super) fn clock(seconds: u32) -> String {
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
    use super::{clock, left};

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

    #[test]
    fn what_is_left_follows_the_time_that_passed() {
        for (passed, expected) in [
            (0.0, 30),
            (999.0, 29),
            (1_001.0, 29),
            (14_990.0, 15),
            (29_400.0, 1),
            (29_990.0, 0),
            (3_600_000.0, 0),
            (-5.0, 30),
        ] {
            assert_eq!(left(30, passed), expected, "{passed}");
        }
    }
}
