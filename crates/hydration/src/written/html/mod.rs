//! `report.html`: one file that needs no script and asks for nothing else.

mod finding;
mod matrix;
mod picture;
mod text;

use std::{cmp::Reverse, collections::BTreeMap, iter};

use super::leptos;
use crate::{Layer, Report, Severity};
use text::{escape, list};

const STYLE: &str = include_str!("report.css");

pub(super) fn write(report: &Report) -> String {
    let outcome = outcome(report);
    let sections = [findings(report), allowed(report), matrix::section(report, &links(report))].concat();
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Hydration: {outcome}</title>\
         <style>{STYLE}</style></head>\n<body><main>{}{sections}</main></body></html>\n",
        header(report, &outcome),
    )
}

fn outcome(report: &Report) -> String {
    let findings = match report.causes().len() {
        0 => "clean".to_owned(),
        1 => "1 finding".to_owned(),
        causes => format!("{causes} findings"),
    };
    match report.allowed.len() {
        0 => findings,
        allowed => format!("{findings}, {allowed} allowed"),
    }
}

fn header(report: &Report, outcome: &str) -> String {
    let run = &report.run;
    let built = if run.flags.is_empty() { String::new() } else { format!(", built with {}", run.flags.join(" ")) };
    let leptos = leptos().map(|version| format!(", Leptos {version}")).unwrap_or_default();
    let left_out = match run.left_out.len() {
        0 => String::new(),
        some => format!(" {some} more were left out by HYDRATION_CASE."),
    };
    let layers: Vec<_> = report.columns().iter().map(ToString::to_string).collect();
    let missing: Vec<_> =
        report.missing.iter().map(|missing| format!("<p>Not tried: {}</p>", escape(missing))).collect();
    let state = if report.is_clean() { "clean" } else { "found" };
    format!(
        "<header><h1>Hydration: <span class=\"{state}\">{}</span></h1>{}<p>{} cases went through the layers \
         {}{}{leptos}.{left_out}</p>{}{}</header>",
        escape(outcome),
        severities(report),
        report.cases,
        layers.join(", "),
        escape(&built),
        missing.concat(),
        command(&run.command),
    )
}

/// How many findings are how bad.
fn severities(report: &Report) -> String {
    let causes = report.causes();
    let count = |severity| causes.iter().filter(|(finding, _)| finding.severity == severity).count();
    let counts: Vec<_> = [Severity::Critical, Severity::Error, Severity::Warning]
        .into_iter()
        .map(|severity| (severity.as_str(), count(severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| {
            let plural = if severity == Severity::Critical.as_str() || count == 1 { "" } else { "s" };
            format!("<span class=\"{severity} label\">{count} {severity}{plural}</span>")
        })
        .collect();
    if counts.is_empty() { String::new() } else { format!("<p>{}</p>", counts.join(", ")) }
}

fn command(command: &str) -> String {
    if command.is_empty() { String::new() } else { format!("<pre class=\"command\">{}</pre>", escape(command)) }
}

fn findings(report: &Report) -> String {
    let mut causes = report.causes();
    causes.sort_by_key(|(finding, _)| Reverse(finding.severity));
    section(
        "Findings",
        causes.into_iter().map(|(finding, others)| finding::article(report, finding, &others)).collect(),
    )
}

fn allowed(report: &Report) -> String {
    section("Allowed", report.allowed.iter().map(|finding| finding::article(report, finding, &[])).collect())
}

fn section(title: &str, articles: Vec<String>) -> String {
    match articles.len() {
        0 => String::new(),
        count => format!("<section><h2>{title} <small>{count}</small></h2>{}</section>", list(articles)),
    }
}

/// Where each case and layer is told: a finding of many cases stands once.
fn links(report: &Report) -> BTreeMap<(&str, Layer), &str> {
    let causes = report.causes().into_iter().flat_map(|(finding, others)| {
        let cases = iter::once(finding.case.as_str()).chain(others);
        cases.map(move |case| (case, finding)).collect::<Vec<_>>()
    });
    let allowed = report.allowed.iter().map(|finding| (finding.case.as_str(), finding));
    let mut links = BTreeMap::new();
    for (case, finding) in causes.chain(allowed) {
        links.entry((case, finding.layer)).or_insert(finding.id.as_str());
    }
    links
}
