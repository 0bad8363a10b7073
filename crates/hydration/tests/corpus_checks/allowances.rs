//! What is allowed is counted and shown with its reason; what allows too much is found itself.

use std::{collections::BTreeSet, sync::LazyLock};

use vestibule_hydration::{Allowance, Case, Code, Finding, Report, Scope, Suite};

use crate::{REPORT, check, corpus_views, suite};

const TIMES: &str = "times are relative";

/// The allowances of some cases.
const ON_CASES: &[(&str, Code, &str)] = &[
    ("bad/static-text", Code::TextDiffers, TIMES),
    ("bad/p-in-p", Code::EndsParagraph, "only text is moved"),
    ("bad/reactive-text", Code::TextDiffers, " "),
    ("bad/form-in-form", Code::NestedForm, "a widget brings it"),
    ("bad/upgrade-beside-delete-my-account", Code::OnlyOnServer, "somebody is in a hurry"),
    ("bad/disabled", Code::BooleanAttribute, "somebody is in a hurry"),
    ("bad/button-in-button", Code::NestedInteractive, "it looks right"),
    ("good/empty-element", Code::TextDiffers, TIMES),
];

const fn allowance(code: Code, case: &'static str, path: &'static str, until: Option<&'static str>) -> Allowance {
    Allowance { code, case, path, reason: TIMES, until }
}

const OF_THE_SUITE: [Allowance; 6] = [
    allowance(Code::ClassDiffers, "bad/class*", "i", None),
    allowance(Code::TextDiffers, "bad/the-same-text-thrice", "ul > li:nth-child(2)", None),
    allowance(Code::AttributeValue, "bad/attribute", "a", Some("2027-01-31")),
    allowance(Code::AttributeValue, "bad/reactive-attribute", "*", Some("2026-11-25")),
    allowance(Code::StyleDiffers, "good/*", "*", None),
    Allowance { reason: "", ..allowance(Code::StyleDiffers, "bad/style", "*", None) },
];

static ALLOWING: LazyLock<Report> = LazyLock::new(|| check(allowing().today("2026-11-26")));

fn allowing() -> Suite {
    // The corpus counts how often it is drawn in this process, and that run is to be the first.
    LazyLock::force(&REPORT);
    let with = |case: Case| {
        let own: Vec<_> = ON_CASES.iter().filter(|(name, ..)| *name == case.name()).collect();
        own.into_iter().fold(case, |case, (_, code, reason)| case.allow(*code, *reason))
    };
    OF_THE_SUITE.into_iter().fold(suite(corpus_views::cases().into_iter().map(with).collect()), Suite::allow)
}

#[track_caller]
fn check_case(case: &str, found: &[Code], allowed: &[Code]) {
    let codes = |findings: &[Finding]| {
        findings.iter().filter(|finding| finding.case == case).map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!((codes(&ALLOWING.findings).as_slice(), codes(&ALLOWING.allowed).as_slice()), (found, allowed), "{case}");
}

#[test]
fn what_a_view_allows_is_counted_and_fails_nothing() {
    let cases = REPORT.allowed.iter().map(|finding| finding.case.as_str());
    let allowed: BTreeSet<_> = cases.filter(|case| case.starts_with("allowed/")).collect();
    let expected =
        ["attribute", "children", "class", "style", "text", "two-words"].map(|name| format!("allowed/{name}"));
    assert!(allowed.iter().eq(expected.iter()), "{allowed:?}");
    for finding in &REPORT.allowed {
        let by = finding.allowed_by.as_ref().expect("somebody allowed it");
        assert!(by.scope == Scope::View && by.reason.starts_with("data-hydration-allow="), "{by}");
    }
}

#[test]
fn a_case_and_a_suite_allow_by_code_place_and_reason() {
    check_case("bad/static-text", &[], &[Code::TextDiffers]);
    check_case("bad/p-in-p", &[], &[Code::EndsParagraph]);
    check_case("bad/class", &[], &[Code::ClassDiffers]);
    check_case("bad/class-toggle", &[], &[Code::ClassDiffers]);
    check_case("bad/attribute", &[], &[Code::AttributeValue]);
    let by: Vec<_> = ["bad/static-text", "bad/attribute"]
        .iter()
        .filter_map(|case| ALLOWING.allowed.iter().find(|finding| finding.case == *case)?.allowed_by.as_ref())
        .map(ToString::to_string)
        .collect();
    assert_eq!(by, [format!("the case: {TIMES}"), format!("the suite until 2027-01-31: {TIMES}")]);
}

#[test]
fn one_place_of_a_cause_is_allowed_without_the_others() {
    check_case("bad/the-same-text-thrice", &[Code::TextDiffers], &[Code::TextDiffers]);
    let one = |findings: &'static [Finding]| {
        findings.iter().find(|finding| finding.case == "bad/the-same-text-thrice").expect("found above")
    };
    assert_eq!(one(&ALLOWING.findings).more, 1);
    assert_eq!(one(&ALLOWING.allowed).path, "ul > li:nth-child(2)");
}

#[test]
fn what_can_bind_a_wrong_control_is_found_whatever_anybody_allows() {
    check_case("bad/form-in-form", &[Code::NestedForm, Code::NotAllowable], &[]);
    check_case("bad/upgrade-beside-delete-my-account", &[Code::OnlyOnServer, Code::NotAllowable], &[]);
    check_case("bad/disabled", &[Code::BooleanAttribute, Code::NotAllowable], &[]);
    check_case("bad/button-in-button", &[Code::NestedInteractive, Code::NotAllowable], &[]);
}

#[test]
fn an_allowance_without_need_without_reason_or_past_its_end_is_found() {
    check_case("good/empty-element", &[Code::UnusedAllowance], &[]);
    check_case("good/*", &[Code::UnusedAllowance], &[]);
    check_case("bad/reactive-text", &[Code::TextDiffers, Code::ReasonMissing], &[]);
    check_case("bad/style", &[Code::StyleDiffers, Code::ReasonMissing], &[]);
    check_case("bad/reactive-attribute", &[Code::AttributeValue, Code::ExpiredAllowance], &[]);
    let told = |code| ALLOWING.findings.iter().find(|finding| finding.code == code).map(ToString::to_string);
    let expired = told(Code::ExpiredAllowance).expect("found above");
    assert!(expired.contains("it ended on 2026-11-25, and today is 2026-11-26"), "{expired}");
}

#[test]
fn without_a_day_no_allowance_that_ends_holds() {
    let report = check(allowing());
    let expired: Vec<_> = report.findings.iter().filter(|finding| finding.code == Code::ExpiredAllowance).collect();
    assert_eq!(expired.len(), 2);
    assert!(expired.iter().all(|finding| finding.detail.contains("Suite::today")), "{expired:?}");
    assert!(report.findings.iter().any(|finding| finding.case == "bad/attribute"));
}

#[test]
fn the_last_line_counts_what_is_allowed() {
    let told = ALLOWING.to_string();
    let last = told.lines().next_back().expect("a report has lines");
    assert!(last.ends_with(&format!(", {} allowed", ALLOWING.allowed.len())), "{last}");
    assert!(told.contains(&format!("allowed[H201]: bad/static-text at p, by the case: {TIMES}\n")), "{told}");
}
