//! The client itself, in a browser: the program that is the twin natively, compiled for wasm32 with `leptos/hydrate`
//! alone. The page that runs it finds two functions in `window.hydration`.

use std::{cell::RefCell, mem, sync::Arc};

use hydration_context::HydrateSharedContext;
use leptos::{
    mount::{hydrate_from, mount_to},
    prelude::{AnyView, Owner},
    wasm_bindgen::{JsValue, closure::Closure},
    web_sys::{
        HtmlElement,
        js_sys::{Object, Reflect},
        window,
    },
};

use crate::Case;

thread_local! {
    static CASES: RefCell<Vec<Case>> = const { RefCell::new(Vec::new()) };
}

/// Takes over the cases and tells the page how to hydrate one (`hydrate`), how to draw one anew (`draw`), and what the
/// client was built with (`flags`).
pub(crate) fn wait_for_the_page(cases: Vec<Case>, flags: &[&str]) {
    CASES.set(cases);
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    let hydrate = Closure::<dyn FnMut(String, HtmlElement)>::new(|name: String, root| {
        mem::forget(hydrate_from(root, move || view(&name)));
    });
    let draw = Closure::<dyn FnMut(String, HtmlElement)>::new(|name: String, root| {
        // What was sent is there for this one, too: nobody here answers a server function.
        let owner = Owner::new_root(Some(Arc::new(HydrateSharedContext::new())));
        mem::forget(mount_to(root, move || view(&name)));
        mem::forget(owner);
    });
    let api = Object::new();
    let put = |name: &str, value: JsValue| {
        Reflect::set(&api, &name.into(), &value).expect("a plain object takes everything");
    };
    put("hydrate", hydrate.into_js_value());
    put("draw", draw.into_js_value());
    put("flags", flags.join(" ").into());
    let window = window().expect("a page has a window");
    Reflect::set(&window, &"hydration".into(), &api).expect("a window takes everything");
}

fn view(name: &str) -> AnyView {
    CASES.with_borrow(|cases| {
        let case = cases.iter().find(|case| case.name() == name);
        case.unwrap_or_else(|| panic!("the client doesn't know the case {name}")).view()
    })
}
