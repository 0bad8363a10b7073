//! All cases through all layers.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
};

use crate::{
    Case, Code, Finding, Layer, Painting, Report, Score, Twin, TwinError, compare,
    finding::Problem,
    mutate::{self, Original},
    parse,
    report::fastest,
    twin::{self, Paintings},
};

/// The environment variable that names the one case to check.
const ONE_CASE: &str = "HYDRATION_CASE";

/// A list of cases and how they are checked.
pub struct Suite {
    cases: Vec<Case>,
    only_one: bool,
    flags: Vec<String>,
    twin: Option<Twin>,
    rerun: String,
    passes: u32,
}

impl Suite {
    /// These cases, or the one of them that the environment variable `HYDRATION_CASE` names.
    ///
    /// # Panics
    ///
    /// When two cases have the same name.
    #[must_use]
    pub fn new(cases: Vec<Case>) -> Self {
        let only = env::var(ONE_CASE).ok();
        let chosen = |case: &Case| only.as_deref().is_none_or(|only| only == case.name());
        let cases: Vec<_> = cases.into_iter().filter(chosen).collect();
        let names: BTreeSet<_> = cases.iter().map(Case::name).collect();
        assert_eq!(names.len(), cases.len(), "each case needs a name of its own");
        Self {
            cases,
            only_one: only.is_some(),
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
    /// # Errors
    ///
    /// [`TwinError`] when there is no twin to compare with.
    pub fn check(&self) -> Result<Report, TwinError> {
        let mut report = Report::new(self.cases.len());
        let mut clients = None;
        if let Some(twin) = &self.twin {
            let (paintings, building) = twin.paint(self.passes)?;
            report.took_twin(building, &paintings);
            if let Some(problem) = self.other_build(&paintings) {
                report.findings.push(self.finding(Layer::Twin, "every case", problem));
                return Ok(report);
            }
            clients = Some(paintings.cases.into_iter().collect());
        }
        let (servers, painting) = twin::paint_all(&self.cases, self.passes);
        let (findings, comparing) = fastest(self.passes, || {
            servers.iter().flat_map(|(case, server)| self.check_case(case, server, clients.as_ref())).collect()
        });
        report.findings = findings;
        report.took(painting, comparing);
        Ok(report)
    }

    /// Tests the check itself: changes what the server wrote in every clean case, in every way that the operators know,
    /// and counts the changes that are found. Takes every `every`th change; the same ones each time. Without a twin the
    /// server's own bytes stand for the client's.
    ///
    /// # Errors
    ///
    /// [`TwinError`] when there is no twin to compare with.
    pub fn mutate(&self, every: usize) -> Result<Score, TwinError> {
        let servers = twin::paint_all(&self.cases, 1).0;
        let clients: BTreeMap<_, _> = match &self.twin {
            Some(twin) => twin.paint(1)?.0.cases.into_iter().collect(),
            None => servers.iter().cloned().collect(),
        };
        let (mut originals, mut left_out) = (Vec::new(), Vec::new());
        for (case, server) in &servers {
            let original = match (server, clients.get(case)) {
                (Painting::Html(server), Some(Painting::Html(client))) => Some(Original { case, server, client }),
                _ => None,
            };
            match original.filter(Original::is_clean) {
                Some(original) => originals.push(original),
                None => left_out.push(case.clone()),
            }
        }
        Ok(Score { left_out, ..mutate::mutate(&originals, every.max(1)) })
    }

    /// Whether the twin was built from something else.
    fn other_build(&self, twin: &Paintings) -> Option<Problem> {
        let problem = |detail| Some(Problem::new(Code::BuildsDiffer, ":root", detail));
        if twin.flags != self.flags {
            return problem(format!("the server has the flags {:?}, the twin {:?}", self.flags, twin.flags));
        }
        let known: BTreeSet<_> = self.cases.iter().map(Case::name).collect();
        let unknown = twin.cases.iter().find(|(case, _)| !self.only_one && !known.contains(case.as_str()));
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
        problem.into_finding(layer, case, &format!("{ONE_CASE}={case} {}", self.rerun))
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
