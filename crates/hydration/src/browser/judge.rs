//! What a browser saw, as findings.

use html5ever::tendril::StrTendril;

use super::{
    answers,
    seen::{Flip, Seen, Written, nodes, understood},
};
use crate::{
    Code, Painting, compare,
    finding::Problem,
    layer::Layer,
    markup::{Node, difference, parsed},
};

/// Everything that is wrong with what was seen, each layer by itself: what is one cause in two layers is told twice here.
pub(super) fn judge(
    seen: &Seen,
    written: Option<&Written>,
    server: &Painting,
    flags: &[String],
    listed: &str,
) -> Vec<(Layer, Problem)> {
    let Painting::Html(html) = server else { return Vec::new() };
    if let Some(why) = &seen.broken {
        return vec![(Layer::Walk, Problem::new(Code::WalkStops, ":root", why))];
    }
    if seen.flags.as_deref() != Some(&flags.join(" ")) {
        let detail = format!("the server has the flags {flags:?}, the client {:?}", seen.flags);
        return vec![(Layer::Client, Problem::new(Code::BuildsDiffer, ":root", detail))];
    }
    if seen.listed.as_deref() != Some(listed) {
        let detail = "the client's list of cases is another than the server's";
        return vec![(Layer::Client, Problem::new(Code::OldClient, ":root", detail))];
    }
    let before = nodes(&seen.before);
    let parse = parse(html, &before).into_iter().map(|problem| (Layer::Parse, problem));
    let twin = written.map(|written| twin(html, written, flags)).unwrap_or_default();
    let twin = twin.into_iter().map(|problem| (Layer::Twin, problem));
    let client = client(seen).into_iter().map(|problem| (Layer::Client, problem));
    let walk = walk(seen, &before).into_iter().map(|problem| (Layer::Walk, problem));
    let behaviour = behaviour(seen, &before).into_iter().map(|problem| (Layer::Behaviour, problem));
    let flips = seen.flips.iter().flat_map(|flip| flipped(seen, flip)).map(|problem| (Layer::Repeat, problem));
    parse.chain(twin).chain(client).chain(walk).chain(behaviour).chain(flips).collect()
}

/// What the twin writes in this browser. Natively it wrote what the server did, or nobody would have asked.
fn twin(html: &str, written: &Written, flags: &[String]) -> Vec<Problem> {
    if written.flags != flags.join(" ") {
        let detail = format!("the server has the flags {flags:?}, the twin {:?}", written.flags);
        return vec![Problem::new(Code::BuildsDiffer, ":root", detail)];
    }
    let Some(client) = &written.html else {
        let why = written.panic.as_deref().unwrap_or("it wrote nothing");
        return vec![Problem::new(Code::NeedsBrowser, ":root", format!("the client, compiled for wasm: {why}"))];
    };
    compare::check(html, client).into_iter().map(|problem| problem.because(Code::Wasm, "compiled for wasm")).collect()
}

/// What the client draws for another visitor.
fn flipped(seen: &Seen, flip: &Flip) -> Vec<Problem> {
    let (code, who) = match flip.world.as_str() {
        "storage" => (Code::Storage, "for a visitor with something in storage"),
        "clock" => (Code::Clock, "for a visitor a day later"),
        "zone" => (Code::Zone, "for a visitor in another zone"),
        "language" => (Code::Language, "for a visitor with another language"),
        "screen" => (Code::Screen, "for a visitor with another screen"),
        "address" => (Code::Address, "for a visitor who follows a link with a #"),
        _ => (Code::Chance, "for a visitor who differs in many things"),
    };
    if let Some(panic) = &flip.panic {
        return vec![Problem::new(code, ":root", format!("{who}, the client panics: {panic}"))];
    }
    let plain = understood(seen.client.as_deref().unwrap_or_default());
    let problems = compare::check_nodes(&as_seen(&plain), &as_seen(&understood(&flip.client)));
    if problems.is_empty() {
        return vec![Problem::new(code, ":root", format!("{who}, a control says something else"))];
    }
    problems.into_iter().map(|problem| problem.because(code, who)).collect()
}

/// Whether this engine builds another tree than our own reading of the rules.
fn parse(html: &str, before: &[Node]) -> Option<Problem> {
    let expected = parsed(html);
    (expected != before).then(|| {
        let detail = "this engine builds another tree from the same bytes";
        Problem::new(Code::Rebuilt, ":root", detail).with_sides(difference(&expected, before))
    })
}

fn client(seen: &Seen) -> Vec<Problem> {
    let Some(client) = &seen.client else {
        let why = seen.client_panic.as_deref().unwrap_or("it drew nothing");
        return vec![Problem::new(Code::NeedsBrowser, ":root", format!("the client: {why}"))];
    };
    let page = seen.settled.as_ref().unwrap_or(&seen.before);
    let mut problems = compare::check_nodes(&as_seen(&understood(page)), &as_seen(&understood(client)));
    if let Some(values) = seen.client_values.as_ref().filter(|values| **values != seen.values && problems.is_empty()) {
        let differ = seen.values.iter().zip(values).find(|(server, client)| server != client);
        let detail =
            differ.map(|(server, client)| format!("the server's control says {server:?}, the client's {client:?}"));
        problems.push(Problem::new(Code::ValueNotSent, ":root", detail.unwrap_or_default()));
    }
    problems
}

