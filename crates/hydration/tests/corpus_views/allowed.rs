//! Views that let something be, and views that try to.

use leptos::prelude::*;
use vestibule_hydration::Code;

use super::{SERVER, Sample, allowed, bad, in_browser, split};

pub(super) fn samples() -> Vec<Sample> {
    [right(), wrong()].into_iter().flatten().collect()
}

fn right() -> Vec<Sample> {
    vec![
        allowed("text", || {
            view! { <time data-hydration-allow="text">{if SERVER { "now" } else { "later" }}</time> }.into_any()
        }),
        allowed("attribute", || {
            let title = if SERVER { "08:00" } else { "10:00" };
            view! { <b data-hydration-allow="attribute:title" title=title>"today"</b> }.into_any()
        }),
        allowed("class", || view! { <i data-hydration-allow="class" class:on=SERVER>"x"</i> }.into_any()),
        allowed("style", || {
            let colour = if SERVER { "red" } else { "blue" };
            view! { <i data-hydration-allow="style" style:color=colour>"x"</i> }.into_any()
        }),
        allowed("children", || {
            split(
                || view! { <p data-hydration-allow="children"><b>"a"</b><i>"b"</i></p> },
                || view! { <p data-hydration-allow="children"><i>"b"</i><b>"a"</b></p> },
            )
        }),
        allowed("two-words", || {
            let text = if SERVER { "now" } else { "later" };
            view! { <time data-hydration-allow="text class" class=text>{text}</time> }.into_any()
        }),
        allowed("needed-in-another-case", || view! { <time data-hydration-allow="text">"never"</time> }.into_any()),
    ]
}

fn wrong() -> Vec<Sample> {
    use Code::{NotAllowable as H803, UnusedAllowance as H801};
    vec![
        bad("allowed-one-level-above", &[Code::TextDiffers, H801], || {
            let text = if SERVER { "now" } else { "later" };
            view! { <p data-hydration-allow="text"><b>{text}</b></p> }.into_any()
        }),
        bad("allowed-as-something-else", &[Code::TextDiffers, H801], || {
            let text = if SERVER { "now" } else { "later" };
            view! { <p data-hydration-allow="class">{text}</p> }.into_any()
        }),
        bad("allowed-without-need", &[H801], || view! { <em data-hydration-allow="class">"x"</em> }.into_any()),
        bad("allowed-by-an-unknown-word", &[H801], || view! { <s data-hydration-allow="words">"x"</s> }.into_any()),
        bad("allowed-on-one-side", &[Code::TextDiffers, Code::AttributeOnlyOnServer], || {
            split(|| view! { <u data-hydration-allow="text">"now"</u> }, || view! { <u>"later"</u> })
        }),
        bad("allowed-though-a-control-moves", &[Code::OnlyOnServer, H803], || {
            split(
                || view! { <nav data-hydration-allow="children"><button>"Upgrade"</button><button>"Delete"</button></nav> },
                || view! { <nav data-hydration-allow="children"><button on:click=|_| {}>"Delete"</button></nav> },
            )
        }),
        bad("allowed-though-a-control-is-off", &[Code::BooleanAttribute, H803], || {
            view! { <input data-hydration-allow="attribute:disabled" disabled=SERVER/> }.into_any()
        }),
        in_browser("allowed-and-overwritten", &[Code::Overwrites], || {
            let text = if SERVER { "now" } else { "later" };
            let email = RwSignal::new("ada@example.org".to_owned());
            view! {
                <div>
                    <time data-hydration-allow="text">{text}</time>
                    <input type="email" value="ada@example.org" prop:value=move || email.get()/>
                </div>
            }
            .into_any()
        }),
    ]
}
