//! How many mutants were found, and which were not.

use std::{
    collections::BTreeMap,
    fmt::{self, Display},
};

use super::Operator;
use crate::{Code, finding::Problem};

/// How many mutants that were judged wrongly are shown.
const MOST: usize = 40;

/// The outcome of a mutation run.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// How many cases were changed.
    pub cases: usize,
    /// Cases that were not changed, because something is found in them already or because they can't be painted.
    pub left_out: Vec<String>,
    /// What each operator did. One without a place anywhere is not in here.
    pub operators: BTreeMap<(Changed, Operator), Tally>,
    /// The codes of mutants that were found, yet under no name that one would expect: how often each.
    pub other_names: BTreeMap<(Changed, Operator, Code), usize>,
    /// Mutants that say something else and were not found.
    pub survivors: Vec<Mutated>,
    /// Mutants that say the same and were found.
    pub false_alarms: Vec<Mutated>,
}

/// What an operator has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Changed {
    /// What the server wrote, or both sides alike.
    Server,
    /// What the client draws.
    Client,
    /// What is sent for the client to begin with.
    Sent,
}

/// The mutants of one operator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub mutants: usize,
    /// Those that say the same as before and were rightly not found.
    pub equivalent: usize,
    /// Those that were found.
    pub killed: usize,
    /// Those that layer T found.
    pub by_twin: usize,
    /// Those that layer P found.
    pub by_parse: usize,
    /// Those of which one can say beforehand under what code they should be found.
    pub nameable: usize,
    /// Those of them that were found under a code that one would call the change by.
    pub named: usize,
    /// Those that were told in one finding.
    pub told_once: usize,
}

/// A mutant that was judged wrongly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutated {
    /// The case that was changed.
    pub case: String,
    /// What of it.
    pub changed: Changed,
    /// How.
    pub operator: Operator,
    /// Where: a CSS selector within the case.
    pub place: String,
    /// The lines that changed, as in a finding.
    pub change: Vec<String>,
}

/// What came of a mutant.
pub(super) struct Outcome {
    pub(super) changed: Changed,
    pub(super) operator: Operator,
    /// What layer T found.
    pub(super) twin: Vec<Problem>,
    /// What layer P found.
    pub(super) parse: Vec<Problem>,
    /// Whether nothing may be found.
    pub(super) says_the_same: bool,
    /// The codes that one would call it by; none when there is no telling.
    pub(super) expected: Vec<Code>,
}

impl Score {
    /// Counts a mutant. One that was judged wrongly is told.
    pub(super) fn count(&mut self, outcome: Outcome, tell: impl FnOnce() -> Mutated) {
        let Outcome { changed, operator, twin, parse, says_the_same, expected } = outcome;
        let tally = self.operators.entry((changed, operator)).or_default();
        tally.mutants += 1;
        let layer = if twin.is_empty() { &parse } else { &twin };
        match (says_the_same, layer.first()) {
            (true, None) => tally.equivalent += 1,
            (true, Some(_)) => self.false_alarms.push(tell()),
            (false, None) => self.survivors.push(tell()),
            (false, Some(first)) => {
                tally.killed += 1;
                tally.by_twin += usize::from(!twin.is_empty());
                tally.by_parse += usize::from(!parse.is_empty());
                tally.told_once += usize::from(layer.len() == 1);
                tally.nameable += usize::from(!expected.is_empty());
                if layer.iter().any(|problem| expected.contains(&problem.code)) {
                    tally.named += 1;
                } else if !expected.is_empty() {
                    *self.other_names.entry((changed, operator, first.code)).or_default() += 1;
                }
            }
        }
    }

    /// Takes in what came of other cases.
    pub(crate) fn add(&mut self, other: Self) {
        self.cases += other.cases;
        self.left_out.extend(other.left_out);
        self.survivors.extend(other.survivors);
        self.false_alarms.extend(other.false_alarms);
        for (what, tally) in other.operators {
            self.operators.entry(what).or_default().add(&tally);
        }
        for (name, times) in other.other_names {
            *self.other_names.entry(name).or_default() += times;
        }
    }

    /// All operators together.
    #[must_use]
    pub fn total(&self) -> Tally {
        let mut total = Tally::default();
        for tally in self.operators.values() {
            total.add(tally);
        }
        total
    }

    /// How many of a hundred mutants that had to be found were.
    #[must_use]
    pub fn kill_rate(&self) -> f64 {
        percent(self.total().killed, self.total().killed + self.survivors.len())
    }
}

