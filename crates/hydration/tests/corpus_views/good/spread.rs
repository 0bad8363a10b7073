//! Attributes that come from outside: spread, passed through components, set by the builder.

use leptos::{attr::any_attribute::AnyAttribute, prelude::*};

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [spread(), built()].into_iter().flatten().collect()
}

fn spread() -> Vec<Sample> {
    vec![
        good("spread-on-an-element", || {
            let attributes = view! { <{..} title="t" aria-label="l" data-x="1"/> };
            view! { <p {..attributes}>"x"</p> }
        }),
        good("spread-of-one-attribute", || {
            let required = leptos::attr::required(true);
            view! { <input name="n" {..required}/> }
        }),
        good("spread-of-a-list", || {
            let hint: Vec<AnyAttribute> =
                vec![leptos::attr::title("t").into_any_attr(), leptos::attr::lang("en").into_any_attr()];
            view! { <p {..hint}>"x"</p> }
        }),
        good("attributes-through-a-component", || {
            #[component]
            fn Submit(children: Children) -> impl IntoView {
                view! { <button type="submit" data-part="submit">{children()}</button> }
            }
            view! { <Submit attr:id="go" attr:disabled=false {..} class="wide" on:click=|_| {}>"Go"</Submit> }
        }),
        good("attributes-through-two-components", || {
            #[component]
            fn Inner() -> impl IntoView {
                view! { <input type="text"/> }
            }
            #[component]
            fn Outer() -> impl IntoView {
                view! { <Inner attr:name="inner"/> }
            }
            view! { <Outer attr:id="outer"/> }
        }),
        good("attributes-onto-every-root", || {
            #[component]
            fn Pair() -> impl IntoView {
                view! { <dt>"a"</dt><dd>"b"</dd> }
            }
            view! { <dl><Pair attr:data-pair="1"/></dl> }
        }),
        good("attributes-caught-and-moved", || {
            use leptos::attribute_interceptor::AttributeInterceptor;
            #[component]
            fn Field() -> impl IntoView {
                view! {
                    <AttributeInterceptor let:attrs><div class="field"><input {..attrs}/></div></AttributeInterceptor>
                }
            }
            view! { <Field attr:name="n" attr:placeholder="p"/> }
        }),
        good("attributes-onto-show", || {
            let open = RwSignal::new(true);
            view! {
                <Show when=move || open.get() fallback=|| view! { <i>"no"</i> } attr:data-side="both"><b>"yes"</b>
                </Show>
            }
        }),
    ]
}

fn built() -> Vec<Sample> {
    vec![
        good("built-without-the-macro", || {
            use leptos::html::{button, div, p};
            div()
                .id("box")
                .class("wide")
                .child((p().child("Hello"), button().on(leptos::ev::click, |_| {}).child("Press")))
        }),
        good("built-within-the-macro", || {
            let strong = leptos::html::strong().child("built");
            view! { <p>"This was "{strong}"."</p> }
        }),
        good("attributes-added-later", || {
            let link = view! { <a href="/">"x"</a> };
            link.add_any_attr(leptos::attr::title("t")).add_any_attr(leptos::attr::rel("home"))
        }),
        good("custom-element-built", || {
            leptos::html::custom("x-tag").attr("kind", "a").child(leptos::svg::svg().child(leptos::svg::path()))
        }),
        good("doctype-less-head-elements", || {
            view! {
                <link rel="preload" href="/a.woff2" r#as="font" crossorigin="anonymous"/>
                <meta name="theme-color" content="#fff"/>
            }
        }),
    ]
}
