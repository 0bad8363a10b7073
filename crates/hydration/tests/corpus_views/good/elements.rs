//! Elements of every kind, as a page has them.

use leptos::prelude::*;

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [page(), phrases(), media(), interactive(), without_walk(), custom()].into_iter().flatten().collect()
}

fn page() -> Vec<Sample> {
    vec![
        good("void-elements", || {
            view! { <div><br/><hr/><img src="/a.png" alt=""/><input type="text"/><wbr/></div> }
        }),
        good("landmarks", || {
            let title = RwSignal::new("Inbox");
            view! {
                <header><nav aria-label="Main"><a href="/" aria-current="page">"Home"</a></nav></header>
                <main><h1>{title}</h1></main>
                <aside><h2>"Related"</h2></aside>
                <footer><small>"© 2026"</small></footer>
            }
        }),
        good("article", || {
            let written = "2026-05-01T08:30:00Z";
            view! {
                <article>
                    <header><h2>"On markers"</h2><p>"by "<a rel="author" href="/ada">"Ada"</a>" "
                    <time datetime=written>"1 May"</time></p></header>
                    <section><h3>"Why"</h3><p>"Because."</p></section>
                    <address><a href="mailto:ada@example.org">"Write to her"</a></address>
                </article>
            }
        }),
        good("quotations", || {
            view! { <blockquote cite="/source"><p>"To be"</p><footer>"— "<cite>"Hamlet"</cite></footer></blockquote> }
        }),
        good("figure", || {
            let (source, caption) = ("/chart.png", "Growth, by year");
            view! {
                <figure><img src=source alt=caption width="640" height="480"/><figcaption>{caption}</figcaption>
                </figure>
            }
        }),
    ]
}

fn phrases() -> Vec<Sample> {
    vec![
        good("phrasing-elements", || {
            view! {
                <p>
                    <em>"a"</em><strong>"b"</strong><small>"c"</small><s>"d"</s><cite>"e"</cite><q>"f"</q><dfn>"g"</dfn>
                    <abbr title="h">"h"</abbr><code>"i"</code><var>"j"</var><samp>"k"</samp><kbd>"l"</kbd><sub>"m"</sub>
                    <sup>"n"</sup><i>"o"</i><b>"p"</b><u>"q"</u><mark>"r"</mark>
                </p>
            }
        }),
        good("edits", || view! { <p>"It is "<del datetime="2026-01-01">"red"</del><ins>"green"</ins>"."</p> }),
        good("ruby", || view! { <ruby>"漢"<rp>"("</rp><rt>"kan"</rt><rp>")"</rp></ruby> }),
        good("ruby-from-data", || {
            let words = [("東", "とう"), ("京", "きょう")];
            let words = words.map(|(base, reading)| view! { {base}<rp>"("</rp><rt>{reading}</rt><rp>")"</rp> });
            view! { <ruby>{Vec::from(words)}</ruby> }
        }),
        good("data-and-time", || {
            view! { <p><data value="398">"Mini"</data>" since "<time datetime="2026-03">"March"</time></p> }
        }),
    ]
}

fn media() -> Vec<Sample> {
    vec![
        good("picture", || {
            view! {
                <picture>
                    <source srcset="/a.webp" type="image/webp" media="(min-width: 40em)"/>
                    <img src="/a.png" alt="" loading="lazy" decoding="async"/>
                </picture>
            }
        }),
        good("video-with-tracks", || {
            view! {
                <video controls muted playsinline poster="/poster.jpg">
                    <source src="/a.webm" type="video/webm"/>
                    <track kind="captions" src="/en.vtt" srclang="en" label="English" default/>
                    <p>"Your browser plays no video: "<a href="/a.webm">"download it"</a></p>
                </video>
            }
        }),
        good("audio-from-a-signal", || {
            let source = RwSignal::new("/a.ogg");
            view! { <audio controls loop=false src=move || source.get()></audio> }
        }),
        good("image-map", || {
            view! {
                <img src="/plan.png" alt="Plan" usemap="#plan"/>
                <map name="plan"><area shape="rect" coords="0,0,9,9" href="/kitchen" alt="Kitchen"/></map>
            }
        }),
        good("embedded", || {
            view! {
                <object data="/a.pdf" type="application/pdf"><p>"No viewer"</p></object>
                <iframe src="/map" title="Map" sandbox="allow-scripts" allow="fullscreen" width="300"></iframe>
            }
        }),
        good("canvas-with-fallback", || {
            let canvas = NodeRef::<leptos::html::Canvas>::new();
            view! { <canvas node_ref=canvas width="300" height="150"><p>"A chart of visits"</p></canvas> }
        }),
    ]
}

fn interactive() -> Vec<Sample> {
    vec![
        good("details", || view! { <details><summary>"More"</summary><p>"Less"</p></details> }),
        good("dialog", || view! { <dialog open><form method="dialog"><button>"Close"</button></form></dialog> }),
        good("dialog-opened-by-a-button", || {
            let dialog = NodeRef::<leptos::html::Dialog>::new();
            let open = move |_| drop(dialog.get().map(|dialog| dialog.show_modal()));
            view! {
                <button on:click=open>"Delete…"</button>
                <dialog node_ref=dialog aria-labelledby="sure"><h2 id="sure">"Sure?"</h2><button value="yes">"Yes"
                </button></dialog>
            }
        }),
        good("popover", || {
            view! {
                <button popovertarget="menu" type="button">"Menu"</button><div id="menu" popover="auto">"Items"</div>
            }
        }),
        good("menu-of-commands", || {
            view! { <menu><li><button>"Copy"</button></li><li><button disabled>"Paste"</button></li></menu> }
        }),
    ]
}

/// What hydration doesn't walk into.
fn without_walk() -> Vec<Sample> {
    vec![
        good("noscript", || view! { <div><noscript><p>"Turn scripts on"</p></noscript><b>"x"</b></div> }),
        good("noscript-with-two", || {
            view! { <div><noscript><p>"a"</p><p>"b"</p></noscript><b>"x"</b></div> }
        }),
        good("noscript-with-an-image", || {
            view! { <div><noscript><img src="/pixel.gif?a=1&b=2" alt=""/></noscript><p>"after"</p></div> }
        }),
        good("script-with-data", || {
            view! { <div><script type="application/json">"{\"a\": \"<b>\", \"c\": 1}"</script><b>"x"</b></div> }
        }),
        good("script-from-a-value", || {
            let data = r#"{"@context":"https://schema.org","@type":"Person"}"#.to_owned();
            view! { <script type="application/ld+json">{data}</script> }
        }),
        good("style-element", || view! { <div><style>"a > b::before { content: \"<\" }"</style><b>"x"</b></div> }),
        good("template", || view! { <div><template><b>"x"</b></template><i>"y"</i></div> }),
        good("template-of-a-row", || {
            view! { <div><template id="row"><tr><td>"x"</td></tr></template><p>"y"</p></div> }
        }),
    ]
}

fn custom() -> Vec<Sample> {
    vec![
        good("custom-element", || view! { <my-el foo="1">"x"</my-el> }),
        good("custom-element-with-slots", || {
            view! { <user-card><span slot="name">"Ada"</span><img slot="picture" src="/ada.png" alt=""/></user-card> }
        }),
        good("custom-element-from-a-signal", || {
            let rating = RwSignal::new(4);
            view! { <star-rating value=rating max="5" readonly=true on:change=|_| {}></star-rating> }
        }),
        good("customised-built-in", || view! { <button is="fancy-button" data-effect="ripple">"Press"</button> }),
    ]
}
