//! Northwind as islands: pages of the server's, a few of whose parts hydrate, in Tailwind's clothes.

#![recursion_limit = "256"]

mod app;

pub use app::{App, Counter, Greeting, shell};

/// What the browser starts with. Islands of ours are among those that the document's own script starts.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
    vestibule::components::mark_hydrated();
}
