//! The reference application: one page, and Vestibule in front of it.
//!
//! With `ssr` it is what the server runs, with `hydrate` what the browser runs.

#[cfg(feature = "ssr")]
mod home;
#[cfg(feature = "hydrate")]
mod hydrate;

#[cfg(feature = "hydrate")]
pub use hydrate::hydrate;

#[cfg(feature = "ssr")]
use axum::{Router, routing::get};
#[cfg(feature = "ssr")]
use vestibule::{Vestibule, core::routes};

/// The application with its login pages in front.
#[cfg(feature = "ssr")]
pub fn app(vestibule: &Vestibule) -> Router {
    vestibule.in_front_of(Router::new().route(routes::HOME, get(home::page)))
}
