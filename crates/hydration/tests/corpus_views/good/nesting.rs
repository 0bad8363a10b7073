//! Nestings that look forbidden and that a parser keeps.

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [blocks(), scopes(), interactive()].into_iter().flatten().collect()
}

fn blocks() -> Vec<Sample> {
    vec![
        good("span-in-p", || view! { <p><span><em>"a"</em></span><small>"b"</small></p> }),
        good("headings-in-sections", || {
            view! { <section><h1>"a"</h1><section><h2>"b"</h2></section></section> }
        }),
        good("h2-deep-in-h1", || view! { <div><h1><span><b>"a"</b></span></h1><h2>"b"</h2></div> }),
        good("heading-within-an-element-in-a-heading", || view! { <h1><span><h2>"b"</h2></span></h1> }),
        good("div-in-span", || view! { <span><div>"block in inline"</div></span> }),
        good("div-in-label", || view! { <label><div>"Name"</div><input name="n"/></label> }),
        good("list-in-heading", || view! { <h3>"a"<ul><li>"b"</li></ul></h3> }),
        good("paragraphs-one-after-another", || {
            let lines = ["a", "b", "c"].map(|line| view! { <p>{line}</p> });
            view! { <div>{Vec::from(lines)}</div> }
        }),
        good("deep-nesting", || {
            fn wrap(depth: u8, inner: AnyView) -> AnyView {
                if depth == 0 { inner } else { wrap(depth - 1, view! { <div>{inner}</div> }.into_any()) }
            }
            wrap(40, view! { <p>"down here"</p> }.into_any())
        }),
        good("formatting-many-times-over", || {
            view! { <b>"1"<b>"2"<b>"3"<b>"4"<i>"5"<i>"6"</i></i></b></b></b></b> }
        }),
    ]
}

/// Where a parser forgets what is open outside.
fn scopes() -> Vec<Sample> {
    vec![
        good("p-in-button-in-p", || view! { <p><button><p>"x"</p></button></p> }),
        good("p-in-object-in-p", || view! { <p><object data="/a"><p>"x"</p></object></p> }),
        good("p-in-foreign-object-in-p", || {
            view! { <p><svg><foreignObject><p>"x"</p></foreignObject></svg></p> }
        }),
        good("link-in-cell-in-link", || {
            view! { <a href="/o"><table><tbody><tr><td><a href="/i">"i"</a></td></tr></tbody></table></a> }
        }),
        good("button-in-object-in-button", || {
            view! { <button><object data="/a"><button>"x"</button></object></button> }
        }),
        good("form-in-template-in-form", || {
            view! { <form action="/a"><template><form action="/b"></form></template></form> }
        }),
        good("li-in-section-in-li", || view! { <ul><li><section><li>"b"</li></section></li></ul> }),
        good("dt-in-list-in-dd", || view! { <dl><dd><dl><dt>"b"</dt></dl></dd></dl> }),
        good("table-in-list-in-cell", || {
            view! {
                <table><tbody><tr><td><ul><li><table><tbody><tr><td>"x"</td></tr></tbody></table></li></ul></td></tr>
                </tbody></table>
            }
        }),
    ]
}

/// Wrong for people and keyboards, but the tree stays as it was written.
fn interactive() -> Vec<Sample> {
    vec![
        good("button-in-link", || view! { <a href="/"><button>"x"</button></a> }),
        good("link-in-button", || view! { <button><a href="/">"x"</a></button> }),
        good("block-in-link", || view! { <a href="/"><div><h2>"t"</h2><p>"x"</p></div></a> }),
        good("input-in-link", || view! { <a href="/"><input name="x"/></a> }),
        good("input-in-button", || view! { <button>"Pick "<input type="checkbox"/></button> }),
        good("label-in-label", || view! { <label>"a"<label>"b"<input/></label></label> }),
        good("select-in-button", || view! { <button><select><option>"a"</option></select></button> }),
        good("details-in-summary", || {
            view! { <details><summary><details><summary>"b"</summary></details></summary></details> }
        }),
        good("links-side-by-side", || {
            let links = [("/a", "a"), ("/b", "b")].map(|(to, name)| view! { <a href=to>{name}</a>" " });
            view! { <p>{Vec::from(links)}</p> }
        }),
    ]
}
