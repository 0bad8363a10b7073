//! What waits, and comes out differently on each side.

use std::collections::BTreeMap;

use leptos::{prelude::*, task::tick};
use serde::{Deserialize, Serialize};
use vestibule_hydration::Code::{
    ErrorDiffers as H607, LocalResource as H605, PayloadLost as H602, ReadOutside as H603, ResourceNumbers as H601,
    StillWaiting as H604, StreamsDiffer as H608, TextDiffers as H201,
};

use super::{super::good::late, SERVER, Sample, bad, side};

pub(super) fn samples() -> Vec<Sample> {
    let themes = [numbers(), payloads(), outside(), pending(), local(), failing(), streams()];
    themes.into_iter().flatten().collect()
}

fn numbers() -> Vec<Sample> {
    vec![
        bad("resource-only-in-the-browser", &[H601], || {
            if !SERVER {
                late("dark".to_owned());
            }
            let (name, mail) = (late("Ada".to_owned()), late("ada@example.org".to_owned()));
            view! { <Suspense fallback=|| "…"><h1>{move || name.get()}</h1><p>{move || mail.get()}</p></Suspense> }
        }),
        bad("resource-only-on-the-server", &[H601], || {
            if SERVER {
                late(vec![1, 2, 3]);
            }
            let name = late("Ada".to_owned());
            view! { <Suspense fallback=|| "…"><h1>{move || name.get()}</h1></Suspense> }
        }),
        bad("resource-at-the-end-that-nobody-sends", &[H601], || {
            let name = late("Ada".to_owned());
            let view = view! { <Suspense fallback=|| "…"><h1>{move || name.get()}</h1></Suspense> };
            if !SERVER {
                late("dark".to_owned());
            }
            view
        }),
        bad("two-resources-that-change-places", &[H601], || {
            let (mine, theirs) = if SERVER {
                let mine = late("mine".to_owned());
                (mine, late("theirs".to_owned()))
            } else {
                let theirs = late("theirs".to_owned());
                (late("mine".to_owned()), theirs)
            };
            view! { <Suspense><b>{move || mine.get()}</b><i>{move || theirs.get()}</i></Suspense> }
        }),
        bad("suspense-only-in-the-browser", &[H601], || {
            let banner = (!SERVER).then(|| view! { <Suspense>""</Suspense> });
            let name = late("Ada".to_owned());
            view! { <main>{banner}<Suspense><h1>{move || name.get()}</h1></Suspense></main> }
        }),
        bad("once-resource-only-on-the-server", &[H601], || {
            let seen = SERVER.then(|| OnceResource::new(async { 7 }));
            let count = OnceResource::new(async { 8 });
            view! { <Suspense><p>{move || seen.and_then(|seen| seen.get())}{move || count.get()}</p></Suspense> }
        }),
    ]
}

fn payloads() -> Vec<Sample> {
    vec![
        bad("not-a-number", &[H602], || {
            let share = late(f64::NAN);
            view! { <Suspense fallback=|| "…"><p>{move || share.get().map(|share| share.to_string())}</p></Suspense> }
        }),
        bad("field-that-is-skipped", &[H602], || {
            #[derive(Clone, Serialize, Deserialize)]
            struct User {
                name: String,
                #[serde(skip)]
                admin: bool,
            }
            let user = late(User { name: "Ada".to_owned(), admin: true });
            let shown = move || {
                user.get().map(|user| view! { <p>{user.name}{user.admin.then(|| view! { <b>"admin"</b> })}</p> })
            };
            view! { <Suspense fallback=|| "…">{shown}</Suspense> }
        }),
        bad("field-under-two-names", &[H602], || {
            #[derive(Clone, Serialize, Deserialize)]
            struct Plan {
                #[serde(rename(serialize = "seats", deserialize = "places"))]
                seats: u8,
            }
            let plan = late(Plan { seats: 5 });
            view! { <Suspense fallback=|| "…"><p>{move || plan.get().map(|plan| plan.seats)}</p></Suspense> }
        }),
        bad("infinity-in-a-list", &[H602], || {
            let limits = late(vec![1.0, f64::INFINITY]);
            let shown = move || {
                limits.get().map(|limits| limits.into_iter().map(|limit| view! { <li>{limit}</li> }).collect_view())
            };
            view! { <ul><Suspense>{shown}</Suspense></ul> }
        }),
        bad("default-in-place-of-what-was-sent", &[H602], || {
            #[derive(Clone, Default, Serialize, Deserialize)]
            #[serde(default)]
            struct Seat {
                #[serde(skip_serializing)]
                row: u8,
            }
            let seat = late(Seat { row: 12 });
            view! { <Suspense><p>{move || seat.get().map(|seat| seat.row)}</p></Suspense> }
        }),
        bad("map-whose-keys-are-no-text", &[H602], || {
            let seats = late(BTreeMap::from([((1, 2), "Ada".to_owned())]));
            let shown = move || seats.get().map(|seats| seats.into_values().collect_view());
            view! { <Suspense fallback=|| "…"><p>{shown}</p></Suspense> }
        }),
        bad("options-that-become-one", &[H602], || {
            let answer = late(Some(None::<bool>));
            let shown = move || answer.get().map(|answer| if answer.is_some() { "answered" } else { "not asked" });
            view! { <Suspense><p>{shown}</p></Suspense> }
        }),
    ]
}

