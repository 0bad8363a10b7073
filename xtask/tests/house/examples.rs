//! What the docs show of an example is what stands in the example.

use std::{fs, path::Path};

/// The blocks of a page that say of which file they are, each with its text.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let marked = page.split("<!-- example: ").skip(1);
    marked
        .map(|rest| {
            let (file, rest) = rest.split_once(" -->\n```").expect("a mark stands right above its block");
            let (_, text) = rest.split_once('\n').expect("a block begins with a line of its own");
            (file, text.split_once("```").expect("a block ends").0)
        })
        .collect()
}

#[test]
fn the_docs_show_the_examples_as_they_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace");
    let page = fs::read_to_string(root.join("docs/embedding.md")).expect("the page is there");
    let blocks = blocks(&page);
    assert!(blocks.len() > 1, "the blocks are found");
    for (file, shown) in blocks {
        let written = fs::read_to_string(root.join("examples").join(file)).expect("the example's file is there");
        assert!(written.contains(shown), "docs/embedding.md shows something else of examples/{file}");
    }
}
