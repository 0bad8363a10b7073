//! `junit.xml`, which systems that run tests for people read: a suite a layer, a test a case.

use crate::{Finding, Report, Verdict};

/// One test: its case, and what is told of it.
struct Test<'a> {
    case: &'a str,
    outcome: Outcome<'a>,
}

enum Outcome<'a> {
    Passed,
    NotRun,
    Failed(Vec<&'a Finding>),
}

pub(super) fn write(report: &Report) -> String {
    let mut suites: Vec<(String, Vec<Test<'_>>)> = Vec::new();
    for column in report.columns() {
        let tests = report.run.cases.iter().map(|case| {
            let outcome = match report.verdict(case, column) {
                Verdict::NotRun => Outcome::NotRun,
                Verdict::Clean | Verdict::Allowed => Outcome::Passed,
                Verdict::Found => {
                    let here = |finding: &&Finding| finding.case == *case && finding.layer == column.layer;
                    let found: Vec<_> = report.findings.iter().filter(here).collect();
                    // What a browser shows may have been told natively.
                    let elsewhere = || report.findings.iter().filter(|finding| finding.case == *case).collect();
                    Outcome::Failed(if found.is_empty() { elsewhere() } else { found })
                }
            };
            Test { case, outcome }
        });
        suites.push((column.to_string(), tests.collect()));
    }
    let others = report.findings.iter().filter(|finding| !is_told(report, finding));
    let others: Vec<_> =
        others.map(|finding| Test { case: &finding.case, outcome: Outcome::Failed(vec![finding]) }).collect();
    if !others.is_empty() {
        suites.push(("every case and allowances".to_owned(), others));
    }
    let all = suites.iter().flat_map(|(_, tests)| tests);
    let each: String = suites.iter().map(|(name, tests)| suite(name, tests)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hydration\"{}>\n{each}</testsuites>\n",
        counts(all)
    )
}

/// Whether a finding is one of a case and a layer that ran.
fn is_told(report: &Report, finding: &Finding) -> bool {
    report.columns().iter().any(|column| column.layer == finding.layer) && report.run.cases.contains(&finding.case)
}

fn counts<'a>(tests: impl Iterator<Item = &'a Test<'a>> + Clone) -> String {
    let count = |is: fn(&Outcome<'_>) -> bool| tests.clone().filter(|test| is(&test.outcome)).count();
    let failures = count(|outcome| matches!(outcome, Outcome::Failed(_)));
    let skipped = count(|outcome| matches!(outcome, Outcome::NotRun));
    format!(" tests=\"{}\" failures=\"{failures}\" skipped=\"{skipped}\" errors=\"0\"", count(|_| true))
}

fn suite(name: &str, tests: &[Test<'_>]) -> String {
    let name = escape(name);
    let each: String = tests.iter().map(|test| element(&name, test)).collect();
    format!("<testsuite name=\"{name}\"{}>\n{each}</testsuite>\n", counts(tests.iter()))
}

fn element(suite: &str, Test { case, outcome }: &Test<'_>) -> String {
    let body = match outcome {
        Outcome::Passed => "/>".to_owned(),
        Outcome::NotRun => "><skipped/></testcase>".to_owned(),
        Outcome::Failed(findings) => format!(">{}</testcase>", failure(findings)),
    };
    format!("<testcase classname=\"hydration.{suite}\" name=\"{}\"{body}\n", escape(case))
}

fn failure(findings: &[&Finding]) -> String {
    let told: Vec<_> = findings.iter().map(ToString::to_string).collect();
    let codes: Vec<_> = findings.iter().map(|finding| finding.code.as_str()).collect();
    let message = findings.first().map(|finding| format!("{}: {}", finding.code, finding.code.title()));
    format!(
        "<failure type=\"{}\" message=\"{}\">{}</failure>",
        codes.join(" "),
        escape(&message.unwrap_or_default()),
        escape(&told.join("\n\n"))
    )
}

/// A text, safe within an element and within an attribute.
fn escape(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            // No reader of XML takes these, in no spelling.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            // An attribute would lose it.
            '\r' => xml.push_str("&#13;"),
            other => xml.push(other),
        }
    }
    xml
}