fn outside() -> Vec<Sample> {
    vec![
        bad("resource-read-outside", &[H603], || {
            let name = late("Ada".to_owned());
            view! { <h1>{move || name.get()}</h1> }
        }),
        bad("resource-read-outside-beside-a-suspense", &[H603], || {
            let name = late("Ada".to_owned());
            view! { <h1>{move || name.get()}</h1><Suspense><p>{move || name.get()}</p></Suspense> }
        }),
        bad("resource-in-a-class", &[H603], || {
            let premium = Resource::new(|| (), |()| async { true });
            view! { <p class:premium=move || premium.get().unwrap_or_default()>"Plan"</p> }
        }),
        bad("resource-in-the-condition-of-a-show", &[H603], || {
            let admin = Resource::new(|| (), |()| async { true });
            view! { <Show when=move || admin.get() == Some(true)><a href="/admin">"Admin"</a></Show> }
        }),
    ]
}

fn pending() -> Vec<Sample> {
    vec![
        bad("suspense-over-a-future", &[H604], || {
            view! {
                <Suspense fallback=|| view! { <p>"Loading…"</p> }>{Suspend::new(async { tick().await; view! { <b>"late"
                </b> } })}</Suspense>
            }
        }),
        bad("suspense-without-fallback", &[H604], || {
            view! { <main><Suspense>{Suspend::new(async { tick().await; "late" })}</Suspense><p>"after"</p></main> }
        }),
        bad("list-of-skeletons", &[H604], || {
            let skeletons = || (0..3).map(|_| view! { <li class="skeleton" aria-hidden="true"></li> }).collect_view();
            view! {
                <ul><Suspense fallback=skeletons>{Suspend::new(async { tick().await; view! { <li>"x"</li> } })}
                </Suspense></ul>
            }
        }),
        bad("error-boundary-around-a-future", &[H604], || {
            view! {
                <ErrorBoundary fallback=|_| "broken">
                    <Suspense fallback=|| view! { <p>"…"</p> }>{Suspend::new(async { tick().await; "1".parse::<u8>() })}
                    </Suspense>
                </ErrorBoundary>
            }
        }),
        bad("derived-in-place-of-a-resource", &[H604], || {
            let doubled = AsyncDerived::new(|| async {
                tick().await;
                2
            });
            view! { <Suspense fallback=|| "…"><p>{move || Suspend::new(async move { doubled.await })}</p></Suspense> }
        }),
        bad("suspend-that-only-the-client-waits-for", &[H604], || {
            let name = Suspend::new(async {
                if !SERVER {
                    tick().await;
                }
                "Ada"
            });
            view! { <p>{name}</p> }
        }),
        bad("two-futures", &[H604, H604], || {
            let wait = |word: &'static str| {
                view! { <section><Suspense>{Suspend::new(async move { tick().await; word })}</Suspense></section> }
            };
            view! { <main>{wait("a")}<hr/>{wait("b")}</main> }
        }),
        bad("value-that-the-client-computes-anew", &[H201], || {
            let name = late("Ada".to_owned());
            let greeting = move || name.get().map(|name| format!("{} {name}", side("Hello", "Welcome")));
            view! { <Suspense fallback=|| "…"><h1>{greeting}</h1></Suspense> }
        }),
    ]
}

