//! Layers C and W: what a real browser builds from the server's bytes, what the client draws there, and what the real walk
//! does.
//!
//! No driver is needed, so every engine works alike: a small server hands out one page, the page gives each case a frame
//! and a fresh instance of the client, and sends home what it saw.

mod build;
mod engine;
mod judge;
mod seen;
mod serve;

pub use build::Client;
pub use engine::Engine;

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use crate::{Look, Painting, finding::Problem, layer::Layer, waits::Recordings};

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
    client: &build::Bound,
    flags: &[String],
    servers: &BTreeMap<String, Painting>,
    sent: &Recordings,
) -> Result<Vec<Found>, BrowserError> {
    let cases = servers.iter().filter_map(|(name, painting)| match painting {
        Painting::Html(html) => Some((name.clone(), html.clone())),
        Painting::Panicked(_) => None,
    });
    let cases: Vec<_> = cases.collect();
    let seen = serve::look(engine, client, &cases, sent)?;
    let found = |seen: &seen::Seen| {
        let problems = judge::judge(seen, &servers[&seen.case], flags);
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
    Ok(seen.iter().map(found).collect())
}
