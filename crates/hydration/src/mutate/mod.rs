//! The test of the test: markup that is right is changed in every way that an operator knows, and the check has to find
//! each change.
//!
//! Most operators change what one side wrote and leave the other's bytes alone, so that layer T must find it. Those that a
//! parser undoes change both sides alike, so that only layer P can. Some change what is sent for the client to begin with.
//! And some write the same thing in other words: there nothing may be found.

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
mod sent;
#[cfg(test)]
mod tests;
mod texts;
mod values;

pub use operator::Operator;
pub use score::{Changed, Mutated, Score, Tally};
pub(crate) use sent::rounds;

use std::{num::NonZero, thread};

use self::{harmless::plain, operator::Kind, place::Place, score::Outcome};
use crate::{
    Code, compare,
    markup::{Node, difference, intended, read},
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
        let mut score = Score::default();
        let mut number = first;
        for changed in [Changed::Server, Changed::Client] {
            let tree = intended(if changed == Changed::Server { self.server } else { self.client }).nodes;
            let meant = plain(&tree);
            place::visit(&tree, &mut |place| {
                for &operator in Operator::ALL.iter().filter(|operator| operator.changes(changed)) {
                    for part in 0..operator.parts(place) {
                        if number.is_multiple_of(every) {
                            let mutant = operator.mutant(place, part);
                            let says_the_same = operator.kind() != Kind::Parser && says(&meant, &mutant, changed);
                            self.judge(changed, operator, &mutant, says_the_same, place, &mut score);
                        }
                        number += 1;
                    }
                }
            });
        }
        score.cases = 1;
        score
    }

    fn judge(
        &self,
        changed: Changed,
        operator: Operator,
        mutant: &Mutant,
        says_the_same: bool,
        place: &Place<'_>,
        score: &mut Score,
    ) {
        let (server, client) = match changed {
            Changed::Client => (self.server, &*mutant.html),
            _ if operator.kind() == Kind::Parser => (&*mutant.html, &*mutant.html),
            _ => (&*mutant.html, self.client),
        };
        let expected =
            mutant.expected.iter().map(|&code| if changed == Changed::Client { mirrored(code) } else { code });
        let outcome = Outcome {
            changed,
            operator,
            twin: compare::check(server, client),
            parse: parse::check(server),
            says_the_same,
            expected: expected.collect(),
        };
        score.count(outcome, || Mutated {
            case: self.case.to_owned(),
            changed,
            operator,
            place: place.path.to_string(),
            change: difference(place.tree, &intended(&mutant.html).nodes),
        });
    }
}

/// Whether the mutant says what was meant: as it was written, and, of what the server wrote, as a browser builds it.
fn says(meant: &[Node], mutant: &Mutant, changed: Changed) -> bool {
    let (written, built) = read(&mutant.html);
    plain(&written.nodes) == meant && (changed == Changed::Client || plain(&built) == meant)
}

/// What one would call the same change on the other side.
fn mirrored(code: Code) -> Code {
    match code {
        Code::OnlyInBrowser => Code::OnlyOnServer,
        Code::OnlyOnServer => Code::OnlyInBrowser,
        Code::AttributeOnlyInBrowser => Code::AttributeOnlyOnServer,
        Code::AttributeOnlyOnServer => Code::AttributeOnlyInBrowser,
        same => same,
    }
}
