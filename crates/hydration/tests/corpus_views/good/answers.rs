//! What comes after what waits: more of it, what only a browser has, and errors.

use leptos::{prelude::*, task::tick};

use super::{Sample, good, waiting::late};

pub(super) fn samples() -> Vec<Sample> {
    [chained(), local(), failing()].into_iter().flatten().collect()
}

/// What a server function is to a view.
async fn user(id: u32) -> Result<String, ServerFnError> {
    tick().await;
    if id == 0 { Err(ServerFnError::new("no such user")) } else { Ok(format!("user {id}")) }
}

fn chained() -> Vec<Sample> {
    vec![
        good("resource-after-a-resource", || {
            let id = late(7);
            let name = Resource::new(
                || (),
                move |()| async move {
                    let id = id.await;
                    tick().await;
                    format!("user {id}")
                },
            );
            view! { <Suspense fallback=|| "…"><p>{move || id.get()}</p><p>{move || name.get()}</p></Suspense> }
        }),
        good("two-resources-in-one-suspend", || {
            let (name, posts) = (late("Ada".to_owned()), late(vec!["a".to_owned(), "b".to_owned()]));
            let shown = move || {
                Suspend::new(async move {
                    let name = name.await;
                    let posts = posts.await;
                    view! { <h1>{name}</h1><ul>{posts.into_iter().map(|post| view! { <li>{post}</li> }).collect_view()}</ul> }
                })
            };
            view! { <Transition fallback=|| "…">{shown}</Transition> }
        }),
        good("server-function-that-answers", || {
            let user = Resource::new(|| 7, user);
            let shown = move || user.get().map(|user| user.map(|name| view! { <b>{name}</b> }));
            view! { <ErrorBoundary fallback=|_| "broken"><Suspense fallback=|| "…">{shown}</Suspense></ErrorBoundary> }
        }),
        good("memo-over-a-resource", || {
            let names = late(vec!["Ada".to_owned()]);
            let count = move || names.get().map(|names| names.len());
            view! { <Suspense fallback=|| "…"><p class:empty=move || count() == Some(0)>{count}</p></Suspense> }
        }),
    ]
}

fn local() -> Vec<Sample> {
    vec![
        good("local-resource-in-a-suspense", || {
            let theme = LocalResource::new(|| async { "dark".to_owned() });
            view! { <Suspense fallback=|| view! { <i>"…"</i> }><p>{move || theme.get()}</p></Suspense> }
        }),
        good("local-resource-beside-another", || {
            let (theme, name) = (LocalResource::new(|| async { "dark".to_owned() }), late("Ada".to_owned()));
            view! {
                <main>
                    <Suspense fallback=|| view! { <i>"…"</i> }><p>{move || theme.get()}</p></Suspense>
                    <Suspense fallback=|| view! { <i>"…"</i> }><p>{move || name.get()}</p></Suspense>
                </main>
            }
        }),
        good("local-resource-awaited", || {
            let theme = LocalResource::new(|| async { "dark".to_owned() });
            let shown = move || {
                Suspend::new(async move {
                    view! { <b>{theme.await}</b> }
                })
            };
            view! { <Suspense fallback=|| view! { <i>"…"</i> }>{shown}</Suspense> }
        }),
        good("local-resource-outside", || {
            let theme = LocalResource::new(|| async { "dark".to_owned() });
            view! { <p>{move || theme.get().unwrap_or_else(|| "unknown".to_owned())}</p> }
        }),
    ]
}

fn failing() -> Vec<Sample> {
    vec![
        good("error-on-both-sides", || {
            view! { <ErrorBoundary fallback=|_| view! { <p>"broken"</p> }><b>{"x".parse::<u8>()}</b></ErrorBoundary> }
        }),
        good("error-boundary-that-falls-back", || {
            let list = |errors: ArcRwSignal<Errors>| {
                let errors =
                    errors.get().into_iter().map(|(_, error)| view! { <li>{error.to_string()}</li> }).collect_view();
                view! { <div role="alert"><p>"Not a number:"</p><ul>{errors}</ul></div> }
            };
            view! { <ErrorBoundary fallback=list><p>{"x".parse::<u8>()}</p></ErrorBoundary> }
        }),
        good("error-of-a-server-function", || {
            let user = Resource::new(|| 0, user);
            let shown = move || user.get().map(|user| user.map(|name| view! { <b>{name}</b> }));
            let broken =
                |errors: ArcRwSignal<Errors>| view! { <p role="alert">{errors.get().into_iter().count()}" error"</p> };
            view! { <ErrorBoundary fallback=broken><Suspense fallback=|| "…">{shown}</Suspense></ErrorBoundary> }
        }),
        good("error-boundary-around-a-resource", || {
            let age = late("36".to_owned());
            let shown = move || age.get().map(|age| age.parse::<u8>());
            view! {
                <ErrorBoundary fallback=|_| "broken"><Suspense fallback=|| view! { <p>"…"</p> }><b>{shown}</b></Suspense>
                </ErrorBoundary>
            }
        }),
        good("suspense-around-an-error-boundary", || {
            let age = late("36".to_owned());
            let shown = move || age.get().map(|age| age.parse::<u8>());
            view! {
                <Suspense fallback=|| view! { <p>"…"</p> }>
                    <ErrorBoundary fallback=|_| view! { <i>"broken"</i> }><b>{shown}</b></ErrorBoundary>
                </Suspense>
            }
        }),
    ]
}
