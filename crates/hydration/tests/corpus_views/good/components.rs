//! Components, their props and their children.

use leptos::{children::ToChildren, context::Provider, prelude::*, text_prop::TextProp};

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [props(), children(), context()].into_iter().flatten().collect()
}

fn props() -> Vec<Sample> {
    vec![
        good("component-with-props", || {
            /// A greeting.
            #[component]
            fn Greeting(
                name: &'static str,
                #[prop(optional)] title: Option<&'static str>,
                #[prop(default = 1)] times: usize,
            ) -> impl IntoView {
                view! { <p>"Hello "{title}{title.map(|_| " ")}{name}{"!".repeat(times)}</p> }
            }
            view! { <Greeting name="Ada"/><Greeting name="Lovelace" title="Lady" times=3/> }
        }),
        good("component-with-converted-props", || {
            #[component]
            fn Field(
                #[prop(into)] label: String,
                #[prop(into)] value: Signal<String>,
                #[prop(into, optional)] hint: MaybeProp<String>,
            ) -> impl IntoView {
                view! { <label>{label}<input value=value title=move || hint.get()/></label> }
            }
            let value = RwSignal::new("v".to_owned());
            view! { <Field label="A" value="fixed"/><Field label="B" value=value hint="h"/> }
        }),
        good("component-with-a-text-prop", || {
            #[component]
            fn Title(#[prop(into)] text: TextProp) -> impl IntoView {
                view! { <h1>{move || text.get()}</h1> }
            }
            let number = RwSignal::new(1);
            view! { <Title text="static"/><Title text=move || format!("number {}", number.get())/> }
        }),
        good("generic-component", || {
            #[component]
            fn List<T: IntoView + Clone + 'static>(items: Vec<T>, #[prop(optional)] ordered: bool) -> impl IntoView {
                let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
                if ordered { view! { <ol>{items}</ol> }.into_any() } else { view! { <ul>{items}</ul> }.into_any() }
            }
            view! { <List items=vec![1, 2]/><List items=vec!["a"] ordered=true/> }
        }),
        good("component-with-a-callback", || {
            #[component]
            fn Choice(options: [&'static str; 2], #[prop(into)] on_choose: Callback<&'static str>) -> impl IntoView {
                options
                    .map(|option| view! { <button on:click=move |_| on_choose.run(option)>{option}</button> })
                    .into_iter()
                    .collect_view()
            }
            let chosen = RwSignal::new("none");
            view! {
                <Choice options=["yes", "no"] on_choose=move |option| chosen.set(option)/><output>{chosen}</output>
            }
        }),
        good("component-that-renders-a-prop", || {
            #[component]
            fn Rows<F, V>(count: u8, row: F) -> impl IntoView
            where
                F: Fn(u8) -> V,
                V: IntoView + 'static,
            {
                (0..count).map(row).collect_view()
            }
            view! { <ol><Rows count=2 row=|n| view! { <li>{n}</li> }/></ol> }
        }),
        good("component-that-draws-nothing", || {
            #[component]
            fn Logger() -> impl IntoView {
                Effect::new(|| leptos::logging::log!("mounted"));
            }
            view! { <main><Logger/><p>"after"</p></main> }
        }),
        good("component-with-the-builder", || {
            #[component]
            fn Badge(text: &'static str, children: Children) -> impl IntoView {
                view! { <b title=text>{children()}</b> }
            }
            Badge(BadgeProps::builder().text("t").children(ToChildren::to_children(|| "built")).build())
        }),
        good("counter", || {
            #[component]
            fn Counter(from: i32) -> impl IntoView {
                let count = RwSignal::new(from);
                view! {
                    <p><button on:click=move |_| *count.write() -= 1>"−"</button>{count}
                    <button on:click=move |_| *count.write() += 1>"+"</button></p>
                }
            }
            view! { <Counter from=3/><Counter from=-1/> }
        }),
    ]
}

fn children() -> Vec<Sample> {
    vec![
        good("nested-components", || {
            #[component]
            fn Outer(children: Children) -> impl IntoView {
                view! { <section><header>"o"</header>{children()}</section> }
            }
            #[component]
            fn Inner() -> impl IntoView {
                view! { <p>"i"{Some("n")}</p> }
            }
            view! { <Outer><Inner/><Inner/></Outer> }
        }),
        good("children-drawn-twice", || {
            #[component]
            fn Twice(children: ChildrenFn) -> impl IntoView {
                view! { <div>{children()}</div><div>{children()}</div> }
            }
            view! { <Twice><i>"a"</i>"b"</Twice> }
        }),
        good("children-that-may-be-absent", || {
            #[component]
            fn Box(#[prop(optional)] children: Option<Children>) -> impl IntoView {
                view! { <div class="box">{children.map(|children| children())}</div> }
            }
            view! { <Box/><Box>"full"</Box> }
        }),
        good("children-wrapped-one-by-one", || {
            #[component]
            fn Steps(children: ChildrenFragment) -> impl IntoView {
                let steps = children().nodes.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
                view! { <ol>{steps}</ol> }
            }
            view! { <Steps><b>"one"</b>"two"<i>"three"</i></Steps> }
        }),
        good("children-of-a-known-type", || {
            #[component]
            fn Bold<T: IntoView + 'static>(children: TypedChildren<T>) -> impl IntoView {
                view! { <b>{children.into_inner()()}</b> }
            }
            view! { <Bold>"a"{1}</Bold> }
        }),
        good("children-with-an-argument", || {
            #[component]
            fn Each<V: IntoView + 'static>(children: impl Fn(&'static str) -> V) -> impl IntoView {
                ["a", "b"].map(children).into_iter().collect_view()
            }
            view! { <ul><Each let:word><li>{word}</li></Each></ul> }
        }),
        good("children-shown-by-a-condition", || {
            #[component]
            fn When(is: bool, children: ChildrenFn) -> impl IntoView {
                move || is.then(|| children())
            }
            view! { <When is=true><p>"yes"</p></When><When is=false><p>"no"</p></When> }
        }),
        good("page-layout", || {
            #[component]
            fn Layout(title: &'static str, children: Children) -> impl IntoView {
                view! { <header><h1>{title}</h1></header><main>{children()}</main><footer>"©"</footer> }
            }
            view! { <Layout title="Home"><p>"Welcome"</p></Layout> }
        }),
    ]
}

fn context() -> Vec<Sample> {
    vec![
        good("context", || {
            provide_context(7_i32);
            view! { <p>{use_context::<i32>()}{use_context::<String>()}</p> }
        }),
        good("context-from-a-provider", || {
            #[derive(Clone)]
            struct Theme(&'static str);
            #[component]
            fn Themed() -> impl IntoView {
                view! { <i class={use_context::<Theme>().map_or("light", |theme| theme.0)}>"x"</i> }
            }
            view! { <Themed/><Provider value=Theme("dark")><Themed/></Provider> }
        }),
        good("context-of-a-signal", || {
            #[component]
            fn Name() -> impl IntoView {
                let name = expect_context::<RwSignal<&'static str>>();
                view! { <b>{name}</b> }
            }
            provide_context(RwSignal::new("Ada"));
            view! { <p>"by "<Name/></p> }
        }),
    ]
}
