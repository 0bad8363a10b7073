//! Operators on what is sent for the client to begin with. They have no place in the markup: the client is asked to draw
//! again, beginning with something else.

use std::collections::BTreeMap;

use super::{Changed, Mutant, Mutated, Original, Score, operator::Operator, place::Place, score::Outcome};
use crate::{
    Code,
    finding::Problem,
    waits::{Recordings, Sent},
};

pub(super) fn parts(_: Operator, _: &Place<'_>) -> usize {
    0
}

pub(super) fn mutant(operator: Operator, _: &Place<'_>, _: usize) -> Mutant {
    unreachable!("{} has no place in the markup", operator.as_str())
}

/// One mutant of each case that has any left: the client draws all of them at a time.
pub(crate) struct Round(BTreeMap<String, Change>);

/// What is sent in place of what was.
struct Change {
    operator: Operator,
    /// Which resources or errors, by their numbers.
    what: String,
    sent: Sent,
}

/// Every mutant of what was sent, in as few rounds as there may be.
pub(crate) fn rounds(sent: &Recordings) -> Vec<Round> {
    let mut rounds: Vec<Round> = Vec::new();
    for (case, sent) in sent {
        for (number, change) in changes(sent).into_iter().enumerate() {
            if rounds.len() == number {
                rounds.push(Round(BTreeMap::new()));
            }
            rounds[number].0.insert(case.clone(), change);
        }
    }
    rounds
}

fn changes(sent: &Sent) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |operator, what, change: &dyn Fn(&mut Sent)| {
        let mut sent = sent.clone();
        change(&mut sent);
        changes.push(Change { operator, what, sent });
    };
    for (at, (one, payload)) in sent.resources.iter().enumerate() {
        add(Operator::DropResource, format!("resource {one}"), &|sent| drop(sent.resources.remove(one)));
        for (other, others) in sent.resources.iter().skip(at + 1).filter(|(_, others)| *others != payload) {
            add(Operator::SwapResources, format!("resources {one} and {other}"), &|sent| {
                sent.resources.extend([(*one, others.clone()), (*other, payload.clone())]);
            });
        }
    }
    for (at, error) in sent.errors.iter().enumerate() {
        add(Operator::DropError, format!("error {}", error.id), &|sent| drop(sent.errors.remove(at)));
    }
    changes
}

impl Round {
    /// What is sent in this round: to these cases something else.
    pub(crate) fn sent(&self, sent: &Recordings) -> Recordings {
        let changed = self.0.iter().map(|(case, change)| (case.clone(), change.sent.clone()));
        sent.clone().into_iter().chain(changed).collect()
    }

    /// Judges the mutants of these cases by what layer T `finds` in each of them now. One that changes nothing that is
    /// drawn, for which it gives nothing, is no mutant.
    pub(crate) fn judge(
        &self,
        originals: &[Original<'_>],
        finds: impl Fn(&Original<'_>) -> Option<Vec<Problem>>,
    ) -> Score {
        let mut score = Score::default();
        let changed = originals.iter().filter_map(|original| Some((original, self.0.get(original.case)?)));
        for (original, Change { operator, what, .. }) in changed {
            let Some(twin) = finds(original) else { continue };
            let expected = match operator {
                Operator::DropError => Code::ErrorDiffers,
                _ => Code::ResourceNumbers,
            };
            let outcome = Outcome {
                changed: Changed::Sent,
                operator: *operator,
                twin,
                parse: Vec::new(),
                says_the_same: false,
                expected: vec![expected],
            };
            score.count(outcome, || Mutated {
                case: original.case.to_owned(),
                changed: Changed::Sent,
                operator: *operator,
                place: what.clone(),
                change: Vec::new(),
            });
        }
        score
    }
}
