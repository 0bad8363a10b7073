//! The client as a browser runs it: built by cargo for wasm32, bound by wasm-bindgen.

use std::{
    env,
    fmt::Display,
    fs,
    path::{Path, PathBuf},
};

use wasm_bindgen_cli_support::Bindgen;

use super::BrowserError;
use crate::{
    Twin,
    twin::{build_example, built},
};

/// How to build the client: the twin's example once more, with other features, for wasm32.
#[derive(Debug, Clone)]
pub struct Client {
    example: String,
    features: String,
    target: Option<PathBuf>,
}

/// What a browser runs.
pub(crate) struct Programs {
    /// The client.
    pub(crate) client: Bound,
    /// The client that writes in place of hydrating.
    pub(crate) twin: Option<Bound>,
}

/// A program's script and its wasm.
#[derive(Clone)]
pub(crate) struct Bound {
    pub(crate) script: String,
    pub(crate) wasm: Vec<u8>,
}

impl Client {
    /// The example called `example`, built with these cargo features and no default ones: those of the twin, without
    /// `tachys/ssr`.
    #[must_use]
    pub fn new(example: impl Into<String>, features: impl Into<String>) -> Self {
        Self { example: example.into(), features: features.into(), target: None }
    }

    /// Builds into this folder. Without it: `wasm` in the target folder of the running test.
    #[must_use]
    pub fn target(self, folder: impl Into<PathBuf>) -> Self {
        Self { target: Some(folder.into()), ..self }
    }

    /// The same example with the twin's own features.
    pub(crate) fn with_features_of(&self, twin: &Twin) -> Self {
        Self { example: self.example.clone(), features: twin.features().to_owned(), target: self.target.clone() }
    }

    pub(crate) fn build(&self) -> Result<Bound, BrowserError> {
        let mut build = build_example(&self.example, &self.features);
        build.args(["--target", "wasm32-unknown-unknown"]);
        if let Some(target) = self.target.clone().or_else(own_target) {
            build.arg("--target-dir").arg(target);
        }
        let wasm = built(&mut build)?.ok_or_else(|| BrowserError::Build(format!("{build:?}")))?;
        let bytes = fs::read(&wasm)?;
        let mut bound = Bindgen::new()
            .web(true)
            .map_err(refused)?
            // Where the client's heap begins is asked when handlers are told apart.
            .keep_lld_exports(true)
            .input_bytes("client", bytes)
            .generate_output()
            .map_err(refused)?;
        if !bound.local_modules().is_empty() || bound.snippets().values().any(|snippets| !snippets.is_empty()) {
            return Err(BrowserError::Bind("a crate brings a script file of its own".to_owned()));
        }
        Ok(Bound { script: bound.js().to_owned(), wasm: bound.wasm_mut().emit_wasm() })
    }
}

fn refused(error: impl Display) -> BrowserError {
    BrowserError::Bind(format!("{error:#}"))
}

/// `target/wasm`, told from where this test lies: `target/debug/deps/hydration-…`.
fn own_target() -> Option<PathBuf> {
    let program = env::current_exe().ok()?;
    program.ancestors().nth(3).map(Path::to_owned).map(|target| target.join("wasm"))
}
