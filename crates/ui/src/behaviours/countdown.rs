//! How long somebody has to wait who tried too often.

use leptos::prelude::*;

use super::{browser, resend};

/// A sentence with a wait in it. Renders `<p>`.
///
/// The server writes the wait in words, and without script they stay. With script it counts down in its place: a timer,
/// which a screen reader reads when it is asked to and never by itself; the end is heard, once (WCAG 4.1.3). What
/// passes is measured from the first frame, so nobody's clock has to be right.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn Countdown(
    /// Seconds to wait.
    wait: u32,
    /// The sentence before the wait.
    before: String,
    /// The wait in words.
    time: String,
    /// The sentence after it.
    after: String,
    /// What takes the sentence's place at the end.
    end: String,
) -> impl IntoView {
    let (time, set_time) = signal(time);
    let (over, set_over) = signal(false);
    let (heard, set_heard) = signal(None);
    browser::when_adopted(move || {
        resend::count(wait, move |left| {
            set_time.set(resend::clock(left));
            if left == 0 {
                set_over.set(true);
                set_heard.set(Some(end.clone()));
            }
        });
    });
    view! {
        <p>
            <span hidden=over>{before}<span role="timer">{time}</span>{after}</span>
            <span role="status">{heard}</span>
        </p>
    }
}
