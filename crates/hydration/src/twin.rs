//! The twin: the client's own code path, compiled for this machine and writing HTML.
//!
//! It needs other features than the server, and cargo unites the features of one build; so it is a program of its own,
//! built into a folder of its own, and speaks JSON.

#[cfg(not(target_arch = "wasm32"))]
use std::mem;
use std::{
    collections::BTreeMap,
    env,
    io::{self, Write},
    path::PathBuf,
    process::{Command, Output, Stdio},
    time::Duration,
};

use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use crate::said::Said;
use crate::{
    Case, Painting,
    report::{fastest, stopwatch},
    said::{Heard, hear},
    waits::{Recordings, Replayed, warned},
};

/// How to build and start the twin: an example of the package whose test is running.
#[derive(Debug, Clone)]
pub struct Twin {
    example: String,
    features: String,
    target: Option<PathBuf>,
}

/// What the twin says, or another process of the server's side.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Paintings {
    /// Flags that must be the same on both sides, such as `islands`.
    pub(crate) flags: Vec<String>,
    /// Each case with what was painted.
    pub(crate) cases: Vec<(String, Painting)>,
    /// What the client did with what was sent, for each case that waits.
    pub(crate) replayed: BTreeMap<String, Replayed>,
    /// Nanoseconds for one pass over all cases.
    pub(crate) pass: u64,
}

