//! Examples of nodes that differ by side.

use leptos::prelude::*;
use vestibule_hydration::Code;

use super::{
    super::{Sample, bad, good},
    any,
};

pub(super) fn samples() -> Vec<Sample> {
    [nodes(), branches_and_lists(), environment()].into_iter().flatten().collect()
}

fn nodes() -> Vec<Sample> {
    vec![
        bad("explained-H101", &[Code::TagDiffers], || {
            any({
                let name = if cfg!(feature = "ssr") {
                    view! { <span>"Ada"</span> }.into_any()
                } else {
                    view! { <b>"Ada"</b> }.into_any()
                };
                view! { <header>{name}</header> }
            })
        }),
        good("explained-H101", || {
            any({
                let known = RwSignal::new(false);
                Effect::new(move |_| known.set(true));
                view! { <header><span class:known=known>"Ada"</span></header> }
            })
        }),
        bad("explained-H102", &[Code::KindDiffers], || {
            any({
                let greeting =
                    if cfg!(feature = "ssr") { "Welcome".into_any() } else { view! { <b>"Welcome"</b> }.into_any() };
                view! { <p>{greeting}</p> }
            })
        }),
        good("explained-H102", || any(view! { <p><b>"Welcome"</b></p> })),
        bad("explained-H103", &[Code::OnlyOnServer], || {
            any({
                let buttons = if cfg!(feature = "ssr") {
                    view! { <button>"Upgrade"</button><button>"Delete"</button> }.into_any()
                } else {
                    view! { <button>"Delete"</button> }.into_any()
                };
                view! { <div>{buttons}</div> }
            })
        }),
        good("explained-H103", || {
            any({
                let offer = RwSignal::new(false);
                Effect::new(move |_| offer.set(true));
                let upgrade = move || offer.get().then(|| view! { <button>"Upgrade"</button> });
                view! { <div>{upgrade}<button>"Delete"</button></div> }
            })
        }),
        bad("explained-H104", &[Code::OnlyInBrowser], || {
            any({
                let row = if cfg!(feature = "ssr") {
                    view! { <input name="code"/> }.into_any()
                } else {
                    view! { <input name="code"/><button>"Paste"</button> }.into_any()
                };
                view! { <div>{row}</div> }
            })
        }),
        good("explained-H104", || {
            any({
                let can_paste = RwSignal::new(false);
                Effect::new(move |_| can_paste.set(true));
                let paste = move || can_paste.get().then(|| view! { <button>"Paste"</button> });
                view! { <div><input name="code"/>{paste}</div> }
            })
        }),
    ]
}

fn branches_and_lists() -> Vec<Sample> {
    vec![
        bad("explained-H105", &[Code::BranchDiffers], || {
            any({
                // Only the server can read the session's cookie.
                let signed_in = cfg!(feature = "ssr");
                let account = signed_in.then(|| view! { <a href="/account">"Account"</a> });
                view! { <nav>{account}<a href="/help">"Help"</a></nav> }
            })
        }),
        good("explained-H105", || {
            any({
                // A prop or a Resource: both sides have it.
                let user = Some("Ada");
                let account = user.map(|name| view! { <a href="/account">{name}</a> });
                view! { <nav>{account}<a href="/help">"Help"</a></nav> }
            })
        }),
        bad("explained-H106", &[Code::ListLength], || {
            any({
                let count = if cfg!(feature = "ssr") { 3 } else { 2 };
                let devices = (0..count).map(|number| view! { <li>{number}</li> }).collect_view();
                view! { <ul>{devices}</ul> }
            })
        }),
        good("explained-H106", || {
            any({
                // The list itself is handed over: as a prop or as a Resource.
                let devices = ["Laptop", "Phone"];
                let devices = devices.map(|device| view! { <li>{device}</li> }).to_vec();
                view! { <ul>{devices}</ul> }
            })
        }),
        bad("explained-H107", &[Code::ListOrder], || {
            any({
                let mut names = vec!["Deny", "Allow"];
                if cfg!(feature = "ssr") {
                    names.sort_unstable();
                }
                let buttons = names.into_iter().map(|name| view! { <button>{name}</button> }).collect_view();
                view! { <form>{buttons}</form> }
            })
        }),
        good("explained-H107", || {
            any({
                let mut names = vec!["Deny", "Allow"];
                names.sort_unstable();
                let buttons = names.into_iter().map(|name| view! { <button>{name}</button> }).collect_view();
                view! { <form>{buttons}</form> }
            })
        }),
        bad("explained-H109", &[Code::IslandDiffers], || {
            any({
                // What `<Menu wide/>`, an #[island], writes.
                let props = format!(r#"{{"wide":{}}}"#, cfg!(feature = "ssr"));
                view! { <leptos-island data-component="Menu" data-props=props></leptos-island> }
            })
        }),
        good("explained-H109", || {
            any({
                let props = r#"{"wide":true}"#;
                view! { <leptos-island data-component="Menu" data-props=props></leptos-island> }
            })
        }),
    ]
}

fn environment() -> Vec<Sample> {
    vec![
        bad("explained-H516", &[Code::NeedsBrowser], || {
            any({
                let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
                view! { <p>{width}</p> }
            })
        }),
        good("explained-H516", || {
            any({
                let width = RwSignal::new(None);
                Effect::new(move |_| {
                    width.set(web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64()));
                });
                view! { <p>{move || width.get()}</p> }
            })
        }),
    ]
}
