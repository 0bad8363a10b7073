//! Differences that are none: what must never be reported.

use leptos::prelude::*;

use super::{SERVER, Sample, good, side, split};

pub(super) fn samples() -> Vec<Sample> {
    [order(), markers(), marks()].into_iter().flatten().collect()
}

fn order() -> Vec<Sample> {
    vec![
        good("classes-in-another-order", || view! { <i class=side("a b", "b a")>"x"</i> }),
        good("classes-with-other-spaces", || view! { <i class=side(" a  b", "a b\n")>"x"</i> }),
        good("class-twice", || view! { <i class=side("a b a", "a b")>"x"</i> }),
        good("styles-in-another-order", || view! { <i style=side("color: red; top: 0", "top:0;color:red")>"x"</i> }),
        good("style-with-a-last-semicolon", || view! { <i style=side("top: 0;", "top: 0")>"x"</i> }),
        good("attributes-in-another-order", || {
            split(|| view! { <i id="a" title="b">"x"</i> }, || view! { <i title="b" id="a">"x"</i> })
        }),
        good("class-empty-or-absent", || view! { <i class=side(Some(""), None)>"x"</i> }),
        good("style-empty-or-absent", || view! { <i style=side(Some(""), None)>"x"</i> }),
        good("class-by-toggle-or-by-name", || {
            split(|| view! { <i class="a b">"x"</i> }, || view! { <i class="a" class:b=true>"x"</i> })
        }),
        good("style-by-property-or-whole", || {
            split(
                || view! { <i style="color:red;top:0">"x"</i> },
                || view! { <i style:top="0" style:color="red">"x"</i> },
            )
        }),
    ]
}

fn markers() -> Vec<Sample> {
    vec![
        good("nothing-between-texts", || split(|| view! { <p>"a"{None::<&str>}"b"</p> }, || view! { <p>"a""b"</p> })),
        good("empty-text-is-a-space", || view! { <p>{side("", " ")}</p> }),
        good("entity-in-another-spelling", || {
            split(
                || view! { <p inner_html="caf&eacute; &#38; &#x41;"></p> },
                || view! { <p inner_html="café &amp; A"></p> },
            )
        }),
        good("component-or-its-content", || {
            #[component]
            fn Name() -> impl IntoView {
                view! { <b>"Ada"</b> }
            }
            split(|| view! { <p><Name/></p> }, || view! { <p><b>"Ada"</b></p> })
        }),
        good("shown-or-written", || {
            split(
                || view! { <p><Show when=|| true><b>"x"</b></Show></p> },
                || view! { <p>{Some(view! { <b>"x"</b> })}</p> },
            )
        }),
    ]
}

fn marks() -> Vec<Sample> {
    vec![
        good("nonce-only-on-server", || {
            view! { <div><script nonce=side(Some("n"), None) type="text/plain">"a"</script></div> }
        }),
        good("another-nonce", || view! { <style nonce=side("k3", "")>".a { color: red }"</style> }),
        good("listeners-only-in-the-browser", || {
            split(|| view! { <button>"x"</button> }, || view! { <button on:click=|_| {} on:focus=|_| {}>"x"</button> })
        }),
        good("effect-only-in-the-browser", || {
            let title = RwSignal::new("Home");
            if !SERVER {
                Effect::new(move |_| title.set("Home (2)"));
            }
            view! { <h1>{title}</h1> }
        }),
        good("noscript-with-other-text", || {
            view! {
                <div>{split(|| view! { <noscript>"Turn scripts on"</noscript> }, || view! { <noscript>"Scripts are off"
                </noscript> })}</div>
            }
        }),
    ]
}
