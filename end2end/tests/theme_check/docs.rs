//! What docs/theming.md shows: its commands run, and its CSS and words are a theme that passes.

use std::{fs, path::Path, process::Output};

use vestibule_testing::workspace;

use crate::command;

/// The blocks of the page in a language.
fn blocks(language: &str) -> Vec<String> {
    let page = fs::read_to_string(workspace().join("docs/theming.md")).expect("the page is there");
    let fence = format!("```{language}\n");
    let blocks = page.split(&fence).skip(1);
    blocks.filter_map(|rest| Some(rest.split_once("```")?.0.to_owned())).collect()
}

fn run(folder: &Path, line: &str) -> Output {
    let arguments: Vec<_> = line.split(' ').skip(1).collect();
    command(&arguments).current_dir(folder).output().expect("the binary is built")
}

#[track_caller]
fn works(folder: &Path, line: &str) {
    let output = run(folder, line);
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{line}: {said}");
}

#[test]
fn what_the_page_on_theming_shows_is_a_theme_that_passes() {
    let home = tempfile::tempdir().expect("a folder");
    let lines = blocks("sh").join("");
    let (first, mut others): (Vec<_>, Vec<_>) = lines
        .lines()
        .filter(|line| line.starts_with("vestibule ") && !line.contains(" theme dev "))
        .partition(|line| line.contains(" theme new "));
    assert_eq!((first.len(), others.len()), (1, 4), "the commands are found");
    works(home.path(), first[0]);
    let theme = home.path().join("acme");
    let fonts = blocks("text").concat();
    let font = workspace().join("style/themes/ledger/public-sans.woff2");
    fs::copy(font, theme.join("inter.woff2")).expect("the folder is ours");
    let manifest = fs::read_to_string(theme.join("theme.toml")).expect("it was written");
    fs::write(theme.join("theme.toml"), format!("{manifest}\n{fonts}")).expect("the folder is ours");
    for css in blocks("css").into_iter().filter(|css| !css.starts_with("@layer")) {
        let file = theme.join(if css.starts_with(":root") { "tokens.css" } else { "parts.css" });
        let before = fs::read_to_string(&file).expect("it was written");
        fs::write(&file, format!("{before}\n{css}")).expect("the folder is ours");
    }
    fs::write(theme.join("words.toml"), blocks("toml").concat()).expect("the folder is ours");
    // A check before that would say that the font isn't declared.
    others.sort_by_key(|line| !line.contains(" theme fonts "));
    for line in others {
        // What a browser draws is another test's.
        works(home.path(), &line.replace("theme check acme", "theme check acme --files"));
    }
    for line in ["vestibule theme pack acme", "vestibule theme check acme --files"] {
        works(home.path(), line);
    }
    let rules = fs::read_to_string(theme.join("parts.css")).expect("it was written");
    fs::write(theme.join("parts.css"), format!("{rules}\n.card {{ color: red; }}\n")).expect("the folder is ours");
    assert!(!run(home.path(), "vestibule theme check acme --files").status.success(), "a class is no part");
}
