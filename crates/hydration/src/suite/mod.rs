//! All cases through all layers.

#[cfg(feature = "browser")]
mod browsers;
mod mutated;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, mem,
};

use crate::{
    Allowance, Case, CheckError, Code, Finding, Layer, Repeat, Report, Run, Twin,
    allow::Allowances,
    ask,
    finding::Problem,
    repeat,
    report::fastest,
    sides::{self, Clients},
    source::Sources,
    twin::{self, Paintings},
    waits,
};

/// The case of a finding that is about all of them.
pub(crate) const EVERY_CASE: &str = "every case";

/// A list of cases and how they are checked.
pub struct Suite {
    pub(crate) cases: Vec<Case>,
    left_out: Vec<String>,
    allowances: Allowances,
    flags: Vec<String>,
    twin: Option<Twin>,
    repeat: Option<Repeat>,
    #[cfg(feature = "browser")]
    pub(crate) browser: Option<(crate::Client, Vec<crate::Engine>)>,
    rerun: String,
    passes: u32,
}

impl Suite {
    /// These cases, or those of them that the environment variable `HYDRATION_CASE` asks for: one by its name, or all
    /// whose names begin with a text that ends with a stroke, such as `log-in/`.
    ///
    /// # Panics
    ///
    /// When two cases have the same name.
    #[must_use]
    pub fn new(cases: Vec<Case>) -> Self {
        let mut names = BTreeSet::new();
        for case in &cases {
            assert!(names.insert(case.name()), "each case needs a name of its own, and two are called {}", case.name());
        }
        let asked = env::var(ask::CASE).ok();
        let (cases, left_out): (Vec<_>, Vec<_>) =
            cases.into_iter().partition(|case| ask::chosen(asked.as_deref(), case.name()));
        Self {
            cases,
            left_out: left_out.iter().map(|case| case.name().to_owned()).collect(),
            allowances: Allowances::default(),
            flags: Vec::new(),
            twin: None,
            repeat: None,
            #[cfg(feature = "browser")]
            browser: None,
            rerun: "cargo test hydration".to_owned(),
            passes: 1,
        }
    }

    /// Compares with this twin (layer T). Without it only the parse round trip (layer P) is checked.
    #[must_use]
    pub fn twin(self, twin: Twin) -> Self {
        Self { twin: Some(twin), ..self }
    }

    /// Paints again in other circumstances (layer R).
    #[must_use]
    pub fn repeat(self, repeat: Repeat) -> Self {
        Self { repeat: Some(repeat), ..self }
    }

    /// Flags that the twin must have been built with too, such as `islands`.
    #[must_use]
    pub fn flags(self, flags: &[&str]) -> Self {
        Self { flags: flags.iter().map(|&flag| flag.to_owned()).collect(), ..self }
    }

    /// Lets something be, in as many cases as it says. It is counted and shown with its reason; one that nothing needs
    /// is found.
    #[must_use]
    pub fn allow(mut self, allowance: Allowance) -> Self {
        self.allowances.entries.push(allowance);
        self
    }

    /// Today's date, such as `2026-11-26`, for allowances that end. Without it, none of those holds.
    #[must_use]
    pub fn today(mut self, today: impl Into<String>) -> Self {
        self.allowances.today = Some(today.into());
        self
    }

    /// The command that runs this suite, shown with each finding.
    #[must_use]
    pub fn command(self, command: impl Into<String>) -> Self {
        Self { rerun: command.into(), ..self }
    }

    /// Checks everything this often, for a figure of speed that means something.
    #[must_use]
    pub fn passes(self, passes: u32) -> Self {
        Self { passes: passes.max(1), ..self }
    }

