//! The entry of everything that a browser runs: one function, called by `boot.js` when the script has arrived.
//!
//! A cargo feature chooses the bundle: `vestibule` and `gallery` hydrate islands, `whole` hydrates the whole screen from
//! the model that stands in the page.

#[cfg(all(feature = "whole", any(feature = "vestibule", feature = "gallery")))]
compile_error!("a bundle hydrates islands or whole screens: build `whole` with --no-default-features");

#[cfg(feature = "whole")]
mod whole;

// Nothing here names an island: `boot.js` finds it by the name that its macro exports. The crate only has to be linked.
#[cfg(not(feature = "whole"))]
use vestibule_ui as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Gets the page ready. With islands, `boot.js` then starts each of them; otherwise the screen is adopted here.
#[wasm_bindgen]
pub fn hydrate() {
    // A panic's words cost a KiB that no visitor needs.
    #[cfg(any(debug_assertions, feature = "gallery"))]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    #[cfg(not(feature = "whole"))]
    leptos::mount::hydrate_islands();
    #[cfg(feature = "whole")]
    whole::hydrate();
}
