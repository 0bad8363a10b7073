//! The client itself, in a browser: the program that is the twin natively, compiled for wasm32 with `leptos/hydrate`
//! alone. The page that runs it finds its functions in `window.hydration`.

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

use crate::{Case, Painting, waits::as_client};

thread_local! {
    static CASES: RefCell<Vec<Case>> = const { RefCell::new(Vec::new()) };
}

/// Takes over the cases and tells the page how to hydrate one (`hydrate`), how to draw one anew (`draw`), how to write one
/// as HTML (`write`, where `tachys/ssr` was compiled in, and then nothing else), and what the client was built from:
/// `flags`, and where a case is `listed`.
pub(crate) fn wait_for_the_page(cases: Vec<Case>, flags: &[&str]) {
    CASES.set(cases);
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    let hydrate = Closure::<dyn FnMut(String, HtmlElement)>::new(|name: String, root| {
        mem::forget(hydrate_from(root, move || view(&name)));
    });
    let draw = Closure::<dyn FnMut(String, HtmlElement, bool)>::new(|name: String, root, waits: bool| {
        // What was sent is there for a view that waits, too: nobody here answers a server function. Others are drawn as on
        // any page of the client's own, where nothing is being hydrated.
        let owner = waits.then(|| Owner::new_root(Some(Arc::new(HydrateSharedContext::new()))));
        mem::forget(mount_to(root, move || view(&name)));
        mem::forget(owner);
    });
    let write = Closure::<dyn FnMut(String) -> String>::new(|name: String| {
        match with_case(&name, |case| as_client(case, None)).painting {
            Painting::Html(html) => html,
            // Nothing is caught where a panic ends the program.
            Painting::Panicked(message) => panic!("{message}"),
        }
    });
    let listed = Closure::<dyn FnMut(String) -> Option<String>>::new(|name: String| {
        CASES.with_borrow(|cases| cases.iter().find(|case| case.name() == name).map(Case::listed))
    });
    let api = Object::new();
    let put = |name: &str, value: JsValue| {
        Reflect::set(&api, &name.into(), &value).expect("a plain object takes everything");
    };
    put("hydrate", hydrate.into_js_value());
    put("draw", draw.into_js_value());
    put("write", write.into_js_value());
    put("listed", listed.into_js_value());
    put("flags", flags.join(" ").into());
    let window = window().expect("a page has a window");
    Reflect::set(&window, &"hydration".into(), &api).expect("a window takes everything");
}

fn view(name: &str) -> AnyView {
    with_case(name, Case::view)
}

fn with_case<T>(name: &str, act: impl FnOnce(&Case) -> T) -> T {
    CASES.with_borrow(|cases| {
        let case = cases.iter().find(|case| case.name() == name);
        act(case.unwrap_or_else(|| panic!("the client doesn't know the case {name}")))
    })
}
