//! A finding as a compiler would tell it, with both trees side by side.

use super::text::{escape, list, markdown, prose};
use crate::Finding;

pub(super) fn article(finding: &Finding, others: &[&str]) -> String {
    let Finding { id, code, severity, allowed_by, .. } = finding;
    let severity = severity.as_str();
    let (state, label) = if allowed_by.is_some() { ("allowed", "allowed") } else { (severity, severity) };
    format!(
        "<article id=\"{id}\" class=\"{state}\"><h3><span class=\"label\">{label}</span> <a href=\"#{id}\">{code}</a> \
         {}</h3>{}{}{}<details><summary>{code} explained</summary>{}</details></article>",
        escape(code.title()),
        place(finding),
        sides(finding),
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
        finding.layer.as_str(),
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
        "<div class=\"sides\"><table><thead><tr><th scope=\"col\">{left}</th><th scope=\"col\">{right}</th></tr></thead>\
         <tbody>{}</tbody></table></div>",
        list(rows),
    )
}

fn cell(line: Option<&str>, mark: &str, same: bool) -> String {
    match line {
        None => "<td></td>".to_owned(),
        Some(line) if same => format!("<td>{}</td>", escape(line)),
        Some(line) => format!("<td class=\"{mark}\">{}</td>", escape(line)),
    }
}

/// Lines with `-`, `+` or a space before them as rows of a left and a right side.
fn rows(lines: &[String]) -> Vec<(Option<&str>, Option<&str>)> {
    let mut rows: Vec<(Option<&str>, Option<&str>)> = Vec::new();
    // The first row that has a left side and waits for a right one.
    let mut waiting = 0;
    for line in lines {
        let (mark, text) = line.split_at_checked(2).unwrap_or(("  ", line));
        match mark {
            "- " => rows.push((Some(text), None)),
            "+ " if waiting < rows.len() => {
                rows[waiting].1 = Some(text);
                waiting += 1;
            }
            "+ " => {
                rows.push((None, Some(text)));
                waiting = rows.len();
            }
            _ => {
                rows.push((Some(text), Some(text)));
                waiting = rows.len();
            }
        }
    }
    rows
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
    use super::rows;

    #[test]
    fn what_differs_stands_beside_each_other() {
        let lines =
            ["  <div>", "-   \"a\"", "-   \"b\"", "+   \"c\"", "  <hr>", "+   \"d\"", "- \"e\""].map(str::to_owned);
        let expected = [
            (Some("<div>"), Some("<div>")),
            (Some("  \"a\""), Some("  \"c\"")),
            (Some("  \"b\""), None),
            (Some("<hr>"), Some("<hr>")),
            (None, Some("  \"d\"")),
            (Some("\"e\""), None),
        ];
        assert_eq!(rows(&lines), expected);
    }
}
