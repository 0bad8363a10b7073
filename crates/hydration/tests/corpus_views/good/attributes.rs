//! Attributes of every kind but classes and styles.

use std::{borrow::Cow, sync::Arc};

use leptos::prelude::*;

use super::{Sample, good, good_natively};

pub(super) fn samples() -> Vec<Sample> {
    [values(), reactive(), names(), content()].into_iter().flatten().collect()
}

fn values() -> Vec<Sample> {
    vec![
        good("attributes-of-many-types", || {
            let (owned, shared, borrowed) = ("s".to_owned(), Arc::<str>::from("a"), Cow::Borrowed("t"));
            view! { <p tabindex=2 data-f=1.5 data-c='c' data-b=true data-s=owned data-a=shared title=borrowed></p> }
        }),
        good("attributes-that-may-be-absent", || {
            let (some, none) = (Some("/a"), None::<String>);
            view! { <a href=some title=none.clone() target=none>"x"</a> }
        }),
        good("boolean-attributes", || view! { <input required=true disabled=false autofocus/> }),
        good("empty-and-absent-values", || view! { <img src="/a.png" alt="" title=""/><input value=""/> }),
        good("booleans-as-words", || {
            let open = false;
            view! {
                <button aria-expanded=open.to_string() draggable="true" contenteditable="false" translate="no">"x"
                </button>
            }
        }),
        good("values-with-lines-and-quotes", || {
            let text = "\"a\"\n\t'b' = `c` > d";
            view! { <i title=text data-note=text>"x"</i> }
        }),
        good("addresses-of-every-kind", || {
            view! {
                <a href="?page=2">"a"</a><a href="#top">"b"</a><a href="//example.org/%20?x=é">"c"</a>
                <a href="mailto:a@b.c">"d"</a>
                <a href="tel:+64211234" rel="nofollow noopener" target="_blank" download>"e"</a>
            }
        }),
        good("attribute-without-a-value", || view! { <script src="/a.js" async defer nomodule></script> }),
    ]
}

fn reactive() -> Vec<Sample> {
    vec![
        good("attributes-from-signals", || {
            let (page, total) = (RwSignal::new(2), RwSignal::new(5));
            let next = move || format!("/list?page={}", page.get() + 1);
            view! {
                <a href=next rel="next" title=move || format!("{} of {total}", page.get(), total = total.get())>"Next"
                </a>
            }
        }),
        good("attribute-from-a-signal-itself", || {
            let (read, write) = signal("/a");
            let memo = Memo::new(move |_| read.get().len());
            view! { <a href=read tabindex=memo on:click=move |_| write.set("/b")>"x"</a> }
        }),
        good("attribute-that-comes-and-goes", || {
            let error = RwSignal::new(None::<&str>);
            view! {
                <input aria-invalid=move || error.get().map(|_| "true") title=error
                placeholder=Signal::derive(move || error.get())/>
            }
        }),
        good("boolean-from-a-closure", || {
            let (sent, text) = (RwSignal::new(false), RwSignal::new(String::new()));
            view! { <button disabled=move || sent.get() || text.with(String::is_empty)>"Send"</button> }
        }),
        good("tab-list", || {
            let chosen = RwSignal::new(0);
            let tabs = ["One", "Two"].into_iter().zip(0..).map(move |(name, at)| {
                let is_chosen = move || (chosen.get() == at).to_string();
                view! {
                    <button role="tab" aria-selected=is_chosen
                    tabindex=move || if chosen.get() == at { 0 } else { -1 }>{name}</button>
                }
            });
            view! { <div role="tablist">{tabs.collect_view()}</div> }
        }),
    ]
}

fn names() -> Vec<Sample> {
    vec![
        good("global-attributes", || {
            view! {
                <p
                    accesskey="a" autocapitalize="none" dir="auto" enterkeyhint="go" hidden="until-found" id="p" inert
                    inputmode="text" itemscope itemtype="https://schema.org/Thing" lang="en" nonce="n" part="body"
                    slot="s" spellcheck="true" tabindex="-1" title="t" translate="yes"
                >"x"</p>
            }
        }),
        good("aria-attributes", || {
            view! {
                <ul role="listbox" aria-label="Fruit" aria-activedescendant="f1" aria-multiselectable="false"
                aria-live="polite">
                    <li id="f1" role="option" aria-selected="true" aria-posinset="1" aria-setsize="1">"Fig"</li>
                </ul>
            }
        }),
        good("data-attributes", || {
            let id = 7;
            view! { <div data-id=id data-state="open" data-user-name="Ada" data-empty="" data-flag></div> }
        }),
        good("microdata", || {
            view! {
                <div itemscope itemtype="https://schema.org/Person"><meta itemprop="id" content="1"/>
                <b itemprop="name">"Ada"</b></div>
            }
        }),
        good("ids-from-names", || {
            let field = |name: &'static str| {
                view! { <label for=format!("{name}-field")>{name}</label><input id=format!("{name}-field") name=name/> }
            };
            view! { <form>{field("given")}{field("family")}</form> }
        }),
        good_natively(
            "handlers-as-attributes",
            || view! { <img src="/a.png" alt="" onerror="this.hidden = true" onload=""/> },
        ),
    ]
}

fn content() -> Vec<Sample> {
    vec![
        good("inner-html", || view! { <div inner_html="<b>1</b><i>2</i>"></div> }),
        good("inner-html-from-a-signal", || {
            let article = RwSignal::new("<h2>Title</h2><p>Text &amp; <a href=\"/a\">link</a></p>".to_owned());
            view! { <article inner_html=move || article.get()></article> }
        }),
        good("inner-html-that-is-absent", || {
            view! { <div inner_html={None::<String>}></div><div inner_html=""></div> }
        }),
        good("inner-html-in-svg", || {
            view! { <svg viewBox="0 0 1 1" inner_html="<path d='M0 0h1'/><g><circle r='1'/></g>"></svg> }
        }),
        good("inner-html-with-a-comment", || {
            view! { <div inner_html="<!-- from the editor --><p>text</p>tail"></div> }
        }),
        good("node-refs", || {
            let (list, name) = (NodeRef::<leptos::html::Ul>::new(), NodeRef::<leptos::html::Input>::new());
            Effect::new(move |_| drop(name.get().map(|name| name.focus())));
            view! { <ul node_ref=list><li><input node_ref=name name="n"/></li></ul> }
        }),
        good("directives", || {
            fn shout(_: leptos::web_sys::Element) {}
            fn mark(_: leptos::web_sys::Element, colour: &'static str) {
                debug_assert!(!colour.is_empty());
            }
            view! { <p use:shout use:mark="red">"loud"</p> }
        }),
    ]
}
