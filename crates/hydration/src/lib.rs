//! Checks that what a Leptos server writes is what the browser adopts.
//!
//! Leptos looks at hydration only whether a node is an element, a text or a comment. It compares no tags, no texts, no
//! attributes, no order; a walk that gets stuck says nothing, and a click on one button may run another's handler. This
//! crate compares all of it, natively, in plain `cargo test`, for every state of every view. It depends on nothing of
//! the project it came from.
//!
//! # Cases
//!
//! A [`Case`] is a view in one state with a name. One list of them is compiled for the server and for the client:
//!
//! ```
//! use leptos::prelude::*;
//! use vestibule_hydration::Case;
//!
//! pub fn cases() -> Vec<Case> {
//!     vec![Case::new("greeting/evening", || view! { <p>"Good evening"</p> })]
//! }
//! ```
//!
//! # Layers
//!
//! - [`Layer::Parse`]: the server's bytes are parsed as a browser would, and the tree compared with the one that the
//!   writer meant. It finds `<p>` in `<p>`, a form in a form, a table without its body.
//! - [`Layer::Twin`]: the client's code path, compiled for this machine with `leptos/hydrate` and `tachys/ssr`, writes
//!   its own bytes, and they must be the server's. It finds everything that depends on the side.
//!
//! # A test
//!
//! ```no_run
//! # fn cases() -> Vec<vestibule_hydration::Case> { Vec::new() }
//! use vestibule_hydration::{Suite, Twin};
//!
//! let twin = Twin::new("twin", "twin");
//! Suite::new(cases()).twin(twin).command("cargo test --features ssr").check().expect("the twin builds").assert_clean();
//! ```
//!
//! with `examples/twin.rs`, a program of one line: `fn main() { vestibule_hydration::be_twin(&cases(), &[]) }`.
//!
//! # What it can't see
//!
//! Properties and listeners are not in HTML; neither are bugs of Leptos's own walk, nor what depends on the clock, the
//! zone or the browser's storage. `docs/hydration.md` has the table.

mod case;
mod code;
mod compare;
mod finding;
mod layer;
mod markup;
mod mutate;
mod parse;
mod report;
mod suite;
mod twin;

pub use case::{Case, Painting};
pub use code::{Code, Severity};
pub use finding::{Finding, Source};
pub use layer::Layer;
pub use mutate::{Mutated, Operator, Score, Tally};
pub use report::{Report, Speed};
pub use suite::Suite;
pub use twin::{Twin, TwinError, be_twin};

/// Checks markup that is only there as bytes, such as an answer from the wire (layer P).
#[must_use]
pub fn check_markup(case: &str, html: &str) -> Vec<Finding> {
    parse::check(html).into_iter().map(|problem| problem.into_finding(Layer::Parse, case, "")).collect()
}
