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
    for page in ["docs/embedding.md", "docs/embedding-leptos.md"] {
        let text = fs::read_to_string(root.join(page)).expect("the page is there");
        let blocks = blocks(&text);
        assert!(blocks.len() > 1, "the blocks are found");
        for (file, shown) in blocks {
            let written = fs::read_to_string(root.join("examples").join(file)).expect("the example's file is there");
            assert!(written.contains(shown), "{page} shows something else of examples/{file}");
        }
    }
}

/// A template, and the example that it is under another name.
struct Template {
    folder: &'static str,
    name: &'static str,
    /// The files that both have, each with the example's.
    files: &'static [(&'static str, &'static str)],
}

const TEMPLATES: [Template; 2] = [
    Template { folder: "axum", name: "shortest", files: &[("src/main.rs", "axum-host/examples/shortest.rs")] },
    Template {
        folder: "leptos",
        name: "leptos-host",
        files: &[
            ("src/app.rs", "leptos-host/src/app.rs"),
            ("src/invoices.rs", "leptos-host/src/invoices.rs"),
            ("src/leaving.rs", "leptos-host/src/leaving.rs"),
            ("src/lib.rs", "leptos-host/src/lib.rs"),
            ("src/main.rs", "leptos-host/src/main.rs"),
            ("style/main.css", "leptos-host/style/main.css"),
        ],
    },
];

#[test]
fn the_templates_are_the_examples_under_another_name() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace");
    for Template { folder, name, files } in TEMPLATES {
        for (file, example) in files {
            let text = fs::read_to_string(root.join("templates").join(folder).join(file)).expect("it is there");
            let named = text.replace("{{project-name}}", name).replace("{{crate_name}}", &name.replace('-', "_"));
            let written = fs::read_to_string(root.join("examples").join(example)).expect("it is there");
            assert_eq!(named, written, "templates/{folder}/{file} and examples/{example}");
        }
    }
}
