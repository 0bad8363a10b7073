//! The test of the test: markup that is right is changed in every way that an operator knows, and the check has to find
//! each change.
//!
//! Most operators change what the server wrote and leave the client's bytes alone, so that layer T must find it. Those
//! that a parser undoes change both sides alike, so that only layer P can. And some write the same thing in other words:
//! there nothing may be found.

mod attributes;
mod document;
mod harmless;
mod lost;
mod names;
mod nesting;
mod nodes;
mod operator;
mod place;
mod score;
#[cfg(test)]
mod tests;
mod texts;
mod values;

pub use operator::Operator;
pub use score::{Mutated, Score, Tally};

use std::{num::NonZero, thread};

use self::{harmless::plain, operator::Kind, place::Place};
use crate::{
    Code, compare,
    markup::{difference, intended, read},
    parse,
};

/// Changed markup.
struct Mutant {
    html: String,
    /// The codes that one would call the change by; none when there is no telling what comes of it.
    expected: &'static [Code],
}

/// Judges the mutants of these cases, every `every`th of each, on as many cores as there are.
pub(crate) fn mutate(originals: &[Original<'_>], every: usize) -> Score {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let work = |worker| {
        let own = originals.iter().enumerate().skip(worker).step_by(workers);
        // Each case begins with another of its mutants, so that a sample isn't of the same ones everywhere.
        own.map(|(number, original)| (number, original.mutate(every, number))).collect::<Vec<_>>()
    };
    let mut scores: Vec<(usize, Score)> = thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|worker| scope.spawn(move || work(worker))).collect();
        running.into_iter().flat_map(|worker| worker.join().expect("a checker that panics fails the test")).collect()
    });
    scores.sort_by_key(|(number, _)| *number);
    let mut all = Score::default();
    for (_, score) in scores {
        all.add(score);
    }
    all
}

/// A case that is right.
pub(crate) struct Original<'a> {
    pub(crate) case: &'a str,
    pub(crate) server: &'a str,
    pub(crate) client: &'a str,
}

impl Original<'_> {
    /// Whether nothing is found in it.
    pub(crate) fn is_clean(&self) -> bool {
        compare::check(self.server, self.client).is_empty() && parse::check(self.server).is_empty()
    }

    /// Judges the mutants of this case, every `every`th of them, beginning with number `first`.
    fn mutate(&self, every: usize, first: usize) -> Score {
        let tree = intended(self.server).nodes;
        let meant = plain(&tree);
        let mut score = Score::default();
        let mut number = first;
        place::visit(&tree, &mut |place| {
            for &operator in Operator::ALL {
                for part in 0..operator.parts(place) {
                    if number.is_multiple_of(every) {
                        let mutant = operator.mutant(place, part);
                        // What was written says the same, and so does what a browser makes of it.
                        let says_the_same = operator.kind() != Kind::Parser && {
                            let (written, built) = read(&mutant.html);
                            plain(&written.nodes) == meant && plain(&built) == meant
                        };
                        self.judge(operator, &mutant, says_the_same, place, &mut score);
                    }
                    number += 1;
                }
            }
        });
        score.cases = 1;
        score
    }

    fn judge(&self, operator: Operator, mutant: &Mutant, says_the_same: bool, place: &Place<'_>, score: &mut Score) {
        let client = if operator.kind() == Kind::Parser { &mutant.html } else { self.client };
        let twin = compare::check(&mutant.html, client);
        let parse = parse::check(&mutant.html);
        let tally = score.tally(operator);
        tally.mutants += 1;
        let found = !twin.is_empty() || !parse.is_empty();
        match (says_the_same, found) {
            (true, false) => tally.equivalent += 1,
            (false, true) => {
                tally.killed += 1;
                let layer = if twin.is_empty() { &parse } else { &twin };
                tally.by_twin += usize::from(!twin.is_empty());
                tally.by_parse += usize::from(!parse.is_empty());
                tally.told_once += usize::from(layer.len() == 1);
                tally.nameable += usize::from(!mutant.expected.is_empty());
                if layer.iter().any(|problem| mutant.expected.contains(&problem.code)) {
                    tally.named += 1;
                } else if !mutant.expected.is_empty() {
                    *score.other_names.entry((operator, layer[0].code)).or_default() += 1;
                }
            }
            (_, _) => {
                let changed = Mutated {
                    case: self.case.to_owned(),
                    operator,
                    place: place.path.to_string(),
                    change: difference(place.tree, &intended(&mutant.html).nodes),
                };
                let list = if found { &mut score.false_alarms } else { &mut score.survivors };
                list.push(changed);
            }
        }
    }
}
