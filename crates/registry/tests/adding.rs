//! Items in a host's folder.

use std::{fs, path::Path};

use serde_json::{Value, json};
use vestibule_registry::{Host, Record, RegistryError, item, text};

fn ours(name: &str) -> Record {
    let text = text(name).unwrap_or_else(|| panic!("there is no {name}"));
    Record { url: None, item: serde_json::from_str(text).expect("it is JSON") }
}

fn made(target: &str, content: &str) -> Record {
    Record { url: None, item: json!({ "name": "made", "files": [{ "path": target, "content": content }] }) }
}

fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn several_are_copied_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let host = Host::at(folder.path());
    let plan =
        host.plan(vec![ours("log-in"), ours("button"), ours("form"), ours("ledger")], false).expect("it is free");
    assert!(!folder.path().join("src").exists(), "nothing is written before it is asked for");
    plan.write().expect("it is ours");
    assert!(read(folder.path(), "src/screens/log_in.rs").contains("impl Screen for LogIn"));
    assert!(read(folder.path(), "src/parts/button.rs").contains("pub fn Go("));
    assert!(read(folder.path(), "themes/ledger/theme.toml").contains("Ledger"));
    assert_eq!(host.records().expect("they are ours").len(), 4);
    let again = host.plan(vec![ours("log-in")], false).expect("it is the same");
    assert!(again.steps.is_empty(), "{:?}", again.steps);
}

#[test]
fn what_somebody_wrote_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let host = Host::at(folder.path());
    host.plan(vec![ours("log-in")], false).expect("it is free").write().expect("it is ours");
    let file = folder.path().join("src/screens/log_in.rs");
    fs::write(&file, "// mine\n").expect("it is ours");
    let error = host.plan(vec![ours("button"), ours("log-in")], false).expect_err("mine is in the way");
    assert!(
        matches!(&error, RegistryError::InTheWay(files) if files == &[Path::new("src/screens/log_in.rs")]),
        "{error}"
    );
    host.plan(vec![ours("log-in")], true).expect("it may").write().expect("it is ours");
    assert!(read(folder.path(), "src/screens/log_in.rs").contains("impl Screen for LogIn"));
}

#[test]
fn a_folder_that_leads_elsewhere_is_not_followed() {
    let (folder, elsewhere) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let host = Host::at(folder.path());
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("src")).expect("a link");
    let error = host.plan(vec![made("src/deep/a.rs", "")], true).expect_err("it leads out");
    assert!(matches!(error, RegistryError::Outside(_)), "{error}");
    fs::create_dir(folder.path().join("style")).expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path().join("a.css"), folder.path().join("style/a.css")).expect("a link");
    assert!(host.plan(vec![made("style/a.css", "")], true).is_err(), "it would be made elsewhere");
}

#[test]
fn what_has_changed_since_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let host = Host::at(folder.path());
    let mut old = ours("log-in");
    let content = &mut old.item["files"][0]["content"];
    *content = Value::from(content.as_str().expect("text").replace("<Title text=title/>", "<h1>{title}</h1>"));
    host.plan(vec![old], false).expect("it is free").write().expect("it is ours");

    let now = item("log-in").expect("it is ours");
    let record = host.records().expect("they are ours").remove(0);
    let changes = host.changes(&record, &now).expect("it is an item");
    let [change] = &changes.files[..] else { panic!("{changes:?}") };
    let told = change.to_string();
    assert!(told.starts_with("--- src/screens/log_in.rs\n+++ src/screens/log_in.rs\n@@"), "{told}");
    let [gone, new] = ["\n-                <h1>{title}</h1>\n", "\n+                <Title text=title/>\n"];
    assert!(told.contains(gone) && told.contains(new), "{told}");
    assert!(!change.is_edited);

    fs::write(folder.path().join("src/screens/log_in.rs"), "// mine\n").expect("it is ours");
    assert!(host.changes(&record, &now).expect("it is an item").files[0].is_edited);
}
