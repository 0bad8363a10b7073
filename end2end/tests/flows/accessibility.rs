//! What assistive technology is told of every story, compared with what was agreed on: `golden/<screen>.txt`.

use std::{collections::BTreeMap, env, fmt::Write as _, fs, path::PathBuf};

use vestibule_end2end::{accessibility, stories};
use vestibule_testing::{
    ServerBuilder,
    browser::{House, Script},
    pages::LogIn,
    workspace,
};

/// Set `VESTIBULE_BLESS` to write the trees anew, and read what changed: it is what people with a screen reader hear.
#[tokio::test]
async fn every_story_tells_what_was_agreed_on() {
    // As the server draws them: a countdown that runs would change while it is looked at.
    House::run_with(Script::Off, ServerBuilder::development, async |house: &House| {
        let mut screens = BTreeMap::<String, String>::new();
        for story in stories::list(&house.server).await {
            house.browser.goto(&format!("{}?scheme=light&mode=none", story.path)).await;
            let tree = accessibility::tree(&house.browser).await;
            let trees = screens.entry(story.screen).or_default();
            writeln!(trees, "## {}\n\n{tree}", story.story).expect("a text takes more text");
        }
        let folder = folder();
        if env::var_os("VESTIBULE_BLESS").is_some() {
            fs::remove_dir_all(&folder).ok();
            fs::create_dir_all(&folder).expect("the folder is ours");
            for (screen, trees) in &screens {
                fs::write(folder.join(format!("{screen}.txt")), trees).expect("a tree can be written");
            }
        }
        let differ = screens.iter().filter(|(screen, trees)| {
            let agreed = fs::read_to_string(folder.join(format!("{screen}.txt"))).unwrap_or_default();
            differs(screen, &agreed, trees)
        });
        assert_eq!(differ.count(), 0, "screens differ from end2end/golden; see above");
        let files = fs::read_dir(&folder).expect("the folder is there").count();
        assert_eq!(files, screens.len(), "a file without a screen");
    })
    .await;
}

/// Says where a screen isn't what was agreed on.
fn differs(screen: &str, agreed: &str, is: &str) -> bool {
    let (agreed, is): (Vec<_>, Vec<_>) = (agreed.lines().collect(), is.lines().collect());
    let Some(at) = (0..agreed.len().max(is.len())).find(|&at| agreed.get(at) != is.get(at)) else { return false };
    let story = is[..at.min(is.len())].iter().rev().find(|line| line.starts_with("## ")).unwrap_or(&"## ?");
    eprintln!("{screen}, line {}, {story}\n  agreed: {:?}\n  is:     {:?}", at + 1, agreed.get(at), is.get(at));
    true
}

fn folder() -> PathBuf {
    workspace().join("end2end/golden")
}

/// A tree that tells nothing would agree with everything.
#[tokio::test]
async fn a_tree_tells_names_descriptions_and_states() {
    House::run(Script::Off, async |house: &House| {
        LogIn::open(&house.browser).await;
        let before = accessibility::tree(&house.browser).await;
        assert!(before.contains("heading \"Log in to") && before.contains("textbox \"Email\""), "{before}");
        let change = "document.querySelector('input[type=email]').removeAttribute('id');
                      document.querySelectorAll('button').forEach(button => button.disabled = true)";
        house.browser.evaluate::<()>(change).await;
        let after = accessibility::tree(&house.browser).await;
        assert!(!after.contains("textbox \"Email\"") && after.contains(" disabled"), "{after}");
    })
    .await;
}
