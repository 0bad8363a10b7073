//! Texts that differ, and the same text in other pieces.

use leptos::prelude::*;
use vestibule_hydration::Code::{TextDiffers as H201, TextNodes as H202};

use super::{SERVER, Sample, bad, side, split};

pub(super) fn samples() -> Vec<Sample> {
    [written(), long(), formatted(), pieces()].into_iter().flatten().collect()
}

fn written() -> Vec<Sample> {
    vec![
        bad("static-text", &[H201], || split(|| view! { <p>"server"</p> }, || view! { <p>"client"</p> })),
        bad("reactive-text", &[H201], || {
            let text = RwSignal::new(side("server", "client"));
            view! { <p>{move || text.get()}</p> }
        }),
        bad("the-same-text-thrice", &[H201], || {
            let text = side("4 minutes", "5 minutes");
            view! { <ul><li>{text}</li><li>{text}</li><li>{text}</li></ul> }
        }),
        bad("text-against-empty", &[H201], || view! { <p>{side("", "late")}</p> }),
        bad("text-at-the-root", &[H201], || side("server", "client")),
        bad("text-in-a-drawing", &[H201], || view! { <svg><text x="1">{side("3 %", "4 %")}</text></svg> }),
        bad("text-in-a-formula", &[H201], || view! { <math><mi>"x"</mi><mo>"="</mo><mn>{side(1, 2)}</mn></math> }),
        bad("text-in-an-option", &[H201], || {
            view! { <select><option value="nz">{side("New Zealand", "Aotearoa")}</option></select> }
        }),
        bad("text-from-context", &[H201], || {
            #[component]
            fn User() -> impl IntoView {
                view! { <b>{use_context::<&'static str>().unwrap_or("somebody")}</b> }
            }
            if SERVER {
                provide_context("Ada");
            }
            view! { <p>"by "<User/></p> }
        }),
        bad("inner-html", &[H201], || view! { <div inner_html=side("<b>s</b>", "<b>c</b>")></div> }),
        bad("textarea-value", &[H201], || view! { <textarea>{side("s", "c")}</textarea> }),
        bad("script-data", &[H201], || {
            view! { <script type="application/json">{side(r#"{"user":1}"#, r#"{"user":null}"#)}</script> }
        }),
        bad("title-in-a-drawing", &[H201], || {
            view! { <svg role="img"><title>{side("Sun", "Moon")}</title><circle r="1"/></svg> }
        }),
    ]
}

fn long() -> Vec<Sample> {
    vec![bad("one-word-of-a-long-text", &[H201], || {
        let days = side("14", "30");
        let text = format!(
            "You can take back what you ordered within {days} days, without saying why. Write to us, or send it back \
             at once; the days begin when the last parcel has come."
        );
        view! { <p>{text}</p> }
    })]
}

fn formatted() -> Vec<Sample> {
    vec![
        bad("number-format", &[H201], || view! { <p>{side("1.0", "1")}</p> }),
        bad("thousands-by-language", &[H201], || view! { <data value="1234.5">{side("1,234.5", "1.234,5")}</data> }),
        bad("hour-in-another-zone", &[H201], || {
            let hour = 12 + side(0, 2);
            view! { <time datetime="2026-05-01T12:00Z">{format!("{hour}:00")}</time> }
        }),
        bad("minutes-until-the-code-expires", &[H201], || {
            let seconds = side(299, 301);
            view! { <p role="timer">"Expires in "{seconds / 60}" minutes"</p> }
        }),
        bad("time-ago", &[H201], || {
            let since = RwSignal::new(side(59, 61));
            let words =
                move || if since.get() < 60 { "just now".to_owned() } else { format!("{} min ago", since.get() / 60) };
            view! { <p>"Seen "<time>{words}</time></p> }
        }),
        bad("singular-or-plural", &[H201], || {
            let count = 1;
            let plural = side(count != 1, count > 0);
            view! { <p>{count}" message"{if plural { "s" } else { "" }}</p> }
        }),
        bad("currency", &[H201], || view! { <b>{side("€ 9.99", "9,99 €")}</b> }),
        bad("size-of-a-pointer", &[H201], || view! { <p>"at most "{side(u64::MAX, u64::from(u32::MAX))}</p> }),
        bad("float-that-prints-otherwise", &[H201], || view! { <p>{side(0.1_f64 + 0.2, 0.3)}</p> }),
        bad("upper-or-lower-case", &[H201], || view! { <h2>{side("Straße", "STRASSE")}</h2> }),
        bad("composed-or-not", &[H201], || view! { <h2>{side("Zo\u{eb}", "Zoe\u{308}")}</h2> }),
        bad("space-at-the-end", &[H201], || view! { <p>{side("Ada ", "Ada")}</p> }),
    ]
}

fn pieces() -> Vec<Sample> {
    vec![
        bad("split-text", &[H202], || split(|| view! { <p>"ab"</p> }, || view! { <p>{"a"}{"b"}</p> })),
        bad("merged-texts", &[H202], || split(|| view! { <p>{"a"}{"b"}</p> }, || view! { <p>{"ab"}</p> })),
        bad("sentence-by-format-or-in-pieces", &[H202], || {
            let name = "Ada";
            split(move || view! { <p>{format!("Hello, {name}!")}</p> }, move || view! { <p>"Hello, "{name}"!"</p> })
        }),
        bad("two-texts-cut-elsewhere", &[H202, H202], || {
            split(
                || view! { <ul><li>"ab"</li><li>"cd"</li></ul> },
                || view! { <ul><li>{"a"}{"b"}</li><li>{"c"}{"d"}</li></ul> },
            )
        }),
        bad("split-beside-an-element", &[H202], || {
            split(|| view! { <p>"a b "<b>"c"</b></p> }, || view! { <p>"a "{"b "}<b>"c"</b></p> })
        }),
    ]
}
