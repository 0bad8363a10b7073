//! Layers C, W and B: what a real browser builds from the server's bytes, what the client draws there, what the real walk
//! does, and how the page behaves then.
//!
//! No driver is needed, so every engine works alike: a small server hands out one page, the page gives each case a frame
//! and a fresh instance of the client, and sends home what it saw, and what the twin writes there.

mod answers;
mod build;
mod engine;
mod judge;
mod seen;
mod serve;

pub use build::Client;
pub(crate) use build::Programs;
pub use engine::Engine;

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use serve::Frames;

use crate::{Case, Encounter, Hostile, Look, Painting, finding::Problem, layer::Layer, waits::Recordings};

/// Why no browser looked at the cases.
#[derive(Debug, thiserror::Error)]
pub enum BrowserError {
    /// Cargo can't build the client, and has said why on standard error.
    #[error("the client doesn't build for wasm32; why is told above. The command was: {0}")]
    Build(String),
    /// wasm-bindgen refuses it.
    #[error("the client is no wasm that a browser can run: {0}")]
    Bind(String),
    /// There is no such browser here.
    #[error("{engine} doesn't start ({error}); on Debian: apt-get install {package}")]
    Start {
        /// Which one.
        engine: Engine,
        /// The package that brings it.
        package: &'static str,
        /// Why not.
        error: io::Error,
    },
    /// It ended or fell silent.
    #[error("{engine} fell silent after {seen} of {cases} cases")]
    Silent {
        /// Which one.
        engine: Engine,
        /// How many cases it had looked at.
        seen: usize,
        /// How many there were.
        cases: usize,
    },
    /// The page can't be served.
    #[error("the cases can't be served: {0}")]
    Serve(#[from] io::Error),
}

/// What an engine found in a case, and how it would have shown by other means.
pub(crate) struct Found {
    pub(crate) problems: Vec<(Layer, Problem)>,
    pub(crate) look: Look,
}

/// Lets an engine look at every case that the server could paint.
pub(crate) fn check(
    engine: Engine,
    programs: &Programs,
    flags: &[String],
    cases: &[Case],
    servers: &BTreeMap<String, Painting>,
    sent: &Recordings,
) -> Result<Vec<Found>, BrowserError> {
    let shown = serve::look(engine, programs, (&painted(servers), sent), Frames::Plain)?;
    let listed: BTreeMap<&str, String> = cases.iter().map(|case| (case.name(), case.listed())).collect();
    let found = |seen: &seen::Seen| {
        let written = shown.written.get(&seen.case);
        let problems = judge::judge(seen, written, &servers[&seen.case], flags, &listed[&*seen.case]);
        let layers: BTreeSet<Layer> = problems.iter().map(|(layer, _)| *layer).collect();
        let look = Look {
            case: seen.case.clone(),
            engine: engine.to_string(),
            layers: layers.into_iter().collect(),
            leptos: seen.panic.is_some() || !seen.said.is_empty(),
            console: !seen.said.is_empty(),
            observer: seen.touched > 0,
            before_and_after: seen.after.is_some(),
            client_render: seen.client_render_differs(),
        };
        Found { problems, look }
    };
    Ok(shown.seen.iter().map(found).collect())
}

/// Lets an engine hydrate every case in pages that somebody else has touched.
pub(crate) fn hostile(
    engine: Engine,
    programs: &Programs,
    servers: &BTreeMap<String, Painting>,
    sent: &Recordings,
) -> Result<Hostile, BrowserError> {
    let mut hostile = Hostile::default();
    for seen in serve::look(engine, programs, (&painted(servers), sent), Frames::Hostile)?.seen {
        if seen.broken.is_some() {
            hostile.left_out.push(seen.case);
            continue;
        }
        let of_case = |encounter| Encounter { case: seen.case.clone(), ..encounter };
        hostile.encounters.extend(seen.encounters.into_iter().map(of_case));
    }
    Ok(hostile)
}

/// The cases that the server could paint.
fn painted(servers: &BTreeMap<String, Painting>) -> Vec<(String, String)> {
    let html = |(name, painting): (&String, &Painting)| match painting {
        Painting::Html(html) => Some((name.clone(), html.clone())),
        Painting::Panicked(_) => None,
    };
    servers.iter().filter_map(html).collect()
}
