//! Both sides of a case, and which of what was found is the cause of the rest.

use std::collections::BTreeMap;

#[cfg(feature = "browser")]
use crate::Finding;
use crate::{
    Code, Layer, Painting, compare,
    finding::Problem,
    parse,
    source::{Sources, without_markers},
    twin::Paintings,
    waits::{self, Recordings, Replayed},
};

/// What the twin painted: as it came, with each view's place, and as it is compared.
pub(crate) struct Clients {
    replayed: BTreeMap<String, Replayed>,
    marked: BTreeMap<String, Painting>,
    plain: BTreeMap<String, Painting>,
}

impl Clients {
    pub(crate) fn new(paintings: Paintings) -> Self {
        let plain = |painting: &Painting| match painting {
            Painting::Html(html) => Painting::Html(without_markers(html)),
            Painting::Panicked(message) => Painting::Panicked(message.clone()),
        };
        let marked: BTreeMap<_, _> = paintings.cases.into_iter().collect();
        let plain = marked.iter().map(|(case, painting)| (case.clone(), plain(painting))).collect();
        Self { replayed: paintings.replayed, marked, plain }
    }

    pub(crate) fn get(&self, case: &str) -> Option<&Painting> {
        self.plain.get(case)
    }

    pub(crate) fn sources(&self, case: &str) -> Sources {
        match self.marked.get(case) {
            Some(Painting::Html(html)) => Sources::read(html),
            _ => Sources::default(),
        }
    }
}

/// Compares what the server painted with itself as a browser reads it, and with what the twin painted, if one was asked.
pub(crate) fn check(
    case: &str,
    server: &Painting,
    clients: Option<&Clients>,
    sent: &Recordings,
) -> Vec<(Layer, Problem)> {
    let server = match server {
        Painting::Html(html) => html,
        Painting::Panicked(message) => return vec![(Layer::Parse, panicked("the server", message))],
    };
    let parse = parse::check(server).into_iter().map(|problem| (Layer::Parse, problem));
    let twin = clients.map(|clients| match clients.get(case) {
        Some(Painting::Html(client)) => {
            let differences = compare::check(server, client);
            match clients.replayed.get(case) {
                Some(replayed) => waits::explain(differences, &sent.get(case).cloned().unwrap_or_default(), replayed),
                None => differences,
            }
        }
        Some(Painting::Panicked(message)) => vec![panicked("the client", message)],
        None => vec![Problem::new(Code::BuildsDiffer, ":root", "the twin doesn't know this case")],
    });
    parse.chain(twin.into_iter().flatten().map(|problem| (Layer::Twin, problem))).collect()
}

/// Adds what is wrong with what was sent. What the client makes of that is no cause of its own; and what is read where
/// nobody waits for it comes out otherwise on the second way, too.
pub(crate) fn with_sent(mut problems: Vec<(Layer, Problem)>, sent: Vec<(Layer, Problem)>) -> Vec<(Layer, Problem)> {
    let is = |code| move |(_, problem): &(Layer, Problem)| problem.code == code;
    let explained = problems.iter().any(is(Code::ReadOutside));
    let sent: Vec<_> = sent.into_iter().filter(|problem| !explained || !is(Code::PayloadLost)(problem)).collect();
    if sent.iter().any(is(Code::PayloadLost)) {
        problems.retain(|(layer, _)| *layer != Layer::Twin);
    }
    problems.extend(sent);
    problems
}

/// Adds what changes by itself. It differs from the twin, too, and that is one cause.
pub(crate) fn with_unstable(mut problems: Vec<(Layer, Problem)>, unstable: Vec<Problem>) -> Vec<(Layer, Problem)> {
    let is_unstable =
        |problem: &Problem| unstable.iter().any(|other| without_ids(&other.path) == without_ids(&problem.path));
    problems.retain(|(layer, problem)| *layer != Layer::Twin || !is_unstable(problem));
    problems.extend(unstable.into_iter().map(|problem| (Layer::Repeat, problem)));
    problems
}

/// A path by tags alone: an id may be what changes.
fn without_ids(path: &str) -> Vec<&str> {
    path.split(" > ").map(|step| step.split('#').next().unwrap_or(step)).collect()
}

/// Of what one browser found in one case, that which explains the rest: the tree before the drawing, the drawing before
/// the walk, and the walk before what comes of it.
#[cfg(feature = "browser")]
pub(crate) fn first_cause(findings: Vec<Finding>) -> Vec<Finding> {
    let order = [Layer::Parse, Layer::Twin, Layer::Client, Layer::Walk, Layer::Behaviour, Layer::Repeat];
    let first = order.into_iter().find(|layer| findings.iter().any(|finding| finding.layer == *layer));
    findings.into_iter().filter(|finding| Some(finding.layer) == first).collect()
}

fn panicked(side: &str, message: &str) -> Problem {
    if message == waits::UNSENT {
        return Problem::new(Code::PayloadLost, ":root", message);
    }
    if message.contains("LocalResource outside Suspense") {
        return Problem::new(
            Code::LocalResource,
            ":root",
            format!("{side} waits for what only a browser has: {message}"),
        );
    }
    // The second message is that of everything that touches the same object after the first.
    let touches_browser = message.contains("on non-wasm") || message.contains("previously been poisoned");
    let message = if touches_browser { "something of the browser was asked for while drawing" } else { message };
    Problem::new(Code::NeedsBrowser, ":root", format!("{side}: {message}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_that_the_twin_does_not_know_is_found() {
        let twin = Clients::new(Paintings { flags: Vec::new(), cases: Vec::new(), replayed: BTreeMap::new(), pass: 0 });
        let found = check("a", &Painting::Html(String::new()), Some(&twin), &Recordings::new());
        assert_eq!(found[0].1.code, Code::BuildsDiffer);
    }

    #[test]
    fn what_changes_by_itself_is_told_once() {
        let at = |code, path: &str| Problem::new(code, path, "");
        let twin = vec![(Layer::Twin, at(Code::ReferenceDiffers, "i#a7")), (Layer::Twin, at(Code::TextDiffers, "p"))];
        let found = with_unstable(twin, vec![at(Code::Chance, "i#b3")]);
        let found: Vec<_> = found.into_iter().map(|(layer, problem)| (layer, problem.code)).collect();
        assert_eq!(found, [(Layer::Twin, Code::TextDiffers), (Layer::Repeat, Code::Chance)]);
    }
}
