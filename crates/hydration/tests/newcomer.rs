//! Somebody with a plain Leptos project and nothing but docs/hydration.md: an empty folder, the files from the page, the
//! command from the page.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

const DOCS: &str = include_str!("../../../docs/hydration.md");

/// The files that the page shows, each by the name behind its language.
fn files() -> Vec<(&'static str, &'static str)> {
    let blocks = DOCS.split("```").skip(1).step_by(2);
    let named = blocks.filter_map(|block| {
        let (first, text) = block.split_once('\n')?;
        Some((first.split_once(' ')?.1, text))
    });
    named.collect()
}

/// Writes the page's files into an empty folder. This package takes the place of the published one.
fn follow_the_page(folder: &Path) {
    let here = env!("CARGO_MANIFEST_DIR");
    for (name, text) in files() {
        let published = "vestibule-hydration = \"0.1\"";
        let text = text.replace(published, &format!("vestibule-hydration = {{ path = {here:?} }}"));
        let file = folder.join(name);
        fs::create_dir_all(file.parent().expect("it is in the folder")).expect("the folder is ours");
        fs::write(file, text).expect("the folder is ours");
    }
    // The versions that were tried here, without asking anybody.
    fs::copy(Path::new(here).join("../../Cargo.lock"), folder.join("Cargo.lock")).expect("the folder is ours");
}

/// What the page's command says.
fn run_the_test(folder: &Path) -> (bool, String) {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["test", "--features", "ssr", "--test", "hydration"]).current_dir(folder);
    // Cargo gives its tests a folder for what they make; what is built there is there the next time.
    cargo.env("CARGO_TARGET_DIR", PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("newcomer"));
    for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("CARGO_")) {
        if name != "CARGO_TARGET_DIR" && name != "CARGO_HOME" {
            cargo.env_remove(name);
        }
    }
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0").env_remove("HYDRATION_CASE").env_remove("RUST_BACKTRACE");
    let said = cargo.output().expect("cargo runs");
    (said.status.success(), String::from_utf8_lossy(&said.stdout).into_owned() + &String::from_utf8_lossy(&said.stderr))
}

#[test]
fn the_page_leads_from_an_empty_folder_to_a_caught_mismatch_and_out_of_it() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    follow_the_page(folder.path());
    let (passed, said) = run_the_test(folder.path());
    assert!(!passed, "{said}");
    let finding = said.split("error[").nth(1).unwrap_or_else(|| panic!("no finding in: {said}"));
    let finding = format!("error[{}", finding.split("\n\n").next().unwrap_or_default());
    assert!(finding.contains("--> src/lib.rs:5"), "{finding}");
    assert!(finding.contains("hydration panics where it wants Leptos's marker <!> and finds <button>"), "{finding}");
    the_page_shows(&finding);

    let component = folder.path().join("src/lib.rs");
    let mended = fs::read_to_string(&component).expect("it is there");
    let mended = mended.replace(r#"(!paid && cfg!(feature = "ssr"))"#, "(!paid)");
    fs::write(&component, mended).expect("the folder is ours");
    let (passed, said) = run_the_test(folder.path());
    assert!(passed, "{said}");
}

/// What the page promises is what is said.
fn the_page_shows(finding: &str) {
    let (begin, end) = ("<!-- newcomer: generated -->\n", "<!-- /newcomer -->");
    let from = DOCS.find(begin).expect("the place on the page") + begin.len();
    let to = from + DOCS[from..].find(end).expect("the end of the place");
    let shown = format!("```text\n{finding}\n```\n");
    if env::var_os("UPDATE_DOCS").is_some() {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/hydration.md");
        let docs = format!("{}{shown}{}", &DOCS[..from], &DOCS[to..]);
        fs::write(page, docs).expect("the page can be written");
    } else {
        assert_eq!(&DOCS[from..to], shown, "docs/hydration.md is old: run this test again with UPDATE_DOCS=1");
    }
}
