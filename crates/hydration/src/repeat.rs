//! Layer R: does the server write the same bytes again?
//!
//! The running test starts itself once more for each thing that changes: one at a time, so that whatever flips a case is
//! known by name. A process that finds [`PAINT_INTO`] in its environment paints and ends.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    process::{self, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
};

use crate::{Case, Code, Painting, compare, finding::Problem, twin::paint_all};

/// The file that another process of the server's side writes its paintings into.
const PAINT_INTO: &str = "HYDRATION_PAINT_INTO";

/// Where Debian and its kin keep the library that moves a program's clock.
const CLOCKS: [&str; 4] = [
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib/faketime/libfaketime.so.1",
    "/usr/lib64/faketime/libfaketime.so.1",
];

/// What must not change a first frame.
#[derive(Debug, Clone, Default)]
pub struct Repeat {
    clock: Option<PathBuf>,
}

/// One thing that is changed.
struct Change {
    /// As a person says it.
    name: &'static str,
    code: Code,
    variables: Vec<(&'static str, String)>,
}

type Paintings = BTreeMap<String, Painting>;

impl Repeat {
    /// A second time, a second process, two zones, two languages, and two later clocks where the system has `faketime`.
    #[must_use]
    pub fn new() -> Self {
        Self { clock: CLOCKS.iter().map(PathBuf::from).find(|clock| clock.exists()) }
    }

    /// What can't be changed here, and what to do about it.
    pub(crate) fn missing(&self) -> Option<&'static str> {
        self.clock.is_none().then_some("a later clock: install the package faketime")
    }

    fn changes(&self) -> Vec<Change> {
        let zone = |name, zone: &str| Change { name, code: Code::Zone, variables: vec![("TZ", zone.to_owned())] };
        let language = |name, language: &str| {
            let variables = ["LANG", "LANGUAGE", "LC_ALL"].map(|variable| (variable, language.to_owned())).to_vec();
            Change { name, code: Code::Language, variables }
        };
        let later = |name, by: &str, library: &Path| {
            let library = library.display().to_string();
            let variables = [("LD_PRELOAD", library.as_str()), ("FAKETIME", by), ("FAKETIME_DONT_FAKE_MONOTONIC", "1")];
            let variables = variables.map(|(variable, value)| (variable, value.to_owned())).to_vec();
            Change { name, code: Code::Clock, variables }
        };
        let clocks = self
            .clock
            .iter()
            .flat_map(|library| [later("a minute later", "+61s", library), later("a day later", "+25h", library)]);
        let places = [
            zone("in Auckland's zone", "Pacific/Auckland"),
            zone("in New York's zone", "America/New_York"),
            language("in German", "de_DE.UTF-8"),
            language("in Arabic", "ar_EG.UTF-8"),
        ];
        clocks.chain(places).collect()
    }

    /// Paints again under each change and compares with what a fresh process paints. A case that is unstable by itself is
    /// not asked again.
    pub(crate) fn check(&self, cases: &[Case]) -> io::Result<BTreeMap<String, Vec<Problem>>> {
        let mut found = BTreeMap::new();
        let (one, other) = (paint_elsewhere(&[])?, paint_elsewhere(&[])?);
        differences(&one, &other, &mut found, |problem| match problem.code {
            Code::ListOrder => (Code::Unordered, "in another process"),
            _ => (Code::Chance, "in another process"),
        });
        // What two fresh processes agree on, and one of a certain age doesn't, is counted.
        let second: Paintings = paint_all(cases, 1, Case::paint).0.into_iter().collect();
        differences(&one, &second, &mut found, |_| (Code::Counter, "not for the first time"));
        for Change { name, code, variables } in self.changes() {
            let other = paint_elsewhere(&variables)?;
            differences(&one, &other, &mut found, |_| (code, name));
        }
        Ok(found)
    }
}

/// Adds what differs in cases of which nothing was found yet.
fn differences(
    first: &Paintings,
    other: &Paintings,
    found: &mut BTreeMap<String, Vec<Problem>>,
    name: impl Fn(&Problem) -> (Code, &'static str),
) {
    for (case, painting) in first {
        let (Painting::Html(html), Some(Painting::Html(again))) = (painting, other.get(case)) else { continue };
        if found.contains_key(case) {
            continue;
        }
        let because = |problem: Problem| {
            let (code, when) = name(&problem);
            problem.because(code, when)
        };
        let problems: Vec<_> = compare::check(html, again).into_iter().map(because).collect();
        if !problems.is_empty() {
            found.insert(case.clone(), problems);
        }
    }
}

/// In a process that was started to paint, paints and ends; elsewhere does nothing.
pub(crate) fn paint_if_asked(cases: &[Case]) {
    let Some(file) = env::var_os(PAINT_INTO) else { return };
    let paintings: Paintings = paint_all(cases, 1, Case::paint).0.into_iter().collect();
    let written = serde_json::to_vec(&paintings).map_err(io::Error::from).and_then(|json| fs::write(file, json));
    process::exit(i32::from(written.is_err()));
}

/// Two suites of one program may be at it together.
static NUMBER: AtomicU32 = AtomicU32::new(0);

/// Starts this very test in a process of its own, with these variables.
fn paint_elsewhere(variables: &[(&'static str, String)]) -> io::Result<Paintings> {
    let program = env::current_exe()?;
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let file = program.with_extension(format!("{}-{number}.paintings.json", process::id()));
    let mut again = Command::new(&program);
    again.env(PAINT_INTO, &file).envs(variables.iter().map(|(name, value)| (*name, value)));
    match thread::current().name() {
        // The test kit names a test's thread after the test.
        Some(test) if test != "main" => again.args([test, "--exact", "--nocapture"]),
        _ => again.args(env::args_os().skip(1)),
    };
    let status = again.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    let painted = fs::read(&file).map_err(|error| match error.kind() {
        ErrorKind::NotFound => io::Error::other(format!("{again:?} ended with {status} and painted nothing")),
        _ => error,
    })?;
    fs::remove_file(&file)?;
    serde_json::from_slice(&painted).map_err(io::Error::from)
}