fn local() -> Vec<Sample> {
    vec![
        bad("local-resource-only-in-the-browser", &[H605], || {
            let theme = LocalResource::new(|| async { "dark".to_owned() });
            let shown = move || if SERVER { Some("light".to_owned()) } else { theme.get() };
            view! { <Suspense fallback=|| view! { <i>"…"</i> }><p>{shown}</p></Suspense> }
        }),
        bad("local-resource-only-on-the-server", &[H605], || {
            let theme = LocalResource::new(|| async { "dark".to_owned() });
            let shown = move || if SERVER { theme.get() } else { Some("light".to_owned()) };
            view! { <Transition fallback=|| view! { <i>"…"</i> }><p>{shown}</p></Transition> }
        }),
        bad("local-resource-awaited-outside", &[H605], || {
            let theme = LocalResource::new(|| async { "dark".to_owned() });
            view! { <p>{move || Suspend::new(async move { theme.await })}</p> }
        }),
        bad("suspense-before-a-local-resource", &[H605], || {
            let theme = LocalResource::new(|| async { "dark".to_owned() });
            let tip = SERVER.then(|| view! { <Suspense>"Tip"</Suspense> });
            view! { <main>{tip}<Suspense fallback=|| view! { <hr/> }><p>{move || theme.get()}</p></Suspense></main> }
        }),
    ]
}

fn failing() -> Vec<Sample> {
    vec![
        bad("error-of-a-resource-only-on-the-server", &[H607], || {
            let age = late("36".to_owned());
            let shown = move || age.get().map(|age| side("x".to_owned(), age).parse::<u8>());
            view! {
                <ErrorBoundary fallback=|_| view! { <p role="alert">"Not an age"</p> }>
                    <Suspense><b>{shown}</b></Suspense>
                </ErrorBoundary>
            }
        }),
        bad("error-of-a-resource-only-in-the-browser", &[H607], || {
            let age = late("x".to_owned());
            let shown = move || age.get().map(|age| side("36".to_owned(), age).parse::<u8>());
            view! {
                <ErrorBoundary fallback=|_| view! { <p role="alert">"Not an age"</p> }>
                    <Suspense><b>{shown}</b></Suspense>
                </ErrorBoundary>
            }
        }),
        bad("error-of-a-parent-or-of-a-child", &[H607], || {
            let outer = side("x", "1").parse::<u8>();
            let inner = side("1", "x").parse::<u8>();
            view! {
                <ErrorBoundary fallback=|_| view! { <p>"outer"</p> }>
                    {outer}<ErrorBoundary fallback=|_| view! { <p>"inner"</p> }><b>{inner}</b></ErrorBoundary>
                </ErrorBoundary>
            }
        }),
    ]
}

fn streams() -> Vec<Sample> {
    vec![
        bad("suspense-in-a-template", &[H608], || {
            let row = late("Ada".to_owned());
            view! { <template id="row"><Suspense fallback=|| "…"><li>{move || row.get()}</li></Suspense></template> }
        }),
        bad("suspense-between-texts", &[H608], || {
            let count = late(3);
            view! { <p>"You have "<Suspense fallback=|| "…"><b>{move || count.get()}</b></Suspense>" messages"</p> }
        }),
        bad("suspense-in-a-textarea", &[H608], || {
            let draft = late("Dear Ada".to_owned());
            view! { <textarea><Suspense fallback=|| "…">{move || draft.get()}</Suspense></textarea> }
        }),
        bad("suspense-in-a-noscript", &[H608], || {
            let name = late("Ada".to_owned());
            view! { <noscript><Suspense><b>{move || name.get()}</b></Suspense></noscript> }
        }),
    ]
}
