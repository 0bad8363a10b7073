//! shadcn's own tool, on our items.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use crate::{server, shadcn};

/// The files below a folder, as items name them.
fn files(folder: &Path, below: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(below).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            files(folder, &path, found);
        } else {
            let name = path.strip_prefix(folder).expect("it is below");
            found.insert(name.to_string_lossy().into_owned());
        }
    }
}

#[tokio::test]
async fn it_installs_our_items_as_they_are() {
    let server = server().await;
    let folder = tempfile::tempdir().expect("a folder");
    let urls = ["account", "button", "ledger"].map(|name| server.url(&format!("/r/{name}.json")));
    let [account, button, ledger] = &urls;
    let ended = shadcn(folder.path(), &["add", account, button, ledger, "--yes"]).await;
    assert!(ended.success, "{}{}", ended.stdout, ended.stderr);
    assert!(ended.stdout.contains("pub mod account;"), "it says what is left to do: {}", ended.stdout);

    let browser = server.client();
    let mut expected = BTreeSet::new();
    for name in ["account", "button", "ledger"] {
        let text = browser.get(&format!("/r/{name}.json")).await.text();
        let item: Value = serde_json::from_str(&text).expect("an item");
        for file in item["files"].as_array().expect("files") {
            let path = file["path"].as_str().expect("a path");
            let written =
                fs::read_to_string(folder.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert_eq!(Some(&*written), file["content"].as_str(), "{path}");
            expected.insert(path.to_owned());
        }
    }
    let mut found = BTreeSet::new();
    for place in ["src", "style", "themes"] {
        files(folder.path(), &folder.path().join(place), &mut found);
    }
    assert_eq!(found, expected);
}

#[tokio::test]
async fn it_lists_our_items() {
    let server = server().await;
    let folder = tempfile::tempdir().expect("a folder");
    let ended = shadcn(folder.path(), &["search", &server.url("/r/registry.json"), "--query", "log-in"]).await;
    assert!(ended.success && ended.stdout.contains("/r/log-in.json"), "{}{}", ended.stdout, ended.stderr);
}

#[tokio::test]
async fn it_says_so_when_there_is_no_such_item() {
    let server = server().await;
    let folder = tempfile::tempdir().expect("a folder");
    let ended = shadcn(folder.path(), &["add", &server.url("/r/nothing.json"), "--yes"]).await;
    assert!(!ended.success, "{}", ended.stdout);
    assert!(!folder.path().join("src").exists());
}
