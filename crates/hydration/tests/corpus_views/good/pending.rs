//! What waits, or only looks as if it did.

use leptos::{prelude::*, task::tick};

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [suspended(), resources(), failing()].into_iter().flatten().collect()
}

fn suspended() -> Vec<Sample> {
    vec![
        good("suspense-with-several-roots", || {
            view! { <Suspense fallback=|| ("a", view! { <i>"b"</i> })><p>"x"</p><p>"y"</p></Suspense> }
        }),
        good("transition", || {
            let page = RwSignal::new(1);
            view! {
                <Transition fallback=move || view! { <p aria-busy="true">"Page "{page}"…"</p> }><p>"ready"</p>
                </Transition>
            }
        }),
        good("suspense-in-suspense", || {
            view! {
                <Suspense fallback=|| view! { <div class="skeleton"><span></span><span></span></div> }>
                    <Suspense fallback=|| "inner">"x"</Suspense>
                </Suspense>
            }
        }),
        good("suspend-that-is-ready", || view! { <p>{Suspend::new(async { "at once" })}</p> }),
        good("await", || view! { <Await future=async { 3 } let:count><p>{*count}" monkeys"</p></Await> }),
    ]
}

fn resources() -> Vec<Sample> {
    vec![
        good("resource-in-suspense", || {
            let user = Resource::new(
                || 1,
                |id| async move {
                    tick().await;
                    format!("user {id}")
                },
            );
            view! { <Suspense fallback=|| "…"><p>{move || user.get()}</p></Suspense> }
        }),
        good("resource-awaited", || {
            let posts = Resource::new(
                || (),
                |()| async {
                    tick().await;
                    vec!["a".to_owned()]
                },
            );
            let list = move || {
                Suspend::new(
                    async move { posts.await.into_iter().map(|post| view! { <li>{post}</li> }).collect_view() },
                )
            };
            view! { <Transition fallback=|| view! { <p>"Loading posts"</p> }><ul>{list}</ul></Transition> }
        }),
        good("once-and-local-resource", || {
            let once = OnceResource::new(async {
                tick().await;
                1
            });
            let local = LocalResource::new(|| async { "theme".to_owned() });
            view! { <Suspense fallback=|| view! { <hr/> }>{move || once.get()}{move || local.get()}</Suspense> }
        }),
        good("async-derived", || {
            let id = RwSignal::new(1);
            let doubled = AsyncDerived::new(move || {
                let id = id.get();
                async move {
                    tick().await;
                    id * 2
                }
            });
            view! { <p>{move || doubled.get().map_or_else(|| "Calculating".to_owned(), |value| value.to_string())}</p> }
        }),
    ]
}

fn failing() -> Vec<Sample> {
    vec![
        good("error-boundary-that-holds", || {
            view! { <ErrorBoundary fallback=|_| "broken"><p>{"5".parse::<u8>()}</p></ErrorBoundary> }
        }),
        good("error-boundary-around-an-input", || {
            let age = RwSignal::new("36".parse::<u8>());
            view! {
                <ErrorBoundary fallback=|_| view! { <p>"That isn't an age"</p> }>
                    <label>"Age"<input on:input:target=move |event| age.set(event.target().value().parse())/></label>
                    <p>{move || age.get()}</p>
                </ErrorBoundary>
            }
        }),
    ]
}
