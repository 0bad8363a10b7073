//! The proof of the proof: the good views of the corpus, changed in every way that the operators know.
#![recursion_limit = "256"]

#[expect(dead_code, reason = "which codes a bad view has is the other test's business")]
mod corpus_views;

use vestibule_hydration::{Suite, Twin};

#[test]
fn the_check_finds_what_is_changed_in_a_good_view() {
    let suite = Suite::new(corpus_views::cases()).twin(Twin::new("corpus_twin", "twin")).flags(corpus_views::FLAGS);
    let score = suite.mutate(1).expect("the twin can be asked");
    println!("{score}");
    let good = corpus_views::cases().iter().filter(|case| case.name().starts_with("good/")).count();
    assert_eq!(score.cases, good, "every good view was changed, and no other");
    assert!(score.kill_rate() >= 99.0 && score.false_alarms.is_empty(), "\n{score}");
}
