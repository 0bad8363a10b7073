//! Northwind, a Leptos application with its own document, router and wasm, and Vestibule in it.

#![recursion_limit = "256"]

mod app;
pub mod invoices;
pub mod leaving;

pub use app::{App, shell};

/// What the browser starts with.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_body(App);
}
