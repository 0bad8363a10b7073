//! What the client did with what it was sent, as findings. Each has one cause, and what follows from that is not told.

use std::collections::BTreeSet;

use super::{OPEN, Replayed, Sent, Thrown};
use crate::{Code, finding::Problem};

/// The differences of a case under the name of their cause.
pub(crate) fn explain(problems: Vec<Problem>, sent: &Sent, replayed: &Replayed) -> Vec<Problem> {
    let cause = numbers(sent, replayed)
        .or_else(|| browsers_own(sent, replayed))
        .or_else(|| read_outside(replayed))
        .or_else(|| swapped(&problems, sent));
    // What is still open has thrown nothing yet.
    let cause = cause.or_else(|| if replayed.open == 0 { thrown(sent, replayed) } else { None });
    match cause {
        Some((code, detail)) => vec![instead(problems, code, detail)],
        None => problems.into_iter().map(waiting).collect(),
    }
}

/// One problem in place of all that follow from it, at the first of their places.
fn instead(problems: Vec<Problem>, code: Code, detail: String) -> Problem {
    let Some(first) = problems.into_iter().next() else { return Problem::new(code, ":root", detail) };
    let severity = first.severity.max(code.severity());
    Problem { code, severity, detail, consequence: code.consequence().to_owned(), ..first }
}

/// Resources are known by their number alone, so one more on either side gives each later one another's value.
fn numbers(sent: &Sent, replayed: &Replayed) -> Option<(Code, String)> {
    let registered: BTreeSet<usize> = sent.resources.keys().copied().collect();
    let asked: BTreeSet<usize> = replayed.asked.iter().copied().collect();
    (registered != asked).then(|| {
        let missed = list(asked.difference(&registered));
        let unread = list(registered.difference(&asked));
        let detail = format!(
            "the server sends values for the numbers {}, the client asks for {}; it misses {missed}, and {unread} is \
             read by nobody",
            list(&registered),
            list(&asked)
        );
        (Code::ResourceNumbers, detail)
    })
}

/// Two texts that differ, and each is what another resource came to: the values have changed places.
fn swapped(problems: &[Problem], sent: &Sent) -> Option<(Code, String)> {
    let of = |text: &str| {
        let quoted = format!("{text:?}");
        let held = |payload: &str| payload == text || payload.contains(&quoted);
        let mut holders = sent.resources.iter().filter(|(_, payload)| held(payload)).map(|(id, _)| *id);
        holders.next().filter(|_| holders.next().is_none())
    };
    problems.iter().filter(|problem| problem.code == Code::TextDiffers).find_map(|problem| {
        let (server, client) = texts(problem)?;
        let (server_id, client_id) = (of(&server)?, of(&client)?);
        (server_id != client_id).then(|| {
            let detail = format!(
                "the server says {server:?}, which is resource {server_id}; the client {client:?}, which is resource \
                 {client_id}"
            );
            (Code::ResourceNumbers, detail)
        })
    })
}

/// The two texts of a problem, from its lines.
fn texts(problem: &Problem) -> Option<(String, String)> {
    let line = |mark: &str| {
        let text = problem.sides.iter().find_map(|line| line.strip_prefix(mark))?;
        serde_json::from_str::<String>(text).ok()
    };
    Some((line("- ")?, line("+ ")?))
}

/// What only the browser has: the server sends the fallback and says so, by the number of the `Suspense`.
fn browsers_own(sent: &Sent, replayed: &Replayed) -> Option<(Code, String)> {
    (sent.incomplete != replayed.incomplete).then(|| {
        let detail = format!(
            "the server sends the fallback of the Suspense with the number {}, the client waits for the browser in {}",
            list(&sent.incomplete),
            list(&replayed.incomplete)
        );
        (Code::LocalResource, detail)
    })
}

/// What Leptos warns of.
fn read_outside(replayed: &Replayed) -> Option<(Code, String)> {
    let (first, others) = replayed.read_outside.split_first()?;
    let more = if others.is_empty() { String::new() } else { format!(", and at {} more places", others.len()) };
    Some((Code::ReadOutside, format!("it is read at {first}{more}")))
}

