//! What a run found, and what it cost.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Display},
    time::{Duration, Instant},
};

use serde::Serialize;

use crate::{
    Finding, Layer, Run, ask,
    picture::Picture,
    source::{Drawn, drawn},
    twin::Paintings,
};

/// The outcome of a run.
#[derive(Debug, Clone)]
pub struct Report {
    /// How many cases were checked.
    pub cases: usize,
    /// The layers they went through.
    pub layers: Vec<Layer>,
    /// What could not be tried on this machine, and what to do about it.
    pub missing: Vec<String>,
    /// What was found, one a root cause.
    pub findings: Vec<Finding>,
    /// What was found and is allowed.
    pub allowed: Vec<Finding>,
    /// Which cases these were, and how they were built.
    pub run: Run,
    /// What each browser showed of each case.
    pub looks: Vec<Look>,
    /// How long one case took.
    pub speed: Speed,
    /// Each `view!` that drew something in the twin.
    pub(crate) drawn: BTreeSet<Drawn>,
    /// What was painted of the cases in which something was found.
    pub(crate) pictures: BTreeMap<String, Picture>,
}

/// What a browser showed of one case, layer by layer, and to those who would watch it by other means.
#[derive(Debug, Clone, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a means of watching, and each is counted by itself")]
pub struct Look {
    /// The case.
    pub case: String,
    /// The browser engine.
    pub engine: String,
    /// The layers that found something.
    pub layers: Vec<Layer>,
    /// Leptos said something, or panicked.
    pub leptos: bool,
    /// Something stood in the console.
    pub console: bool,
    /// A `MutationObserver` was told about a change during hydration.
    pub observer: bool,
    /// The page's HTML was another one after hydration.
    pub before_and_after: bool,
    /// The page's HTML was another one than what the client draws anew.
    pub client_render: bool,
}

/// How long one case took in each step, on average over the cases of the fastest pass.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Speed {
    /// Building the twin, once for all cases.
    pub building: Duration,
    /// Painting as the server.
    pub server: Duration,
    /// Painting as the client.
    pub client: Duration,
    /// Parsing and comparing.
    pub comparing: Duration,
}

impl Speed {
    /// How many cases are painted by both sides and compared in a second, on one core.
    #[must_use]
    pub fn cases_a_second(&self) -> f64 {
        1.0 / (self.server + self.client + self.comparing).as_secs_f64().max(f64::EPSILON)
    }
}

impl Report {
    pub(crate) fn new(cases: usize) -> Self {
        Self {
            cases,
            layers: vec![Layer::Parse],
            missing: Vec::new(),
            findings: Vec::new(),
            allowed: Vec::new(),
            run: Run::default(),
            looks: Vec::new(),
            speed: Speed::default(),
            drawn: BTreeSet::new(),
            pictures: BTreeMap::new(),
        }
    }

    pub(crate) fn took_twin(&mut self, building: Duration, paintings: &Paintings) {
        self.layers.push(Layer::Twin);
        self.speed.building = building;
        self.speed.client = each(Duration::from_nanos(paintings.pass), paintings.cases.len());
        self.drawn = drawn(paintings.cases.iter().filter_map(|(_, painting)| painting.html()));
    }

    pub(crate) fn took(&mut self, painting: Duration, comparing: Duration) {
        self.speed.server = each(painting, self.cases);
        self.speed.comparing = each(comparing, self.cases);
    }

    /// Whether nothing was found but what is allowed.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// The findings, those of one cause in one, with the other cases that have it: a part is in many screens.
    #[must_use]
    pub fn causes(&self) -> Vec<(&Finding, Vec<&str>)> {
        let mut causes: Vec<(&Finding, Vec<&str>)> = Vec::new();
        for finding in &self.findings {
            // In one case, two findings are two mistakes.
            let may_be = |cause: &(&Finding, Vec<&str>)| {
                let (first, others) = cause;
                let is_elsewhere = first.case != finding.case && !others.contains(&&*finding.case);
                is_elsewhere && is_same_cause(first, finding)
            };
            let says_the_same = |cause: &(&Finding, Vec<&str>)| cause.0.detail == finding.detail && may_be(cause);
            let cause = causes.iter().position(says_the_same).or_else(|| causes.iter().position(may_be));
            match cause {
                Some(cause) => causes[cause].1.push(&finding.case),
                None => causes.push((finding, Vec::new())),
            }
        }
        causes
    }

    /// Fails with every finding, told as a compiler would.
    ///
    /// # Panics
    ///
    /// When something was found, or when there was no case to find anything in.
    #[track_caller]
    pub fn assert_clean(&self) {
        if self.run.answered {
            return;
        }
        assert!(self.cases > 0, "no case was checked: is the name in HYDRATION_CASE right?");
        assert!(self.is_clean(), "\n\n{self}\n");
    }
}

/// Whether two cases show one mistake. What stands around it differs from screen to screen, and so does what a part was
/// given; so of what one line of a `view!` draws, it is one when the same views are around it or the same thing is told.
fn is_same_cause(one: &Finding, other: &Finding) -> bool {
    let same_words = one.detail == other.detail;
    let same = match (&one.source, &other.source) {
        (Some(line), Some(others)) => line == others && (same_words || one.around == other.around),
        _ => same_words && (one.layer == Layer::Parse || one.sides == other.sides),
    };
    same && (one.code, one.layer) == (other.code, other.layer)
}

