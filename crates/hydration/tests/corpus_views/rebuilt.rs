//! Views that a parser rebuilds: both sides agree, and both are wrong.

use leptos::prelude::*;
use vestibule_hydration::Code;

use super::{Sample, bad};

pub(super) fn samples() -> Vec<Sample> {
    [paragraphs(), tables(), nesting(), characters(), raw()].into_iter().flatten().collect()
}

fn paragraphs() -> Vec<Sample> {
    use Code::EndsParagraph as H401;
    vec![
        bad("p-in-p", &[H401], || view! { <div><p><p>"b"</p></p></div> }.into_any()),
        bad("div-in-p", &[H401], || view! { <div><p>"a"<div>"b"</div>"c"</p></div> }.into_any()),
        bad("div-alone-in-p", &[H401], || view! { <div><p><div>"b"</div></p></div> }.into_any()),
        bad("ul-in-p", &[H401], || view! { <p>"Terms"<ul><li>"b"</li></ul></p> }.into_any()),
        bad("form-in-p", &[H401], || view! { <p><form action="/a"><input name="x"/></form></p> }.into_any()),
        bad("heading-in-p", &[H401], || view! { <p><h2>"Terms"</h2></p> }.into_any()),
        bad("table-in-p", &[H401], || view! { <p><table><tbody><tr><td>"1"</td></tr></tbody></table></p> }.into_any()),
        bad("div-in-span-in-p", &[H401], || view! { <p><span><div>"deep"</div></span></p> }.into_any()),
        bad("hr-in-p", &[H401], || view! { <p>"a"<hr/>"b"</p> }.into_any()),
        bad("two-divs-in-two-p", &[H401], || {
            view! { <section><p><div>"a"</div></p><p><div>"b"</div></p></section> }.into_any()
        }),
    ]
}

fn tables() -> Vec<Sample> {
    use Code::{ClosedByLike as H408, Dropped as H404, FosterParented as H403, ImpliedElement as H402};
    vec![
        bad("table-without-tbody", &[H402], || view! { <table><tr><td>"1"</td></tr></table> }.into_any()),
        bad("table-with-two-bare-rows", &[H402], || {
            view! { <table><tr><td on:click=|_| {}>"1"</td></tr><tr><td>"2"</td></tr></table> }.into_any()
        }),
        bad("cell-without-row", &[H402], || view! { <table><tbody><td>"1"</td></tbody></table> }.into_any()),
        bad("col-without-colgroup", &[H402], || {
            view! { <table><col/><tbody><tr><td>"1"</td></tr></tbody></table> }.into_any()
        }),
        bad("text-in-table", &[H403], || {
            view! { <div><table>"stray"<tbody><tr><td>"1"</td></tr></tbody></table></div> }.into_any()
        }),
        bad("div-in-table", &[H403], || {
            view! { <div><table><div>"stray"</div><tbody><tr><td>"1"</td></tr></tbody></table></div> }.into_any()
        }),
        bad("form-around-cells", &[H403], || {
            view! { <table><tbody><tr><form action="/a"><td>"1"</td></form></tr></tbody></table> }.into_any()
        }),
        bad("button-in-row", &[H403], || {
            view! { <table><tbody><tr><button>"x"</button><td>"1"</td></tr></tbody></table> }.into_any()
        }),
        bad("row-in-div", &[H404], || view! { <div><tr><td>"b"</td></tr></div> }.into_any()),
        bad("cell-in-body", &[H404], || view! { <td>"b"</td> }.into_any()),
        bad("row-in-row", &[H408], || {
            view! { <table><tbody><tr><tr><td>"1"</td></tr></tr></tbody></table> }.into_any()
        }),
        bad("text-and-bare-row", &[H402, H403], || {
            view! { <div><table>"stray"<tr><td>"1"</td></tr></table></div> }.into_any()
        }),
    ]
}

