//! Examples of texts and attributes that differ by side.

use leptos::prelude::*;
use vestibule_hydration::Code;

use super::{
    super::{Sample, bad, good, in_browser},
    any,
};

pub(super) fn samples() -> Vec<Sample> {
    [texts(), properties(), attributes(), looks_and_ids()].into_iter().flatten().collect()
}

fn texts() -> Vec<Sample> {
    vec![
        bad("explained-H201", &[Code::TextDiffers], || {
            any({
                let seen = if cfg!(feature = "ssr") { "08:00 UTC" } else { "10:00" };
                view! { <p>"Last seen at " {seen}</p> }
            })
        }),
        good("explained-H201", || {
            any({
                // The text is made once, on the server, and handed over.
                let seen = "08:00 UTC";
                view! { <p>"Last seen at " <time>{seen}</time></p> }
            })
        }),
        bad("explained-H202", &[Code::TextNodes], || {
            any({
                let words =
                    if cfg!(feature = "ssr") { "3 tries left".into_any() } else { (3, " tries left").into_any() };
                view! { <p>{words}</p> }
            })
        }),
        good("explained-H202", || any(view! { <p>{3} " tries left"</p> })),
    ]
}

fn properties() -> Vec<Sample> {
    vec![
        in_browser("explained-H331", &[Code::ValueNotSent], || {
            any({
                let email = RwSignal::new("ada@example.org".to_owned());
                view! { <input type="email" bind:value=email/> }
            })
        }),
        good("explained-H331", || {
            any({
                let email = RwSignal::new("ada@example.org".to_owned());
                view! { <input type="email" value=email.get_untracked()
                on:input:target=move |event| email.set(event.target().value())/> }
            })
        }),
        in_browser("explained-H332", &[Code::Overwrites], || {
            any({
                let remember = RwSignal::new(false);
                view! { <input type="checkbox" prop:checked=move || remember.get()/> }
            })
        }),
        good("explained-H332", || {
            any({
                let remember = RwSignal::new(false);
                let change = move |event| remember.set(event_target_checked(&event));
                view! { <input type="checkbox" on:change=change/> }
            })
        }),
    ]
}

fn attributes() -> Vec<Sample> {
    vec![
        bad("explained-H301", &[Code::AttributeValue], || {
            any({
                let next = if cfg!(feature = "ssr") { "/account" } else { "/" };
                view! { <a href=next>"Go on"</a> }
            })
        }),
        good("explained-H301", || {
            any({
                // A prop: the server decides, and both sides have it.
                let next = "/account";
                view! { <a href=next>"Go on"</a> }
            })
        }),
        bad("explained-H302", &[Code::AttributeOnlyInBrowser], || {
            any({
                let title = (!cfg!(feature = "ssr")).then_some("Opens here");
                view! { <a href="/help" title=title>"Help"</a> }
            })
        }),
        good("explained-H302", || {
            any({
                let title = RwSignal::new(None);
                Effect::new(move |_| title.set(Some("Opens here")));
                view! { <a href="/help" title=title>"Help"</a> }
            })
        }),
        bad("explained-H303", &[Code::AttributeOnlyOnServer], || {
            any({
                let busy = cfg!(feature = "ssr").then_some("true");
                view! { <form aria-busy=busy><input name="code"/></form> }
            })
        }),
        good("explained-H303", || {
            any({
                let ready = RwSignal::new(false);
                Effect::new(move |_| ready.set(true));
                view! { <form aria-busy=move || (!ready.get()).then_some("true")><input name="code"/></form> }
            })
        }),
        bad("explained-H304", &[Code::BooleanAttribute], || {
            any({
                // Meant as: disabled until the script is here.
                view! { <button disabled=cfg!(feature = "ssr")>"Send"</button> }
            })
        }),
        good("explained-H304", || {
            any({
                let ready = RwSignal::new(false);
                Effect::new(move |_| ready.set(true));
                view! { <button disabled=move || !ready.get()>"Send"</button> }
            })
        }),
        bad("explained-H305", &[Code::RuntimeAttribute], || {
            any({
                let theme = if cfg!(feature = "ssr") { "light" } else { "dark" };
                view! { <main data-theme=theme>"Welcome"</main> }
            })
        }),
        good("explained-H305", || {
            any({
                // A prop, made from what the request says.
                let theme = "light";
                view! { <main data-theme=theme>"Welcome"</main> }
            })
        }),
    ]
}

fn looks_and_ids() -> Vec<Sample> {
    vec![
        bad("explained-H311", &[Code::ClassDiffers], || {
            any(view! { <p class="note" class:wide=cfg!(feature = "ssr")>"Saved"</p> })
        }),
        good("explained-H311", || {
            any({
                let wide = RwSignal::new(false);
                Effect::new(move |_| wide.set(true));
                view! { <p class="note" class:wide=wide>"Saved"</p> }
            })
        }),
        bad("explained-H312", &[Code::StyleDiffers], || {
            any({
                let width = if cfg!(feature = "ssr") { "100%" } else { "60%" };
                view! { <p style:width=width>"Saved"</p> }
            })
        }),
        good("explained-H312", || {
            any({
                // What depends on the window's width belongs into a stylesheet.
                view! { <p class="saved">"Saved"</p> }
            })
        }),
        bad("explained-H341", &[Code::ReferenceDiffers], || {
            any({
                // A counter that goes on from request to request.
                let id = if cfg!(feature = "ssr") { "field-7" } else { "field-1" };
                view! { <input id=id name="email" aria-label="E-mail"/> }
            })
        }),
        good("explained-H341", || {
            any({
                let id = "log-in-email";
                view! { <input id=id name="email" aria-label="E-mail"/> }
            })
        }),
        in_browser("explained-H512", &[Code::Wasm], || {
            any({
                let limit = usize::MAX;
                view! { <p>"At most "{limit}" files"</p> }
            })
        }),
        good("explained-H512", || {
            any({
                let limit = u32::MAX;
                view! { <p>"At most "{limit}" files"</p> }
            })
        }),
    ]
}
