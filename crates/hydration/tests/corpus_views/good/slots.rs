//! Slots: children with names.

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    vec![
        good("slot", || {
            #[slot]
            struct Footer {
                children: Children,
            }
            #[component]
            fn Card(footer: Footer, children: Children) -> impl IntoView {
                view! { <article>{children()}<footer>{(footer.children)()}</footer></article> }
            }
            view! { <Card><Footer slot>"foot"</Footer><p>"body"</p></Card> }
        }),
        good("slot-that-may-be-absent", || {
            #[slot]
            struct Icon {
                children: ChildrenFn,
            }
            #[component]
            fn Alert(#[prop(optional)] icon: Option<Icon>, children: Children) -> impl IntoView {
                view! {
                    <div role="alert">{icon.map(|icon| view! { <span>{(icon.children)()}</span> })}{children()}</div>
                }
            }
            view! { <Alert>"plain"</Alert><Alert><Icon slot>"!"</Icon>"with icon"</Alert> }
        }),
        good("slots-repeated", || {
            #[slot]
            struct Tab {
                title: &'static str,
                children: Children,
            }
            #[component]
            fn Tabs(tab: Vec<Tab>) -> impl IntoView {
                let tabs =
                    tab.into_iter().map(|tab| view! { <section><h2>{tab.title}</h2>{(tab.children)()}</section> });
                view! { <div class="tabs">{tabs.collect_view()}</div> }
            }
            view! { <Tabs><Tab slot title="One"><p>"1"</p></Tab><Tab slot title="Two">"2"</Tab></Tabs> }
        }),
        good("slots-for-two-outcomes", || {
            #[slot]
            struct Then {
                children: ChildrenFn,
            }
            #[slot]
            struct Otherwise {
                #[prop(into)]
                reason: String,
                children: ChildrenFn,
            }
            #[component]
            fn If(#[prop(into)] condition: Signal<bool>, then: Then, otherwise: Otherwise) -> impl IntoView {
                let (then, otherwise, reason) = (then.children, otherwise.children, otherwise.reason);
                move || {
                    if condition.get() {
                        then()
                    } else {
                        view! { <p title=reason.clone()>{otherwise()}</p> }.into_any()
                    }
                }
            }
            view! { <If condition=false><Then slot>"yes"</Then><Otherwise slot reason="r">"no"</Otherwise></If> }
        }),
        good("slot-under-another-name", || {
            #[slot]
            struct Part {
                children: Children,
            }
            #[component]
            fn Frame(header: Part, footer: Part) -> impl IntoView {
                view! { <header>{(header.children)()}</header><footer>{(footer.children)()}</footer> }
            }
            view! { <Frame><Part slot:header>"top"</Part><Part slot:footer><b>"bottom"</b></Part></Frame> }
        }),
    ]
}