    /// Checks every case. In a process that layer R started, paints every case and ends the process.
    ///
    /// With the environment variable `HYDRATION_LIST` it lists the cases instead, and with `HYDRATION_EXPLAIN=H105` it
    /// explains a code.
    ///
    /// # Errors
    ///
    /// [`CheckError`] when there is no twin to compare with, no other process or no browser.
    pub fn check(&self) -> Result<Report, CheckError> {
        let mut report = Report::new(self.cases.len());
        report.run = self.run();
        report.run.answered = ask::answer(&self.cases);
        if report.run.answered {
            return Ok(report);
        }
        repeat::paint_if_asked(&self.cases);
        let (painted, painting) = twin::paint_all(&self.cases, self.passes, waits::as_server);
        let (servers, sent) = waits::split(painted);
        let mut clients = None;
        if let Some(twin) = &self.twin {
            let (paintings, building) = twin.paint(self.passes, &sent)?;
            report.took_twin(building, &paintings);
            if let Some(problem) = self.other_build(&paintings) {
                report.findings.push(self.finding(Layer::Twin, EVERY_CASE, None, problem));
                return Ok(report);
            }
            clients = Some(Clients::new(paintings));
        }
        let clients = clients.as_ref();
        let (problems, comparing) = fastest(self.passes, || {
            servers.iter().map(|(case, server)| sides::check(case, server, clients, &sent)).collect::<Vec<_>>()
        });
        report.took(painting, comparing);
        let mut unstable = self.paint_again(&mut report)?;
        for ((view, (case, server)), problems) in self.cases.iter().zip(&servers).zip(problems) {
            let problems = sides::with_sent(problems, waits::check_again(view, server, sent.get(case)));
            let problems = sides::with_unstable(problems, unstable.remove(case).unwrap_or_default());
            report.findings.extend(self.findings(case, clients, problems));
        }
        let by_name: BTreeMap<_, _> = servers.into_iter().collect();
        let mut allowing = self.allowances.begin(&self.cases, &by_name, &report);
        report.findings = allowing.sift(&by_name, mem::take(&mut report.findings), &mut report.allowed);
        #[cfg(feature = "browser")]
        self.look((&by_name, &sent), clients, &mut allowing, &mut report)?;
        let flaws = allowing.end(!self.left_out.is_empty(), &report);
        report.findings.extend(flaws.into_iter().map(|(case, flaw)| self.finding(Layer::Allowance, &case, None, flaw)));
        report.finish(&by_name, clients);
        Ok(report)
    }

    /// Layer R, where it was asked for.
    fn paint_again(&self, report: &mut Report) -> Result<BTreeMap<String, Vec<Problem>>, CheckError> {
        let Some(repeat) = &self.repeat else { return Ok(BTreeMap::new()) };
        report.layers.push(Layer::Repeat);
        report.missing.extend(repeat.missing().map(str::to_owned));
        repeat.check(&self.cases).map_err(CheckError::Again)
    }

    fn findings(&self, case: &str, clients: Option<&Clients>, problems: Vec<(Layer, Problem)>) -> Vec<Finding> {
        if problems.is_empty() {
            return Vec::new();
        }
        let sources = clients.map(|clients| clients.sources(case)).unwrap_or_default();
        problems.into_iter().map(|(layer, problem)| self.finding(layer, case, Some(&sources), problem)).collect()
    }

    /// Whether the twin was built from something else.
    fn other_build(&self, twin: &Paintings) -> Option<Problem> {
        let problem = |detail| Some(Problem::new(Code::BuildsDiffer, ":root", detail));
        if twin.flags != self.flags {
            return problem(format!("the server has the flags {:?}, the twin {:?}", self.flags, twin.flags));
        }
        let known: BTreeSet<_> = self.cases.iter().map(Case::name).collect();
        let unknown =
            twin.cases.iter().find(|(case, _)| !known.contains(case.as_str()) && !self.left_out.contains(case));
        unknown.and_then(|(case, _)| problem(format!("only the twin knows the case {case}")))
    }

    fn finding(&self, layer: Layer, case: &str, sources: Option<&Sources>, problem: Problem) -> Finding {
        let alone = self.cases.iter().any(|known| known.name() == case);
        let rerun = if alone { format!("{}={case} {}", ask::CASE, self.rerun) } else { self.rerun.clone() };
        let located = sources.map(|sources| sources.locate(&problem)).unwrap_or_default();
        located.into_finding(problem, layer, case, &rerun)
    }

    fn run(&self) -> Run {
        Run {
            cases: self.cases.iter().map(|case| case.name().to_owned()).collect(),
            left_out: self.left_out.clone(),
            flags: self.flags.clone(),
            command: self.rerun.clone(),
            answered: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Painting;

    fn check_build(flags: &[&str], cases: &[&str], expected: Option<&str>) {
        let suite = Suite::new(vec![Case::new("a", || ())]).flags(&["islands"]);
        let painted = |case: &&str| ((*case).to_owned(), Painting::Html(String::new()));
        let flags = flags.iter().map(|&flag| flag.to_owned()).collect();
        let twin = Paintings { flags, cases: cases.iter().map(painted).collect(), replayed: BTreeMap::new(), pass: 0 };
        let problem = suite.other_build(&twin).map(|problem| problem.detail);
        assert_eq!(problem.as_deref(), expected);
    }

    #[test]
    fn a_twin_of_another_build_is_refused() {
        check_build(&["islands"], &["a"], None);
        check_build(&["whole"], &["a"], Some(r#"the server has the flags ["islands"], the twin ["whole"]"#));
        check_build(&["islands"], &["a", "b"], Some("only the twin knows the case b"));
    }

    #[test]
    fn two_cases_of_one_name_are_refused() {
        let twice = || Suite::new(vec![Case::new("a", || ()), Case::new("a", || ())]);
        assert!(std::panic::catch_unwind(twice).is_err());
    }
}