fn walk(seen: &Seen, before: &[Node]) -> Vec<Problem> {
    if let Some(panic) = &seen.panic {
        // Whatever else is wrong follows from that.
        return vec![Problem::new(Code::WalkStops, ":root", seen.said.first().unwrap_or(panic))];
    }
    let changes = one(Code::ChangesPage, &seen.changes).map(|problem| match &seen.after {
        Some(after) => problem.with_sides(difference(before, &nodes(after))),
        None => problem,
    });
    let found = [
        one(Code::WalkStuck, &seen.nothing),
        one(Code::AdoptedTwice, &seen.twice),
        one(Code::NeverAdopted, &seen.never),
        changes,
        one(Code::Speaks, &seen.said),
    ];
    found.into_iter().flatten().collect()
}

/// What a person finds once the page is hydrated.
fn behaviour(seen: &Seen, before: &[Node]) -> Vec<Problem> {
    if seen.panic.is_some() {
        return Vec::new();
    }
    let answers = seen.client_handlers.as_ref().and_then(|drawn| {
        let page = seen.settled.as_deref().or(seen.after.as_deref()).map_or_else(|| before.to_vec(), nodes);
        let client = nodes(seen.client.as_deref()?);
        answers::check((&page, &seen.handlers), (&client, drawn))
    });
    let found = [
        answers,
        one(Code::Overwrites, &seen.overwritten),
        one(Code::LosesFocus, seen.lost_focus.as_slice()),
        one(Code::LayoutShift, &seen.shifted),
    ];
    found.into_iter().flatten().collect()
}

/// The first place, and how many more there are.
fn one(code: Code, of: &[String]) -> Option<Problem> {
    let (first, more) = of.split_first()?;
    Some(Problem { more: more.len(), ..Problem::new(code, ":root", first) })
}

/// A tree as a person sees it: without comments, each run of text in one. The space that Leptos writes for an empty text
/// is no text, what stands in `<noscript>` is text to one side and elements to the other, and Leptos draws static parts of
/// a drawing anew within a `<g>` that does nothing.
fn as_seen(nodes: &[Node]) -> Vec<Node> {
    let mut seen: Vec<Node> = Vec::new();
    for node in nodes {
        match node {
            Node::Comment(_) => {}
            Node::Text(text) if text.is_empty() || &**text == " " => {}
            Node::Text(text) => match seen.last_mut() {
                Some(Node::Text(last)) => last.push_tendril(text),
                _ => seen.push(Node::Text(StrTendril::from_slice(text))),
            },
            Node::Element(element) if &*element.tag == "g" && element.attributes.is_empty() => {
                seen.extend(as_seen(&element.children));
            }
            Node::Element(element) => {
                let mut element = element.clone();
                element.children = if &*element.tag == "noscript" { Vec::new() } else { as_seen(&element.children) };
                seen.push(Node::Element(element));
            }
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::{super::seen::Seed, *};

    fn text(text: &str) -> Seed {
        Seed::Text { text: text.to_owned() }
    }

    fn paragraph(children: Vec<Seed>) -> Vec<Seed> {
        vec![Seed::Element { tag: "P".to_owned(), attributes: Vec::new(), style: None, children }]
    }

    fn codes(seen: &Seen, html: &str) -> Vec<(Layer, Code)> {
        let found = judge(seen, None, &Painting::Html(html.to_owned()), &[], HERE);
        found.into_iter().map(|(layer, problem)| (layer, problem.code)).collect()
    }

    fn clean() -> Seen {
        let before = paragraph(vec![text("a"), Seed::Comment { comment: String::new() }, text(" ")]);
        let client = Some(paragraph(vec![text("a"), text("")]));
        let (flags, listed) = (Some(String::new()), Some(HERE.to_owned()));
        Seen { before, client, flags, listed, client_values: Some(Vec::new()), ..Seen::default() }
    }

    const HERE: &str = "cases.rs:7:1";

    const HTML: &str = "<p>a<!> </p>";

    #[test]
    fn what_is_right_is_clean() {
        assert_eq!(codes(&clean(), HTML), []);
    }

    #[test]
    fn each_layer_finds_its_own() {
        let other = Some(paragraph(vec![text("b")]));
        assert_eq!(codes(&Seen { client: other, ..clean() }, HTML), [(Layer::Client, Code::TextDiffers)]);
        assert_eq!(codes(&clean(), "<p>b<!> </p>"), [(Layer::Parse, Code::Rebuilt)]);
        let panic = Some("unreachable".to_owned());
        assert_eq!(codes(&Seen { panic, ..clean() }, HTML), [(Layer::Walk, Code::WalkStops)]);
        let nothing = vec!["within <p>".to_owned()];
        assert_eq!(codes(&Seen { nothing, ..clean() }, HTML), [(Layer::Walk, Code::WalkStuck)]);
        let other = Some("cases.rs:9:1".to_owned());
        assert_eq!(codes(&Seen { listed: other, ..clean() }, HTML), [(Layer::Client, Code::OldClient)]);
        assert_eq!(codes(&Seen { listed: None, ..clean() }, HTML), [(Layer::Client, Code::OldClient)]);
        let overwritten = vec!["<input>".to_owned()];
        assert_eq!(codes(&Seen { overwritten, ..clean() }, HTML), [(Layer::Behaviour, Code::Overwrites)]);
    }
}
