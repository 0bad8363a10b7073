//! What is wrong with a view that waits, on the server's side alone: what it sends along can't be read back, or another way
//! of streaming ends in another page.

use super::{Sent, paint, streams};
use crate::{Case, Code, Layer, Painting, compare, finding::Problem, parse};

/// Paints a case that waits once more, as somebody who begins with what was sent, and out of order.
pub(crate) fn check(case: &Case, server: &Painting, sent: Option<&Sent>) -> Vec<(Layer, Problem)> {
    let (Painting::Html(html), Some(sent)) = (server, sent) else { return Vec::new() };
    let trip = round_trip(case, html, sent).into_iter().map(|problem| (Layer::Twin, problem));
    trip.chain(out_of_order(case, html).into_iter().map(|problem| (Layer::Parse, problem))).collect()
}

/// The server's own code, which begins with what it has sent: whatever changes was lost on the way.
fn round_trip(case: &Case, html: &str, sent: &Sent) -> Vec<Problem> {
    if sent.resources.is_empty() {
        return Vec::new();
    }
    let (painting, lost) = paint::from_what_was_sent(case, sent);
    let Painting::Html(again) = painting else { return Vec::new() };
    let mut problems = compare::check(html, &again);
    if let Some(id) = lost.first() {
        let payload: String = sent.resources[id].chars().take(80).collect();
        let detail = format!("resource {id} goes over the wire as {payload}, and that can't be read back");
        let place = problems.into_iter().next();
        let path = place.as_ref().map_or(":root", |problem| &problem.path);
        let sides = place.as_ref().map(|problem| problem.sides.clone()).unwrap_or_default();
        let problem = Problem::new(Code::PayloadLost, path, detail).with_sides(sides);
        return vec![Problem { more: lost.len() - 1, ..problem }];
    }
    // What is made by chance is another one by itself.
    if problems.is_empty() || paint::as_server(case).painting != Painting::Html(html.to_owned()) {
        return Vec::new();
    }
    problems.truncate(1);
    problems.into_iter().map(|problem| problem.because(Code::PayloadLost, "after the way over the wire")).collect()
}

/// What the browser makes of a stream out of order: first every fallback, then one chunk after another put in its place.
fn out_of_order(case: &Case, html: &str) -> Vec<Problem> {
    let Some(stream) = paint::out_of_order(case) else { return Vec::new() };
    let written = parse::check(html);
    let mut fallbacks = parse::check(&stream.first);
    fallbacks.retain(|problem| !written.iter().any(|other| (other.code, &other.path) == (problem.code, &problem.path)));
    if !fallbacks.is_empty() {
        return fallbacks;
    }
    if written.is_empty() { streams::check(html, &stream.all) } else { Vec::new() }
}
