//! Elements within their like, and others that a parser doesn't leave in place.

use leptos::prelude::*;
use vestibule_hydration::Code::{
    ClosedByLike as H408, LeavesForeign as H416, NestedForm as H405, NestedHeading as H407, NestedInteractive as H406,
    Renamed as H409,
};

use super::{Sample, bad};

pub(super) fn samples() -> Vec<Sample> {
    [forms(), links_and_buttons(), headings_and_items(), foreign()].into_iter().flatten().collect()
}

fn forms() -> Vec<Sample> {
    vec![
        bad("form-in-form", &[H405], || {
            view! { <form action="/o"><div><form action="/i"><input name="x"/></form></div></form> }
        }),
        bad("form-directly-in-form", &[H405], || {
            view! { <form action="/o"><form action="/i"><input name="x"/></form></form> }
        }),
        bad("delete-form-in-each-row-of-a-form", &[H405], || {
            let rows = ["a", "b"]
                .map(|id| view! { <li><form action="/delete"><button value=id>"Delete"</button></form></li> });
            view! { <form action="/save"><ul>{Vec::from(rows)}</ul><button>"Save"</button></form> }
        }),
        bad("search-component-in-a-form", &[H405], || {
            #[component]
            fn Search() -> impl IntoView {
                view! { <form role="search"><input type="search" name="q"/></form> }
            }
            view! { <form action="/filter"><fieldset><Search/></fieldset></form> }
        }),
    ]
}

fn links_and_buttons() -> Vec<Sample> {
    vec![
        bad("link-in-link", &[H406], || view! { <a href="/o">"o"<a href="/i">"i"</a></a> }),
        bad("link-deep-in-link", &[H406], || view! { <a href="/o"><span>"o"<b><a href="/i">"i"</a></b></span></a> }),
        bad("author-link-in-a-card-that-is-a-link", &[H406], || {
            #[component]
            fn Author(name: &'static str) -> impl IntoView {
                view! { <p>"by "<a href="/ada">{name}</a></p> }
            }
            view! { <article><a href="/post"><h2>"On markers"</h2><Author name="Ada"/></a></article> }
        }),
        bad("button-in-button", &[H406], || view! { <button>"o"<button>"i"</button></button> }),
        bad("close-button-in-a-tab", &[H406], || {
            view! {
                <div role="tablist"><button role="tab"><span>"File"<button aria-label="Close">"×"</button></span>
                </button></div>
            }
        }),
    ]
}

fn headings_and_items() -> Vec<Sample> {
    vec![
        bad("heading-in-heading", &[H407], || view! { <div><h1>"a"<h2>"b"</h2></h1></div> }),
        bad("title-component-in-a-heading", &[H407], || {
            #[component]
            fn Title(children: Children) -> impl IntoView {
                view! { <h3>{children()}</h3> }
            }
            view! { <section><h2><Title>"Settings"</Title></h2></section> }
        }),
        bad("li-in-li", &[H408], || view! { <ul><li>"a"<li>"b"</li></li></ul> }),
        bad("li-deep-in-li", &[H408], || view! { <ul><li><div><span><li>"b"</li></span></div></li></ul> }),
        bad("dd-in-dt", &[H408], || view! { <dl><dt>"a"<dd>"b"</dd></dt></dl> }),
        bad("dt-in-dd", &[H408], || view! { <dl><dd><div><dt>"b"</dt></div></dd></dl> }),
        bad("item-component-in-an-item", &[H408], || {
            #[component]
            fn Item(children: Children) -> impl IntoView {
                view! { <li>{children()}</li> }
            }
            view! { <menu><li><Item>"Copy"</Item></li></menu> }
        }),
        bad("image", &[H409], || view! { <div><image src="x"/></div> }),
    ]
}

fn foreign() -> Vec<Sample> {
    vec![
        bad("div-in-svg", &[H416], || view! { <svg><g><div>"x"</div></g></svg> }),
        bad("paragraph-in-a-drawing", &[H416], || {
            view! { <figure><svg viewBox="0 0 9 9"><p>"Label"</p></svg></figure> }
        }),
        bad("tooltip-component-in-a-chart", &[H416], || {
            #[component]
            fn Tip(text: &'static str) -> impl IntoView {
                view! { <span role="tooltip">{text}</span> }
            }
            view! { <svg><rect width="4" height="9"/><Tip text="4 visits"/></svg> }
        }),
        bad("span-in-a-formula", &[H416], || view! { <math><mrow><mi>"x"</mi><span>"!"</span></mrow></math> }),
        bad("list-in-a-formula-from-elsewhere", &[H416], || {
            view! { <div inner_html="<math><mi>x</mi><ul><li>y</li></ul></math>"></div> }
        }),
    ]
}
