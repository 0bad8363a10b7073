//! Examples of what a parser rebuilds.

use leptos::prelude::*;
use vestibule_hydration::Code;

use super::{
    super::{Sample, bad, good},
    any,
};

pub(super) fn samples() -> Vec<Sample> {
    [elements(), characters(), others()].into_iter().flatten().collect()
}

fn elements() -> Vec<Sample> {
    vec![
        bad("explained-H401", &[Code::EndsParagraph], || any(view! { <p>"Terms" <div>"You agree."</div></p> })),
        good("explained-H401", || any(view! { <div>"Terms" <div>"You agree."</div></div> })),
        bad("explained-H402", &[Code::ImpliedElement], || any(view! { <table><tr><td>"Laptop"</td></tr></table> })),
        good("explained-H402", || any(view! { <table><tbody><tr><td>"Laptop"</td></tr></tbody></table> })),
        bad("explained-H403", &[Code::FosterParented], || {
            any(view! { <table><tbody><tr><button>"Revoke"</button><td>"Laptop"</td></tr></tbody></table> })
        }),
        good("explained-H403", || {
            any(view! { <table><tbody><tr><td><button>"Revoke"</button></td><td>"Laptop"</td></tr></tbody></table> })
        }),
        bad("explained-H404", &[Code::Dropped], || any(view! { <div><tr><td>"Laptop"</td></tr></div> })),
        good("explained-H404", || any(view! { <table><tbody><tr><td>"Laptop"</td></tr></tbody></table> })),
        bad("explained-H405", &[Code::NestedForm], || {
            any(view! {
                <form action="/save">
                    <input name="name"/>
                    <form action="/delete"><button>"Delete"</button></form>
                </form>
            })
        }),
        good("explained-H405", || {
            any(view! {
                <form action="/save"><input name="name"/></form>
                <form action="/delete"><button>"Delete"</button></form>
            })
        }),
        bad("explained-H406", &[Code::NestedInteractive], || {
            any(view! { <a href="/account">"Account " <a href="/help">"Help"</a></a> })
        }),
        good("explained-H406", || {
            any(view! { <span><a href="/account">"Account"</a> " " <a href="/help">"Help"</a></span> })
        }),
        bad("explained-H407", &[Code::NestedHeading], || any(view! { <h1>"Log in" <h2>"to your account"</h2></h1> })),
        good("explained-H407", || any(view! { <h1>"Log in " <span>"to your account"</span></h1> })),
        bad("explained-H408", &[Code::ClosedByLike], || any(view! { <ul><li>"Devices" <li>"Laptop"</li></li></ul> })),
        good("explained-H408", || any(view! { <ul><li>"Devices" <ul><li>"Laptop"</li></ul></li></ul> })),
        bad("explained-H409", &[Code::Renamed], || any(view! { <div><image src="/logo.svg" alt="Logo"/></div> })),
        good("explained-H409", || any(view! { <div><img src="/logo.svg" alt="Logo"/></div> })),
    ]
}

fn characters() -> Vec<Sample> {
    vec![
        bad("explained-H410", &[Code::LeadingNewline], || any(view! { <pre>"\ncargo test"</pre> })),
        good("explained-H410", || any(view! { <pre>"cargo test"</pre> })),
        bad("explained-H411", &[Code::Normalised], || any(view! { <p>"first\r\nsecond"</p> })),
        good("explained-H411", || any(view! { <p>{"first\r\nsecond".replace("\r\n", "\n")}</p> })),
        bad("explained-H412", &[Code::RawMarker], || {
            any({
                let name = "Ada";
                view! { <textarea>"Dear " {name}</textarea> }
            })
        }),
        good("explained-H412", || {
            any({
                let name = "Ada";
                view! { <textarea>{format!("Dear {name}")}</textarea> }
            })
        }),
        bad("explained-H413", &[Code::Misnested], || any(view! { <div inner_html="<b>one<i>two</b>three</i>"></div> })),
        good("explained-H413", || any(view! { <div inner_html="<b>one<i>two</i></b><i>three</i>"></div> })),
        bad("explained-H415", &[Code::RepeatedAttribute], || {
            any({
                #[component]
                fn Badge() -> impl IntoView {
                    view! { <i title="new">"!"</i> }
                }
                view! { <p><Badge attr:title="seen"/></p> }
            })
        }),
        good("explained-H415", || {
            any({
                #[component]
                fn Badge(title: &'static str) -> impl IntoView {
                    view! { <i title=title>"!"</i> }
                }
                view! { <p><Badge title="seen"/></p> }
            })
        }),
    ]
}

fn others() -> Vec<Sample> {
    vec![
        bad("explained-H416", &[Code::LeavesForeign], || any(view! { <svg><g><p>"Sign-ins"</p></g></svg> })),
        good("explained-H416", || any(view! { <svg><g><text>"Sign-ins"</text></g></svg> })),
        bad("explained-H417", &[Code::EndsOuter], || {
            any(view! { <select><optgroup label="Phone"><option>"Text"</option><hr/></optgroup></select> })
        }),
        good("explained-H417", || {
            any(view! { <select><optgroup label="Phone"><option>"Text"</option></optgroup><hr/></select> })
        }),
        bad("explained-H490", &[Code::SelectContent], || {
            any(view! { <select><option><b>"Text"</b> " me"</option></select> })
        }),
        good("explained-H490", || any(view! { <select><option>"Text me"</option></select> })),
    ]
}