fn thrown(sent: &Sent, replayed: &Replayed) -> Option<(Code, String)> {
    let boundaries = |errors: &[Thrown]| errors.iter().map(|thrown| thrown.boundary).collect::<BTreeSet<_>>();
    (boundaries(&sent.errors) != boundaries(&replayed.errors)).then(|| {
        let detail = match (sent.errors.first(), replayed.errors.first()) {
            (Some(error), None) => format!("only the server has an error: {:?}", error.message),
            (None, Some(error)) => format!("only the client has an error: {:?}", error.message),
            _ => "the two sides have errors in other places".to_owned(),
        };
        (Code::ErrorDiffers, detail)
    })
}

/// What the server had and the client still waits for.
fn waiting(problem: Problem) -> Problem {
    if !problem.sides.iter().any(|line| line.contains(OPEN)) {
        return problem;
    }
    let detail =
        problem.detail.replace("the client nothing", "the client is still waiting here").replace(OPEN, "nothing");
    let consequence = Code::StillWaiting.consequence().to_owned();
    Problem { code: Code::StillWaiting, detail, consequence, ..problem }
}

fn list<'a>(numbers: impl IntoIterator<Item = &'a usize>) -> String {
    let numbers: Vec<_> = numbers.into_iter().map(ToString::to_string).collect();
    if numbers.is_empty() { "none".to_owned() } else { numbers.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(resources: &[(usize, &str)]) -> Sent {
        let resources = resources.iter().map(|(id, payload)| (*id, (*payload).to_owned())).collect();
        Sent { resources, ..Sent::default() }
    }

    fn asked(asked: &[usize]) -> Replayed {
        Replayed { asked: asked.to_vec(), ..Replayed::default() }
    }

    fn check(sent: &Sent, replayed: &Replayed, expected: &[Code]) {
        let differs = Problem::new(Code::TextDiffers, "p", "");
        let sides = vec![r#"- "Ada""#.to_owned(), r#"+ "Bob""#.to_owned()];
        let found = explain(vec![differs.with_sides(sides)], sent, replayed);
        let codes: Vec<_> = found.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, expected, "{found:?}");
    }

    #[test]
    fn one_cause_is_told_in_place_of_what_follows() {
        check(&sent(&[(0, "1")]), &asked(&[0]), &[Code::TextDiffers]);
        check(&sent(&[(0, "1")]), &asked(&[0, 1]), &[Code::ResourceNumbers]);
        check(&sent(&[(0, "1"), (1, "2")]), &asked(&[0]), &[Code::ResourceNumbers]);
        check(&sent(&[(0, r#""Ada""#), (1, r#""Bob""#)]), &asked(&[0, 1]), &[Code::ResourceNumbers]);
        check(&sent(&[(0, r#"["Ada","Bob"]"#)]), &asked(&[0]), &[Code::TextDiffers]);
        let own = Sent { incomplete: vec![0], ..Sent::default() };
        check(&own, &asked(&[]), &[Code::LocalResource]);
        let error = Thrown { boundary: 0, id: 1, message: "no".to_owned() };
        let failed = Sent { errors: vec![error.clone()], ..Sent::default() };
        check(&failed, &asked(&[]), &[Code::ErrorDiffers]);
        let outside = Replayed { read_outside: vec!["a.rs:1:2".to_owned()], ..Replayed::default() };
        check(&Sent::default(), &outside, &[Code::ReadOutside]);
        check(&failed, &Replayed { errors: vec![error], ..Replayed::default() }, &[Code::TextDiffers]);
    }

    #[test]
    fn what_is_sent_and_still_awaited_is_named_so() {
        let problem = Problem::new(Code::BranchDiffers, "p", "").with_sides(vec![format!("+ {OPEN}")]);
        let found = explain(vec![problem], &Sent::default(), &Replayed { open: 1, ..Replayed::default() });
        assert_eq!(found[0].code, Code::StillWaiting);
    }
}
