//! Views that are another thing each time, whoever draws them.

use std::{
    collections::HashMap,
    env,
    hash::{BuildHasher, Hasher, RandomState},
    sync::atomic::{AtomicUsize, Ordering},
    time::{SystemTime, UNIX_EPOCH},
};

use leptos::prelude::*;
use vestibule_hydration::Code;

use super::{Sample, bad};

pub(super) fn samples() -> Vec<Sample> {
    vec![
        bad("random-id", &[Code::Chance], || {
            let id = format!("field-{:x}", RandomState::new().build_hasher().finish());
            view! { <label>"Email"<input id=id/></label> }.into_any()
        }),
        bad("counted-id", &[Code::Counter], || {
            static NEXT: AtomicUsize = AtomicUsize::new(0);
            let id = format!("field-{}", NEXT.fetch_add(1, Ordering::Relaxed));
            view! { <label>"Email"<input id=id/></label> }.into_any()
        }),
        bad("hash-map", &[Code::Unordered], || {
            let scopes: HashMap<u32, String> = (0..20).map(|number| (number, format!("scope {number}"))).collect();
            view! { <ul>{scopes.into_values().map(|scope| view! { <li>{scope}</li> }).collect_view()}</ul> }.into_any()
        }),
        bad("time-of-day", &[Code::Clock], || view! { <p>"Day "{today()}</p> }.into_any()),
        bad("time-zone", &[Code::Zone], || {
            let zone = env::var("TZ").unwrap_or_else(|_| "UTC".to_owned());
            view! { <p>"Times are in "{zone}</p> }.into_any()
        }),
        bad("language-of-the-machine", &[Code::Language], || {
            let german = env::var("LANG").is_ok_and(|language| language.starts_with("de"));
            view! { <p>{if german { "Anmelden" } else { "Log in" }}</p> }.into_any()
        }),
    ]
}

/// Days since 1970, read while drawing.
#[expect(clippy::disallowed_methods, reason = "the mistake that is to be found")]
fn today() -> u64 {
    // A browser that is asked natively has no clock of this kind.
    if cfg!(target_arch = "wasm32") {
        return 0;
    }
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400)
}
