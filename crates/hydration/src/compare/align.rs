//! Which nodes of two lists are the same node.

use crate::markup::Node;

/// A stretch of two child lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stretch {
    /// Two nodes that stand for each other, by their numbers.
    Same(usize, usize),
    /// Nodes that don't: the numbers on each side.
    Gap(std::ops::Range<usize>, std::ops::Range<usize>),
}

/// Aligns two lists so that as many nodes as possible stand for an equal node, and then for one of their kind.
pub(super) fn align(server: &[Node], client: &[Node]) -> Vec<Stretch> {
    let columns = client.len() + 1;
    let mut best = vec![0_u32; (server.len() + 1) * columns];
    let at = |s: usize, c: usize| s * columns + c;
    for s in (0..server.len()).rev() {
        for c in (0..client.len()).rev() {
            let weight = likeness(&server[s], &client[c]);
            let pair = if weight > 0 { best[at(s + 1, c + 1)] + weight } else { 0 };
            best[at(s, c)] = pair.max(best[at(s + 1, c)]).max(best[at(s, c + 1)]);
        }
    }
    let (mut s, mut c) = (0, 0);
    let (mut gap_s, mut gap_c) = (0, 0);
    let mut stretches = Vec::new();
    while s < server.len() && c < client.len() {
        let weight = likeness(&server[s], &client[c]);
        if weight > 0 && best[at(s, c)] == best[at(s + 1, c + 1)] + weight {
            close_gap(&mut stretches, gap_s..s, gap_c..c);
            stretches.push(Stretch::Same(s, c));
            (s, c) = (s + 1, c + 1);
            (gap_s, gap_c) = (s, c);
        } else if best[at(s, c)] == best[at(s + 1, c)] {
            s += 1;
        } else {
            c += 1;
        }
    }
    close_gap(&mut stretches, gap_s..server.len(), gap_c..client.len());
    stretches
}

fn close_gap(stretches: &mut Vec<Stretch>, server: std::ops::Range<usize>, client: std::ops::Range<usize>) {
    if !(server.is_empty() && client.is_empty()) {
        stretches.push(Stretch::Gap(server, client));
    }
}

/// How much two nodes are one: nothing, of a kind, with the same name, or equal.
fn likeness(server: &Node, client: &Node) -> u32 {
    match (server, client) {
        _ if server == client => 8,
        (Node::Text(_), Node::Text(_)) => 1,
        (Node::Element(server), Node::Element(client)) if server.tag == client.tag => {
            let same_name = ["id", "name"]
                .iter()
                .any(|key| server.attribute(key).is_some_and(|own| client.attribute(key) == Some(own)));
            if same_name { 4 } else { 1 }
        }
        _ => 0,
    }
}
