//! Views that are right, however strange they look.

use leptos::{either::Either, prelude::*};

use super::{SERVER, Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [plain(), text(), elements(), tables(), foreign(), dynamic(), nesting(), order()].into_iter().flatten().collect()
}

fn plain() -> Vec<Sample> {
    vec![
        good("plain", || view! { <div class="a"><p>"hi "<b>"x"</b></p></div> }.into_any()),
        good("nothing", || ().into_any()),
        good("nothing-in-div", || view! { <div>{None::<i32>}</div> }.into_any()),
        good("fragment", || view! { "a" "b" <i>"c"</i> "d" }.into_any()),
        good("comment-marker-between-texts", || view! { <p>{"a"}{"b"}{"c"}</p> }.into_any()),
        good("nested-components", || view! { <Outer><Inner/><Inner/></Outer> }.into_any()),
        good("custom-element", || view! { <my-el foo="1">"x"</my-el> }.into_any()),
        good("void-elements", || {
            view! { <div><br/><hr/><img src="/a.png" alt=""/><input type="text"/><wbr/></div> }.into_any()
        }),
    ]
}

fn text() -> Vec<Sample> {
    vec![
        good("empty-text", || view! { <p>{""}</p> }.into_any()),
        good("empty-string-between-texts", || view! { <p>"a"{String::new()}"b"</p> }.into_any()),
        good("reactive-empty-text", || {
            let text = RwSignal::new(String::new());
            view! { <p class="error">{move || text.get()}</p> }.into_any()
        }),
        good("entities", || view! { <p>{"a&b <c> \"d\" 'e' \u{a0}"}</p> }.into_any()),
        good("entities-in-attribute", || view! { <a href="/?a=1&b=2" title="<\"'>">"x"</a> }.into_any()),
        good("non-breaking-space", || view! { <p>"\u{a0}"</p> }.into_any()),
        good("right-to-left", || view! { <p dir="rtl">"שלום"</p> }.into_any()),
        good("emoji", || view! { <p>"👩‍🔬 e\u{301}"</p> }.into_any()),
        good("whitespace-only", || view! { <p>" \t "</p> }.into_any()),
        good("newline-within-pre", || view! { <pre>"a\nb\n"</pre> }.into_any()),
        good("newline-after-element-in-pre", || view! { <pre><b>"a"</b>"\nb"</pre> }.into_any()),
        good("newline-first-in-p", || view! { <p>"\nab"</p> }.into_any()),
        good("numbers", || view! { <p>{1}{2.5}{'c'}{true.to_string()}</p> }.into_any()),
    ]
}

fn elements() -> Vec<Sample> {
    vec![
        good("textarea", || view! { <textarea name="t">"a"</textarea> }.into_any()),
        good("textarea-with-lines", || view! { <textarea>"a\nb"</textarea> }.into_any()),
        good("empty-textarea", || view! { <textarea></textarea> }.into_any()),
        good("select", || {
            view! { <select name="s"><option value="1" selected>"a"</option><optgroup label="g"><option>"b"</option></optgroup></select> }.into_any()
        }),
        good("noscript", || view! { <div><noscript><p>"enable js"</p></noscript><b>"x"</b></div> }.into_any()),
        good("noscript-with-two", || {
            view! { <div><noscript><p>"a"</p><p>"b"</p></noscript><b>"x"</b></div> }.into_any()
        }),
        good("script", || {
            view! { <div><script type="application/json">"{\"a\":1}"</script><b>"x"</b></div> }.into_any()
        }),
        good("style-element", || view! { <div><style>"a>b{}"</style><b>"x"</b></div> }.into_any()),
        good("template", || view! { <div><template><b>"x"</b></template><i>"y"</i></div> }.into_any()),
        good("iframe", || view! { <iframe src="/a" title="t"></iframe> }.into_any()),
        good("details", || view! { <details><summary>"s"</summary><p>"x"</p></details> }.into_any()),
        good("dialog", || {
            view! { <dialog open><form method="dialog"><button>"ok"</button></form></dialog> }.into_any()
        }),
        good("label-around-input", || view! { <label>"E"<input type="email"/></label> }.into_any()),
        good("boolean-attributes", || view! { <input required=true disabled=false autofocus/> }.into_any()),
        good("empty-class", || view! { <i class:a=false>"x"</i> }.into_any()),
        good("class-with-spaces", || view! { <i class=" a  b ">"x"</i> }.into_any()),
        good("property-beside-attribute", || view! { <input value="s"/> }.into_any()),
        good("inner-html", || view! { <div inner_html="<b>1</b><i>2</i>"></div> }.into_any()),
        good("ruby", || view! { <ruby>"漢"<rp>"("</rp><rt>"kan"</rt><rp>")"</rp></ruby> }.into_any()),
        good("picture", || {
            view! { <picture><source srcset="/a.webp"/><img src="/a.png" alt=""/></picture> }.into_any()
        }),
    ]
}

fn tables() -> Vec<Sample> {
    vec![
        good("table", || {
            view! {
                <table>
                    <caption>"c"</caption><colgroup><col/><col/></colgroup>
                    <thead><tr><th>"h"</th><th>"i"</th></tr></thead>
                    <tbody><tr><td>"1"</td><td><p>"2"</p></td></tr></tbody>
                    <tfoot><tr><td colspan="2">"f"</td></tr></tfoot>
                </table>
            }
            .into_any()
        }),
        good("table-in-cell", || {
            view! { <table><tbody><tr><td><table><tbody><tr><td>"x"</td></tr></tbody></table></td></tr></tbody></table> }
                .into_any()
        }),
        good("list-in-tbody", || {
            let rows = (0..2).map(|row| view! { <tr><td>{row}</td></tr> }).collect_view();
            view! { <table><tbody>{rows}</tbody></table> }.into_any()
        }),
        good("form-in-cell", || {
            view! { <table><tbody><tr><td><form action="/a"><button>"x"</button></form></td></tr></tbody></table> }
                .into_any()
        }),
    ]
}