/// Why the twin said nothing, or another process.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// Cargo could not be started.
    #[error("can't start cargo to build the twin: {0}")]
    Start(#[from] io::Error),
    /// The build or the program failed, and has said why on standard error.
    #[error("the twin doesn't build or doesn't run; why is told above. The command was: {0}")]
    Failed(String),
    /// Another process of the server's side (layer R) painted nothing.
    #[error("can't paint in another process: {0}")]
    Again(#[source] io::Error),
    /// No browser looked at the cases.
    #[cfg(feature = "browser")]
    #[error(transparent)]
    Browser(#[from] crate::BrowserError),
    /// The program is not a twin.
    #[error("the twin speaks something else: {0}. Its `main` must call `vestibule_hydration::be_twin`")]
    Speech(#[from] serde_json::Error),
}

impl Twin {
    /// The example called `example`, built with these cargo features and no default ones.
    #[must_use]
    pub fn new(example: impl Into<String>, features: impl Into<String>) -> Self {
        Self { example: example.into(), features: features.into(), target: None }
    }

    /// Builds into this folder. Without it: `twin` in the target folder of the running test.
    #[must_use]
    pub fn target(self, folder: impl Into<PathBuf>) -> Self {
        Self { target: Some(folder.into()), ..self }
    }

    #[cfg(feature = "browser")]
    pub(crate) fn features(&self) -> &str {
        &self.features
    }

    /// Builds the twin and lets it paint, beginning with what the server sent.
    pub(crate) fn paint(&self, passes: u32, sent: &Recordings) -> Result<(Paintings, Duration), CheckError> {
        let began = stopwatch();
        let mut build = self.build();
        let program = built(&mut build)?.ok_or_else(|| CheckError::Failed(format!("{build:?}")))?;
        let building = began.elapsed();
        let sent = serde_json::to_vec(sent)?;
        // A drawing that ends the program is left out of the next try.
        let mut ended: Vec<(String, Painting)> = Vec::new();
        loop {
            let mut twin = Command::new(&program);
            twin.arg(passes.to_string()).args(ended.iter().map(|(case, _)| case));
            let said = talk(&mut twin, &sent)?;
            let (places, rest) = warned::read(&String::from_utf8_lossy(&said.stderr));
            eprint!("{rest}");
            match hear(&said.stdout)? {
                Heard::Painted(mut paintings) if said.status.success() => {
                    paintings.cases.extend(ended);
                    for (case, places) in places {
                        paintings.replayed.entry(case).or_default().read_outside.extend(places);
                    }
                    return Ok((paintings, building));
                }
                Heard::Ended(case, why) if ended.iter().all(|(other, _)| *other != case) => {
                    ended.push((case, Painting::Panicked(why)));
                }
                _ => return Err(CheckError::Failed(format!("{twin:?}"))),
            }
        }
    }

    fn build(&self) -> Command {
        let mut cargo = build_example(&self.example, &self.features);
        // So that each `view!` says where it stands.
        cargo.env("LEPTOS_WATCH", "1");
        if !cfg!(debug_assertions) {
            cargo.arg("--release");
        }
        if let Some(target) = self.target.clone().or_else(own_target) {
            cargo.arg("--target-dir").arg(target);
        }
        cargo
    }
}

/// Starts a program, tells it something and listens until it ends.
fn talk(program: &mut Command, telling: &[u8]) -> io::Result<Output> {
    let mut running = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    if let Some(mut hears) = running.stdin.take() {
        // A program that is no twin may end without listening; what it says instead is told by the caller.
        let _ = hears.write_all(telling);
    }
    running.wait_with_output()
}

/// The cargo that runs this test, about to build an example with these features and no default ones.
pub(crate) fn build_example(example: &str, features: &str) -> Command {
    let cargo = env::var("CARGO").ok().or(option_env!("CARGO").map(str::to_owned));
    let mut cargo = Command::new(cargo.as_deref().unwrap_or("cargo"));
    cargo.args(["build", "--quiet", "--message-format", "json-render-diagnostics"]);
    cargo.args(["--example", example, "--no-default-features", "--features", features]);
    cargo
}

/// Builds it, and says where the program is; `None` when cargo has said why there is none.
pub(crate) fn built(build: &mut Command) -> io::Result<Option<PathBuf>> {
    let output = build.stderr(Stdio::inherit()).output()?;
    Ok(program(&String::from_utf8_lossy(&output.stdout)).filter(|_| output.status.success()))
}

/// Where cargo says that it put the program.
fn program(messages: &str) -> Option<PathBuf> {
    let artifacts = messages.lines().filter_map(|line| serde_json::from_str::<Artifact>(line).ok());
    artifacts.filter_map(|artifact| artifact.executable).next_back()
}

/// The part of a message of cargo's that is of use here.
#[derive(Deserialize)]
struct Artifact {
    executable: Option<PathBuf>,
}

/// `target/twin`, told from where this test lies: `target/debug/deps/hydration-…`.
fn own_target() -> Option<PathBuf> {
    let program = env::current_exe().ok()?;
    Some(program.ancestors().nth(3)?.join("twin"))
}

/// The `main` of a twin: hears what the server sent, paints every case and says what came out. `flags` must be those that
/// the test gives to its suite. Compiled for wasm32 it is the client itself, and waits for the page to name a case.
///
/// # Panics
///
/// When standard output is closed, or standard input says something else.
pub fn be_twin(cases: Vec<Case>, flags: &[&str]) {
    #[cfg(target_arch = "wasm32")]
    crate::client::wait_for_the_page(cases, flags);
    #[cfg(not(target_arch = "wasm32"))]
    tell(&cases, flags);
}

#[cfg(not(target_arch = "wasm32"))]
fn tell(cases: &[Case], flags: &[&str]) {
    use crate::waits::{Painted, as_client};

    let passes = env::args().nth(1).and_then(|passes| passes.parse().ok()).unwrap_or(1);
    let left_out: Vec<String> = env::args().skip(2).collect();
    let sent: Recordings = serde_json::from_reader(io::stdin()).expect("standard input says what the server sent");
    // What panics here is told as a finding; its backtrace would only stand between.
    std::panic::set_hook(Box::new(|panic| drop(Said::panic(panic).say())));
    let mut is_first = true;
    let (painted, pass): (Vec<_>, _) = fastest(passes, || {
        let say = mem::take(&mut is_first);
        let cases = cases.iter().filter(|case| !left_out.iter().any(|out| out == case.name()));
        let paint = |case: &Case| {
            if say {
                Said::Drawing(case.name().to_owned()).say().expect("standard output takes a line");
                warned::begin(case.name());
            }
            (case.name().to_owned(), as_client(case, sent.get(case.name())))
        };
        cases.map(paint).collect()
    });
    let mut replayed = BTreeMap::new();
    let cases = painted.into_iter().map(|(case, Painted { painting, replayed: done, .. })| {
        replayed.extend(done.map(|done| (case.clone(), done)));
        (case, painting)
    });
    let cases = cases.collect();
    let flags = flags.iter().map(|&flag| flag.to_owned()).collect();
    let pass = u64::try_from(pass.as_nanos()).unwrap_or(u64::MAX);
    let paintings = Paintings { flags, cases, replayed, pass };
    Said::Painted(paintings).say().expect("standard output takes the paintings");
}

/// Paints every case `passes` times; the time is that of the [fastest](fastest) pass.
pub(crate) fn paint_all<P>(cases: &[Case], passes: u32, paint: impl Fn(&Case) -> P) -> (Vec<(String, P)>, Duration) {
    fastest(passes, || cases.iter().map(|case| (case.name().to_owned(), paint(case))).collect())
}