#[expect(clippy::disallowed_methods, reason = "how fast the check is belongs to its report; nothing waits for it")]
pub(crate) fn stopwatch() -> Instant {
    Instant::now()
}

/// Does something `passes` times, and says what came of the first and how long the fastest took: what else runs on the
/// machine only makes it slower.
pub(crate) fn fastest<T>(passes: u32, mut pass: impl FnMut() -> T) -> (T, Duration) {
    let mut time = || {
        let began = stopwatch();
        let done = pass();
        (done, began.elapsed())
    };
    let first = time();
    (1..passes).map(|_| time()).fold(first, |best, next| (best.0, best.1.min(next.1)))
}

fn each(all: Duration, cases: usize) -> Duration {
    all / u32::try_from(cases.max(1)).unwrap_or(u32::MAX)
}

impl Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.run.answered {
            return f.write_str("hydration: nothing was checked");
        }
        for (finding, others) in self.causes() {
            write!(f, "{finding}")?;
            if let [other, ..] = others[..] {
                write!(f, "\n   = and in {} more: {other}", others.len())?;
                others[1..].iter().take(4).try_for_each(|other| write!(f, ", {other}"))?;
                if others.len() > 5 {
                    f.write_str(", …")?;
                }
            }
            f.write_str("\n\n")?;
        }
        for Finding { code, case, path, allowed_by, .. } in &self.allowed {
            if let Some(allowed_by) = allowed_by {
                writeln!(f, "allowed[{code}]: {case} at {path}, by {allowed_by}")?;
            }
        }
        if let Some(first) = self.findings.first() {
            writeln!(f, "explained at length: {}={} {}", ask::EXPLAIN, first.code, self.run.command)?;
        }
        self.speed.fmt(f)?;
        let layers: Vec<_> = self.layers.iter().map(|layer| layer.as_str()).collect();
        write!(f, "hydration: {} cases, layers {}: ", self.cases, layers.join(" + "))?;
        match (self.findings.len(), self.causes().len()) {
            (0, _) => write!(f, "clean")?,
            (1, _) => write!(f, "1 finding")?,
            (findings, causes) => write!(f, "{findings} findings of {causes} causes")?,
        }
        if !self.allowed.is_empty() {
            write!(f, ", {} allowed", self.allowed.len())?;
        }
        self.missing.iter().try_for_each(|missing| write!(f, "\nhydration: not tried: {missing}"))
    }
}

impl Display for Speed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { building, server, client, comparing } = self;
        let build = if cfg!(debug_assertions) { "development" } else { "release" };
        writeln!(
            f,
            "hydration: {:.0} views a second on one core ({build} build: server {server:.0?}, client {client:.0?}, \
             comparing {comparing:.0?} a view; building the twin took {building:.1?})",
            self.cases_a_second(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Code, Source, finding::Problem};

    #[test]
    fn one_mistake_in_many_screens_is_told_once() {
        let mut report = Report::new(3);
        let problem = |text: &str| Problem::new(Code::TextDiffers, ":root", "text").with_sides(vec![text.to_owned()]);
        let finding = |case, text| problem(text).into_finding(Layer::Twin, case, None, "");
        report.findings = vec![finding("a", "one"), finding("b", "one"), finding("b", "two"), finding("c", "one")];
        let causes: Vec<_> = report.causes().into_iter().map(|(first, others)| (first.case.as_str(), others)).collect();
        assert_eq!(causes, [("a", vec!["b", "c"]), ("b", vec![])]);
    }

    #[test]
    fn one_line_of_a_screen_is_one_mistake_whatever_stands_beside_it() {
        let line = |line| Source { file: "log_in.rs".to_owned(), line };
        let finding = |case, detail: &str, at: u32, around: u32| {
            let problem = Problem::new(Code::BranchDiffers, ":root", detail).with_sides(vec![case]);
            let finding = problem.into_finding(Layer::Twin, "case", None, "");
            Finding { source: Some(line(at)), around: vec![line(around)], ..finding }
        };
        let one = finding("a".to_owned(), "id a-1", 3, 9);
        assert!(is_same_cause(&one, &finding("b".to_owned(), "id a-2", 3, 9)), "the same views are around it");
        assert!(is_same_cause(&one, &finding("b".to_owned(), "id a-1", 3, 8)), "a part in two screens");
        assert!(!is_same_cause(&one, &finding("b".to_owned(), "id a-2", 3, 8)), "what two screens gave to a part");
        assert!(!is_same_cause(&one, &finding("a".to_owned(), "id a-1", 4, 9)), "another line");
    }

    #[test]
    fn two_mistakes_on_one_line_stay_two_in_every_case() {
        let mut report = Report::new(2);
        let source = || Source { file: "log_in.rs".to_owned(), line: 3 };
        let finding = |case, detail| {
            let finding = Problem::new(Code::AttributeValue, ":root", detail).into_finding(Layer::Twin, case, None, "");
            Finding { source: Some(source()), ..finding }
        };
        report.findings =
            vec![finding("a", "title"), finding("a", "href"), finding("b", "title"), finding("b", "href")];
        let causes: Vec<_> = report.causes().into_iter().map(|(first, others)| (&*first.detail, others)).collect();
        assert_eq!(causes, [("title", vec!["b"]), ("href", vec!["b"])]);
    }
}
