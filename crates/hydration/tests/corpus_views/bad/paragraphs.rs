//! Paragraphs that their content ends.

use leptos::prelude::*;
use vestibule_hydration::Code::{EndsParagraph as H401, NestedForm as H405};

use super::{Sample, bad};

pub(super) fn samples() -> Vec<Sample> {
    [written(), composed()].into_iter().flatten().collect()
}

fn written() -> Vec<Sample> {
    vec![
        bad("div-in-p", &[H401], || view! { <div><p>"a"<div>"b"</div>"c"</p></div> }),
        bad("div-alone-in-p", &[H401], || view! { <div><p><div>"b"</div></p></div> }),
        bad("ul-in-p", &[H401], || view! { <p>"Terms"<ul><li>"b"</li></ul></p> }),
        bad("form-in-p", &[H401], || view! { <p><form action="/a"><input name="x"/></form></p> }),
        bad("heading-in-p", &[H401], || view! { <p><h2>"Terms"</h2></p> }),
        bad("table-in-p", &[H401], || view! { <p><table><tbody><tr><td>"1"</td></tr></tbody></table></p> }),
        bad("div-in-span-in-p", &[H401], || view! { <p><span><div>"deep"</div></span></p> }),
        bad("hr-in-p", &[H401], || view! { <p>"a"<hr/>"b"</p> }),
        bad("pre-in-p", &[H401], || view! { <p>"Run "<pre>"cargo test"</pre></p> }),
        bad("quotation-in-p", &[H401], || view! { <p>"She said"<blockquote>"No"</blockquote></p> }),
        bad("figure-in-p", &[H401], || view! { <p><figure><img src="/a.png" alt=""/></figure></p> }),
        bad("details-in-p", &[H401], || view! { <p>"a"<details><summary>"b"</summary></details></p> }),
        bad("two-divs-in-two-p", &[H401], || {
            view! { <section><p><div>"a"</div></p><p><div>"b"</div></p></section> }
        }),
    ]
}

/// No template alone is wrong.
fn composed() -> Vec<Sample> {
    vec![
        bad("block-component-in-p", &[H401], || {
            #[component]
            fn Notice(children: Children) -> impl IntoView {
                view! { <div role="note">{children()}</div> }
            }
            view! { <p>"Before "<Notice>"careful"</Notice></p> }
        }),
        bad("children-wrapped-in-p", &[H401], || {
            #[component]
            fn Hint(children: Children) -> impl IntoView {
                view! { <p class="hint">{children()}</p> }
            }
            view! { <Hint>"See "<ul><li>"this"</li></ul></Hint> }
        }),
        bad("paragraphs-from-an-editor", &[H401], || {
            view! { <p inner_html="<p>From the editor</p>"></p> }
        }),
        bad("list-of-divs-in-p", &[H401], || {
            let tags = ["red", "round"].map(|tag| view! { <div class="tag">{tag}</div> });
            view! { <p>{Vec::from(tags)}</p> }
        }),
        bad("fallback-that-is-a-block", &[H401], || {
            view! { <p>"Total: "<Suspense fallback=|| view! { <div class="skeleton"></div> }>"9"</Suspense></p> }
        }),
        bad("form-in-form-and-p-in-p", &[H405, H401], || {
            view! { <div><form action="/o"><form action="/i"></form></form><p><p>"x"</p></p></div> }
        }),
    ]
}
