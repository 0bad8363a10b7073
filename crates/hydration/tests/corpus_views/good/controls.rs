//! Controls that hold content: selects, text areas, buttons, and what shows a value.

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [selects(), areas(), buttons(), gauges()].into_iter().flatten().collect()
}

fn selects() -> Vec<Sample> {
    vec![
        good("select", || {
            view! {
                <select name="s">
                    <option value="1" selected>"a"</option><optgroup label="g"><option>"b"</option></optgroup>
                </select>
            }
        }),
        good("select-from-data", || {
            let chosen = "nz";
            let countries = [("nz", "New Zealand"), ("de", "Germany")];
            let options =
                countries.map(|(code, name)| view! { <option value=code selected={code == chosen}>{name}</option> });
            view! { <select name="country" required><option value="">"Choose…"</option>{Vec::from(options)}</select> }
        }),
        good("select-grouped-from-data", || {
            let groups = [("Fruit", vec!["Apple", "Pear"]), ("Herb", vec![])].map(|(label, items)| {
                let items = items.into_iter().map(|item| view! { <option>{item}</option> }).collect_view();
                view! { <optgroup label=label>{items}</optgroup> }
            });
            view! { <select multiple size="4">{Vec::from(groups)}</select> }
        }),
        good("select-with-a-rule", || {
            view! { <select><option>"a"</option><hr/><option disabled>"b"</option></select> }
        }),
        good("select-without-options", || {
            view! { <select name="none">{Vec::<AnyView>::new()}</select> }
        }),
        good("option-with-two-texts", || view! { <select><option>"Room "{7}</option></select> }),
    ]
}

fn areas() -> Vec<Sample> {
    vec![
        good("textarea", || view! { <textarea name="t" rows="4" cols="40" wrap="soft">"a"</textarea> }),
        good("textarea-with-lines", || view! { <textarea>"a\nb"</textarea> }),
        good("textarea-empty", || view! { <textarea placeholder="Say something" maxlength="280"></textarea> }),
        good("textarea-from-a-value", || {
            let draft = "Dear Ada,\n\tyours & mine".to_owned();
            view! { <label>"Letter"<textarea name="letter">{draft}</textarea></label> }
        }),
    ]
}

fn buttons() -> Vec<Sample> {
    vec![
        good("button-with-a-count", || {
            let count = RwSignal::new(0);
            view! { <button on:click=move |_| *count.write() += 1>"Clicked "{count}" times"</button> }
        }),
        good("button-with-an-icon", || {
            view! {
                <button type="button" aria-label="Close" on:click=|_| {}>
                    <svg viewBox="0 0 8 8" aria-hidden="true"><path d="M0 0L8 8M8 0L0 8"/></svg>
                </button>
            }
        }),
        good("toggle-button", || {
            let on = RwSignal::new(true);
            let word = move || if on.get() { "On" } else { "Off" };
            view! {
                <button aria-pressed=move || on.get().to_string() on:click=move |_| on.update(|on| *on = !*on)>{word}
                </button>
            }
        }),
        good("listeners-of-every-kind", || {
            view! {
                <button
                    on:click=|_| {} on:pointerdown=|_| {} on:keydown=|_| {} on:focus:capture=|_| {}
                    on:custom-event=|_: leptos::ev::CustomEvent| {}
                >"Many ears"</button>
            }
        }),
        good("button-with-commands", || {
            view! {
                <button type="button" commandfor="drawer" command="show-modal">"Open"</button><dialog id="drawer">"x"
                </dialog>
            }
        }),
    ]
}

fn gauges() -> Vec<Sample> {
    vec![
        good("meter", || view! { <meter min="0" max="10" low="3" high="8" optimum="9" value=7.5>"7.5 of 10"</meter> }),
        good("progress-unknown", || view! { <progress aria-label="Loading"></progress> }),
        good("progress-from-a-signal", || {
            let done = RwSignal::new(0.25_f64);
            view! { <progress max=1 value=done>{move || format!("{:.0} %", done.get() * 100.0)}</progress> }
        }),
        good("output-of-two-inputs", || {
            let (a, b) = (RwSignal::new(20), RwSignal::new(22));
            view! {
                <form><input id="a" type="number" value=a/><input id="b" type="number" value=b/>
                <output for="a b">{move || a.get() + b.get()}</output></form>
            }
        }),
    ]
}
