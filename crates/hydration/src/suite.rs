//! All cases through all layers.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
};

use crate::{
    Allowance, Case, Code, Finding, Layer, Painting, Report, Run, Twin, TwinError,
    allow::Allowances,
    ask, compare,
    finding::Problem,
    parse,
    report::fastest,
    twin::{self, Paintings},
};

/// The case of a finding that is about all of them.
pub(crate) const EVERY_CASE: &str = "every case";

/// A list of cases and how they are checked.
pub struct Suite {
    cases: Vec<Case>,
    left_out: Vec<String>,
    allowances: Allowances,
    flags: Vec<String>,
    twin: Option<Twin>,
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
        let names: BTreeSet<_> = cases.iter().map(Case::name).collect();
        assert_eq!(names.len(), cases.len(), "each case needs a name of its own");
        let asked = env::var(ask::CASE).ok();
        let (cases, left_out): (Vec<_>, Vec<_>) =
            cases.into_iter().partition(|case| ask::chosen(asked.as_deref(), case.name()));
        Self {
            cases,
            left_out: left_out.iter().map(|case| case.name().to_owned()).collect(),
            allowances: Allowances::default(),
            flags: Vec::new(),
            twin: None,
            rerun: "cargo test hydration".to_owned(),
            passes: 1,
        }
    }

    /// Compares with this twin (layer T). Without it only the parse round trip (layer P) is checked.
    #[must_use]
    pub fn twin(self, twin: Twin) -> Self {
        Self { twin: Some(twin), ..self }
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

    /// Checks every case.
    ///
    /// With the environment variable `HYDRATION_LIST` it lists the cases instead, and with `HYDRATION_EXPLAIN=H105` it
    /// explains a code.
    ///
    /// # Errors
    ///
    /// [`TwinError`] when there is no twin to compare with.
    pub fn check(&self) -> Result<Report, TwinError> {
        let mut report = Report::new(self.cases.len());
        report.run = self.run();
        report.run.answered = ask::answer(&self.cases);
        if report.run.answered {
            return Ok(report);
        }
        let mut clients = None;
        if let Some(twin) = &self.twin {
            let (paintings, building) = twin.paint(self.passes)?;
            report.took_twin(building, &paintings);
            if let Some(problem) = self.other_build(&paintings) {
                report.findings.push(self.finding(Layer::Twin, EVERY_CASE, problem));
                return Ok(report);
            }
            clients = Some(paintings.cases.into_iter().collect());
        }
        let (servers, painting) = twin::paint_all(&self.cases, self.passes);
        let (findings, comparing) = fastest(self.passes, || {
            servers.iter().flat_map(|(case, server)| self.check_case(case, server, clients.as_ref())).collect()
        });
        report.findings = findings;
        let flaws = self.allowances.apply(&self.cases, !self.left_out.is_empty(), &servers, &mut report);
        report.findings.extend(flaws.into_iter().map(|(case, flaw)| self.finding(Layer::Allowance, &case, flaw)));
        report.join_causes();
        report.took(painting, comparing);
        Ok(report)
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

    fn check_case(&self, case: &str, server: &Painting, clients: Option<&BTreeMap<String, Painting>>) -> Vec<Finding> {
        let server = match server {
            Painting::Html(html) => html,
            Painting::Panicked(message) => {
                return vec![self.finding(Layer::Parse, case, panicked("the server", message))];
            }
        };
        let parse = parse::check(server).into_iter().map(|problem| self.finding(Layer::Parse, case, problem));
        let twin = clients.map(|clients| match clients.get(case) {
            Some(Painting::Html(client)) => compare::check(server, client),
            Some(Painting::Panicked(message)) => vec![panicked("the client", message)],
            None => vec![Problem::new(Code::BuildsDiffer, ":root", "the twin doesn't know this case")],
        });
        let twin = twin.into_iter().flatten().map(|problem| self.finding(Layer::Twin, case, problem));
        parse.chain(twin).collect()
    }

    fn finding(&self, layer: Layer, case: &str, problem: Problem) -> Finding {
        let alone = self.cases.iter().any(|known| known.name() == case);
        let rerun = if alone { format!("{}={case} {}", ask::CASE, self.rerun) } else { self.rerun.clone() };
        problem.into_finding(layer, case, &rerun)
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

fn panicked(side: &str, message: &str) -> Problem {
    // The second message is that of everything that touches the same object after the first.
    let touches_browser = message.contains("non-wasm targets") || message.contains("previously been poisoned");
    let message = if touches_browser { "something of the browser was asked for while drawing" } else { message };
    Problem::new(Code::NeedsBrowser, ":root", format!("{side}: {message}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_build(flags: &[&str], cases: &[&str], expected: Option<&str>) {
        let suite = Suite::new(vec![Case::new("a", || ())]).flags(&["islands"]);
        let painted = |case: &&str| ((*case).to_owned(), Painting::Html(String::new()));
        let flags = flags.iter().map(|&flag| flag.to_owned()).collect();
        let twin = Paintings { flags, cases: cases.iter().map(painted).collect(), pass: 0 };
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
    fn a_case_that_the_twin_does_not_know_is_found() {
        let suite = Suite::new(Vec::new());
        let found = suite.check_case("a", &Painting::Html(String::new()), Some(&BTreeMap::new()));
        assert_eq!(found[0].code, Code::BuildsDiffer);
    }

    #[test]
    fn two_cases_of_one_name_are_refused() {
        let twice = || Suite::new(vec![Case::new("a", || ()), Case::new("a", || ())]);
        assert!(std::panic::catch_unwind(twice).is_err());
    }
}
