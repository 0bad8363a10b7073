//! Another branch on each side.

use leptos::{either::Either, prelude::*};
use vestibule_hydration::Code::{BranchDiffers as H105, ErrorDiffers as H607, KindDiffers as H102, TagDiffers as H101};

use super::{SERVER, Sample, bad, side};

pub(super) fn samples() -> Vec<Sample> {
    [present_or_not(), this_or_that(), waiting()].into_iter().flatten().collect()
}

fn present_or_not() -> Vec<Sample> {
    vec![
        bad("option-some-on-server", &[H105], || {
            view! { <div>{SERVER.then(|| view! { <b>"x"</b> })}<i>"t"</i></div> }
        }),
        bad("option-none-on-server", &[H105], || {
            view! { <div>{(!SERVER).then(|| view! { <b>"x"</b> })}<i>"t"</i></div> }
        }),
        bad("text-some-on-server", &[H105], || {
            view! { <div><i>"Cart"</i>{side(Some("3"), None)}</div> }
        }),
        bad("show-without-fallback", &[H105], || {
            view! { <aside><Show when=|| !SERVER><p>"Only when scripts run"</p></Show><hr/></aside> }
        }),
        bad("resend-or-recovery", &[H105], || {
            let resend = SERVER.then(|| view! { <button class="quiet">"Resend code"</button> });
            view! { <div class="actions">{resend}<button class="quiet">"Use recovery code"</button></div> }
        }),
        bad("banner-dismissed-by-a-cookie", &[H105], || {
            let dismissed = RwSignal::new(!SERVER);
            let banner = move || (!dismissed.get()).then(|| view! { <p role="status">"We use cookies"</p> });
            view! { <header>{banner}<nav><a href="/">"Home"</a></nav></header> }
        }),
        bad("optional-slot", &[H105], || {
            #[slot]
            struct Icon {
                children: ChildrenFn,
            }
            #[component]
            fn Alert(#[prop(optional)] icon: Option<Icon>) -> impl IntoView {
                let icon = icon.filter(|_| SERVER).map(|icon| (icon.children)());
                view! { <p role="alert">{icon}<b>"Careful"</b></p> }
            }
            view! { <Alert><Icon slot><i>"!"</i></Icon></Alert> }
        }),
        bad("two-options-that-differ", &[H105, H105], || {
            let admin = SERVER.then(|| view! { <a href="/admin">"Admin"</a> });
            let beta = (!SERVER).then(|| view! { <b>"beta"</b> });
            view! { <main><header>{admin}<hr/></header><footer>{beta}<small>"©"</small></footer></main> }
        }),
    ]
}

fn this_or_that() -> Vec<Sample> {
    vec![
        bad("show-with-the-same-tag", &[H105], || {
            view! {
                <Show when=|| SERVER fallback=|| view! { <p class="login">"login"</p> }>
                    <p class="user">"user"</p>
                </Show>
            }
        }),
        bad("account-menu-or-log-in", &[H101], || {
            let signed_in = SERVER;
            let menu = || view! { <details><summary>"Ada"</summary><a href="/account">"Account"</a></details> };
            view! {
                <header>{if signed_in { Either::Left(menu()) } else { Either::Right(view! { <a href="/login">"Log in"
                </a> }) }}</header>
            }
        }),
        bad("text-or-element", &[H102], || {
            view! { <div>{if SERVER { Either::Left("text") } else { Either::Right(view! { <b>"x"</b> }) }}</div> }
        }),
        bad("element-or-text-branch", &[H102], || {
            view! { <div>{if SERVER { Either::Left(view! { <b>"x"</b> }) } else { Either::Right("text") }}</div> }
        }),
        bad("step-of-a-wizard", &[H105], || {
            let step = side(1, 2);
            let page = move || match step {
                1 => view! { <form action="/address"><input name="street"/><button>"Next"</button></form> }.into_any(),
                _ => view! { <form action="/card"><input name="number"/><input name="cvc"/></form> }.into_any(),
            };
            view! { <main>{page}</main> }
        }),
        bad("one-element-or-several", &[H105], || {
            let found = side(Ok("Ada"), Err("none"));
            let view = match found {
                Ok(name) => Either::Left(view! { <h1>{name}</h1><p>"Found"</p><a href="/back">"Back"</a> }),
                Err(_) => Either::Right(view! { <em>"Nobody"</em> }),
            };
            view! { <main>{view}</main> }
        }),
    ]
}

fn waiting() -> Vec<Sample> {
    vec![
        bad("data-or-fallback", &[H101], || {
            let data = SERVER.then_some("data");
            view! {
                <p>{data.map_or_else(|| Either::Left(view! { <i>"wait"</i> }), |data| Either::Right(view! { <b>{data}
                </b> }))}</p>
            }
        }),
        bad("suspense-with-another-fallback", &[H101], || {
            let fallback = || {
                if SERVER {
                    view! { <p>"Loading…"</p> }.into_any()
                } else {
                    view! { <progress></progress> }.into_any()
                }
            };
            let zone = LocalResource::new(|| async { "UTC" });
            view! { <main><Suspense fallback=fallback>{move || zone.get()}</Suspense><hr/></main> }
        }),
        bad("error-only-on-server", &[H607], || {
            let age = side("x", "36").parse::<u8>();
            view! {
                <main><ErrorBoundary fallback=|_| view! { <p role="alert">"Not an age"</p> }>{age}</ErrorBoundary>
                </main>
            }
        }),
        bad("error-only-in-browser", &[H607], || {
            let age = side("36", "x").parse::<u8>();
            view! {
                <ErrorBoundary fallback=|_| view! { <p role="alert">"Not an age"</p> }><b>{age}</b></ErrorBoundary>
            }
        }),
    ]
}
