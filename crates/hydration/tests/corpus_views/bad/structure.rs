//! Other elements, and elements that only one side has.

use leptos::prelude::*;
use vestibule_hydration::Code::{
    KindDiffers as H102, OnlyInBrowser as H104, OnlyOnServer as H103, TagDiffers as H101, Wrapped as H108,
};

use super::{SERVER, Sample, bad, split};

pub(super) fn samples() -> Vec<Sample> {
    [tags(), kinds(), only_on_server(), only_in_browser(), wrapped()].into_iter().flatten().collect()
}

fn tags() -> Vec<Sample> {
    vec![
        bad("other-tag", &[H101], || {
            split(|| view! { <div><span>"t"</span></div> }, || view! { <div><em>"t"</em></div> })
        }),
        bad("void-or-not", &[H101], || {
            split(|| view! { <div><input/></div> }, || view! { <div><button on:click=|_| {}>"t"</button></div> })
        }),
        bad("link-or-button", &[H101], || {
            split(
                || view! { <nav><a href="/logout">"Log out"</a></nav> },
                || view! { <nav><button on:click=|_| {}>"Log out"</button></nav> },
            )
        }),
        bad("heading-of-another-level", &[H101], || {
            split(
                || view! { <section><h2>"Plans"</h2><p>"Free"</p></section> },
                || view! { <section><h3>"Plans"</h3><p>"Free"</p></section> },
            )
        }),
        bad("ordered-or-not", &[H101], || {
            split(|| view! { <main><ul><li>"a"</li></ul></main> }, || view! { <main><ol><li>"a"</li></ol></main> })
        }),
        bad("drawing-or-picture", &[H101], || {
            split(
                || view! { <p>"Hi "<img src="/wave.png" alt="wave"/></p> },
                || view! { <p>"Hi "<svg viewBox="0 0 8 8"><path d="M0 0h8"/></svg></p> },
            )
        }),
        bad("custom-element-or-its-fallback", &[H101], || {
            split(|| view! { <p><x-time>"now"</x-time></p> }, || view! { <p><time>"now"</time></p> })
        }),
    ]
}

fn kinds() -> Vec<Sample> {
    vec![
        bad("element-or-text", &[H102], || split(|| view! { <div><b>"x"</b></div> }, || view! { <div>"text"</div> })),
        bad("text-or-element-at-the-root", &[H102], || split(|| "Saved", || view! { <output>"Saved"</output> })),
        bad("name-or-placeholder", &[H102], || {
            split(|| view! { <p>"by "<i class="skeleton"></i></p> }, || view! { <p>"by "{"Ada"}</p> })
        }),
    ]
}

fn only_on_server() -> Vec<Sample> {
    vec![
        bad("extra-at-the-end", &[H103], || {
            split(|| view! { <div><b>"1"</b><b>"2"</b></div> }, || view! { <div><b>"1"</b></div> })
        }),
        bad("extra-at-the-start", &[H103], || {
            split(|| view! { <div><hr/><b>"2"</b></div> }, || view! { <div><b>"2"</b></div> })
        }),
        bad("extra-in-the-middle", &[H103], || {
            split(
                || view! { <form><input name="a"/><input type="hidden" name="token"/><button>"Go"</button></form> },
                || view! { <form><input name="a"/><button>"Go"</button></form> },
            )
        }),
        bad("extra-script", &[H103], || {
            split(|| view! { <main><p>"a"</p><script>"track()"</script></main> }, || view! { <main><p>"a"</p></main> })
        }),
        bad("extra-space", &[H103], || {
            split(|| view! { <div>" "<b>"x"</b></div> }, || view! { <div><b>"x"</b></div> })
        }),
        bad("extra-shape-in-a-drawing", &[H103], || {
            split(|| view! { <svg><circle r="1"/><path d="M0 0"/></svg> }, || view! { <svg><circle r="1"/></svg> })
        }),
        bad("extra-cell", &[H103], || {
            split(
                || view! { <table><tbody><tr><td>"1"</td><th>"2"</th></tr></tbody></table> },
                || view! { <table><tbody><tr><td>"1"</td></tr></tbody></table> },
            )
        }),
    ]
}

fn only_in_browser() -> Vec<Sample> {
    vec![
        bad("missing-at-the-end", &[H104], || {
            split(|| view! { <div><b>"1"</b></div> }, || view! { <div><b>"1"</b><b on:click=|_| {}>"2"</b></div> })
        }),
        bad("missing-only-child", &[H104], || {
            split(|| view! { <div></div> }, || view! { <div><b title="c" on:click=|_| {}></b></div> })
        }),
        bad("missing-only-text", &[H104], || split(|| view! { <div></div> }, || view! { <div>"text"</div> })),
        bad("missing-root", &[H104], || {
            split(|| view! { <main>"a"</main> }, || view! { <main>"a"</main><div id="toasts"></div> })
        }),
        bad("missing-show-password-button", &[H104], || {
            split(
                || view! { <label>"Password"<input type="password"/></label> },
                || view! { <label>"Password"<input type="password"/><button type="button">"Show"</button></label> },
            )
        }),
        bad("two-causes", &[H101, H104], || {
            split(
                || view! { <section><p><i>"a"</i></p><ul></ul></section> },
                || view! { <section><p><b>"a"</b></p><ul><li>"b"</li></ul></section> },
            )
        }),
    ]
}

fn wrapped() -> Vec<Sample> {
    vec![
        bad("shell-around-the-root", &[H108], || {
            let app = || view! { <h1>"App"</h1><p>"Welcome"</p> };
            split(move || view! { <main>{app()}</main> }, app)
        }),
        bad("wrapper-only-on-server", &[H108], || {
            split(
                || view! { <div><p>"a"</p><div class="field"><input name="n"/><button>"Go"</button></div></div> },
                || view! { <div><p>"a"</p><input name="n"/><button>"Go"</button></div> },
            )
        }),
        bad("wrapper-only-in-browser", &[H108], || {
            #[component]
            fn Providers(children: ChildrenFn) -> impl IntoView {
                let children = move || children();
                if SERVER { children().into_any() } else { view! { <div class="theme">{children()}</div> }.into_any() }
            }
            view! { <main><Providers><p>"page"</p></Providers></main> }
        }),
    ]
}
