//! Views that look right and behave otherwise: only a browser that hydrates them shows it.

use leptos::{
    ev::MouseEvent,
    html::{Button, Input},
    logging::log,
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::{Element, HtmlElement},
};
use vestibule_hydration::Code;

use super::{Sample, good, in_browser};

pub(super) fn samples() -> Vec<Sample> {
    [answers(), focus(), layout(), right()].into_iter().flatten().collect()
}

/// Whether the client adopts the server's page while this is drawn.
fn hydrating() -> bool {
    Owner::current_shared_context().is_some_and(|page| page.during_hydration())
}

/// What the page has already while this is drawn; natively there is no page.
fn in_page(selector: &str) -> Option<HtmlElement> {
    let page = cfg!(target_arch = "wasm32").then(document)?;
    page.query_selector(selector).ok()??.dyn_into().ok()
}

fn listen(element: &Element, event: &str) -> bool {
    let answer = Closure::<dyn FnMut()>::new(|| log!("pressed")).into_js_value();
    element.add_event_listener_with_callback(event, answer.unchecked_ref()).is_ok()
}

fn press(_: MouseEvent) {}

fn answers() -> Vec<Sample> {
    vec![
        in_browser("listener-for-a-button-that-is-looked-up", &[Code::OthersHandler], || {
            let _ = in_page("form button").is_some_and(|button| listen(&button, "click"));
            view! { <form><button>"Save"</button></form> }
        }),
        in_browser("handlers-swapped-while-hydrating", &[Code::OthersHandler], || {
            let (keep, delete) = (|_: MouseEvent| log!("keep"), |_: MouseEvent| log!("delete"));
            if hydrating() {
                view! { <button on:click=delete>"Keep"</button><button on:click=keep>"Delete"</button> }.into_any()
            } else {
                view! { <button on:click=keep>"Keep"</button><button on:click=delete>"Delete"</button> }.into_any()
            }
        }),
        in_browser("directive-for-the-form-around", &[Code::OthersHandler], || {
            fn sends_form(element: Element) {
                let _ = element.closest("form").ok().flatten().is_some_and(|form| listen(&form, "keydown"));
            }
            let name = "query";
            view! { <form><input name=name use:sends_form/></form> }
        }),
        in_browser("first-of-two-forms", &[Code::OthersHandler], || {
            let _ = in_page("form").is_some_and(|form| listen(&form, "submit"));
            view! { <form action="/search">"Search"</form><form action="/leave">"Leave"</form> }
        }),
        in_browser("explained-H128", &[Code::Unanswered], || {
            let send = press;
            // Meant to spare work, since "the page is there already".
            let page = Owner::current_shared_context();
            if page.is_some_and(|page| page.during_hydration()) {
                view! { <button>"Send"</button> }.into_any()
            } else {
                view! { <button on:click=send>"Send"</button> }.into_any()
            }
        }),
        good("explained-H128", || {
            let send = press;
            // Adopting is cheap; it is what puts the handlers on.
            view! { <button on:click=send>"Send"</button> }
        }),
        in_browser("directive-that-wants-a-new-element", &[Code::Unanswered], || {
            fn once(element: Element) {
                if !element.is_connected() {
                    let _ = listen(&element, "click");
                }
            }
            let help = "/help";
            view! { <p><a href=help use:once>"Help"</a></p> }
        }),
        in_browser("menu-that-seems-to-be-there", &[Code::Unanswered], || {
            if in_page("#menu").is_some() {
                view! { <nav><button id="menu">"Menu"</button></nav> }.into_any()
            } else {
                view! { <nav><button id="menu" on:click=press>"Menu"</button></nav> }.into_any()
            }
        }),
    ]
}

fn focus() -> Vec<Sample> {
    vec![
        in_browser("focus-taken-by-an-effect", &[Code::LosesFocus], || {
            let code = NodeRef::<Input>::new();
            Effect::new(move |_| drop(code.get().map(|code| code.focus())));
            view! { <form><input name="email"/><input name="code" node_ref=code/></form> }
        }),
        in_browser("focus-taken-while-drawing", &[Code::LosesFocus], || {
            let _ = in_page("input").map(|input| input.blur());
            view! { <form><input name="email"/></form> }
        }),
        in_browser("button-drawn-anew-by-an-effect", &[Code::LosesFocus], || {
            let ready = RwSignal::new(false);
            Effect::new(move |_| ready.set(true));
            let button = move || {
                if ready.get() {
                    view! { <button class="ready">"Send"</button> }.into_any()
                } else {
                    view! { <strong><button>"Send"</button></strong> }.into_any()
                }
            };
            view! { <form>{button}</form> }
        }),
    ]
}

