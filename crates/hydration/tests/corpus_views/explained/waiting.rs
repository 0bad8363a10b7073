//! Examples of what waits.

use leptos::prelude::*;
use vestibule_hydration::Code;

use super::{
    super::{Sample, bad, good},
    any,
};

pub(super) fn samples() -> Vec<Sample> {
    [values(), moments()].into_iter().flatten().collect()
}

fn values() -> Vec<Sample> {
    vec![
        bad("explained-H601", &[Code::ResourceNumbers], || {
            any({
                if !cfg!(feature = "ssr") {
                    let _ = Resource::new(|| (), |()| async { "dark".to_owned() });
                }
                let name = Resource::new(|| (), |()| async { "Ada".to_owned() });
                view! { <Suspense><h1>{move || name.get()}</h1></Suspense> }
            })
        }),
        good("explained-H601", || {
            any({
                let theme = LocalResource::new(|| async { "dark".to_owned() });
                let name = Resource::new(|| (), |()| async { "Ada".to_owned() });
                view! {
                    <Suspense><h1>{move || name.get()}</h1></Suspense>
                    <p>{move || theme.get()}</p>
                }
            })
        }),
        bad("explained-H602", &[Code::PayloadLost], || {
            any({
                let share = Resource::new(|| (), |()| async { f64::NAN });
                view! { <Suspense><p>{move || share.get().map(f64::is_nan)}</p></Suspense> }
            })
        }),
        good("explained-H602", || {
            any({
                let share = Resource::new(|| (), |()| async { None::<f64> });
                view! { <Suspense><p>{move || share.get().map(|share| share.is_none())}</p></Suspense> }
            })
        }),
        bad("explained-H603", &[Code::ReadOutside], || {
            any({
                let name = Resource::new(|| (), |()| async { "Ada".to_owned() });
                view! { <h1>{move || name.get()}</h1> }
            })
        }),
        good("explained-H603", || {
            any({
                let name = Resource::new(|| (), |()| async { "Ada".to_owned() });
                view! { <Suspense><h1>{move || name.get()}</h1></Suspense> }
            })
        }),
    ]
}

fn moments() -> Vec<Sample> {
    vec![
        bad("explained-H604", &[Code::StillWaiting], || {
            any({
                view! {
                    <Suspense fallback=|| "…">
                        {Suspend::new(async {
                            leptos::task::tick().await;
                            view! { <b>"Ada"</b> }
                        })}
                    </Suspense>
                }
            })
        }),
        good("explained-H604", || {
            any({
                let name = Resource::new(|| (), |()| async { "Ada".to_owned() });
                view! {
                    <Suspense fallback=|| "…">
                        {Suspend::new(async move {
                            let name = name.await;
                            view! { <b>{name}</b> }
                        })}
                    </Suspense>
                }
            })
        }),
        bad("explained-H605", &[Code::LocalResource], || {
            any({
                let theme = LocalResource::new(|| async { "dark".to_owned() });
                let shown = move || if cfg!(feature = "ssr") { None } else { theme.get() };
                view! { <Suspense fallback=|| view! { <i>"…"</i> }><p>{shown}</p></Suspense> }
            })
        }),
        good("explained-H605", || {
            any({
                let theme = LocalResource::new(|| async { "dark".to_owned() });
                let shown = move || theme.get();
                view! { <Suspense fallback=|| view! { <i>"…"</i> }><p>{shown}</p></Suspense> }
            })
        }),
        bad("explained-H607", &[Code::ErrorDiffers], || {
            any({
                let typed = if cfg!(feature = "ssr") { "x" } else { "36" };
                let age = typed.parse::<u8>();
                view! { <ErrorBoundary fallback=|_| view! { <p>"Not an age"</p> }><b>{age}</b></ErrorBoundary> }
            })
        }),
        good("explained-H607", || {
            any({
                let age = "x".parse::<u8>();
                view! { <ErrorBoundary fallback=|_| view! { <p>"Not an age"</p> }><b>{age}</b></ErrorBoundary> }
            })
        }),
        bad("explained-H608", &[Code::StreamsDiffer], || {
            any({
                view! { <p>"You have "<Suspense><b>"3"</b></Suspense>" messages"</p> }
            })
        }),
        good("explained-H608", || {
            any({
                view! { <p>"You have "<Suspense><b>"3"</b></Suspense><span>" messages"</span></p> }
            })
        }),
    ]
}
