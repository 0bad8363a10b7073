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
    let rows = groups.into_iter().map(|(group, cases)| {
        let head = format!("<tr><th scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>", columns.len() + 2, escape(group));
        let rows = cases.into_iter().map(|case| row(report, links, &columns, case));
        format!("<tbody>{}{}</tbody>", if group.is_empty() { String::new() } else { head }, list(rows))
    });
    format!(
        "<section><h2>Cases <small>{}</small></h2><p>{}</p><div class=\"matrix\"><table><thead><tr>\
         <th scope=\"col\">case</th>{}<th scope=\"col\">verdict</th></tr></thead>{}</table></div>{}</section>",
        report.run.cases.len(),
        counts(report),
        list(heads),
        list(rows),
        left_out(report),
    )
}

fn row(report: &Report, links: &BTreeMap<(&str, Layer), &str>, columns: &[Column<'_>], case: &str) -> String {
    let cells = columns.iter().map(|column| match report.verdict(case, *column) {
        // An allowance is no layer that could have been run.
        Verdict::NotRun if column.layer == Layer::Allowance => "<td></td>".to_owned(),
        verdict => cell(verdict, links.get(&(case, column.layer)).copied()),
    });
    format!("<tr><th scope=\"row\">{}</th>{}{}</tr>", escape(case), list(cells), cell(report.verdict_of(case), None))
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
fn counts(report: &Report) -> String {
    let mut counts = BTreeMap::<Verdict, usize>::new();
    for case in report.run.cases.iter().chain(&report.run.left_out) {
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
