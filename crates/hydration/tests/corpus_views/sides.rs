//! Views that are one thing on the server and another in the client.

use leptos::{either::Either, prelude::*};
use vestibule_hydration::Code;

use super::{SERVER, Sample, bad, split};

pub(super) fn samples() -> Vec<Sample> {
    [structure(), lists(), branches(), texts(), attributes(), environment()].into_iter().flatten().collect()
}

/// A value that differs by side.
fn side<T>(server: T, client: T) -> T {
    if SERVER { server } else { client }
}

#[component]
fn Count(label: &'static str) -> impl IntoView {
    let count = RwSignal::new(0);
    view! { <button on:click=move |_| count.update(|count| *count += 1)>{label}": "{count}</button> }
}

fn structure() -> Vec<Sample> {
    use Code::{KindDiffers as H102, OnlyInBrowser as H104, OnlyOnServer as H103, TagDiffers as H101};
    vec![
        bad("other-tag", &[H101], || {
            split(|| view! { <div><span>"t"</span></div> }, || view! { <div><em>"t"</em></div> })
        }),
        bad("void-or-not", &[H101], || {
            split(|| view! { <div><input/></div> }, || view! { <div><button on:click=|_| {}>"t"</button></div> })
        }),
        bad("element-or-text", &[H102], || split(|| view! { <div><b>"x"</b></div> }, || view! { <div>"text"</div> })),
        bad("extra-at-the-end", &[H103], || {
            split(|| view! { <div><b>"1"</b><b>"2"</b></div> }, || view! { <div><b>"1"</b></div> })
        }),
        bad("extra-at-the-start", &[H103], || {
            split(|| view! { <div><hr/><b>"2"</b></div> }, || view! { <div><b>"2"</b></div> })
        }),
        bad("upgrade-beside-delete", &[H103], || {
            split(
                || view! { <div><Count label="Upgrade"/><Count label="Delete my account"/></div> },
                || view! { <div><Count label="Delete my account"/></div> },
            )
        }),
        bad("missing-at-the-end", &[H104], || {
            split(|| view! { <div><b>"1"</b></div> }, || view! { <div><b>"1"</b><b on:click=|_| {}>"2"</b></div> })
        }),
        bad("missing-only-child", &[H104], || {
            split(|| view! { <div></div> }, || view! { <div><b title="c" on:click=|_| {}></b></div> })
        }),
        bad("missing-only-text", &[H104], || split(|| view! { <div></div> }, || view! { <div>"text"</div> })),
        bad("two-causes", &[H101, H104], || {
            split(
                || view! { <section><p><i>"a"</i></p><ul></ul></section> },
                || view! { <section><p><b>"a"</b></p><ul><li>"b"</li></ul></section> },
            )
        }),
    ]
}

fn lists() -> Vec<Sample> {
    use Code::{ListLength as H106, ListOrder as H107};
    fn items(count: usize) -> impl IntoView {
        (0..count).map(|number| view! { <li>{number}</li> }).collect_view()
    }
    vec![
        bad("vec-longer-on-server", &[H106], || view! { <ul>{items(side(3, 2))}</ul> }.into_any()),
        bad("vec-shorter-on-server", &[H106], || view! { <ul>{items(side(2, 3))}</ul> }.into_any()),
        bad("vec-empty-on-server", &[H106], || view! { <ul>{items(side(0, 3))}</ul> }.into_any()),
        bad("for-longer-on-server", &[H106], || {
            view! { <ul><For each=move || 0..side(3, 2) key=|number| *number let:number><li>{number}</li></For></ul> }
                .into_any()
        }),
        bad("for-in-another-order", &[H107], || {
            let numbers = move || side(vec![1, 2, 3], vec![3, 2, 1]);
            view! { <ul><For each=numbers key=|number| *number let:number><li>{number}</li></For></ul> }.into_any()
        }),
        bad("buttons-in-another-order", &[H107], || {
            let labels = side(["Allow", "Deny"], ["Deny", "Allow"]);
            view! { <div>{labels.map(|label| view! { <button on:click=|_| {}>{label}</button> }).to_vec()}</div> }
                .into_any()
        }),
    ]
}

fn branches() -> Vec<Sample> {
    use Code::{BranchDiffers as H105, KindDiffers as H102};
    vec![
        bad("option-some-on-server", &[H105], || {
            view! { <div>{SERVER.then(|| view! { <b>"x"</b> })}<i>"t"</i></div> }.into_any()
        }),
        bad("option-none-on-server", &[H105], || {
            view! { <div>{(!SERVER).then(|| view! { <b>"x"</b> })}<i>"t"</i></div> }.into_any()
        }),
        bad("show-with-the-same-tag", &[H105], || {
            view! {
                <Show when=|| SERVER fallback=|| view! { <p class="login">"login"</p> }>
                    <p class="user">"user"</p>
                </Show>
            }
            .into_any()
        }),
        bad("window-check", &[Code::TagDiffers], || {
            let narrow = !SERVER;
            let menu = || view! { <details class="menu"><summary>"Menu"</summary></details> };
            let bar = || view! { <nav class="bar"><a href="/">"Home"</a><a href="/help">"Help"</a></nav> };
            view! { <header>{if narrow { Either::Left(menu()) } else { Either::Right(bar()) }}<hr/></header> }
                .into_any()
        }),
        bad("guard-that-renders-nothing", &[H105], || {
            let mounted = !SERVER;
            view! { <main>{mounted.then(|| view! { <form action="/a"><button>"Go"</button></form> })}</main> }
                .into_any()
        }),
        bad("text-or-element", &[H102], || {
            view! { <div>{if SERVER { Either::Left("text") } else { Either::Right(view! { <b>"x"</b> }) }}</div> }
                .into_any()
        }),
        bad("element-or-text-branch", &[H102], || {
            view! { <div>{if SERVER { Either::Left(view! { <b>"x"</b> }) } else { Either::Right("text") }}</div> }
                .into_any()
        }),
        bad("resend-or-recovery", &[H105], || {
            let resend = SERVER.then(|| view! { <button class="quiet">"Resend code"</button> });
            view! { <div class="actions">{resend}<button class="quiet">"Use recovery code"</button></div> }.into_any()
        }),
    ]
}

