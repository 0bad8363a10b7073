//! What waits, and comes out alike on both sides.

use std::collections::BTreeMap;

use leptos::{prelude::*, server::codee::string::FromToStringCodec, task::tick};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Sample, good, side};

pub(super) fn samples() -> Vec<Sample> {
    [resources(), payloads(), suspended(), lists()].into_iter().flatten().collect()
}

/// A resource whose value takes its time.
pub(crate) fn late<T>(value: T) -> Resource<T>
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    Resource::new(
        || (),
        move |()| {
            let value = value.clone();
            async move {
                tick().await;
                value
            }
        },
    )
}

fn resources() -> Vec<Sample> {
    vec![
        good("resource-beside-others", || {
            let (name, mail) = (late("Ada".to_owned()), late("ada@example.org".to_owned()));
            view! { <Suspense fallback=|| "…"><h1>{move || name.get()}</h1><p>{move || mail.get()}</p></Suspense> }
        }),
        good("resource-that-nobody-reads", || {
            late(1);
            view! { <p>"x"</p> }
        }),
        good("resource-that-is-there-at-once", || {
            let name = Resource::new(|| (), |()| async { "Ada".to_owned() });
            view! { <Suspense fallback=|| "…"><h1>{move || name.get()}</h1></Suspense> }
        }),
        good("blocking-resource", || {
            let title = Resource::new_blocking(
                || (),
                |()| async {
                    tick().await;
                    "Terms".to_owned()
                },
            );
            view! { <Suspense fallback=|| "…"><h1>{move || title.get()}</h1></Suspense> }
        }),
        good("once-resource-blocking", || {
            let title = OnceResource::new_blocking(async {
                tick().await;
                "Terms".to_owned()
            });
            view! { <Suspense><h1>{move || title.get()}</h1></Suspense> }
        }),
        good("resource-by-another-encoding", || {
            let count = Resource::<u32, FromToStringCodec>::new_with_options(
                || (),
                |()| async {
                    tick().await;
                    7
                },
                false,
            );
            view! { <Suspense fallback=|| "…"><p>{move || count.get()}</p></Suspense> }
        }),
        good("resource-by-a-signal", || {
            let page = RwSignal::new(2);
            let rows = Resource::new(
                move || page.get(),
                |page| async move {
                    tick().await;
                    format!("page {page}")
                },
            );
            view! {
                <Transition fallback=|| "…"><p>{move || rows.get()}</p></Transition>
                <button on:click=move |_| page.update(|page| *page += 1)>"More"</button>
            }
        }),
        good("value-that-both-sides-share", || {
            let id = SharedValue::new(|| side(7, 8)).into_inner();
            view! { <p id=format!("row-{id}")>"x"</p> }
        }),
        good("await-late", || {
            view! { <Await future=async { tick().await; 3 } let:count><p>{*count}" monkeys"</p></Await> }
        }),
    ]
}

fn payloads() -> Vec<Sample> {
    vec![
        good("payload-of-many-kinds", || {
            #[derive(Clone, Serialize, Deserialize)]
            enum Plan {
                Free,
                Team { seats: u8 },
            }
            let plans = late(vec![(Plan::Free, None), (Plan::Team { seats: 5 }, Some(1.5_f64))]);
            let shown = move || {
                plans.get().map(|plans| {
                    let row = |(plan, price): (Plan, Option<f64>)| {
                        let seats = match plan {
                            Plan::Free => 1,
                            Plan::Team { seats } => seats,
                        };
                        view! { <li>{seats}" seats"{price.map(|price| view! { <b>{price}</b> })}</li> }
                    };
                    plans.into_iter().map(row).collect_view()
                })
            };
            view! { <ul><Suspense>{shown}</Suspense></ul> }
        }),
        good("payload-that-looks-like-script", || {
            let text = late("</script><!-- \"'\\ \u{2028} é 日本 \u{1F600} -->&lt;".to_owned());
            view! { <Suspense fallback=|| "…"><p title=move || text.get()>{move || text.get()}</p></Suspense> }
        }),
        good("payload-that-is-large", || {
            let words: BTreeMap<String, Vec<u32>> =
                (0..200).map(|row| (format!("row-{row}"), (0..row).collect())).collect();
            let rows = late(words);
            let shown = move || rows.get().map(|rows| view! { <p>{rows.values().map(Vec::len).sum::<usize>()}</p> });
            view! { <Suspense fallback=|| "…">{shown}</Suspense> }
        }),
        good("payload-that-is-empty", || {
            let (text, list, unit) = (late(String::new()), late(Vec::<u8>::new()), late(()));
            view! {
                <Suspense fallback=|| "…">
                    <p>{move || text.get()}</p><p>{move || list.get().map(|list| list.len())}</p>
                    <p>{move || unit.get().map(|()| "done")}</p>
                </Suspense>
            }
        }),
    ]
}

