//! Classes and styles, however they are given.

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [classes(), styles()].into_iter().flatten().collect()
}

fn classes() -> Vec<Sample> {
    vec![
        good("empty-class", || view! { <i class="">"x"</i><i class:a=false>"x"</i> }),
        good("class-with-spaces", || view! { <i class=" a  b ">"x"</i> }),
        good("class-from-values", || {
            view! {
                <i class="a">"x"</i><i class=String::from("b")>"x"</i><i class=Some("c")>"x"</i>
                <i class={None::<&str>}>"x"</i>
            }
        }),
        good("class-from-a-signal", || {
            let (kind, open) = (RwSignal::new("note"), RwSignal::new(true));
            view! {
                <div class=move || format!("box {} {}", kind.get(), if open.get() { "open" } else { "" })>"x"</div>
                <i class=kind>"y"</i>
            }
        }),
        good("class-toggles", || {
            let chosen = RwSignal::new(true);
            view! { <li class="item" class:chosen=chosen class:last=false class:is-2=move || chosen.get()>"x"</li> }
        }),
        good("class-toggles-with-strange-names", || {
            let wide = RwSignal::new(true);
            view! {
                <div class=("md:w-1/2", wide) class=("[&>p]:mt-4", true)
                class=("dark:hover:bg-white/10", move || !wide.get())>"x"</div>
            }
        }),
        good("several-classes-by-one-switch", || {
            let active = RwSignal::new(true);
            view! { <a href="/" class=(["font-bold", "underline"], move || active.get())>"Home"</a> }
        }),
        good("class-for-all-elements", || {
            view! { class = "scoped-x1", <div><p class="own">"a"</p><b>"b"</b></div> }
        }),
        good("classes-of-a-framework", || {
            view! {
                <button class="inline-flex items-center gap-1.5 rounded-md px-2.5 py-1.5 focus-visible:outline-2">"Save"
                </button>
            }
        }),
        good("class-from-a-list", || {
            let classes = [Some("card"), None, Some("wide")].into_iter().flatten().collect::<Vec<_>>().join(" ");
            view! { <div class=classes>"x"</div> }
        }),
        good("class-passed-into-a-component", || {
            #[component]
            fn Card(#[prop(optional, into)] class: String, children: Children) -> impl IntoView {
                view! { <div class=format!("card {class}").trim_end().to_owned()>{children()}</div> }
            }
            view! { <Card>"plain"</Card><Card class="wide">"wide"</Card> }
        }),
    ]
}

fn styles() -> Vec<Sample> {
    vec![
        good("style", || view! { <i style="color: red; --gap: 4px; background: url('/a;b.png')">"x"</i> }),
        good("style-properties", || {
            let left = RwSignal::new(10);
            view! {
                <div style:position="absolute" style:left=move || format!("{}px", left.get()) style:z-index="2">"x"
                </div>
            }
        }),
        good("style-and-its-properties", || {
            let hue = RwSignal::new(120);
            view! { <div style="display: grid" style:color=move || format!("hsl({} 50% 50%)", hue.get())>"x"</div> }
        }),
        good("style-as-pairs", || {
            let progress = RwSignal::new(0.4);
            view! { <div style=("--progress", move || progress.get().to_string()) style=("width", "50%")>"x"</div> }
        }),
        good("style-that-may-be-absent", || {
            let (hidden, colour) = (RwSignal::new(true), None::<&str>);
            view! { <i style=colour>"x"</i><i style:display=move || hidden.get().then_some("none")>"y"</i> }
        }),
        good("style-from-a-signal", || {
            let width = RwSignal::new(40);
            view! { <div style=move || format!("width: {}%; height: 4px", width.get())></div> }
        }),
    ]
}
