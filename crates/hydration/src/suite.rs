//! All cases through all layers.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
};

use crate::{
    Case, CheckError, Code, Finding, Layer, Painting, Repeat, Report, Twin, compare,
    finding::Problem,
    parse, repeat,
    report::fastest,
    source::{Sources, without_markers},
    twin::{self, Paintings},
};
#[cfg(feature = "browser")]
use crate::{
    Client, Engine,
    browser::{self, Found},
};

/// The environment variable that names the one case to check.
const ONE_CASE: &str = "HYDRATION_CASE";

/// A list of cases and how they are checked.
pub struct Suite {
    cases: Vec<Case>,
    only_one: bool,
    flags: Vec<String>,
    twin: Option<Twin>,
    repeat: Option<Repeat>,
    #[cfg(feature = "browser")]
    browser: Option<(Client, Vec<Engine>)>,
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

    /// Lets browsers look at every case (layers C and W).
    #[cfg(feature = "browser")]
    #[must_use]
    pub fn browser(self, client: Client, engines: &[Engine]) -> Self {
        Self { browser: Some((client, engines.to_vec())), ..self }
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

    /// Checks every case. In a process that layer R started, paints every case and ends the process.
    ///
    /// # Errors
    ///
    /// [`CheckError`] when there is no twin to compare with, or no other process.
    pub fn check(&self) -> Result<Report, CheckError> {
        repeat::paint_if_asked(&self.cases);
        let mut report = Report::new(self.cases.len());
        let (servers, painting) = twin::paint_all(&self.cases, self.passes);
        let servers: BTreeMap<_, _> = servers.into_iter().collect();
        let mut clients = None;
        if let Some(twin) = &self.twin {
            let (paintings, building) = twin.paint(self.passes)?;
            report.took_twin(building, &paintings);
            if let Some(problem) = self.other_build(&paintings) {
                report.findings.push(self.finding(Layer::Twin, "every case", None, problem));
                return Ok(report);
            }
            clients = Some(Clients::new(paintings));
        }
        let mut unstable = BTreeMap::new();
        if let Some(repeat) = &self.repeat {
            unstable = repeat.check(&self.cases, &servers).map_err(CheckError::Again)?;
            report.layers.push(Layer::Repeat);
            report.missing.extend(repeat.missing().map(str::to_owned));
        }
        let clients = clients.as_ref();
        let (problems, comparing) = fastest(self.passes, || {
            let check =
                |case: &Case| check_case(&servers[case.name()], clients.map(|clients| clients.get(case.name())));
            self.cases.iter().map(check).collect::<Vec<_>>()
        });
        for (case, mut problems) in self.cases.iter().map(Case::name).zip(problems) {
            let unstable = unstable.remove(case).unwrap_or_default();
            // What changes by itself differs from the twin, too: that is one cause.
            problems.retain(|(layer, problem)| {
                *layer != Layer::Twin || unstable.iter().all(|other| other.path != problem.path)
            });
            problems.extend(unstable.into_iter().map(|problem| (Layer::Repeat, problem)));
            if !problems.is_empty() {
                let sources = clients.map(|clients| clients.sources(case)).unwrap_or_default();
                let finding = |(layer, problem)| self.finding(layer, case, Some(&sources), problem);
                report.findings.extend(problems.into_iter().map(finding));
            }
        }
        report.took(painting, comparing);
        #[cfg(feature = "browser")]
        self.look(&servers, clients, &mut report)?;
        Ok(report)
    }

    /// Adds what browsers find in cases of which nothing was found natively: the rest has its cause already.
    #[cfg(feature = "browser")]
    fn look(
        &self,
        servers: &BTreeMap<String, Painting>,
        clients: Option<&Clients>,
        report: &mut Report,
    ) -> Result<(), CheckError> {
        let Some((client, engines)) = &self.browser else { return Ok(()) };
        let client = client.build()?;
        report.layers.extend([Layer::Client, Layer::Walk]);
        for &engine in engines {
            let found = browser::check(engine, &client, &self.flags, servers)?;
            for Found { problems, look } in found {
                let case = &look.case;
                let is_known = report.findings.iter().any(|finding| finding.case == *case);
                let sources = clients.map(|clients| clients.sources(case)).unwrap_or_default();
                if !is_known {
                    let finding = |(layer, problem)| self.finding(layer, case, Some(&sources), problem);
                    report.findings.extend(first_cause(problems).into_iter().map(finding));
                }
                report.looks.push(look);
            }
        }
        Ok(())
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

    fn finding(&self, layer: Layer, case: &str, sources: Option<&Sources>, problem: Problem) -> Finding {
        let source = sources.and_then(|sources| sources.at(&problem.path));
        problem.into_finding(layer, case, source, &format!("{ONE_CASE}={case} {}", self.rerun))
    }
}

/// Of what one browser found in one case, that which explains the rest: the tree before the drawing, the drawing before
/// the walk.
#[cfg(feature = "browser")]
fn first_cause(problems: Vec<(Layer, Problem)>) -> Vec<(Layer, Problem)> {
    let order = [Layer::Parse, Layer::Client, Layer::Walk, Layer::Repeat];
    let first = order.into_iter().find(|layer| problems.iter().any(|(own, _)| own == layer));
    problems.into_iter().filter(|(layer, _)| Some(*layer) == first).collect()
}

/// What the twin painted: as it came, with each view's place, and as it is compared.
struct Clients {
    marked: BTreeMap<String, Painting>,
    plain: BTreeMap<String, Painting>,
}

impl Clients {
    fn new(paintings: Paintings) -> Self {
        let plain = |painting: &Painting| match painting {
            Painting::Html(html) => Painting::Html(without_markers(html)),
            Painting::Panicked(message) => Painting::Panicked(message.clone()),
        };
        let marked: BTreeMap<_, _> = paintings.cases.into_iter().collect();
        let plain = marked.iter().map(|(case, painting)| (case.clone(), plain(painting))).collect();
        Self { marked, plain }
    }

    fn get(&self, case: &str) -> Option<&Painting> {
        self.plain.get(case)
    }

    fn sources(&self, case: &str) -> Sources {
        match self.marked.get(case) {
            Some(Painting::Html(html)) => Sources::read(html),
            _ => Sources::default(),
        }
    }
}

/// Compares what the server painted with itself as a browser reads it, and with what the twin painted, if one was asked.
fn check_case(server: &Painting, client: Option<Option<&Painting>>) -> Vec<(Layer, Problem)> {
    let server = match server {
        Painting::Html(html) => html,
        Painting::Panicked(message) => return vec![(Layer::Parse, panicked("the server", message))],
    };
    let parse = parse::check(server).into_iter().map(|problem| (Layer::Parse, problem));
    let twin = client.map(|client| match client {
        Some(Painting::Html(client)) => compare::check(server, client),
        Some(Painting::Panicked(message)) => vec![panicked("the client", message)],
        None => vec![Problem::new(Code::BuildsDiffer, ":root", "the twin doesn't know this case")],
    });
    parse.chain(twin.into_iter().flatten().map(|problem| (Layer::Twin, problem))).collect()
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
        let found = check_case(&Painting::Html(String::new()), Some(None));
        assert_eq!(found[0].1.code, Code::BuildsDiffer);
    }

    #[test]
    fn two_cases_of_one_name_are_refused() {
        let twice = || Suite::new(vec![Case::new("a", || ()), Case::new("a", || ())]);
        assert!(std::panic::catch_unwind(twice).is_err());
    }
}
