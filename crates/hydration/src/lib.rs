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
//! - [`Layer::Repeat`]: the server writes the same bytes a second time, in a second process, a minute and a day later,
//!   in another zone and in another language. It finds chance, counters, clocks and unordered collections.
//! - [`Layer::Client`], [`Layer::Walk`] and [`Layer::Behaviour`], with the feature `browser`: real browsers draw each case
//!   anew, hydrate it, and tell who answers what. They find what is in no HTML, and what depends on a visitor's screen, storage or address.
//!
//! A view that waits, for a resource or within a `Suspense`, is painted as a server answers: until nothing is open any more.
//! What it sends along is recorded, and the twin and the browsers begin with that.
//!
//! # A test
//!
//! ```no_run
//! # fn cases() -> Vec<vestibule_hydration::Case> { Vec::new() }
//! use vestibule_hydration::{Suite, Twin};
//!
//! let twin = Twin::new("twin", "twin");
//! let report = Suite::new(cases()).twin(twin).command("cargo test --features ssr").check().expect("the twin builds");
//! report.write("target/hydration").expect("the report can be written");
//! report.assert_clean();
//! ```
//!
//! with `examples/twin.rs`, a program of one line: `fn main() { vestibule_hydration::be_twin(cases(), &[]) }`.
//!
//! The test is the command as well: `HYDRATION_CASE=greeting/evening` checks one case, `HYDRATION_CASE=greeting/` all whose
//! names begin so, `HYDRATION_LIST=1` lists them, and `HYDRATION_EXPLAIN=H105` explains a code.
//!
//! [`components_without_cases`] names the components that no case draws.
//!
//! # Allowances
//!
//! `data-hydration-allow="text"` on an element, [`Case::allow`] and [`Suite::allow`] let a difference be. It is counted and
//! shown with its reason, and an allowance that nothing needs is found. What can bind a wrong control can't be allowed.
//!
//! # What it can't see
//!
//! What stands around a case. What a proxy or an extension does to a page is measured by `Suite::hostile`, not checked.
//! `docs/hydration.md` tells all of it.

mod about;
mod allow;
mod ask;
#[cfg(feature = "browser")]
mod browser;
mod case;
mod causes;
#[cfg(target_arch = "wasm32")]
mod client;
mod code;
mod compare;
mod explain;
mod finding;
#[cfg(feature = "browser")]
mod hostile;
mod id;
mod layer;
mod markup;
mod mutate;
mod parse;
mod picture;
mod repeat;
mod report;
mod run;
mod said;
mod sides;
mod source;
mod suite;
mod twin;
mod verdict;
mod waits;
mod written;

pub use allow::{Allowance, AllowedBy, Scope};
#[cfg(feature = "browser")]
pub use browser::{BrowserError, Client, Engine};
pub use case::{Case, Painting};
pub use code::{Code, Severity};
pub use explain::UnknownCode;
pub use finding::Finding;
#[cfg(feature = "browser")]
pub use hostile::{Came, Encounter, Hostile, Touched};
pub use layer::Layer;
pub use mutate::{Changed, Mutated, Operator, Score, Tally};
pub use repeat::Repeat;
pub use report::{Look, Report, Speed};
pub use run::Run;
pub use source::{Component, Source, components_without_cases};
pub use suite::Suite;
pub use twin::{CheckError, Twin, be_twin};
pub use verdict::{Column, Verdict};

/// Checks markup that is only there as bytes, such as an answer from the wire (layer P).
#[must_use]
pub fn check_markup(case: &str, html: &str) -> Vec<Finding> {
    causes::join(
        parse::check(html).into_iter().map(|problem| problem.into_finding(Layer::Parse, case, None, "")).collect(),
    )
}
