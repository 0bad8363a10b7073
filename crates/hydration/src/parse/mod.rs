//! Layer P: does a browser build the tree that the writer meant?
//!
//! The verdict is the comparison of two trees; [`repairs`] only names what was found. A named node is taken out and the
//! rest compared again, until both trees agree: so each place is found once, and nothing that follows from it.

mod quiet;
mod repairs;
#[cfg(test)]
mod tests;

use html5ever::tendril::StrTendril;

use crate::{
    Code, compare,
    finding::Problem,
    markup::{Node, Path, difference, parsed, read, write},
};

/// More repairs than this in one case are one mistake repeated.
const MOST: usize = 50;

/// Compares what was written with what a browser builds from it.
pub(crate) fn check(html: &str) -> Vec<Problem> {
    if let Some(problem) = characters(html) {
        let kept = html.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "");
        return [vec![problem], check(&kept)].concat();
    }
    let (written, mut built) = read(html);
    let mut tree = written.nodes;
    let mut problems = quiet::check(&tree);
    for _ in 0..MOST {
        if tree == built {
            break;
        }
        let sides = difference(&tree, &built);
        let Some(repair) = repairs::first(&tree) else {
            let code = if written.overlaps { Code::Misnested } else { Code::Rebuilt };
            problems.push(Problem::new(code, Path::default(), "").with_sides(sides));
            break;
        };
        problems.push(Problem::new(repair.code, repair.path, repair.detail).with_sides(sides));
        take_out(&mut tree, &repair.place);
        built = parsed(&write(&tree));
    }
    problems
}

/// Whether a control of the page that a browser builds gets the handlers of another one.
pub(crate) fn moves_a_control(html: &str) -> bool {
    let (written, built) = read(html);
    compare::moves_a_control(&built, &written.nodes)
}

/// Characters that the input stream loses before any parsing.
fn characters(html: &str) -> Option<Problem> {
    let byte = html.find(['\r', '\0'])?;
    let name = if html.as_bytes()[byte] == b'\r' { "a carriage return" } else { "a NUL" };
    let more = html.matches(['\r', '\0']).count() - 1;
    Some(Problem { more, ..Problem::new(Code::Normalised, Path::default(), name).at_byte(byte) })
}

/// Takes a node out. A comment takes an element's place, so that the texts around it stay two.
fn take_out(nodes: &mut Vec<Node>, place: &[usize]) {
    match *place {
        [] => {}
        [index] if nodes[index].element().is_some() => nodes[index] = Node::Comment(StrTendril::new()),
        [index] => {
            nodes.remove(index);
        }
        [index, ref rest @ ..] => {
            if let Node::Element(element) = &mut nodes[index] {
                take_out(&mut element.children, rest);
            }
        }
    }
}
