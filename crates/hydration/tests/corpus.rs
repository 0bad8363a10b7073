//! The checker's own proof: every bad view is found, once a root cause, with its code; no good view is found at all.
#![recursion_limit = "256"]

mod corpus_checks;
mod corpus_views;
#[cfg(feature = "browser")]
mod watchers;

#[cfg(feature = "browser")]
use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};
use std::{collections::BTreeSet, sync::LazyLock};

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
    let run = |sample: &&corpus_views::Sample| REPORT.run.cases.contains(&sample.name);
    for sample in samples.iter().filter(run) {
        let findings = findings(&sample.name);
        let mut found: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
        let mut expected = sample.codes.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        if found != expected {
            let told: Vec<_> = findings.iter().map(ToString::to_string).collect();
            wrong.push(format!("{}: expected {expected:?}, found {found:?}\n{}", sample.name, told.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} views are judged wrongly:\n\n{}", wrong.len(), wrong.join("\n\n"));
    assert_eq!(REPORT.cases, samples.len(), "every view was checked");
}

/// A bad view is written whole where it is listed: what is found in it stands before the next one.
#[test]
fn every_finding_names_a_line_of_its_view() {
    let samples = corpus_views::samples();
    let (mut wrong, mut without) = (Vec::new(), Vec::new());
    for (sample, next) in samples.iter().zip(samples.iter().skip(1).map(Some).chain([None])) {
        let end = next.filter(|next| next.file == sample.file).map_or(u32::MAX, |next| next.line);
        for finding in findings(sample.name()) {
            match &finding.source {
                Some(source) if sample.file.ends_with(&source.file) && (sample.line..end).contains(&source.line) => {}
                Some(source) => wrong.push(format!("{}: {source}, not {}:{}", sample.name, sample.file, sample.line)),
                // A text at the root stands in no view.
                None if finding.path == ":root" => {}
                None => without.push((sample.name(), finding.code)),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // What panics draws no view, and an allowance is none.
    without.retain(|(_, code)| !matches!(code, Code::NeedsBrowser | Code::UnusedAllowance | Code::NotAllowable));
    assert!(without.is_empty(), "{without:#?}");
}

#[test]
fn the_corpus_is_large_and_names_each_view_once() {
    let samples = corpus_views::samples();
    let names: BTreeSet<&str> = samples.iter().map(|sample| &*sample.name).collect();
    let bad = samples.iter().filter(|sample| !sample.codes.is_empty()).count();
    assert_eq!(names.len(), samples.len(), "each view needs a name of its own");
    assert!(samples.len() - bad >= 260, "{} good views", samples.len() - bad);
    assert!(bad >= 130, "{bad} bad views");
}

#[test]
fn every_view_knows_the_line_that_lists_it() {
    let mut last = ("", 0);
    for sample in corpus_views::samples() {
        let line = (sample.file, sample.line);
        assert!(sample.file.contains("corpus_views"), "{} is listed in {}", sample.name, sample.file);
        assert!(last.0 != line.0 || last.1 < line.1, "{} stands at {line:?}, after {last:?}", sample.name);
        last = line;
    }
}

#[cfg(feature = "browser")]
#[test]
fn every_code_has_a_bad_view() {
    // H400 is what no rule names, and no such view is known; H513 and H515 are about builds, H802 and H804 about what stands beside
    // views. The walk's own codes are for mistakes that are in no view, but in Leptos.
    let without = [
        Code::Rebuilt,
        Code::BuildsDiffer,
        Code::OldClient,
        Code::ExpiredAllowance,
        Code::ReasonMissing,
        Code::WalkStuck,
        Code::AdoptedTwice,
        Code::NeverAdopted,
        Code::ChangesPage,
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
    let [example] = findings("bad/upgrade-beside-delete-my-account")[..] else { panic!("one finding in the example") };
    let parts = [
        ("example", format!("```text\n{example}\n```\n")),
        ("catches", catch_table()),
        ("watchers", watchers::table(&REPORT, &corpus_views::samples(), Engine::Chromium)),
    ];
    // What is seen by other means differs a little by engine; the docs show it in Chromium.
    let shown = Engine::asked().contains(&Engine::Chromium);
    for (part, text) in parts.into_iter().filter(|(part, _)| shown || *part == "catches") {
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

/// For `cargo xtask proof`, which asks one engine after the other.
#[cfg(feature = "browser")]
#[test]
fn each_engine_leaves_what_it_saw() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("watchers");
    fs::create_dir_all(&folder).expect("the folder can be made");
    for engine in Engine::asked() {
        let looks = REPORT.looks.iter().filter(|look| look.engine == engine.as_str()).count();
        let natively = corpus_views::samples().iter().filter(|sample| sample.is_native()).count();
        assert!(looks > 700 && looks + natively <= REPORT.cases, "{engine} looked at {looks} views");
        let table = watchers::table(&REPORT, &corpus_views::samples(), engine);
        fs::write(folder.join(engine.as_str()).with_extension("md"), table).expect("the table can be written");
    }
}

/// One row a code: what it is, and how many views of the corpus show it and were found.
#[cfg(feature = "browser")]
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
        let found = findings.iter().map(|finding| &finding.case).collect::<BTreeSet<_>>().len();
        writeln!(table, "| {code} | {title} | {layer} | {have} | {found} |").expect("a string takes text");
    }
    table
}
