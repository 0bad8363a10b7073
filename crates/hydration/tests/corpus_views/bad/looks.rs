//! Classes and styles that differ.

use leptos::prelude::*;
use vestibule_hydration::Code::{
    AttributeValue as H301, BooleanAttribute as H304, ClassDiffers as H311, StyleDiffers as H312,
};

use super::{SERVER, Sample, bad, side};

pub(super) fn samples() -> Vec<Sample> {
    [classes(), styles()].into_iter().flatten().collect()
}

fn classes() -> Vec<Sample> {
    vec![
        bad("class", &[H311], || view! { <i class=side("s", "c")>"x"</i> }),
        bad("class-toggle", &[H311], || view! { <i class="a" class:on=move || !SERVER>"x"</i> }),
        bad("class-with-a-strange-name", &[H311], || view! { <div class=("md:w-1/2", SERVER)>"x"</div> }),
        bad("one-class-of-many", &[H311], || {
            let kind = side("primary", "quiet");
            view! { <button class=format!("button large {kind} rounded")>"Save"</button> }
        }),
        bad("class-only-on-server", &[H311], || view! { <p class=SERVER.then_some("server")>"x"</p> }),
        bad("dark-by-the-device", &[H311], || {
            let dark = RwSignal::new(!SERVER);
            view! { <div class:dark=dark><main>"x"</main></div> }
        }),
        bad("chosen-item", &[H311], || {
            let chosen = side(2, 0);
            let items = (1..3).map(|n| view! { <li class:chosen={n == chosen}>{n}</li> });
            view! { <ul>{items.collect_view()}</ul> }
        }),
        bad("scope-of-a-stylesheet", &[H311], || view! { class = { side("scoped-a1", "scoped-b2") }, <p>"x"</p> }),
        bad("class-of-a-drawing", &[H311], || view! { <svg class=side("icon", "icon spin")><path d="M0 0"/></svg> }),
        bad("three-attributes", &[H301, H304, H311], || {
            view! { <input name=side("s", "c") class=side("s", "c") required=SERVER/> }
        }),
    ]
}

fn styles() -> Vec<Sample> {
    vec![
        bad("style", &[H312], || view! { <i style=side("color:red", "color:blue")>"x"</i> }),
        bad("style-property", &[H312], || view! { <i style:color=move || side("red", "blue")>"x"</i> }),
        bad("style-of-one-more-property", &[H312], || view! { <i style=side("top: 0", "top: 0; left: 0")>"x"</i> }),
        bad("style-variable", &[H312], || {
            let done = side(0.4, 0.5);
            view! { <div style=("--done", done.to_string())></div> }
        }),
        bad("hidden-by-style", &[H312], || {
            let open = RwSignal::new(SERVER);
            view! { <div style:display=move || (!open.get()).then_some("none")>"x"</div> }
        }),
        bad("place-of-a-tooltip", &[H312], || {
            let (left, top) = (side(0, 120), side(0, 40));
            view! { <div role="tooltip" style=format!("left: {left}px; top: {top}px")>"x"</div> }
        }),
    ]
}
