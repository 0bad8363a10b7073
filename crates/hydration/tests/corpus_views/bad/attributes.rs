//! Attributes that differ.

use leptos::prelude::*;
use vestibule_hydration::Code::{
    AttributeOnlyInBrowser as H302, AttributeOnlyOnServer as H303, AttributeValue as H301, ReferenceDiffers as H341,
    RuntimeAttribute as H305, ServerFunctionAddress as H514,
};

use super::{Sample, bad, side, split};

pub(super) fn samples() -> Vec<Sample> {
    [values(), present_or_not(), at_run_time(), references()].into_iter().flatten().collect()
}

fn values() -> Vec<Sample> {
    vec![
        bad("attribute", &[H301], || view! { <a href=side("/s", "/c")>"x"</a> }),
        bad("reactive-attribute", &[H301], || view! { <a href=move || side("/s", "/c")>"x"</a> }),
        bad("address-with-another-base", &[H301], || {
            let base = side("", "/app");
            view! { <nav><a href=format!("{base}/inbox")>"Inbox"</a></nav> }
        }),
        bad("slash-at-the-end", &[H301], || view! { <a href=side("/docs", "/docs/")>"Docs"</a> }),
        bad("part-of-the-address-that-no-server-sees", &[H301], || {
            let hash = side("", "#comments");
            view! { <a href=format!("/login?next=/post{hash}")>"Log in to answer"</a> }
        }),
        bad("picture-by-width", &[H301], || view! { <img src=side("/wide.jpg", "/narrow.jpg") alt="A view"/> }),
        bad("description-in-another-language", &[H301], || {
            view! { <button aria-label=side("Close", "Schließen")>"×"</button> }
        }),
        bad("state-for-assistive-technology", &[H301], || {
            let open = RwSignal::new(side(false, true));
            view! { <button aria-expanded=move || open.get().to_string()>"Menu"</button> }
        }),
        bad("time-in-an-attribute", &[H301], || {
            view! { <time datetime=side("2026-05-01", "2026-05-02")>"today"</time> }
        }),
        bad("attribute-from-outside", &[H301], || {
            #[component]
            fn Link() -> impl IntoView {
                view! { <a href="/">"x"</a> }
            }
            view! { <p><Link attr:rel=side("home", "start")/></p> }
        }),
        bad("spread-attribute", &[H301], || {
            let hint = view! { <{..} title=side("s", "c")/> };
            view! { <p {..hint}>"x"</p> }
        }),
        bad("address-of-a-server-function", &[H514], || {
            let address = side("/api/log_in14386236452031497013", "/api/log_in902715312940481125");
            view! { <form method="post" action=address><button>"Log in"</button></form> }
        }),
        bad("order-of-another-number", &[H301], || {
            let order = side(1041, 1042);
            view! { <form method="post" action=format!("/orders/{order}")><button>"Pay"</button></form> }
        }),
        bad("another-action", &[H301], || {
            view! { <form method="post" action=side("/login", "/sign-up")><button>"Go"</button></form> }
        }),
    ]
}

fn present_or_not() -> Vec<Sample> {
    vec![
        bad("attribute-only-in-browser", &[H302], || split(|| view! { <a>"x"</a> }, || view! { <a href="/c">"x"</a> })),
        bad("invalid-only-in-browser", &[H302], || {
            let error = side(None, Some("Too short"));
            view! { <input name="n" aria-invalid=error.map(|_| "true")/> }
        }),
        bad("attribute-only-on-server", &[H303], || {
            split(|| view! { <a href="/s" title="t">"x"</a> }, || view! { <a href="/s">"x"</a> })
        }),
        bad("current-page-only-on-server", &[H303], || {
            view! { <nav><a href="/" aria-current=side(Some("page"), None)>"Home"</a><a href="/b">"B"</a></nav> }
        }),
        bad("rel-of-an-outside-link", &[H303], || {
            let outside = side(Some("noopener"), None);
            view! { <p><a href="https://example.org" rel=outside>"out"</a></p> }
        }),
    ]
}

fn at_run_time() -> Vec<Sample> {
    vec![
        bad("data-attribute", &[H305], || view! { <i data-x=side("1", "2")>"x"</i> }),
        bad("theme-on-a-wrapper", &[H305], || view! { <div data-theme=side("light", "dark")><p>"x"</p></div> }),
        bad("svg-viewbox", &[H305], || view! { <svg viewBox=side("0 0 1 1", "0 0 2 2")></svg> }),
        bad("needle-of-a-gauge", &[H305], || {
            let angle = side(40, 55);
            view! { <svg><path d="M0 0v9" transform=format!("rotate({angle})")></path></svg> }
        }),
        bad("attribute-of-a-custom-element", &[H305], || {
            view! { <star-rating value=side(3, 4) max="5"></star-rating> }
        }),
        bad("data-attribute-only-on-server", &[H303], || view! { <i data-seen=side(Some("1"), None)>"x"</i> }),
    ]
}

fn references() -> Vec<Sample> {
    vec![
        bad("id", &[H341], || view! { <i id=side("f1", "f2")>"x"</i> }),
        bad("label-for", &[H341], || view! { <label for=side("x1", "x2")>"E"</label> }),
        bad("described-by-another", &[H341], || {
            view! { <input aria-describedby=side("hint", "hint error")/><p id="hint">"h"</p><p id="error">"e"</p> }
        }),
        bad("tab-of-another-panel", &[H341], || {
            let panel = side("panel-1", "panel-7");
            view! { <button role="tab" aria-controls=panel>"One"</button><div role="tabpanel" id="panel-1">"1"</div> }
        }),
        bad("list-of-suggestions", &[H341], || {
            let list = side("cities", "cities-2");
            view! { <div><input list=list/><datalist id="cities"><option>"Rome"</option></datalist></div> }
        }),
        bad("popover-target", &[H341], || {
            view! { <button popovertarget=side("menu", "menu-2")>"Menu"</button><div id="menu" popover>"x"</div> }
        }),
    ]
}
