//! Ticks off what a new password must meet, while it is typed.

use leptos::prelude::*;

use super::browser;

/// A rule below the password's control with the id `control`. Renders one `<p data-part="rule">`, open until the password
/// has `min` code points. It judges nothing: the form is sent and answered as it would be without.
#[cfg_attr(feature = "islands", leptos::island)]
#[cfg_attr(not(feature = "islands"), leptos::component)]
pub fn PasswordRule(
    /// The id of the rule, which also describes the control.
    id: String,
    /// The id of the password's control.
    control: String,
    /// How many code points it takes.
    min: u32,
    /// The rule.
    text: String,
) -> impl IntoView {
    let (state, set_state) = signal("open");
    browser::when_adopted(move || {
        let Some(input) = browser::control(&control) else { return };
        let own = input.clone();
        let look = move || {
            let typed = u32::try_from(own.value().chars().count()).unwrap_or(u32::MAX);
            set_state.set(if typed >= min { "met" } else { "open" });
        };
        let again = look.clone();
        browser::listen(&input, &["input", "change"], move |_| again());
        look();
    });
    view! { <p data-part="rule" data-state=state id=id>{text}</p> }
}
