//! The page that a stream out of order ends in. Leptos sends fallbacks between two comments, and later each chunk in a
//! `<template>`, with a script that puts it there.

use crate::{
    Code,
    finding::Problem,
    markup::{Node, difference, parsed},
};

/// Compares the page of a stream out of order with that of one in order.
pub(super) fn check(in_order: &str, out_of_order: &str) -> Vec<Problem> {
    let (expected, mut page) = (parsed(in_order), parsed(out_of_order));
    if let Err(chunk) = put_chunks_in_place(&mut page) {
        let detail =
            format!("out of order, chunk {chunk} finds no place: its comments are not where a script can see them");
        return vec![Problem::new(Code::StreamsDiffer, ":root", detail).with_sides(difference(&expected, &page))];
    }
    if page == expected {
        return Vec::new();
    }
    let detail = "a page that is streamed out of order ends in another tree than one in order";
    vec![Problem::new(Code::StreamsDiffer, ":root", detail).with_sides(difference(&expected, &page))]
}

/// Does what the scripts of the stream do, one after another. Gives the chunk that has no place.
fn put_chunks_in_place(page: &mut Vec<Node>) -> Result<(), String> {
    while let Some(at) = page.iter().position(|node| chunk_of(node).is_some()) {
        let Node::Element(template) = page.remove(at) else { break };
        let id = template.attribute("id").unwrap_or_default().trim_end_matches('f').to_owned();
        let script = (at < page.len()).then(|| page.remove(at));
        // A chunk that leaves its fallback standing only takes the comments away.
        let replaces = script.is_some_and(|script| script.text().contains("deleteContents"));
        if !put(page, &id, replaces.then_some(template.children.as_slice())) {
            return Err(id);
        }
    }
    Ok(())
}

/// The number of the chunk in a `<template>` of Leptos's, such as `1-`.
fn chunk_of(node: &Node) -> Option<&str> {
    let element = node.element().filter(|element| &*element.tag == "template")?;
    let id = element.attribute("id")?.strip_suffix('f')?;
    let is_number = id.ends_with('-') && id.chars().all(|letter| letter == '-' || letter.is_ascii_digit());
    is_number.then_some(id)
}

/// Puts a chunk between its two comments, wherever a script would find them: not within a `<template>`.
fn put(nodes: &mut Vec<Node>, id: &str, chunk: Option<&[Node]>) -> bool {
    let comment = |end: &str| {
        let text = format!("s-{id}{end}");
        nodes.iter().position(|node| matches!(node, Node::Comment(comment) if **comment == *text))
    };
    if let (Some(open), Some(close)) = (comment("o"), comment("c")) {
        if open > close {
            return false;
        }
        let fallback: Vec<Node> = nodes.drain(open..=close).collect();
        let stays = fallback.into_iter().skip(1).take(close - open - 1);
        let between: Vec<Node> = chunk.map_or_else(|| stays.collect(), <[Node]>::to_vec);
        nodes.splice(open..open, between);
        return true;
    }
    let inner = nodes.iter_mut().filter_map(|node| match node {
        Node::Element(element) if &*element.tag != "template" => Some(&mut element.children),
        _ => None,
    });
    inner.into_iter().any(|children| put(children, id, chunk))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "<script>range.deleteContents();</script>";

    fn codes(in_order: &str, out_of_order: &str) -> Vec<Code> {
        check(in_order, out_of_order).into_iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn a_chunk_is_put_in_place_of_its_fallback() {
        let stream = format!("<p><!--s-1-o--><i>…</i><!--s-1-c--></p><template id=\"1-f\"><b>x</b></template>{SCRIPT}");
        assert_eq!(codes("<p><b>x</b></p>", &stream), []);
        assert_eq!(codes("<p><b>y</b></p>", &stream), [Code::StreamsDiffer]);
    }

    #[test]
    fn a_chunk_that_leaves_the_fallback_takes_the_comments_away() {
        let stream = "<p><!--s-1-o--><i>…</i><!--s-1-c--></p><template id=\"1-f\"></template><script>1</script>";
        assert_eq!(codes("<p><i>…</i></p>", stream), []);
    }

    #[test]
    fn a_chunk_within_a_chunk_comes_later() {
        let stream = format!(
            "<p><!--s-1-o--><!--s-1-c--></p><template id=\"1-f\"><b><!--s-1-1-o--><!--s-1-1-c--></b></template>{SCRIPT}\
             <template id=\"1-1-f\">x</template>{SCRIPT}"
        );
        assert_eq!(codes("<p><b>x</b></p>", &stream), []);
    }

    #[test]
    fn a_chunk_without_a_place_is_found() {
        let stream = format!("<template><!--s-1-o--><!--s-1-c--></template><template id=\"1-f\">x</template>{SCRIPT}");
        assert_eq!(codes("<template>x</template>", &stream), [Code::StreamsDiffer]);
    }
}
