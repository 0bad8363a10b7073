//! `vestibule theme dev`, as a designer has it: the gallery in a browser, and a folder in which files are saved.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

use serde_json::json;
use vestibule_testing::{
    browser::{Browser, Script},
    workspace,
};

/// The list of what is to be mended, as text; empty where there is none.
const LIST: &str = "return [...document.body.children].map(panel => panel.shadowRoot?.querySelector('section:not([hidden])')?.textContent ?? '').join('')";

/// The command while it runs, and what it says. It ends when it is dropped.
struct Dev(Child, BufReader<ChildStdout>);

impl Dev {
    fn end(&mut self) {
        // Whoever has ended already is no failure.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }

    /// Ends it; all that it said.
    fn said(mut self) -> String {
        self.end();
        let mut said = String::new();
        self.1.read_to_string(&mut said).expect("it speaks text");
        said
    }
}

impl Drop for Dev {
    fn drop(&mut self) {
        self.end();
    }
}

fn vestibule(arguments: &[&str]) -> Command {
    let binary = env::var_os("VESTIBULE_BIN").map_or_else(|| workspace().join("target/debug/vestibule"), PathBuf::from);
    let site = env::var_os("VESTIBULE_ASSETS").map_or_else(|| workspace().join("target/site"), PathBuf::from);
    let mut command = Command::new(binary);
    command.args(arguments).env("VESTIBULE_ASSETS", site);
    command
}

/// Runs the command on a folder, and says where its gallery is.
fn dev(folder: &Path) -> (Dev, String) {
    let folder = folder.to_str().expect("a folder of ours has a plain name");
    let mut child = vestibule(&["theme", "dev", folder]).stdout(Stdio::piped()).spawn().expect("the binary is built");
    let mut said = BufReader::new(child.stdout.take().expect("it is piped"));
    let mut first = String::new();
    said.read_line(&mut first).expect("it says where");
    (Dev(child, said), first.trim_end().trim_end_matches("/gallery").to_owned())
}

fn begin(folder: &Path) {
    let ended = vestibule(&["theme", "new"]).arg(folder).output().expect("the binary is built");
    assert!(ended.status.success(), "{ended:?}");
}

fn save(folder: &Path, file: &str, text: &str) {
    fs::write(folder.join(file), text).expect("the folder is ours");
}

#[tokio::test]
async fn what_is_to_be_mended_is_listed_beside_the_page_until_it_is() {
    let home = tempfile::tempdir().expect("a folder");
    let acme = home.path().join("acme");
    begin(&acme);
    let (dev, address) = dev(&acme);
    let browser = Browser::open(Script::On, &address).await;
    browser.goto("/gallery/log-in/empty").await;
    browser.evaluate::<()>("document.querySelector('input[type=email]').value = 'ada@example.org'").await;

    save(&acme, "parts.css", "\n.card {\n  color: rgb(1 2 3);\n}\n[data-part=\"title\"] {\n  color: rgb(1 2 3);\n}\n");
    let list = browser
        .until("a list of what is to be mended", async || {
            Some(browser.evaluate::<String>(LIST).await).filter(|list| !list.is_empty())
        })
        .await;
    for part in ["One thing to mend", "fault[T111]", "parts.css:2", "`.card`", "Use `[data-part=\"card\"]`", "Close"] {
        assert!(list.contains(part), "{part}: {list}");
    }
    let ink = "return getComputedStyle(document.querySelector('[data-part=title]')).color";
    browser
        .until("the new look", async || (browser.evaluate::<String>(ink).await == "rgb(1, 2, 3)").then_some(()))
        .await;

    let close =
        "[...document.body.children].find(panel => panel.shadowRoot).shadowRoot.querySelector('button').click()";
    browser.evaluate::<()>(close).await;
    assert_eq!(browser.evaluate::<String>(LIST).await, "");
    save(&acme, "parts.css", ".card {}\n.box {}\n");
    browser
        .until("another list", async || browser.evaluate::<String>(LIST).await.contains("2 things").then_some(()))
        .await;
    save(&acme, "parts.css", "");
    browser.until("no list", async || browser.evaluate::<String>(LIST).await.is_empty().then_some(())).await;
    let typed: String = browser.evaluate("return document.querySelector('input[type=email]').value").await;
    assert_eq!(typed, "ada@example.org");
    browser.close().await;
    let said = dev.said();
    assert!(said.contains("fault[T111]") && said.contains("--> parts.css:2"), "{said}");
    assert!(said.trim_end().ends_with("acme: nothing to mend in the files."), "{said}");
}

/// The inspector and the list are on one page, and neither is in the way of the other.
#[tokio::test]
async fn what_is_pointed_at_is_named_in_a_corner_away_from_the_pointer_until_escape() {
    let home = tempfile::tempdir().expect("a folder");
    let acme = home.path().join("acme");
    begin(&acme);
    let (_dev, address) = dev(&acme);
    let browser = Browser::open(Script::On, &address).await;
    browser.resize(390, 700).await;
    browser.goto("/gallery/log-in/empty?inspect=on").await;
    let is_there = "return [...document.body.children].some(panel => panel.style.zIndex === '2147483646')";
    browser.until("the inspector", async || browser.evaluate::<bool>(is_there).await.then_some(())).await;
    for y in [60, 640, 350, 60] {
        let pointer = json!({ "type": "mouseMoved", "x": 195, "y": y });
        browser.developer("Input.dispatchMouseEvent", pointer).await;
        let covered = format!(
            "const box = [...document.body.children].find(panel => panel.style.zIndex === '2147483646').shadowRoot.getElementById('card').getBoundingClientRect(); return box.height > 0 && {y} > box.top && {y} < box.bottom"
        );
        assert!(!browser.evaluate::<bool>(&covered).await, "{y}");
    }
    browser.press("\u{e00c}").await;
    assert!(!browser.evaluate::<bool>(is_there).await);
    browser.close().await;
}