impl Tally {
    fn add(&mut self, other: &Self) {
        let Self { mutants, equivalent, killed, by_twin, by_parse, nameable, named, told_once } = other;
        self.mutants += mutants;
        self.equivalent += equivalent;
        self.killed += killed;
        self.by_twin += by_twin;
        self.by_parse += by_parse;
        self.nameable += nameable;
        self.named += named;
        self.told_once += told_once;
    }
}

#[expect(clippy::cast_precision_loss, reason = "nobody makes that many mutants")]
fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// A percentage that is a hundred only when it is all.
fn shown(part: usize, whole: usize) -> String {
    match percent(part, whole) {
        _ if whole == 0 => "–".to_owned(),
        rate if part < whole => format!("{:.2} %", rate.min(99.99)),
        _ => "100 %".to_owned(),
    }
}

impl Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for changed in [Changed::Server, Changed::Client, Changed::Sent] {
            self.table(changed, f)?;
        }
        let total = self.total();
        let (due, found) =
            (total.killed + self.survivors.len(), shown(total.killed, total.killed + self.survivors.len()));
        writeln!(f, "Together {} mutants of {} cases, {due} to be found; found: {found}.", total.mutants, self.cases)?;
        other_names(f, &self.other_names)?;
        list(f, "were not found", &self.survivors)?;
        list(f, "say the same and were found", &self.false_alarms)
    }
}

impl Score {
    fn table(&self, changed: Changed, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows = self.operators.iter().filter(|((of, _), _)| *of == changed).peekable();
        if rows.peek().is_none() {
            return Ok(());
        }
        writeln!(f, "### {changed}\n")?;
        f.write_str("| operator | mutants | say the same | to be found | found | by T | by P | named as expected | told once |\n")?;
        f.write_str("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")?;
        let (mut all, mut all_survived) = (Tally::default(), 0);
        for ((_, operator), tally) in rows {
            let is_it = |survivor: &&Mutated| (survivor.changed, survivor.operator) == (changed, *operator);
            let survived = self.survivors.iter().filter(is_it).count();
            row(f, &escaped(operator.as_str()), tally, survived)?;
            all.add(tally);
            all_survived += survived;
        }
        row(f, "all", &all, all_survived)?;
        f.write_str("\n")
    }
}

impl Changed {
    /// Told behind an operator.
    const fn short(self) -> &'static str {
        match self {
            Self::Server | Self::Sent => "",
            Self::Client => " on the client",
        }
    }
}

impl Display for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Server => "What the server wrote is changed",
            Self::Client => "What the client draws is changed",
            Self::Sent => "What is sent for the client to begin with is changed",
        })
    }
}

fn row(f: &mut fmt::Formatter<'_>, name: &str, tally: &Tally, survived: usize) -> fmt::Result {
    let Tally { mutants, equivalent, killed, by_twin, by_parse, nameable, named, told_once } = *tally;
    let found = shown(killed, killed + survived);
    let (named, once) = (shown(named, nameable), shown(told_once, killed));
    let due = killed + survived;
    writeln!(f, "| {name} | {mutants} | {equivalent} | {due} | {found} | {by_twin} | {by_parse} | {named} | {once} |")
}

fn other_names(f: &mut fmt::Formatter<'_>, names: &BTreeMap<(Changed, Operator, Code), usize>) -> fmt::Result {
    if names.is_empty() {
        return Ok(());
    }
    f.write_str("\nFound under another name than expected:\n\n")?;
    for ((changed, operator, code), times) in names {
        let (operator, title) = (escaped(operator.as_str()), escaped(code.title()));
        writeln!(f, "- {operator}{}: {times} as {code}, {title}", changed.short())?;
    }
    Ok(())
}

/// Text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    text.replace('<', "&lt;")
}

fn list(f: &mut fmt::Formatter<'_>, what: &str, mutants: &[Mutated]) -> fmt::Result {
    if mutants.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n{} mutants {what}:\n", mutants.len())?;
    for Mutated { case, changed, operator, place, change } in mutants.iter().take(MOST) {
        writeln!(f, "- {case}: {}{} at `{place}`", escaped(operator.as_str()), changed.short())?;
        for line in change {
            writeln!(f, "  | {line}")?;
        }
    }
    if mutants.len() > MOST { writeln!(f, "- and {} more", mutants.len() - MOST) } else { Ok(()) }
}