fn suspended() -> Vec<Sample> {
    vec![
        good("suspense-in-a-suspense-both-late", || {
            let (outer, inner) = (late("outer".to_owned()), late("inner".to_owned()));
            view! {
                <Suspense fallback=|| view! { <p>"…"</p> }>
                    <h1>{move || outer.get()}</h1>
                    <Suspense fallback=|| view! { <i>"…"</i> }><b>{move || inner.get()}</b></Suspense>
                    <hr/>
                </Suspense>
            }
        }),
        good("three-suspenses-side-by-side", || {
            let part = |word: &'static str| {
                let word = late(word.to_owned());
                view! { <section><Suspense fallback=|| "…"><b>{move || word.get()}</b></Suspense></section> }
            };
            view! { <main>{part("a")}{part("b")}<hr/>{part("c")}</main> }
        }),
        good("suspense-whose-content-has-several-roots", || {
            let name = late("Ada".to_owned());
            view! { <Suspense fallback=|| "…"><dt>"Name"</dt><dd>{move || name.get()}</dd></Suspense><hr/> }
        }),
        good("suspense-that-waits-for-nothing", || {
            view! { <main><Suspense fallback=|| view! { <p>"…"</p> }><p>"x"</p></Suspense><hr/></main> }
        }),
        good("suspense-with-another-fallback-that-nobody-sees", || {
            let fallback = || view! { <progress value=side("1", "2")></progress> };
            let name = late("Ada".to_owned());
            view! { <main><Suspense fallback=fallback><p>{move || name.get()}</p></Suspense><hr/></main> }
        }),
        good("suspend-by-reference", || {
            let names = late(vec!["Ada".to_owned(), "Grace".to_owned()]);
            let count = move || {
                Suspend::new(async move {
                    view! { <p>{names.by_ref().await.len()}</p> }
                })
            };
            view! { <Suspense fallback=|| "…">{count}</Suspense> }
        }),
        good("suspend-outside-over-a-resource", || {
            let name = late("Ada".to_owned());
            view! { <h1>{move || Suspend::new(async move { name.await })}</h1> }
        }),
        good("suspense-within-a-component-with-children", || {
            #[component]
            fn Card(children: Children) -> impl IntoView {
                view! { <article class="card">{children()}</article> }
            }
            let name = late("Ada".to_owned());
            view! { <Card><Suspense fallback=|| "…"><p>{move || name.get()}</p></Suspense></Card> }
        }),
    ]
}

fn lists() -> Vec<Sample> {
    vec![
        good("suspends-in-a-list", || {
            let names = ["Ada", "Grace"].map(|name| late(name.to_owned()));
            let rows = move || {
                names
                    .map(|name| view! { <li>{Suspend::new(async move { name.await })}</li> })
                    .into_iter()
                    .collect_view()
            };
            view! { <ul><Suspense fallback=|| view! { <li>"…"</li> }>{rows}</Suspense></ul> }
        }),
        good("for-over-a-resource", || {
            let names = late(vec!["Ada".to_owned(), "Grace".to_owned()]);
            view! {
                <ul><Suspense><For each=move || names.get().unwrap_or_default() key=String::clone let:name><li>{name}</li>
                </For></Suspense></ul>
            }
        }),
        good("show-over-a-resource", || {
            let admin = late(true);
            view! {
                <Suspense fallback=|| "…">
                    <Show when=move || admin.get() == Some(true) fallback=|| "no"><a href="/admin">"Admin"</a></Show>
                </Suspense>
            }
        }),
    ]
}
