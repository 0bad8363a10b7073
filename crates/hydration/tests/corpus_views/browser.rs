//! Views whose mistake only a browser shows: natively both sides write the same.

use leptos::prelude::*;
use vestibule_hydration::Code;
use web_sys::{Window, window};

use super::{Sample, in_browser};

/// What the client asks of its window while drawing; natively there is none.
fn asked<T>(ask: impl FnOnce(Window) -> Option<T>) -> Option<T> {
    if cfg!(target_arch = "wasm32") { window().and_then(ask) } else { None }
}

pub(super) fn samples() -> Vec<Sample> {
    vec![
        in_browser("saved-value", &[Code::Storage], || {
            let saved = asked(|window| window.local_storage().ok()??.get_item("theme").ok()?);
            view! { <main class=saved.unwrap_or_else(|| "light".to_owned())>"x"</main> }.into_any()
        }),
        in_browser("menu-for-narrow-windows", &[Code::Screen], || {
            let narrow =
                asked(|window| window.match_media("(max-width: 600px)").ok()?).is_some_and(|query| query.matches());
            view! { <nav>{if narrow { "Menu" } else { "Home, Help, Prices" }}</nav> }.into_any()
        }),
        in_browser("tab-named-behind-the-hash", &[Code::Address], || {
            let tab = asked(|window| window.location().hash().ok()).unwrap_or_default();
            view! { <h2>{if tab.is_empty() { "Overview" } else { "Details" }}</h2> }.into_any()
        }),
        in_browser("direction-by-the-browsers-language", &[Code::Language], || {
            let language = asked(|window| window.navigator().language()).unwrap_or_default();
            let direction = if language.starts_with("ar") { "rtl" } else { "ltr" };
            view! { <p dir=direction>"x"</p> }.into_any()
        }),
        in_browser("value-as-a-property", &[Code::ValueNotSent], || view! { <input prop:value="s"/> }.into_any()),
        in_browser("value-bound", &[Code::ValueNotSent], || {
            let email = RwSignal::new("ada@example.org".to_owned());
            view! { <input type="email" bind:value=email/> }.into_any()
        }),
        in_browser("typed-text-overwritten", &[Code::Overwrites], || {
            let email = RwSignal::new("ada@example.org".to_owned());
            view! { <input type="email" value="ada@example.org" prop:value=move || email.get()/> }.into_any()
        }),
        in_browser("checkbox-unticked", &[Code::Overwrites], || {
            let remember = RwSignal::new(false);
            view! { <input type="checkbox" prop:checked=move || remember.get()/> }.into_any()
        }),
        in_browser("complaint-in-the-console", &[Code::Speaks], || {
            if cfg!(target_arch = "wasm32") {
                leptos::logging::warn!("the plan is unknown");
            }
            view! { <p>"x"</p> }.into_any()
        }),
    ]
}