fn nesting() -> Vec<Sample> {
    use Code::{
        ClosedByLike as H408, Dropped as H404, NestedForm as H405, NestedHeading as H407, NestedInteractive as H406,
        Renamed as H409, SelectContent as H490,
    };
    vec![
        bad("form-in-form", &[H405], || {
            view! { <form action="/o"><div><form action="/i"><input name="x"/></form></div></form> }.into_any()
        }),
        bad("form-directly-in-form", &[H405], || {
            view! { <form action="/o"><form action="/i"><input name="x"/></form></form> }.into_any()
        }),
        bad("link-in-link", &[H406], || view! { <a href="/o">"o"<a href="/i">"i"</a></a> }.into_any()),
        bad("link-deep-in-link", &[H406], || {
            view! { <a href="/o"><span>"o"<b><a href="/i">"i"</a></b></span></a> }.into_any()
        }),
        bad("button-in-button", &[H406], || view! { <button>"o"<button>"i"</button></button> }.into_any()),
        bad("heading-in-heading", &[H407], || view! { <div><h1>"a"<h2>"b"</h2></h1></div> }.into_any()),
        bad("li-in-li", &[H408], || view! { <ul><li>"a"<li>"b"</li></li></ul> }.into_any()),
        bad("dd-in-dt", &[H408], || view! { <dl><dt>"a"<dd>"b"</dd></dt></dl> }.into_any()),
        bad("option-in-option", &[H490, H408], || {
            view! { <select><option>"a"<option>"b"</option></option></select> }.into_any()
        }),
        bad("body-in-div", &[H404], || view! { <div inner_html="<body class='x'><i>y</i></body>"></div> }.into_any()),
        bad("div-in-svg", &[Code::LeavesForeign], || view! { <svg><g><div>"x"</div></g></svg> }.into_any()),
        bad("input-in-select", &[H490, Code::EndsOuter], || {
            view! { <select><input name="x"/><option>"o"</option></select> }.into_any()
        }),
        bad("image", &[H409], || view! { <div><image src="x"/></div> }.into_any()),
        bad("div-in-select", &[H490], || view! { <select><div>"b"</div><option>"o"</option></select> }.into_any()),
        bad("b-in-option", &[H490], || view! { <select><option><b>"o"</b></option></select> }.into_any()),
        bad("button-in-select", &[H490], || {
            view! { <select><button>"pick"</button><option>"o"</option></select> }.into_any()
        }),
        bad("form-in-form-and-p-in-p", &[H405, Code::EndsParagraph], || {
            view! { <div><form action="/o"><form action="/i"></form></form><p><p>"x"</p></p></div> }.into_any()
        }),
    ]
}

fn characters() -> Vec<Sample> {
    use Code::{LeadingNewline as H410, Normalised as H411, RawMarker as H412};
    vec![
        bad("newline-in-pre", &[H410], || view! { <pre>"\nab"</pre> }.into_any()),
        bad("only-a-newline-in-pre", &[H410], || view! { <pre>"\n"</pre> }.into_any()),
        bad("newline-in-textarea", &[H410], || view! { <textarea>"\nab"</textarea> }.into_any()),
        bad("carriage-return", &[H411], || view! { <p>"a\r\nb"</p> }.into_any()),
        bad("carriage-return-in-attribute", &[H411], || view! { <i title="a\r\nb">"x"</i> }.into_any()),
        bad("nul", &[H411], || view! { <p>"a\u{0}b"</p> }.into_any()),
        bad("two-texts-in-textarea", &[H412], || view! { <textarea>"a"{"b"}</textarea> }.into_any()),
    ]
}

fn raw() -> Vec<Sample> {
    use Code::{Misnested as H413, RepeatedAttribute as H415};
    vec![
        bad("overlapping-tags", &[H413], || view! { <div inner_html="<b>1<i>2</b>3</i>"></div> }.into_any()),
        bad("attribute-twice", &[H415], || view! { <div inner_html=r#"<i id="a" id="b">x</i>"#></div> }.into_any()),
        bad("attribute-spread-over-another", &[H415], || {
            view! { <div><Named attr:title="from outside"/></div> }.into_any()
        }),
    ]
}

#[component]
fn Named() -> impl IntoView {
    view! { <i title="from inside">"x"</i> }
}
