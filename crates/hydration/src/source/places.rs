//! Which `view!` drew which place.

use std::{fs, rc::Rc};

use super::{
    MARKER, Source, View,
    written::{Tag, Text},
};
use crate::{
    Finding, Layer,
    finding::Problem,
    markup::{Element, Node, Path, intended},
};

const OPEN: &str = "|open";
const CLOSE: &str = "|close";

/// The markers around a place, outermost first.
type Chain = Rc<[String]>;

/// The views of a case, by the places they draw.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// The view that draws the first of what stands at the root.
    root: Option<Chain>,
    places: Vec<Place>,
}

/// An element that the client draws.
#[derive(Debug)]
struct Place {
    path: String,
    parent: String,
    /// The element without its children, and their text.
    element: Element,
    text: String,
    chain: Chain,
}

/// The lines that a finding is about.
#[derive(Debug, Default)]
pub(crate) struct Located {
    source: Option<Source>,
    around: Vec<Source>,
    /// Where the client's control stands whose handlers land elsewhere.
    handlers: Option<Source>,
}

impl Located {
    pub(crate) fn into_finding(self, problem: Problem, layer: Layer, case: &str, rerun: &str) -> Finding {
        let problem = match &self.handlers {
            Some(line) => problem.with_handlers_at(line),
            None => problem,
        };
        Finding { around: self.around, ..problem.into_finding(layer, case, self.source, rerun) }
    }
}

impl Sources {
    pub(crate) fn read(marked: &str) -> Self {
        let mut sources = Self::default();
        if marked.contains(MARKER) {
            sources.walk(&intended(marked).nodes, &Path::default(), &[]);
        }
        sources
    }

    /// The line that somebody has to look at, and those of the views around it.
    pub(crate) fn locate(&self, problem: &Problem) -> Located {
        let culprit = problem.culprit.as_ref();
        let own = culprit.and_then(|node| self.places.iter().find(|place| place.is(node) && place.stands_in(problem)));
        let here = own.or_else(|| self.place(&problem.path));
        let Some(chain) = here.map(|place| &place.chain).or(self.root.as_ref()) else { return Located::default() };
        let around = read(chain);
        let elsewhere = culprit.filter(|_| own.is_none()).and_then(|node| near(&around, node));
        let written = || here.and_then(|place| within(&around, &place.element, &place.text));
        let (view, source) = match elsewhere.or_else(written) {
            Some((view, source)) => (view, Some(source)),
            None => (0, around.first().map(|(view, _)| view.begins.clone())),
        };
        let others = around.into_iter().enumerate().filter(|(number, _)| *number != view);
        Located {
            source,
            around: others.map(|(_, (view, _))| view.begins).collect(),
            handlers: problem.moved.as_ref().and_then(|(node, _)| self.control(node)),
        }
    }

    /// The line of a control that the client draws.
    fn control(&self, control: &Node) -> Option<Source> {
        let place = self.places.iter().find(|place| place.is(control))?;
        let around = read(&place.chain);
        let written = within(&around, &place.element, &place.text).map(|(_, source)| source);
        written.or_else(|| around.into_iter().next().map(|(view, _)| view.begins))
    }

    /// The element at a path; where the client doesn't draw it, the one that surrounds it.
    fn place(&self, path: &str) -> Option<&Place> {
        let found = self.places.iter().find(|place| place.path == path);
        found.or_else(|| self.place(path.rsplit_once(" > ")?.0))
    }

    fn walk(&mut self, children: &[Node], path: &Path, outer: &[String]) {
        let mut chain = outer.to_vec();
        let plain: Vec<Node> = children.iter().filter(|node| marker(node).is_none()).cloned().collect();
        let mut index = 0;
        for node in children {
            if let Some(marker) = marker(node) {
                if let Some(view) = marker.strip_suffix(OPEN) {
                    chain.push(view.to_owned());
                    self.root.get_or_insert_with(|| chain.clone().into());
                } else if marker.ends_with(CLOSE) {
                    chain.pop();
                }
                continue;
            }
            if let Node::Element(element) = node {
                let here = path.to(&plain, index, element);
                if !chain.is_empty() {
                    self.places.push(Place {
                        path: here.to_string(),
                        parent: path.to_string(),
                        element: Element::new(element.tag.clone(), element.attributes.clone()),
                        text: node.text(),
                        chain: chain.clone().into(),
                    });
                }
                self.walk(&element.children, &here, &chain);
            }
            index += 1;
        }
    }
}

