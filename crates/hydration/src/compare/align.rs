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
    join_across_markers(&mut stretches, server, client);
    stretches
}

/// Where one side has a view and the other the marker that stands for none, further markers may follow or go before: which
/// of them stands for which is a matter of taste. The one in the view's place is taken, so that both gaps are one.
fn join_across_markers(stretches: &mut Vec<Stretch>, server: &[Node], client: &[Node]) {
    let mut at = 0;
    while at < stretches.len() {
        let is_marker = |next: &&Stretch| matches!(next, Stretch::Same(s, _) if server[*s].is_marker());
        let run = stretches[at + 1..].iter().take_while(is_marker).count();
        let end = at + 1 + run;
        if let (Stretch::Gap(s, c), Some(Stretch::Gap(next_s, next_c))) = (&stretches[at], stretches.get(end)) {
            let markers = |nodes: &[Node]| nodes.iter().all(Node::is_marker);
            let view_first = c.is_empty() && next_s.is_empty() && markers(&client[next_c.clone()])
                || s.is_empty() && next_c.is_empty() && markers(&server[next_s.clone()]);
            let view_last = s.is_empty() && next_c.is_empty() && markers(&client[c.clone()])
                || c.is_empty() && next_s.is_empty() && markers(&server[s.clone()]);
            let (s, c) = (s.start..next_s.end, c.start..next_c.end);
            if view_first {
                let (s_end, c_end) = (s.end - run, c.end - run);
                let same = (0..run).map(|nth| Stretch::Same(s_end + nth, c_end + nth));
                let joined: Vec<_> = [Stretch::Gap(s.start..s_end, c.start..c_end)].into_iter().chain(same).collect();
                stretches.splice(at..=end, joined);
            } else if view_last {
                let (s_start, c_start) = (s.start + run, c.start + run);
                let same = (0..run).map(|nth| Stretch::Same(s.start + nth, c.start + nth));
                let joined: Vec<_> = same.chain([Stretch::Gap(s_start..s.end, c_start..c.end)]).collect();
                stretches.splice(at..=end, joined);
            }
        }
        at += 1;
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::intended;

    fn check(server: &str, client: &str, expected: &[Stretch]) {
        assert_eq!(align(&intended(server).nodes, &intended(client).nodes), expected, "{server} | {client}");
    }

    #[test]
    fn a_view_and_the_marker_in_its_place_are_one_gap() {
        check("<a></a><!><!>", "<!><!><!>", &[Stretch::Gap(0..1, 0..1), Stretch::Same(1, 1), Stretch::Same(2, 2)]);
        check("<!><a></a>", "<!><!>", &[Stretch::Same(0, 0), Stretch::Gap(1..2, 1..2)]);
        check("<!><!>", "<a></a><!>", &[Stretch::Gap(0..1, 0..1), Stretch::Same(1, 1)]);
        check("<!><a></a><!>", "<!><!>", &[Stretch::Same(0, 0), Stretch::Gap(1..2, 1..1), Stretch::Same(2, 1)]);
    }
}
