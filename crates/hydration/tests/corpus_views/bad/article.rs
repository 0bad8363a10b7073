//! The cases that everybody who writes about hydration errors names.

use leptos::{either::Either, prelude::*};
use vestibule_hydration::Code::{BranchDiffers, EndsParagraph, NeedsBrowser, OnlyOnServer, TagDiffers, TextDiffers};

use super::{SERVER, Sample, bad, side, split};

pub(super) fn samples() -> Vec<Sample> {
    vec![
        bad("differing-props", &[TextDiffers], || {
            #[component]
            fn Greeting(name: &'static str) -> impl IntoView {
                view! { <h1>"Hello, "{name}"!"</h1> }
            }
            view! { <Greeting name=side("Ada", "you")/> }
        }),
        bad("greeting-by-the-time-of-day", &[TextDiffers], || {
            let hour = side(11, 13);
            view! { <h1>{if hour < 12 { "Good morning" } else { "Good afternoon" }}</h1> }
        }),
        bad("window-check", &[TagDiffers], || {
            let narrow = !SERVER;
            let menu = || view! { <details class="menu"><summary>"Menu"</summary></details> };
            let bar = || view! { <nav class="bar"><a href="/">"Home"</a><a href="/help">"Help"</a></nav> };
            view! { <header>{if narrow { Either::Left(menu()) } else { Either::Right(bar()) }}<hr/></header> }
        }),
        bad("p-in-p", &[EndsParagraph], || view! { <div><p><p>"b"</p></p></div> }),
        bad("saved-value-read-from-local-storage-while-drawing", &[NeedsBrowser], || {
            let storage = (!SERVER).then(|| web_sys::window().and_then(|window| window.local_storage().ok()?));
            let saved = storage.flatten().and_then(|storage| storage.get_item("sidebar").ok()?);
            view! { <aside>{saved.unwrap_or_else(|| "open".to_owned())}</aside> }
        }),
        bad("guard-that-renders-nothing-until-mounted", &[BranchDiffers], || {
            let mounted = !SERVER;
            view! { <main>{mounted.then(|| view! { <form action="/a"><button>"Go"</button></form> })}</main> }
        }),
        bad("upgrade-beside-delete-my-account", &[OnlyOnServer], || {
            #[component]
            fn Count(label: &'static str) -> impl IntoView {
                let count = RwSignal::new(0);
                view! { <button on:click=move |_| count.update(|count| *count += 1)>{label}": "{count}</button> }
            }
            split(
                || view! { <div><Count label="Upgrade"/><Count label="Delete my account"/></div> },
                || view! { <div><Count label="Delete my account"/></div> },
            )
        }),
    ]
}