impl Place {
    fn is(&self, node: &Node) -> bool {
        node.element()
            .is_some_and(|element| (&element.tag, &element.attributes) == (&self.element.tag, &self.element.attributes))
            && node.text() == self.text
    }

    fn stands_in(&self, problem: &Problem) -> bool {
        self.parent == problem.path || self.path == problem.path
    }
}

/// The views of a chain, innermost first and each once, with what is written in the file of each.
fn read(chain: &Chain) -> Vec<(View, Text)> {
    let mut around: Vec<(View, Text)> = Vec::new();
    for view in chain.iter().rev().filter_map(|marker| View::of_marker(marker)) {
        if around.iter().all(|(other, _)| *other != view) {
            let text = view.file.as_ref().and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
            around.push((view, Text::read(&text)));
        }
    }
    around
}

/// Which of these views wrote an element, and in which line.
fn within(around: &[(View, Text)], element: &Element, text: &str) -> Option<(usize, Source)> {
    around.iter().enumerate().find_map(|(number, (view, written))| {
        let own = written.views.iter().filter(|own| own.line == view.begins.line);
        let line = match best(own.flat_map(|own| &own.tags), element, text, i32::MIN)[..] {
            [] => return None,
            [line] => line,
            _ => view.begins.line,
        };
        Some((number, Source { line, ..view.begins.clone() }))
    })
}

/// Which function around these views wrote a node that the client doesn't draw, and in which line.
fn near(around: &[(View, Text)], node: &Node) -> Option<(usize, Source)> {
    let (element, text) = (node.element()?, node.text());
    around.iter().enumerate().find_map(|(number, (view, written))| {
        let function = written.views.iter().find(|own| own.line == view.begins.line)?.function;
        let near = written.views.iter().filter(|own| own.function == function);
        let [line] = best(near.flat_map(|own| &own.tags), element, &text, 0)[..] else { return None };
        Some((number, Source { line, ..view.begins.clone() }))
    })
}

/// The lines of the tags that fit best, if any fits so well at least.
fn best<'a>(tags: impl Iterator<Item = &'a Tag>, element: &Element, text: &str, least: i32) -> Vec<u32> {
    let fits = tags.filter_map(|tag| Some((tag.fits(element, text)?, tag.line)));
    let fits: Vec<_> = fits.filter(|(fit, _)| *fit >= least).collect();
    let most = fits.iter().map(|(fit, _)| *fit).max();
    let mut lines: Vec<_> = fits.into_iter().filter(|(fit, _)| Some(*fit) == most).map(|(_, line)| line).collect();
    lines.dedup();
    lines
}

fn marker(node: &Node) -> Option<&str> {
    match node {
        Node::Comment(text) => text.strip_prefix("hot-reload|"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    const MARKED: &str = "<!--hot-reload|src-a.rs-7|open--><div><p>a</p>\
        <!--hot-reload|src-a.rs-9|open--><b>b</b><!--hot-reload|src-a.rs-9|close--><b>c</b></div>\
        <!--hot-reload|src-a.rs-7|close-->";

    fn lines(sources: &Sources, path: &str) -> (Option<u32>, Vec<u32>) {
        let Located { source, around, .. } = sources.locate(&Problem::new(Code::TextDiffers, path, ""));
        (source.map(|source| source.line), around.iter().map(|source| source.line).collect())
    }

    #[test]
    fn a_place_belongs_to_the_views_around_it() {
        let sources = Sources::read(MARKED);
        assert_eq!(lines(&sources, "div"), (Some(7), vec![]));
        assert_eq!(lines(&sources, "div > p"), (Some(7), vec![]));
        assert_eq!(lines(&sources, "div > b:nth-child(2)"), (Some(9), vec![7]));
        assert_eq!(lines(&sources, "div > b:nth-child(3)"), (Some(7), vec![]));
        assert_eq!(lines(&sources, "div > i > u"), (Some(7), vec![]), "what the client doesn't draw is around");
        assert_eq!(lines(&sources, ":root"), (Some(7), vec![]));
        assert_eq!(lines(&Sources::read("<p>a</p>"), "p"), (None, vec![]));
    }
}
