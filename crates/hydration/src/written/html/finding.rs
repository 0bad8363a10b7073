//! A finding as a compiler would tell it, with both trees side by side.

use super::{
    picture::pictures,
    text::{escape, list, markdown, prose},
};
use crate::{Column, Finding, Report};

pub(super) fn article(report: &Report, finding: &Finding, others: &[&str]) -> String {
    let Finding { id, code, severity, allowed_by, .. } = finding;
    let severity = severity.as_str();
    let (state, label) = if allowed_by.is_some() { ("allowed", "allowed") } else { (severity, severity) };
    format!(
        "<article id=\"{id}\" class=\"{state}\"><h3><span class=\"label\">{label}</span> <a href=\"#{id}\">{code}</a> \
         {}</h3>{}{}{}{}<details><summary>{code} explained</summary>{}</details></article>",
        escape(code.title()),
        place(finding),
        sides(finding),
        pictures(finding, report.pictures.get(&finding.case)),
        facts(finding, others),
        markdown(code.explain()),
    )
}

fn place(finding: &Finding) -> String {
    let source = finding.source.as_ref().map(|source| format!("<code>{}</code>, ", escape(&source.to_string())));
    let around: Vec<_> =
        finding.around.iter().map(|view| format!("in <code>{}</code>, ", escape(&view.to_string()))).collect();
    let byte = finding.byte.map(|byte| format!(", byte {byte}"));
    format!(
        "<p class=\"place\">{}{}<code>{}</code> at <code>{}</code>{}, found by {}</p>",
        source.unwrap_or_default(),
        around.concat(),
        escape(&finding.case),
        escape(&finding.path),
        byte.unwrap_or_default(),
        Column { layer: finding.layer, engine: finding.engine.as_deref() },
    )
}

/// Both sides in two columns, what differs beside each other.
fn sides(finding: &Finding) -> String {
    if finding.sides.is_empty() {
        return String::new();
    }
    let (left, right) = finding.layer.sides();
    let rows = rows(&finding.sides).into_iter().map(|(left, right)| {
        let same = left == right;
        format!("<tr>{}{}</tr>", cell(left, "minus", same), cell(right, "plus", same))
    });
    format!(
        "<div class=\"sides\" tabindex=\"0\" role=\"group\" aria-label=\"both sides\"><table><thead><tr><th scope=\"col\">{left}</th><th scope=\"col\">{right}</th></tr></thead>\
         <tbody>{}</tbody></table></div>",
        list(rows),
    )
}

/// A line of one side, and the signs below what differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line<'a> {
    text: &'a str,
    signs: &'a str,
}

fn cell(line: Option<Line<'_>>, mark: &str, same: bool) -> String {
    match line {
        None => "<td></td>".to_owned(),
        Some(Line { text, .. }) if same => format!("<td>{}</td>", escape(text)),
        Some(Line { text, signs }) => {
            let cut = |from: usize, to: usize| escape(&text.chars().take(to).skip(from).collect::<String>());
            let (from, to) = (signs.find('^').unwrap_or_default(), signs.len());
            let marked = if from < to { format!("<mark>{}</mark>", cut(from, to)) } else { String::new() };
            format!("<td class=\"{mark}\">{}{marked}{}</td>", cut(0, from), cut(to, usize::MAX))
        }
    }
}

type Row<'a> = (Option<Line<'a>>, Option<Line<'a>>);

/// Lines with `-`, `+` or a space before them as rows of a left and a right side.
fn rows(lines: &[String]) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    // The first row that has a left side and waits for a right one.
    let mut waiting = 0;
    for line in lines {
        let (mark, text) = line.split_at_checked(2).unwrap_or(("  ", line));
        let new = Some(Line { text, signs: "" });
        match mark {
            "- " => rows.push((new, None)),
            "+ " if waiting < rows.len() => {
                rows[waiting].1 = new;
                waiting += 1;
            }
            "+ " => {
                rows.push((None, new));
                waiting = rows.len();
            }
            _ if is_signs(text) => {
                // They belong to the line above them: the right one of a row that has one.
                let above = rows.get_mut(waiting).and_then(|row| row.0.as_mut());
                let above = match above {
                    Some(left) => Some(left),
                    None => rows.last_mut().and_then(|row| row.1.as_mut()),
                };
                if let Some(above) = above {
                    above.signs = text;
                }
            }
            _ => {
                rows.push((new, new));
                waiting = rows.len();
            }
        }
    }
    rows
}

fn is_signs(text: &str) -> bool {
    text.ends_with('^') && text.trim_start().bytes().all(|byte| byte == b'^')
}

fn facts(finding: &Finding, others: &[&str]) -> String {
    let fact = |name: &str, text: &str| match text {
        "" => String::new(),
        text => format!("<dt>{name}</dt><dd>{text}</dd>"),
    };
    let more = match finding.more {
        0 => String::new(),
        1 => "at 1 more place".to_owned(),
        more => format!("at {more} more places"),
    };
    let others: Vec<_> = others.iter().map(|case| format!("<code>{}</code>", escape(case))).collect();
    let allowed_by = finding.allowed_by.as_ref().map(|by| escape(&by.to_string()));
    let rerun = format!("<pre class=\"command\">{}</pre>", escape(&finding.rerun));
    format!(
        "<dl>{}{}{}{}{}{}{}</dl>",
        fact("here", &prose(&finding.detail)),
        fact("consequence", &escape(&finding.consequence)),
        fact("the same", &more),
        fact("and in", &others.join(", ")),
        fact("allowed by", &allowed_by.unwrap_or_default()),
        fact("fix", &prose(finding.fix())),
        fact("alone", if finding.rerun.is_empty() { "" } else { &rerun }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_stands_beside_each_other() {
        let lines =
            ["  <div>", "-   \"a\"", "-   \"b\"", "+   \"c\"", "  <hr>", "+   \"d\"", "- \"e\""].map(str::to_owned);
        let line = |text| Some(Line { text, signs: "" });
        let expected = [
            (line("<div>"), line("<div>")),
            (line("  \"a\""), line("  \"c\"")),
            (line("  \"b\""), None),
            (line("<hr>"), line("<hr>")),
            (None, line("  \"d\"")),
            (line("\"e\""), None),
        ];
        assert_eq!(rows(&lines), expected);
    }

    #[test]
    fn what_differs_within_a_line_is_marked() {
        let lines = ["- \"ab\"", "   ^^", "+ \"cb\"", "   ^"].map(str::to_owned);
        let [(left, right)] = rows(&lines)[..] else { panic!("one row") };
        assert_eq!(cell(left, "minus", false), "<td class=\"minus\">&quot;<mark>ab</mark>&quot;</td>");
        assert_eq!(cell(right, "plus", false), "<td class=\"plus\">&quot;<mark>c</mark>b&quot;</td>");
    }
}