fn layout() -> Vec<Sample> {
    vec![
        in_browser("room-for-a-bar-that-comes-late", &[Code::LayoutShift], || {
            let _ = in_page("body").map(|body| body.style().set_property("padding-top", "4rem"));
            view! { <main><button>"Pay"</button></main> }
        }),
        in_browser("style-sheet-that-the-script-brings", &[Code::LayoutShift], || {
            let _ =
                in_page("head").map(|head| head.insert_adjacent_html("beforeend", "<style>p { margin: 3rem }</style>"));
            view! { <p>"x"</p> }
        }),
        in_browser("list-scrolled-while-drawing", &[Code::LayoutShift], || {
            let lines = (0..9).map(|line| view! { <p>{line}</p> }).collect_view();
            view! { <div style="height: 3em; overflow: auto" prop:scrollTop=40>{lines}</div> }
        }),
        in_browser("letters-made-larger-by-an-effect", &[Code::LayoutShift], || {
            Effect::new(|_| in_page("body").map(|body| body.style().set_property("font-size", "150%")).is_some());
            view! { <p>"x"</p> }
        }),
    ]
}

/// What looks like one of these and isn't.
fn right() -> Vec<Sample> {
    vec![
        good("listener-put-on-by-an-effect", || {
            let button = NodeRef::<Button>::new();
            Effect::new(move |_| button.get().is_some_and(|button| listen(&button, "click")));
            view! { <button node_ref=button on:click=press on:keydown=|_| {}>"x"</button> }
        }),
        good("directive-with-a-listener", || {
            fn pressed(element: Element) {
                let _ = listen(&element, "click");
            }
            // Leptos drops a directive from an element in which nothing else moves.
            let title = "t";
            view! { <ul><li title=title use:pressed>"a"</li><li title=title use:pressed>"a"</li></ul> }
        }),
        good("equal-buttons-with-equal-handlers", || {
            let row = |name| view! { <li>{name}<button on:click=move |_| log!("{name}")>"Remove"</button></li> };
            view! { <ul>{["a", "b", "c"].map(row)}</ul> }
        }),
        good("handlers-in-a-list-with-keys", || {
            let row = |name| view! { <li><button on:click=move |_| log!("{name}")>{name}</button></li> };
            view! { <ol><For each=|| ["b", "a", "c"] key=|name| *name children=row/></ol> }
        }),
        good("handlers-spread-over-a-component", || {
            #[component]
            fn Plain(children: Children) -> impl IntoView {
                view! { <button>{children()}</button> }
            }
            view! { <p><Plain on:click=press>"a"</Plain><Plain on:click=|_| {}>"b"</Plain></p> }
        }),
        good("focus-given-where-nothing-has-it", || {
            let code = NodeRef::<Input>::new();
            let nothing_has_it = || document().active_element().is_none_or(|active| active.tag_name() == "BODY");
            Effect::new(move |_| drop(code.get().filter(|_| nothing_has_it()).map(|code| code.focus())));
            view! { <form><input name="email"/><input name="code" node_ref=code/></form> }
        }),
        good("colours-by-an-effect", || {
            Effect::new(|_| in_page("body").map(|body| body.style().set_property("color", "green")).is_some());
            view! { <p>"x"</p> }
        }),
        good("shown-by-an-effect", || {
            let shown = RwSignal::new(false);
            Effect::new(move |_| shown.set(true));
            view! { <p><button hidden=move || !shown.get()>"Show"</button>"x"</p> }
        }),
        good("value-asked-for-by-an-effect", || {
            let (name, letters) = (NodeRef::<Input>::new(), RwSignal::new(0));
            Effect::new(move |_| letters.set(name.get().map_or(0, |name| name.value().len())));
            view! { <input name="name" node_ref=name/><p>{letters}" letters"</p> }
        }),
    ]
}
