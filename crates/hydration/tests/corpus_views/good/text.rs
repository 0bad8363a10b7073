//! Text as a value: of every type, alone and beside others.

use std::{borrow::Cow, net::Ipv4Addr, num::NonZeroU8, sync::Arc};

use leptos::{oco::Oco, prelude::*};

use super::{Sample, good};

pub(super) fn samples() -> Vec<Sample> {
    [roots(), values(), neighbours()].into_iter().flatten().collect()
}

fn roots() -> Vec<Sample> {
    vec![
        good("nothing", || ()),
        good("text-as-root", || "just a text"),
        good("number-as-root", || 42),
        good("closure-as-root", || move || "drawn by a closure"),
        good("fragment-as-root", || view! { "a" "b" <i>"c"</i> "d" }),
        good("two-elements-as-root", || view! { <h1>"Title"</h1> <p>"Below it"</p> }),
        good("empty-element", || view! { <div></div> }),
        good("nothing-in-an-element", || view! { <div>{None::<i32>}{None::<String>}</div> }),
    ]
}

fn values() -> Vec<Sample> {
    vec![
        good("empty-text", || view! { <p>{""}</p> }),
        good("reactive-empty-text", || {
            let message = RwSignal::new(String::new());
            view! { <p role="alert">{move || message.get()}</p> }
        }),
        good("integers-of-every-width", || {
            view! { <p>{i8::MIN}{u16::MAX}{i32::MIN}{u64::MAX}{i128::MIN}{NonZeroU8::MIN}</p> }
        }),
        good("floats-at-their-limits", || {
            view! { <p>{0.1 + 0.2}{f64::NAN}{f64::NEG_INFINITY}{-0.0_f64}{1e21}{f32::MIN_POSITIVE}</p> }
        }),
        good("truth-and-addresses", || view! { <p>{true}" from "{Ipv4Addr::LOCALHOST}</p> }),
        good("characters-that-mean-something", || view! { <p>{'<'}{'&'}{'>'}{'"'}{'\''}{'\u{a0}'}</p> }),
        good("texts-behind-pointers", || {
            view! { <p>{Arc::<str>::from("shared")}{Cow::Borrowed("borrowed")}{Oco::<str>::from("either")}</p> }
        }),
        good("text-made-by-format", || {
            let (name, unread) = ("Ada", 3);
            view! { <p>{format!("{name} has {unread} unread messages")}</p> }
        }),
        good("text-of-an-error", || {
            let refusal = "twelve".parse::<u8>().map_err(|error| error.to_string());
            view! { <p role="alert">{refusal.err()}</p> }
        }),
    ]
}

fn neighbours() -> Vec<Sample> {
    vec![
        good("three-texts-side-by-side", || view! { <p>{"a"}{"b"}{"c"}</p> }),
        good("empty-text-between-texts", || view! { <p>"a"{String::new()}"b"</p> }),
        good("only-empty-texts", || view! { <p>{""}{String::new()}""</p> }),
        good("sentence-with-values", || {
            let (name, count) = (RwSignal::new("Ada".to_owned()), RwSignal::new(3));
            view! { <p>"Hello, "{name}"! You have "{count}" new messages."</p> }
        }),
        good("text-around-elements", || view! { <p>"Press "<kbd>"Ctrl"</kbd>"+"<kbd>"C"</kbd>" to copy."</p> }),
        good("text-between-dynamic-elements", || {
            let unit = |text: &'static str| view! { <abbr title=text>{text}</abbr> };
            view! { <p>{5}" "{unit("km")}" or "{3.1}" "{unit("mi")}</p> }
        }),
        good("option-between-texts", || view! { <p>"a"{None::<&str>}"b"{Some("c")}"d"</p> }),
        good("list-between-texts", || view! { <p>"tags: "{vec!["red", "round"]}"."</p> }),
        good("closures-side-by-side", || {
            let (done, all) = (RwSignal::new(2), RwSignal::new(5));
            view! { <output>{move || done.get()}"/"{move || all.get()}</output> }
        }),
    ]
}