fn foreign() -> Vec<Sample> {
    vec![
        good("svg", || {
            view! { <svg viewBox="0 0 1 1"><path d="M0"/><foreignObject><div>"x"</div></foreignObject></svg> }
                .into_any()
        }),
        good("svg-between", || {
            view! { <div><svg viewBox="0 0 1 1"><circle r="1"/></svg><p>"after"</p></div> }.into_any()
        }),
        good("svg-title", || view! { <p><svg><title>"t"</title><desc>"d"</desc></svg></p> }.into_any()),
        good("svg-gradient", || {
            view! { <svg><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0"/></linearGradient></svg> }
                .into_any()
        }),
        good("p-in-foreign-object-in-p", || {
            view! { <p><svg><foreignObject><p>"x"</p></foreignObject></svg></p> }.into_any()
        }),
        good("math", || view! { <math><mi>"x"</mi><mo>"="</mo><mn>"1"</mn></math> }.into_any()),
    ]
}

fn dynamic() -> Vec<Sample> {
    vec![
        good("option-and-vec", || view! { <div>{Some("x")}{None::<&str>}{vec![1, 2, 3]}</div> }.into_any()),
        good("empty-vec", || view! { <ul>{Vec::<i32>::new()}</ul> }.into_any()),
        good("either", || {
            let left: Either<&str, i32> = Either::Left("l");
            view! { <p>{left}</p> }.into_any()
        }),
        good("show", || view! { <Show when=|| true fallback=|| "no"><b>"yes"</b></Show> }.into_any()),
        good("for", || {
            view! { <ul><For each=|| 0..3 key=|number| *number let:number><li>{number}</li></For></ul> }.into_any()
        }),
        good("result", || view! { <p>{Ok::<_, std::fmt::Error>("fine")}</p> }.into_any()),
        good("effect-after-hydration", || {
            let text = RwSignal::new("a");
            Effect::new(move |_| text.set("b"));
            view! { <p>{move || text.get()}</p> }.into_any()
        }),
        good("memo", || {
            let number = RwSignal::new(2);
            let double = Memo::new(move |_| number.get() * 2);
            view! { <p>{double}</p> }.into_any()
        }),
        good("node-ref-and-listener", || {
            let element = NodeRef::<leptos::html::Button>::new();
            view! { <button node_ref=element on:click=|_| {}>"x"</button> }.into_any()
        }),
        good("context", || {
            provide_context(7_i32);
            view! { <p>{use_context::<i32>()}</p> }.into_any()
        }),
    ]
}

fn nesting() -> Vec<Sample> {
    vec![
        good("list-in-item", || view! { <ul><li>"a"<ul><li>"b"</li></ul></li></ul> }.into_any()),
        good("definition-list", || view! { <dl><div><dt>"a"</dt><dd>"b"</dd></div></dl> }.into_any()),
        good("button-in-link", || view! { <a href="/"><button>"x"</button></a> }.into_any()),
        good("link-in-button", || view! { <button><a href="/">"x"</a></button> }.into_any()),
        good("p-in-button-in-p", || view! { <p><button><p>"x"</p></button></p> }.into_any()),
        good("block-in-link", || view! { <a href="/"><div><h2>"t"</h2><p>"x"</p></div></a> }.into_any()),
        good("headings-in-sections", || {
            view! { <section><h1>"a"</h1><section><h2>"b"</h2></section></section> }.into_any()
        }),
        good("two-forms", || view! { <div><form action="/a"></form><form action="/b"></form></div> }.into_any()),
        good("form-in-template-in-form", || {
            view! { <form action="/a"><template><form action="/b"></form></template></form> }.into_any()
        }),
        good("span-in-p", || view! { <p><span><em>"a"</em></span><small>"b"</small></p> }.into_any()),
        good("h2-deep-in-h1", || view! { <div><h1><span><b>"a"</b></span></h1><h2>"b"</h2></div> }.into_any()),
    ]
}

fn order() -> Vec<Sample> {
    fn by_side<T: 'static>(server: T, client: T) -> T {
        if SERVER { server } else { client }
    }
    vec![
        good("nonce-only-on-server", || {
            view! { <div><script nonce=by_side(Some("n"), None) type="x">"a"</script></div> }.into_any()
        }),
        good("classes-in-another-order", || view! { <i class=by_side("a b", "b a")>"x"</i> }.into_any()),
        good("styles-in-another-order", || {
            view! { <i style=by_side("color: red; top: 0", "top:0;color:red")>"x"</i> }.into_any()
        }),
        good("class-empty-or-absent", || view! { <i class=by_side(Some(""), None)>"x"</i> }.into_any()),
        good("style-empty-or-absent", || view! { <i style=by_side(Some(""), None)>"x"</i> }.into_any()),
        good("attributes-in-another-order", || {
            super::split(|| view! { <i id="a" title="b">"x"</i> }, || view! { <i title="b" id="a">"x"</i> })
        }),
    ]
}

#[component]
fn Outer(children: Children) -> impl IntoView {
    view! { <section><header>"o"</header>{children()}</section> }
}

#[component]
fn Inner() -> impl IntoView {
    view! { <p>"i"{Some("n")}</p> }
}
