//! What a component is given as children is drawn by the component and written by somebody else.

use leptos::prelude::*;
use vestibule_hydration::Code::{ListOrder as H107, OnlyOnServer as H103, TextDiffers as H201};

use super::{SERVER, Sample, bad, side};

pub(super) fn samples() -> Vec<Sample> {
    vec![
        bad("a-text-in-what-a-component-is-given", &[H201], || {
            #[component]
            fn Card(children: Children) -> impl IntoView {
                view! { <section class="card"><div>{children()}</div></section> }
            }
            view! {
                <Card>
                    <h2>"Plan"</h2>
                    <p>{side("Paid", "Free")}</p>
                </Card>
            }
        }),
        bad("a-button-in-what-a-component-is-given", &[H103], || {
            #[component]
            fn Bar(children: Children) -> impl IntoView {
                view! { <nav><div>{children()}</div></nav> }
            }
            let buttons = move || {
                let cancel = || view! { <button name="cancel" on:click=|_| {}>"Cancel"</button> };
                if SERVER {
                    let upgrade = view! { <button name="upgrade" on:click=|_| {}>"Upgrade"</button> };
                    (upgrade, cancel()).into_any()
                } else {
                    cancel().into_any()
                }
            };
            view! {
                <Bar>
                    <span>"Plan"</span>
                    {buttons()}
                </Bar>
            }
        }),
        bad("fields-in-another-order-in-what-a-component-is-given", &[H107], || {
            #[component]
            fn Sheet(children: Children) -> impl IntoView {
                view! { <form><div>{children()}</div></form> }
            }
            let [first, second] = side(["city", "zip"], ["zip", "city"]);
            view! {
                <Sheet>
                    <input name=first/>
                    <input name=second/>
                </Sheet>
            }
        }),
    ]
}
