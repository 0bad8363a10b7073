//! Two trees shown as one text with their difference marked.

use super::{Node, write::start_tag};

/// How many lines around a difference are shown.
const CONTEXT: usize = 2;
/// How much of a line is shown.
const WIDEST: usize = 120;
/// How many lines of a difference are shown.
const LONGEST: usize = 14;

/// The lines around the first place where two trees differ: marked `-` when only in `left`, `+` when only in `right`.
pub(crate) fn difference(left: &[Node], right: &[Node]) -> Vec<String> {
    let lines = align(&outline(left), &outline(right));
    let Some(first) = lines.iter().position(|(mark, _)| *mark != ' ') else { return Vec::new() };
    let same = |lines: &[(char, String)]| lines.iter().take_while(|(mark, _)| *mark == ' ').count();
    let mut end = first;
    while end < lines.len() {
        let run = same(&lines[end..]);
        if run > CONTEXT * 2 || end + run == lines.len() {
            break;
        }
        end += run + 1;
    }
    let from = first.saturating_sub(CONTEXT);
    let to = (end + CONTEXT).min(lines.len());
    let mut shown: Vec<_> = lines[from..to].iter().map(|(mark, text)| format!("{mark} {}", shorten(text))).collect();
    if shown.len() > LONGEST {
        let hidden = shown.len() - LONGEST;
        shown.truncate(LONGEST);
        shown.push(format!("  ({hidden} more lines)"));
    }
    shown
}

/// The beginning of a line that is too long to help.
fn shorten(line: &str) -> String {
    if line.chars().count() <= WIDEST {
        return line.to_owned();
    }
    line.chars().take(WIDEST).chain(['…']).collect()
}

fn outline(nodes: &[Node]) -> Vec<String> {
    let mut lines = Vec::new();
    outline_nodes(nodes, 0, &mut lines);
    lines
}

fn outline_nodes(nodes: &[Node], depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    for node in nodes {
        match node {
            Node::Text(text) => lines.push(format!("{indent}{:?}", &**text)),
            Node::Comment(text) if text.is_empty() => lines.push(format!("{indent}<!>")),
            Node::Comment(text) => lines.push(format!("{indent}<!--{text}-->")),
            Node::Element(element) => {
                let tag = start_tag(element);
                match element.children.as_slice() {
                    [Node::Text(text)] => lines.push(format!("{indent}{tag}{:?}", &**text)),
                    children => {
                        lines.push(format!("{indent}{tag}"));
                        outline_nodes(children, depth + 1, lines);
                    }
                }
            }
        }
    }
}

/// A line diff: the longest common subsequence keeps its place.
fn align(left: &[String], right: &[String]) -> Vec<(char, String)> {
    // Two trees mostly differ in one place, and all around it needs no table.
    let prefix = left.iter().zip(right).take_while(|(l, r)| l == r).count();
    let (head, left) = left.split_at(prefix);
    let right = &right[prefix..];
    let suffix = left.iter().rev().zip(right.iter().rev()).take_while(|(l, r)| l == r).count();
    let (left, tail) = left.split_at(left.len() - suffix);
    let right = &right[..right.len() - suffix];
    let mut common = vec![vec![0_usize; right.len() + 1]; left.len() + 1];
    for l in (0..left.len()).rev() {
        for r in (0..right.len()).rev() {
            common[l][r] =
                if left[l] == right[r] { common[l + 1][r + 1] + 1 } else { common[l + 1][r].max(common[l][r + 1]) };
        }
    }
    let mut lines: Vec<_> = head.iter().map(|line| (' ', line.clone())).collect();
    let (mut l, mut r) = (0, 0);
    while l < left.len() || r < right.len() {
        if l < left.len() && r < right.len() && left[l] == right[r] {
            lines.push((' ', left[l].clone()));
            (l, r) = (l + 1, r + 1);
        } else if r == right.len() || (l < left.len() && common[l + 1][r] >= common[l][r + 1]) {
            lines.push(('-', left[l].clone()));
            l += 1;
        } else {
            lines.push(('+', right[r].clone()));
            r += 1;
        }
    }
    lines.extend(tail.iter().map(|line| (' ', line.clone())));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_lines(left: &str, right: &str, expected: &str) {
        let lines = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let marked: Vec<_> =
            align(&lines(left), &lines(right)).into_iter().map(|(mark, line)| format!("{mark}{line}")).collect();
        assert_eq!(marked.join(","), expected);
    }

    #[test]
    fn what_is_the_same_around_a_difference_keeps_its_place() {
        check_lines("a b c d", "a x c d", " a,-b,+x, c, d");
        check_lines("a b", "a b", " a, b");
        check_lines("a a", "a", " a,-a");
        check_lines("a b a", "a", " a,-b,-a");
        check_lines("", "a", "+a");
    }
}
