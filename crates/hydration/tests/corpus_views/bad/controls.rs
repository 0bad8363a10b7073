//! Controls that are on at one side and off at the other, or hold another value.

use leptos::prelude::*;
use vestibule_hydration::Code::{
    AttributeOnlyOnServer as H303, AttributeValue as H301, BooleanAttribute as H304, OnlyInBrowser as H104,
};

use super::{SERVER, Sample, bad, side, split};

pub(super) fn samples() -> Vec<Sample> {
    [switches(), values()].into_iter().flatten().collect()
}

fn switches() -> Vec<Sample> {
    vec![
        bad("disabled", &[H304], || view! { <input disabled=SERVER/> }),
        bad("disabled-until-scripts-run", &[H304], || {
            let ready = RwSignal::new(!SERVER);
            view! { <form><button disabled=move || !ready.get()>"Send"</button></form> }
        }),
        bad("hidden", &[H304], || view! { <p hidden=!SERVER>"x"</p> }),
        bad("checked", &[H304], || {
            view! { <label><input type="checkbox" checked=side(false, true)/>"Stay logged in"</label> }
        }),
        bad("another-option-chosen", &[H304], || {
            let chosen = side("s", "m");
            let options = ["s", "m", "l"].map(|size| view! { <option selected={size == chosen}>{size}</option> });
            view! { <select>{Vec::from(options)}</select> }
        }),
        bad("details-left-open", &[H304], || {
            view! { <details open=!SERVER><summary>"More"</summary><p>"x"</p></details> }
        }),
        bad("dialog-open-on-server", &[H304], || view! { <dialog open=SERVER><p>"Welcome"</p></dialog> }),
        bad("page-behind-a-dialog", &[H304], || view! { <main inert=move || SERVER><p>"x"</p></main> }),
        bad("film-that-is-muted", &[H304], || view! { <video src="/a.webm" muted=SERVER></video> }),
        bad("required-on-one-side", &[H304], || {
            split(|| view! { <input name="n" required/> }, || view! { <input name="n"/> })
        }),
    ]
}

fn values() -> Vec<Sample> {
    vec![
        bad("value-of-an-input", &[H301], || view! { <input value=side("s", "c")/> }),
        bad("token-of-a-form", &[H301], || {
            view! {
                <form method="post"><input type="hidden" name="token" value=side("a1", "b2")/><button>"Go"</button>
                </form>
            }
        }),
        bad("draft-restored-only-on-server", &[H303], || {
            view! { <input name="title" value=side(Some("Draft"), None)/> }
        }),
        bad("type-of-an-input", &[H301], || {
            let shown = !SERVER;
            view! { <input name="password" type={if shown { "text" } else { "password" }}/> }
        }),
        bad("earliest-date", &[H301], || view! { <input type="date" min=side("2026-05-01", "2026-05-02")/> }),
        bad("how-far-it-is", &[H301], || view! { <progress max="100" value=side(40, 45)></progress> }),
        bad("text-area-empty-on-server", &[H104], || {
            split(|| view! { <textarea></textarea> }, || view! { <textarea>"Dear Ada"</textarea> })
        }),
    ]
}
