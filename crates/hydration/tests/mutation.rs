//! The proof of the proof: the good views of the corpus, changed in every way that the operators know.
#![recursion_limit = "256"]

#[expect(dead_code, reason = "which codes a bad view has is the other test's business")]
mod corpus_views;

use std::{env, fs, path::Path};

use vestibule_hydration::{Score, Suite, Twin};

#[test]
fn the_check_finds_what_is_changed_in_a_good_view() {
    // What only a browser finds wrong is right to this test, and still no good view.
    let good: Vec<_> = corpus_views::cases().into_iter().filter(|case| case.name().starts_with("good/")).collect();
    let count = good.len();
    let suite = Suite::new(good).twin(Twin::new("corpus_twin", "twin")).flags(corpus_views::FLAGS);
    let score = suite.mutate(1).expect("the twin can be asked");
    println!("{score}");
    if env::var_os("VESTIBULE_PROOF").is_some() {
        leave(&score, "corpus");
    }
    assert!(score.kill_rate() >= 99.0 && score.false_alarms.is_empty(), "\n{score}");
    assert_eq!(score.cases, count, "every good view was changed");
}

/// Leaves a table where `cargo xtask proof` looks for it.
fn leave(score: &Score, name: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("mutation");
    fs::create_dir_all(&folder).expect("the folder can be made");
    fs::write(folder.join(name).with_extension("md"), score.to_string()).expect("the table can be written");
}