fn texts() -> Vec<Sample> {
    use Code::{TextDiffers as H201, TextNodes as H202};
    vec![
        bad("static-text", &[H201], || split(|| view! { <p>"server"</p> }, || view! { <p>"client"</p> })),
        bad("reactive-text", &[H201], || {
            let text = RwSignal::new(side("server", "client"));
            view! { <p>{move || text.get()}</p> }.into_any()
        }),
        bad("number-format", &[H201], || view! { <p>{side("1.0", "1")}</p> }.into_any()),
        bad("the-same-text-thrice", &[H201], || {
            let text = side("4 minutes", "5 minutes");
            view! { <ul><li>{text}</li><li>{text}</li><li>{text}</li></ul> }.into_any()
        }),
        bad("empty-text", &[H201], || view! { <p>{side("", "late")}</p> }.into_any()),
        bad("split-text", &[H202], || split(|| view! { <p>"ab"</p> }, || view! { <p>{"a"}{"b"}</p> })),
        bad("merged-texts", &[H202], || split(|| view! { <p>{"a"}{"b"}</p> }, || view! { <p>{"ab"}</p> })),
        bad("inner-html", &[H201], || view! { <div inner_html=side("<b>s</b>", "<b>c</b>")></div> }.into_any()),
        bad("textarea-value", &[H201], || view! { <textarea>{side("s", "c")}</textarea> }.into_any()),
    ]
}

fn attributes() -> Vec<Sample> {
    use Code::{
        AttributeOnlyInBrowser as H302, AttributeOnlyOnServer as H303, AttributeValue as H301,
        BooleanAttribute as H304, ClassDiffers as H311, ReferenceDiffers as H341, RuntimeAttribute as H305,
        StyleDiffers as H312,
    };
    vec![
        bad("attribute", &[H301], || view! { <a href=side("/s", "/c")>"x"</a> }.into_any()),
        bad("reactive-attribute", &[H301], || view! { <a href=move || side("/s", "/c")>"x"</a> }.into_any()),
        bad("value-of-an-input", &[H301], || view! { <input value=side("s", "c")/> }.into_any()),
        bad("attribute-only-in-client", &[H302], || split(|| view! { <a>"x"</a> }, || view! { <a href="/c">"x"</a> })),
        bad("attribute-only-on-server", &[H303], || {
            split(|| view! { <a href="/s" title="t">"x"</a> }, || view! { <a href="/s">"x"</a> })
        }),
        bad("disabled", &[H304], || view! { <input disabled=SERVER/> }.into_any()),
        bad("hidden", &[H304], || view! { <p hidden=!SERVER>"x"</p> }.into_any()),
        bad("data-attribute", &[H305], || view! { <i data-x=side("1", "2")>"x"</i> }.into_any()),
        bad("class", &[H311], || view! { <i class=side("s", "c")>"x"</i> }.into_any()),
        bad("class-toggle", &[H311], || view! { <i class="a" class:on=move || !SERVER>"x"</i> }.into_any()),
        bad("style", &[H312], || view! { <i style=side("color:red", "color:blue")>"x"</i> }.into_any()),
        bad("style-property", &[H312], || view! { <i style:color=move || side("red", "blue")>"x"</i> }.into_any()),
        bad("id", &[H341], || view! { <i id=side("f1", "f2")>"x"</i> }.into_any()),
        bad("label-for", &[H341], || view! { <label for=side("x1", "x2")>"E"</label> }.into_any()),
        bad("svg-viewbox", &[H305], || view! { <svg viewBox=side("0 0 1 1", "0 0 2 2")></svg> }.into_any()),
        bad("three-attributes", &[H301, H304, H311], || {
            view! { <input name=side("s", "c") class=side("s", "c") required=SERVER/> }.into_any()
        }),
    ]
}

fn environment() -> Vec<Sample> {
    use Code::{NeedsBrowser as H516, TextDiffers as H201};
    vec![
        bad("cfg", &[H201], || {
            let who = if cfg!(feature = "ssr") { "Good morning" } else { "Good evening" };
            view! { <h1>{who}</h1> }.into_any()
        }),
        bad("island-with-other-props", &[Code::IslandDiffers], || {
            view! { <leptos-island data-component="Count_1" data-props=side("{}", r#"{"n":1}"#)></leptos-island> }
                .into_any()
        }),
        bad("window-read-while-drawing", &[H516], || {
            let width = (!SERVER).then(|| web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64()));
            view! { <p>{width.flatten()}</p> }.into_any()
        }),
        bad("storage-read-while-drawing", &[H516], || {
            let storage = (!SERVER).then(|| web_sys::window().and_then(|window| window.local_storage().ok()?));
            let theme = storage.flatten().and_then(|storage| storage.get_item("theme").ok()?);
            view! { <p class=theme.unwrap_or_default()>"x"</p> }.into_any()
        }),
    ]
}
