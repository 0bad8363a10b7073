//! The matrix: each case by each layer that ran.

use std::collections::BTreeMap;

use super::text::{escape, list};
use crate::{Column, Layer, Report, Verdict};

pub(super) fn section(report: &Report, links: &BTreeMap<(&str, Layer), &str>) -> String {
    let mut columns = report.columns();
    // What is wrong with the allowances of a case is told in its row too.
    if report.findings.iter().any(|finding| finding.layer == Layer::Allowance) {
        columns.push(Column { layer: Layer::Allowance, engine: None });
    }
    let heads = columns.iter().map(|column| format!("<th scope=\"col\">{}</th>", escape(&column.to_string())));
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for case in &report.run.cases {
        let group = case.split_once('/').map_or("", |(group, _)| group);
        match groups.last_mut() {
            Some((last, cases)) if *last == group => cases.push(case),
            _ => groups.push((group, vec![case])),
        }
    }
    let head = format!("<tr><th scope=\"col\">case</th>{}<th scope=\"col\">verdict</th></tr>", list(heads));
    let tables = groups.into_iter().map(|(group, cases)| {
        let counts = counts(report, &cases);
        let is_quiet = cases.iter().all(|case| report.verdict_of(case) == Verdict::Clean);
        let name = if group.is_empty() { "cases".to_owned() } else { escape(group) };
        let rows = list(cases.into_iter().map(|case| row(report, links, &columns, case)));
        format!(
            "<details{}><summary>{name} <small>{counts}</small></summary><div class=\"matrix\" tabindex=\"0\" role=\"group\" \
             aria-label=\"{name} by layer\"><table><thead>{head}</thead><tbody>{rows}</tbody></table></div></details>",
            if is_quiet { "" } else { " open" },
        )
    });
    let all: Vec<&str> = report.run.cases.iter().chain(&report.run.left_out).map(String::as_str).collect();
    format!(
        "<section><h2>Cases <small>{}</small></h2><p>{}. What is clean is folded up.</p>{}{}</section>",
        report.run.cases.len(),
        counts(report, &all),
        list(tables),
        left_out(report),
    )
}

fn row(report: &Report, links: &BTreeMap<(&str, Layer), &str>, columns: &[Column<'_>], case: &str) -> String {
    let cells = columns.iter().map(|column| match report.verdict(case, *column) {
        // An allowance is no layer that could have been run.
        Verdict::NotRun if column.layer == Layer::Allowance => "<td></td>".to_owned(),
        verdict => cell(verdict, links.get(&(case, column.layer)).copied().or_else(|| link_of(links, case, verdict))),
    });
    let verdict = report.verdict_of(case);
    let whole = cell(verdict, link_of(links, case, verdict));
    format!("<tr><th scope=\"row\">{}</th>{}{}</tr>", escape(case), list(cells), whole)
}

/// Where a case is told at all: what one layer finds, another may have told.
fn link_of<'a>(links: &BTreeMap<(&str, Layer), &'a str>, case: &str, verdict: Verdict) -> Option<&'a str> {
    let is_told = matches!(verdict, Verdict::Found | Verdict::Allowed);
    links.iter().find(|((own, _), _)| is_told && *own == case).map(|(_, id)| *id)
}

fn cell(verdict: Verdict, link: Option<&str>) -> String {
    let words = verdict.as_str();
    let class = words.replace(' ', "-");
    match link {
        Some(id) => format!("<td class=\"{class}\"><a href=\"#{id}\">{words}</a></td>"),
        None => format!("<td class=\"{class}\">{words}</td>"),
    }
}

/// How many cases have which verdict.
fn counts(report: &Report, cases: &[&str]) -> String {
    let mut counts = BTreeMap::<Verdict, usize>::new();
    for case in cases {
        *counts.entry(report.verdict_of(case)).or_default() += 1;
    }
    let counts: Vec<String> =
        counts.iter().rev().map(|(verdict, count)| format!("{count} {}", verdict.as_str())).collect();
    counts.join(", ")
}

fn left_out(report: &Report) -> String {
    let left_out = &report.run.left_out;
    if left_out.is_empty() {
        return String::new();
    }
    let items = left_out.iter().map(|case| format!("<li>{}</li>", escape(case)));
    format!("<details><summary>{} cases not run</summary><ul>{}</ul></details>", left_out.len(), list(items))
}
