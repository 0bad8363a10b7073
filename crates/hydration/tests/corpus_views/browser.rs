//! Views whose mistake only a browser shows: natively both sides write the same.

use std::hash::{DefaultHasher, Hash, Hasher};

use leptos::prelude::*;
use vestibule_hydration::Code;
use web_sys::{Window, window};

use super::{Sample, in_browser, split};

/// What the client asks of its window while drawing; natively there is none.
fn asked<T>(ask: impl FnOnce(Window) -> Option<T>) -> Option<T> {
    if cfg!(target_arch = "wasm32") { window().and_then(ask) } else { None }
}

pub(super) fn samples() -> Vec<Sample> {
    [visitors(), controls(), wasm(), leptos_own()].into_iter().flatten().collect()
}

fn visitors() -> Vec<Sample> {
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
    ]
}

fn controls() -> Vec<Sample> {
    vec![
        in_browser("value-as-a-property", &[Code::ValueNotSent], || view! { <input prop:value="s"/> }.into_any()),
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
        in_browser("value-by-attribute-and-property", &[Code::Overwrites], || {
            let text = RwSignal::new("Ada");
            view! { <input value=text prop:value=text on:input:target=move |_| text.set("")/> }
        }),
        in_browser("value-bound", &[Code::ValueNotSent], || {
            let (text, agreed) = (RwSignal::new("Ada".to_owned()), RwSignal::new(true));
            view! { <input type="text" bind:value=text/><input type="checkbox" checked=agreed bind:checked=agreed/> }
        }),
        in_browser("radios-bound", &[Code::Overwrites], || {
            let plan = RwSignal::new("free".to_owned());
            let radio = move |value: &'static str| {
                let checked = move || plan.get() == value;
                view! {
                    <label><input type="radio" name="plan" value=value checked=checked bind:group=plan/>{value}</label>
                }
            };
            view! { <fieldset>{radio("free")}{radio("team")}</fieldset> }
        }),
        in_browser("select-bound-to-two-halves", &[Code::Overwrites], || {
            let (unit, set_unit) = signal("kg".to_owned());
            view! { <select bind:value=(unit, set_unit)><option>"kg"</option><option>"lb"</option></select> }
        }),
        in_browser("textarea-by-property", &[Code::Overwrites], || {
            let draft = RwSignal::new("Dear Ada".to_owned());
            let write = move |_| draft.set(String::new());
            view! { <textarea prop:value=move || draft.get() on:input=write>{draft.get_untracked()}</textarea> }
        }),
        in_browser("property-only-in-the-browser", &[Code::Overwrites], || {
            split(
                || view! { <input name="n"/> },
                || view! { <input name="n" prop:value="draft" bind:value=RwSignal::new(String::new())/> },
            )
        }),
        in_browser("accordion-with-two-open", &[Code::Rebuilt], || {
            let (first, asked) = (true, ["What?", "Why?"]);
            let items = asked.map(|question| {
                view! { <details name="faq" open=first><summary>{question}</summary><p>"Because."</p></details> }
            });
            view! { <section>{Vec::from(items)}</section> }
        }),
        in_browser("spread-with-a-property", &[Code::AttributeOnlyInBrowser], || {
            let look = view! { <{..} class="a" class:b=true style:color="red" on:click=|_| {} prop:title="p"/> };
            view! { <button {..look} type="button">"x"</button> }
        }),
    ]
}

/// Views that come out otherwise in wasm.
fn wasm() -> Vec<Sample> {
    vec![
        in_browser("widest-number", &[Code::Wasm], || view! { <p>"At most "{usize::MAX}" files"</p> }),
        in_browser("id-by-hashing-a-list", &[Code::Wasm], || {
            let mut hasher = DefaultHasher::new();
            ["email", "password"].hash(&mut hasher);
            let id = format!("form-{:x}", hasher.finish());
            view! { <form id=id><input name="email"/></form> }
        }),
        in_browser("text-that-asks-for-the-target", &[Code::Wasm], || {
            view! { <h1>{if cfg!(target_arch = "wasm32") { "Welcome back" } else { "Log in" }}</h1> }
        }),
        in_browser("text-cut-otherwise", &[Code::Wasm], || {
            let cut = if cfg!(target_arch = "wasm32") { vec!["Log", " in"] } else { vec!["Log in"] };
            view! { <p>{cut}</p> }
        }),
        in_browser("button-that-only-the-client-draws", &[Code::Wasm], || {
            let script = cfg!(target_arch = "wasm32").then(|| view! { <button type="button">"Show"</button> });
            view! { <p>{script}<button>"Log in"</button></p> }
        }),
        in_browser("panic-in-the-client", &[Code::NeedsBrowser], || {
            let plan = (!cfg!(target_arch = "wasm32")).then_some("free");
            view! { <p>{plan.expect("a plan was given")}</p> }
        }),
    ]
}

/// Views that are right, and that Leptos 0.8.23 can't adopt all the same.
fn leptos_own() -> Vec<Sample> {
    vec![in_browser(
        "for-of-texts",
        &[Code::WalkStops],
        || view! { <p>"a"<For each=|| ["b", "c"] key=|word| *word let:word>{word}</For>"d"</p> },
    )]
}
