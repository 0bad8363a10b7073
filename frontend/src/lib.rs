//! The entry of everything that a browser runs: one function, called by `boot.js` when the wasm has arrived.
//!
//! A cargo feature chooses the bundle: `vestibule` and `gallery` hydrate islands, `whole` hydrates the whole screen from
//! the model that stands in the page.

#[cfg(all(feature = "whole", any(feature = "vestibule", feature = "gallery")))]
compile_error!("a bundle hydrates islands or whole screens: build `whole` with --no-default-features");

use wasm_bindgen::prelude::wasm_bindgen;

/// Gets the page ready. Islands are then started by `boot.js`, which finds each by the name that its macro exports.
#[wasm_bindgen]
pub fn hydrate() {
    // A panic's words cost a KiB that no visitor needs.
    #[cfg(any(debug_assertions, feature = "gallery"))]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    vestibule_app::hydrate();
}
