//! The parts and screens of Vestibule.
//!
//! A [`Screen`] is a pure function of a [`Frame`] and its model. It fetches nothing and knows no server, so the pages,
//! the gallery, the pictures, the accessibility run and the hydration check all draw it from the same [`Story`] list.
//!
//! - [`parts`] render one element each, named for designers by `data-part`, `data-name`, `data-kind` and `data-state`.
//! - [`behaviours`] are the only things that hydrate on our own pages: leaf islands without children.
//! - [`screens`] put parts together, one file a screen.
//! - [`components`] are what a host puts into its own Leptos application.
//! - `dev` holds the gallery and the development mailbox.
//!
//! Cargo features: `ssr`, `hydrate` and `csr` choose the side (never two in one build), `islands` makes behaviours hydrate
//! alone, without it a screen hydrates whole; `dev` adds the development screens; `twin` serves the hydration check.

#![recursion_limit = "256"]

pub mod behaviours;
pub mod components;
#[cfg(feature = "dev")]
pub mod dev;
mod field_id;
mod frame;
mod layout;
pub mod parts;
mod screen;
pub mod screens;

pub use field_id::FieldId;
pub use frame::{Frame, LanguageLink, Scheme, Slots};
pub use layout::Layout;
pub use screen::{Entry, Screen, Story};
pub use vestibule_words::Direction;
