//! One view or another, or none.

use leptos::{
    either::{Either, EitherOf3, EitherOf4},
    prelude::*,
};

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [options(), branches(), components(), groups()].into_iter().flatten().collect()
}

fn options() -> Vec<Sample> {
    vec![
        good("some-and-none", || view! { <div>{Some("x")}{None::<&str>}{Some(view! { <b>"y"</b> })}</div> }),
        good("none-between-elements", || view! { <div><i>"a"</i>{None::<String>}<b>"b"</b></div> }),
        good("option-in-option", || view! { <p>{Some(Some("x"))}{Some(None::<i32>)}</p> }),
        good("shown-by-then", || {
            let (admin, banned) = (true, false);
            view! { <nav>{admin.then(|| view! { <a href="/admin">"Admin"</a> })}{banned.then_some("banned")}</nav> }
        }),
        good("option-from-a-closure", || {
            let error = RwSignal::new(Some("Too short"));
            view! { <div>{move || error.get().map(|error| view! { <p role="alert">{error}</p> })}</div> }
        }),
        good("result", || view! { <p>{Ok::<_, std::fmt::Error>("fine")}</p> }),
        good("result-as-option", || {
            let parsed = "12".parse::<u8>();
            view! { <p>{parsed.ok()}{"x".parse::<u8>().ok()}</p> }
        }),
    ]
}

fn branches() -> Vec<Sample> {
    vec![
        good("either", || {
            let left: Either<&str, i32> = Either::Left("l");
            view! { <p>{left}</p> }
        }),
        good("either-from-a-condition", || {
            let signed_in = RwSignal::new(false);
            let action = move || {
                if signed_in.get() {
                    Either::Left(view! { <button>"Log out"</button> })
                } else {
                    Either::Right(view! { <a href="/login">"Log in"</a> })
                }
            };
            view! { <header>{action}</header> }
        }),
        good("either-of-a-match", || {
            let view = |answer: Result<Option<u8>, &'static str>| match answer {
                Ok(Some(n)) => EitherOf3::A(view! { <b>{n}</b> }),
                Ok(None) => EitherOf3::B("nothing"),
                Err(error) => EitherOf3::C(view! { <p role="alert">{error}</p> }),
            };
            view! { <section>{view(Ok(Some(1)))}{view(Ok(None))}{view(Err("broken"))}</section> }
        }),
        good("match-on-an-enum", || {
            enum Step {
                Address,
                Password(&'static str),
            }
            let draw = |step| match step {
                Step::Address => view! { <input type="email" name="email"/> }.into_any(),
                Step::Password(of) => view! { <p>"Password of "{of}</p><input type="password"/> }.into_any(),
            };
            view! { <form>{draw(Step::Address)}{draw(Step::Password("Ada"))}</form> }
        }),
        good("any-views-from-an-if", || {
            let wide = RwSignal::new(true);
            let view = move || if wide.get() { view! { <table></table> }.into_any() } else { ().into_any() };
            view! { <main>{view}</main> }
        }),
        good("one-of-four", || {
            let one: EitherOf4<&str, i32, (), bool> = EitherOf4::D(true);
            let none: EitherOf4<&str, i32, (), bool> = EitherOf4::C(());
            view! { <p>{one}</p><p>{none}</p> }
        }),
        good("closure-in-a-closure", || {
            let (outer, inner) = (RwSignal::new(true), RwSignal::new("in"));
            view! { <p>{move || outer.get().then_some(move || inner.get())}</p> }
        }),
    ]
}

fn components() -> Vec<Sample> {
    vec![
        good("show", || view! { <Show when=|| true fallback=|| "no"><b>"yes"</b></Show> }),
        good("show-that-hides", || view! { <div><Show when=|| false><b>"yes"</b></Show></div> }),
        good("show-that-falls-back", || {
            let count = RwSignal::new(0);
            view! { <Show when={move || count.get() > 0} fallback=|| view! { <p>"None"</p> }><p>{count}</p></Show> }
        }),
        good("show-in-show", || {
            view! {
                <Show when=|| true><p>"a"</p><Show when=|| false fallback=|| "b"><i>"c"</i></Show></Show><hr/>
            }
        }),
        good("show-let", || {
            let user = RwSignal::new(Some("Ada"));
            view! {
                <ShowLet some=user let:name fallback=|| "Nobody"><b>{name}</b></ShowLet>
                <ShowLet some={None::<u8>} let:n>{n}</ShowLet>
            }
        }),
        good("animated-show", || {
            let open = RwSignal::new(true);
            view! {
                <AnimatedShow when=open show_class="in" hide_class="out"
                hide_delay=std::time::Duration::from_millis(200)>
                    <p>"menu"</p>
                </AnimatedShow>
            }
        }),
        good("portal-beside-its-page", || {
            use leptos::portal::Portal;
            view! { <main><Portal><div class="modal">"over all"</div></Portal><p>"page"</p></main> }
        }),
    ]
}

fn groups() -> Vec<Sample> {
    vec![
        good("tuple", || view! { <p>{("a", view! { <b>"b"</b> }, 3, None::<i32>)}</p> }),
        good("tuple-in-tuple", || view! { <p>{(("a", "b"), ("c", ("d",)))}</p> }),
        good("fragment-with-its-own-marks", || view! { <><p>"a"</p><p>"b"</p></> }),
        good("fragment-within-an-element", || view! { <div><>"a"<b>"b"</b></><>"c"</></div> }),
        good("fragment-from-a-function", || {
            fn rows(words: [&'static str; 2]) -> impl IntoView {
                view! { <p>{words[0]}</p><p>{words[1]}</p> }
            }
            view! { <div>{rows(["a", "b"])}{rows(["c", "d"])}</div> }
        }),
        good("empty-fragment", || view! { <div><></><p>"a"</p></div> }),
        good("view-kept-in-a-variable", || {
            let (header, body) = (view! { <h1>"T"</h1> }, view! { <p>"B"</p> });
            view! { <article>{header}{body}</article> }
        }),
    ]
}
