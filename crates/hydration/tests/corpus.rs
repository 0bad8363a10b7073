//! The checker's own proof: every bad view is found, once a root cause, with its code; no good view is found at all.
#![recursion_limit = "256"]

mod corpus_checks;
mod corpus_views;
#[cfg(feature = "browser")]
mod watchers;

use std::sync::LazyLock;
#[cfg(feature = "browser")]
use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

use vestibule_hydration::{Case, Code, Finding, Repeat, Report, Suite, Twin};
#[cfg(feature = "browser")]
use vestibule_hydration::{Client, Engine};

static REPORT: LazyLock<Report> = LazyLock::new(|| {
    let suite = suite(corpus_views::cases()).repeat(Repeat::new());
    #[cfg(feature = "browser")]
    let suite = suite.browser(Client::new("corpus_twin", "hydrate"), &Engine::asked());
    check(suite)
});

fn suite(cases: Vec<Case>) -> Suite {
    Suite::new(cases)
        .twin(Twin::new("corpus_twin", "twin"))
        .flags(corpus_views::FLAGS)
        .command("cargo test -p vestibule-hydration --features ssr --test corpus")
}

fn check(suite: Suite) -> Report {
    suite.check().expect("the twin can be asked")
}

fn findings(case: &str) -> Vec<&'static Finding> {
    REPORT.findings.iter().filter(|finding| finding.case == case).collect()
}

#[test]
fn every_bad_view_is_found_with_its_code_and_no_good_view_is() {
    let samples = corpus_views::samples();
    let mut wrong = Vec::new();
    for sample in &samples {
        let findings = findings(sample.name());
        let mut found: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
        let mut expected = sample.codes.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        if found != expected {
            let told: Vec<_> = findings.iter().map(ToString::to_string).collect();
            wrong.push(format!("{}: expected {expected:?}, found {found:?}\n{}", sample.name(), told.join("\n")));
        }
    }
    assert_eq!(REPORT.cases, samples.len(), "every view was checked");
    assert!(wrong.is_empty(), "{} views are judged wrongly:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[cfg(feature = "browser")]
#[test]
fn every_code_has_a_bad_view() {
    // H400 is what no rule names, and no such view is known; H513 is about builds, H802 and H804 about what stands beside
    // views. The walk's own codes are for mistakes that are in no view, but in Leptos.
    let without = [
        Code::Rebuilt,
        Code::BuildsDiffer,
        Code::ExpiredAllowance,
        Code::ReasonMissing,
        Code::WalkStops,
        Code::WalkStuck,
        Code::AdoptedTwice,
        Code::NeverAdopted,
        Code::ChangesPage,
        Code::LosesFocus,
    ];
    let shown: Vec<Code> = corpus_views::samples().iter().flat_map(|sample| sample.codes).copied().collect();
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !shown.contains(code) && !without.contains(code)).collect();
    assert!(missing.is_empty(), "no view shows {missing:?}");
}

#[cfg(feature = "browser")]
#[test]
fn the_docs_show_what_is_found_today() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/hydration.md");
    let mut docs = fs::read_to_string(&path).expect("docs/hydration.md");
    let [example] = findings("bad/upgrade-beside-delete")[..] else { panic!("one finding in the example") };
    let parts = [
        ("example", format!("```text\n{example}\n```\n")),
        ("catches", catch_table()),
        ("watchers", watchers::table(&REPORT, &corpus_views::samples())),
    ];
    for (part, text) in parts {
        let (begin, end) = (format!("<!-- {part}: generated -->\n"), format!("<!-- /{part} -->"));
        let from = docs.find(&begin).expect("the place in the docs") + begin.len();
        let to = from + docs[from..].find(&end).expect("the end of the place in the docs");
        if env::var_os("UPDATE_DOCS").is_some() {
            docs.replace_range(from..to, &text);
            fs::write(&path, &docs).expect("the docs can be written");
        } else {
            assert_eq!(docs[from..to], text, "docs/hydration.md is old: run this test again with UPDATE_DOCS=1");
        }
    }
}

#[cfg(feature = "browser")]
/// One row a code: what it is, and how many views of the corpus show it and were found.
fn catch_table() -> String {
    let mut found: BTreeMap<Code, Vec<&Finding>> = BTreeMap::new();
    for finding in &REPORT.findings {
        found.entry(finding.code).or_default().push(finding);
    }
    let samples = corpus_views::samples();
    let of = |kind| samples.iter().filter(|sample| sample.name().starts_with(kind)).count();
    let mut table = format!("{} bad views, {} good ones, {} allowed.\n\n", of("bad/"), of("good/"), of("allowed/"));
    table.push_str("| code | what it is | found by | views that have it | found |\n| --- | --- | --- | --- | --- |\n");
    for code in Code::ALL {
        let have = samples.iter().filter(|sample| sample.codes.contains(code)).count();
        let Some(findings) = found.get(code).filter(|_| have > 0) else { continue };
        let layer = findings[0].layer.as_str();
        let title = code.title().replace('<', "&lt;");
        writeln!(table, "| {code} | {title} | {layer} | {have} | {} |", findings.len()).expect("a string takes text");
    }
    table
}
