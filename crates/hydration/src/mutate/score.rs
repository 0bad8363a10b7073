//! How many mutants were found, and which were not.

use std::{
    collections::BTreeMap,
    fmt::{self, Display},
};

use super::Operator;
use crate::Code;

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
    pub operators: BTreeMap<Operator, Tally>,
    /// The codes of mutants that were found, yet under no name that one would expect: how often each.
    pub other_names: BTreeMap<(Operator, Code), usize>,
    /// Mutants that say something else and were not found.
    pub survivors: Vec<Mutated>,
    /// Mutants that say the same and were found.
    pub false_alarms: Vec<Mutated>,
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
    /// How.
    pub operator: Operator,
    /// Where: a CSS selector within the case.
    pub place: String,
    /// The lines that changed, as in a finding.
    pub change: Vec<String>,
}

impl Score {
    pub(super) fn tally(&mut self, operator: Operator) -> &mut Tally {
        self.operators.entry(operator).or_default()
    }

    /// Takes in what came of other cases.
    pub(crate) fn add(&mut self, other: Self) {
        self.cases += other.cases;
        self.left_out.extend(other.left_out);
        self.survivors.extend(other.survivors);
        self.false_alarms.extend(other.false_alarms);
        for (operator, tally) in other.operators {
            self.tally(operator).add(&tally);
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
        f.write_str("| operator | mutants | say the same | to be found | found | by T | by P | named as expected | told once |\n")?;
        f.write_str("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")?;
        for (operator, tally) in &self.operators {
            let survived = self.survivors.iter().filter(|survivor| survivor.operator == *operator).count();
            row(f, &escaped(operator.as_str()), tally, survived)?;
        }
        row(f, "all", &self.total(), self.survivors.len())?;
        other_names(f, &self.other_names)?;
        list(f, "were not found", &self.survivors)?;
        list(f, "say the same and were found", &self.false_alarms)
    }
}

fn row(f: &mut fmt::Formatter<'_>, name: &str, tally: &Tally, survived: usize) -> fmt::Result {
    let Tally { mutants, equivalent, killed, by_twin, by_parse, nameable, named, told_once } = *tally;
    let found = shown(killed, killed + survived);
    let (named, once) = (shown(named, nameable), shown(told_once, killed));
    let due = killed + survived;
    writeln!(f, "| {name} | {mutants} | {equivalent} | {due} | {found} | {by_twin} | {by_parse} | {named} | {once} |")
}

fn other_names(f: &mut fmt::Formatter<'_>, names: &BTreeMap<(Operator, Code), usize>) -> fmt::Result {
    if names.is_empty() {
        return Ok(());
    }
    f.write_str("\nFound under another name than expected:\n\n")?;
    for ((operator, code), times) in names {
        writeln!(f, "- {}: {times} as {code}, {}", escaped(operator.as_str()), escaped(code.title()))?;
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
    for Mutated { case, operator, place, change } in mutants.iter().take(MOST) {
        writeln!(f, "- {case}: {} at `{place}`", escaped(operator.as_str()))?;
        for line in change {
            writeln!(f, "  | {line}")?;
        }
    }
    if mutants.len() > MOST { writeln!(f, "- and {} more", mutants.len() - MOST) } else { Ok(()) }
}
