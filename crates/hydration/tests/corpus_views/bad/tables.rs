//! Tables that a parser mends.

use leptos::prelude::*;
use vestibule_hydration::Code::{
    ClosedByLike as H408, Dropped as H404, FosterParented as H403, ImpliedElement as H402,
};

use super::{Sample, bad};

pub(super) fn samples() -> Vec<Sample> {
    [implied(), moved(), dropped()].into_iter().flatten().collect()
}

fn implied() -> Vec<Sample> {
    vec![
        bad("table-without-tbody", &[H402], || view! { <table><tr><td>"1"</td></tr></table> }),
        bad("table-with-two-bare-rows", &[H402], || {
            view! { <table><tr><td on:click=|_| {}>"1"</td></tr><tr><td>"2"</td></tr></table> }
        }),
        bad("cell-without-row", &[H402], || view! { <table><tbody><td>"1"</td></tbody></table> }),
        bad("col-without-colgroup", &[H402], || view! { <table><col/><tbody><tr><td>"1"</td></tr></tbody></table> }),
        bad("header-without-row", &[H402], || view! { <table><thead><th>"Name"</th></thead><tbody></tbody></table> }),
        bad("rows-from-data-without-tbody", &[H402], || {
            let rows = ["Ada", "Bo"].map(|name| view! { <tr><td>{name}</td></tr> });
            view! { <table>{Vec::from(rows)}</table> }
        }),
        bad("row-component-in-table", &[H402], || {
            #[component]
            fn Row(name: &'static str) -> impl IntoView {
                view! { <tr><th>{name}</th></tr> }
            }
            view! { <table><caption>"People"</caption><Row name="Ada"/></table> }
        }),
    ]
}

fn moved() -> Vec<Sample> {
    vec![
        bad("text-in-table", &[H403], || {
            view! { <div><table>"stray"<tbody><tr><td>"1"</td></tr></tbody></table></div> }
        }),
        bad("div-in-table", &[H403], || {
            view! { <div><table><div>"stray"</div><tbody><tr><td>"1"</td></tr></tbody></table></div> }
        }),
        bad("form-around-cells", &[H403], || {
            view! { <table><tbody><tr><form action="/a"><td>"1"</td></form></tr></tbody></table> }
        }),
        bad("button-in-row", &[H403], || {
            view! { <table><tbody><tr><button>"x"</button><td>"1"</td></tr></tbody></table> }
        }),
        bad("empty-message-in-tbody", &[H403], || {
            view! {
                <table><tbody><For each=|| 0..0 key=|n| *n let:n><tr><td>{n}</td></tr></For><p>"Nothing yet"</p></tbody>
                </table>
            }
        }),
        bad("spinner-as-fallback-in-tbody", &[H403], || {
            view! {
                <table><tbody><Suspense fallback=|| view! { <progress></progress> }><tr></tr></Suspense></tbody></table>
            }
        }),
        bad("visible-input-in-table", &[H403], || {
            view! { <table><input name="filter"/><tbody><tr><td>"1"</td></tr></tbody></table> }
        }),
        bad("heading-as-caption", &[H403], || {
            view! { <table><h2>"Plans"</h2><tbody><tr><td>"1"</td></tr></tbody></table> }
        }),
        bad("text-and-bare-row", &[H402, H403], || view! { <div><table>"stray"<tr><td>"1"</td></tr></table></div> }),
    ]
}

fn dropped() -> Vec<Sample> {
    vec![
        bad("row-in-div", &[H404], || view! { <div><tr><td>"b"</td></tr></div> }),
        bad("cell-in-body", &[H404], || view! { <td>"b"</td> }),
        bad("tbody-in-section", &[H404], || view! { <section><tbody><tr><td>"b"</td></tr></tbody></section> }),
        bad("caption-in-figure", &[H404], || {
            view! { <figure><img src="/a.png" alt=""/><caption>"c"</caption></figure> }
        }),
        bad("body-in-div", &[H404], || view! { <div inner_html="<body class='x'><i>y</i></body>"></div> }),
        bad("document-in-a-page", &[H404], || {
            view! { <main><html lang="en"><p>"page"</p></html></main> }
        }),
        bad("row-in-row", &[H408], || view! { <table><tbody><tr><tr><td>"1"</td></tr></tr></tbody></table> }),
    ]
}
