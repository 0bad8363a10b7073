//! Properties and bindings: none of them is in the HTML, so neither side writes them. What a browser makes of them is
//! another question.

use leptos::prelude::*;

use super::{Sample, good, split};

pub(super) fn samples() -> Vec<Sample> {
    vec![
        good("value-by-attribute-and-property", || {
            let text = RwSignal::new("Ada");
            view! { <input value=text prop:value=text on:input:target=move |_| text.set("")/> }
        }),
        good("value-bound", || {
            let (text, agreed) = (RwSignal::new("Ada".to_owned()), RwSignal::new(true));
            view! { <input type="text" bind:value=text/><input type="checkbox" checked=agreed bind:checked=agreed/> }
        }),
        good("radios-bound", || {
            let plan = RwSignal::new("free".to_owned());
            let radio = move |value: &'static str| {
                let checked = move || plan.get() == value;
                view! {
                    <label><input type="radio" name="plan" value=value checked=checked bind:group=plan/>{value}</label>
                }
            };
            view! { <fieldset>{radio("free")}{radio("team")}</fieldset> }
        }),
        good("select-bound", || {
            let size = RwSignal::new("m".to_owned());
            let options = ["s", "m"].map(|value| {
                view! { <option value=value selected=move || size.get() == value>{value}</option> }
            });
            view! { <select bind:value=size>{Vec::from(options)}</select> }
        }),
        good("select-bound-to-two-halves", || {
            let (unit, set_unit) = signal("kg".to_owned());
            view! { <select bind:value=(unit, set_unit)><option>"kg"</option><option>"lb"</option></select> }
        }),
        good("textarea-by-property", || {
            let draft = RwSignal::new("Dear Ada".to_owned());
            let write = move |_| draft.set(String::new());
            view! { <textarea prop:value=move || draft.get() on:input=write>{draft.get_untracked()}</textarea> }
        }),
        good("properties-without-an-attribute", || {
            let (some, muted) = (RwSignal::new(true), RwSignal::new(false));
            view! {
                <input type="checkbox" prop:indeterminate=some/><video prop:volume=0.5 prop:muted=move || muted.get()>
                </video>
            }
        }),
        good("property-only-in-the-browser", || {
            split(
                || view! { <input name="n"/> },
                || view! { <input name="n" prop:value="draft" bind:value=RwSignal::new(String::new())/> },
            )
        }),
    ]
}
