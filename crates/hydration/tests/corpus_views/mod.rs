//! Views with a known fate, compiled for both sides: those that must be found, with their code, and those that must not.
//!
//! A bad view is written whole where it is listed, components included: what is found in it stands between its line and
//! the next sample's.

mod allowed;
mod bad;
mod behaviour;
mod browser;
mod explained;
mod good;
mod unstable;

use std::panic::Location;

use leptos::prelude::{AnyView, IntoAny, IntoView};
use vestibule_hydration::{Case, Code};

/// Whether this is the server's build. What a real project does by mistake, the corpus does on purpose.
pub(crate) const SERVER: bool = cfg!(feature = "ssr");

/// What must be the same on both sides.
pub(crate) const FLAGS: &[&str] = &["corpus"];

/// A view and what must be found in it: one code a root cause.
#[cfg_attr(not(feature = "ssr"), expect(dead_code, reason = "the twin paints and judges nothing"))]
pub(crate) struct Sample {
    pub(crate) name: String,
    pub(crate) codes: &'static [Code],
    /// The file that lists it.
    pub(crate) file: &'static str,
    /// The line where it is listed.
    pub(crate) line: u32,
    view: Box<dyn Fn() -> AnyView + Send + Sync>,
    /// No browser looks at it.
    natively: bool,
}

impl Sample {
    #[track_caller]
    fn new<V: IntoView + 'static>(name: String, codes: &'static [Code], view: fn() -> V) -> Self {
        let caller = Location::caller();
        Self {
            name,
            codes,
            file: caller.file(),
            line: caller.line(),
            view: Box::new(move || view().into_any()),
            natively: false,
        }
    }
}

#[cfg(feature = "ssr")]
impl Sample {
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    #[cfg(feature = "browser")]
    pub(crate) fn is_native(&self) -> bool {
        self.natively
    }
}

/// Every view.
pub(crate) fn samples() -> Vec<Sample> {
    let natively = [good::samples(), bad::samples(), unstable::samples()];
    let others = [browser::samples(), behaviour::samples(), explained::samples(), allowed::samples()];
    natively.into_iter().chain(others).flatten().collect()
}

/// Every view as a case.
pub(crate) fn cases() -> Vec<Case> {
    let case = |sample: Sample| {
        let case = Case::new(sample.name, sample.view);
        if sample.natively { case.natively() } else { case }
    };
    samples().into_iter().map(case).collect()
}

#[track_caller]
fn good<V: IntoView + 'static>(name: &str, view: fn() -> V) -> Sample {
    Sample::new(format!("good/{name}"), &[], view)
}

/// A view that is right, and that has begun to change by itself when hydration comes by.
#[track_caller]
fn good_natively<V: IntoView + 'static>(name: &str, view: fn() -> V) -> Sample {
    Sample { natively: true, ..good(name, view) }
}

#[track_caller]
fn allowed<V: IntoView + 'static>(name: &str, view: fn() -> V) -> Sample {
    Sample::new(format!("allowed/{name}"), &[], view)
}

#[track_caller]
fn bad<V: IntoView + 'static>(name: &str, codes: &'static [Code], view: fn() -> V) -> Sample {
    Sample::new(format!("bad/{name}"), codes, view)
}

/// A value that differs by side.
fn side<T>(server: T, client: T) -> T {
    if SERVER { server } else { client }
}

/// A view in which only a browser finds something.
#[track_caller]
fn in_browser<V: IntoView + 'static>(name: &str, codes: &'static [Code], view: fn() -> V) -> Sample {
    bad(name, if cfg!(feature = "browser") { codes } else { &[] }, view)
}

/// One view on the server, another in the client.
fn split<S: IntoView + 'static, C: IntoView + 'static>(
    server: impl FnOnce() -> S,
    client: impl FnOnce() -> C,
) -> AnyView {
    if SERVER { server().into_any() } else { client().into_any() }
}
