//! Views with a known fate, compiled for both sides: those that must be found, with their code, and those that must not.

mod allowed;
mod browser;
mod explained;
mod good;
mod rebuilt;
mod sides;
mod unstable;

use leptos::prelude::{AnyView, IntoAny, IntoView};
use vestibule_hydration::{Case, Code};

/// Whether this is the server's build. What a real project does by mistake, the corpus does on purpose.
pub(crate) const SERVER: bool = cfg!(feature = "ssr");

/// What must be the same on both sides.
pub(crate) const FLAGS: &[&str] = &["corpus"];

/// A view and what must be found in it: one code a root cause.
pub(crate) struct Sample {
    name: String,
    view: fn() -> AnyView,
    #[cfg_attr(not(feature = "ssr"), expect(dead_code, reason = "the client paints and judges nothing"))]
    pub(crate) codes: &'static [Code],
}

impl Sample {
    #[cfg(feature = "ssr")]
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn case(&self) -> Case {
        let view = self.view;
        Case::new(self.name.clone(), view)
    }
}

/// Every view.
pub(crate) fn samples() -> Vec<Sample> {
    let natively = [good::samples(), rebuilt::samples(), sides::samples(), unstable::samples()];
    let others = [browser::samples(), explained::samples(), allowed::samples()];
    natively.into_iter().chain(others).flatten().collect()
}

/// Every view as a case.
pub(crate) fn cases() -> Vec<Case> {
    samples().iter().map(Sample::case).collect()
}

fn good(name: &str, view: fn() -> AnyView) -> Sample {
    Sample { name: format!("good/{name}"), view, codes: &[] }
}

fn allowed(name: &str, view: fn() -> AnyView) -> Sample {
    Sample { name: format!("allowed/{name}"), view, codes: &[] }
}

fn bad(name: &str, codes: &'static [Code], view: fn() -> AnyView) -> Sample {
    Sample { name: format!("bad/{name}"), view, codes }
}

/// A view in which only a browser finds something.
fn in_browser(name: &str, codes: &'static [Code], view: fn() -> AnyView) -> Sample {
    bad(name, if cfg!(feature = "browser") { codes } else { &[] }, view)
}

/// One view on the server, another in the client.
fn split<S: IntoView + 'static, C: IntoView + 'static>(
    server: impl FnOnce() -> S,
    client: impl FnOnce() -> C,
) -> AnyView {
    if SERVER { server().into_any() } else { client().into_any() }
}
