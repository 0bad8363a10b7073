//! The checker's own proof: every bad view is found, once, with its code; no good view is.
#![recursion_limit = "256"]

mod corpus_views;

use vestibule_hydration::{Code, Finding, Report, Suite, Twin};

fn report() -> Report {
    Suite::new(corpus_views::cases())
        .twin(Twin::new("corpus_twin", "twin"))
        .flags(corpus_views::FLAGS)
        .command("cargo test -p vestibule-hydration --features ssr --test corpus")
        .check()
        .expect("the twin can be asked")
}

#[test]
fn every_bad_view_is_found_with_its_code_and_no_good_view_is() {
    let report = report();
    let samples = corpus_views::samples();
    let mut wrong = Vec::new();
    for sample in &samples {
        let findings: Vec<&Finding> = report.findings.iter().filter(|finding| finding.case == sample.name()).collect();
        let mut found: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
        let mut expected = sample.codes.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        if found != expected {
            let told: Vec<_> = findings.iter().map(ToString::to_string).collect();
            wrong.push(format!("{}: expected {expected:?}, found {found:?}\n{}", sample.name(), told.join("\n")));
        }
    }
    let bad = samples.iter().filter(|sample| !sample.codes.is_empty()).count();
    println!("corpus: {bad} bad views, {} good ones", samples.len() - bad);
    println!("corpus: {:.0} views a second", report.speed.cases_a_second());
    assert!(wrong.is_empty(), "{} views are judged wrongly:\n\n{}", wrong.len(), wrong.join("\n\n"));
}
