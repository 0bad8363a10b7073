//! docs/registry.md: what it shows is what happens.

use std::fs;

use vestibule_testing::workspace;

use crate::{server, shadcn, vestibule};

/// Where the docs have a server.
const SHOWN: &str = "http://localhost:3000";

/// The blocks of the page that are typed: the line, and what is printed.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let typed = page.split("```console\n$ ").skip(1).filter_map(|rest| rest.split_once("```"));
    typed.filter_map(|(block, _)| block.split_once('\n')).collect()
}

#[tokio::test]
async fn what_the_docs_show_happens() {
    let server = server().await;
    let folder = tempfile::tempdir().expect("a folder");
    let page = fs::read_to_string(workspace().join("docs/registry.md")).expect("the page is there");
    let blocks = blocks(&page);
    assert_eq!(blocks.len(), 4, "the blocks are found");
    let pinned = fs::read_to_string(workspace().join("package.json")).expect("it is there");
    for (line, shown) in blocks {
        let line = line.replace(SHOWN, server.base_url());
        let (program, arguments) = line.split_once(' ').expect("a program with arguments");
        let arguments: Vec<_> = arguments.split(' ').collect();
        if program == "vestibule" {
            let ended = vestibule(folder.path(), &arguments).await;
            assert!(ended.success, "{line}: {}", ended.stderr);
            assert_eq!(ended.stdout, shown, "{line}");
        } else {
            let version = arguments[0].strip_prefix("shadcn@").expect("npx runs shadcn alone");
            assert!(pinned.contains(&format!("\"shadcn\": \"{version}\"")), "package.json has another version");
            let ended = shadcn(folder.path(), &arguments[1..]).await;
            assert!(ended.success, "{line}: {}{}", ended.stdout, ended.stderr);
        }
    }
}
