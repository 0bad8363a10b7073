//! Properties and bindings: none of them is in the HTML, so neither side writes them. What a browser makes of them is
//! another question.

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    vec![
        good("select-bound", || {
            let size = RwSignal::new("m".to_owned());
            let options = ["s", "m"].map(|value| {
                view! { <option value=value selected=move || size.get() == value>{value}</option> }
            });
            view! { <select bind:value=size>{Vec::from(options)}</select> }
        }),
        good("properties-without-an-attribute", || {
            let (some, muted) = (RwSignal::new(true), RwSignal::new(false));
            view! {
                <input type="checkbox" prop:indeterminate=some/><video prop:volume=0.5 prop:muted=move || muted.get()>
                </video>
            }
        }),
    ]
}
