//! What a browser has to load, weighed against its budget.

mod page;

use std::{fmt::Write, fs};

use anyhow::{Context, Result, ensure};

use crate::{
    places,
    site::{self, BUNDLES, STYLESHEET},
};

/// A thing that is weighed.
struct Row {
    what: String,
    bytes: usize,
    aim: Option<usize>,
    limit: Option<usize>,
}

/// Prints what everything weighs. Fails if something is past its limit.
pub(crate) fn check() -> Result<()> {
    let rows = weigh()?;
    print!("{}", table(&rows));
    let over: Vec<&str> = rows.iter().filter(|row| row.is_over()).map(|row| row.what.as_str()).collect();
    ensure!(over.is_empty(), "past the budget: {}", over.join(", "));
    Ok(())
}

/// What everything weighs, as a Markdown table.
pub(crate) fn weighed() -> Result<String> {
    Ok(table(&weigh()?))
}

fn weigh() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for bundle in BUNDLES {
        let bytes = compressed(&format!("{bundle}.js"))? + compressed(&format!("{bundle}.wasm"))?;
        // Every log-in state's screen loads the first bundle, so the strictest screen's budget holds for all of them.
        let (screens, aim, limit) = match bundle {
            "vestibule" => ("log in and every other log-in state", Some(64), Some(96)),
            "gallery" => ("the gallery", None, None),
            _ => ("a screen that hydrates whole", None, None),
        };
        rows.push(Row { what: format!("wasm + JS of {screens}"), bytes, aim, limit });
    }
    let html = site::brotli(&page::log_in()?).len();
    let css = compressed(STYLESHEET)?;
    rows.push(Row { what: "HTML of log in".to_owned(), bytes: html, aim: None, limit: None });
    rows.push(Row { what: "CSS".to_owned(), bytes: css, aim: None, limit: None });
    rows.push(Row { what: "HTML + CSS of log in".to_owned(), bytes: html + css, aim: None, limit: Some(12) });
    Ok(rows)
}

fn compressed(file: &str) -> Result<usize> {
    let file = places::site().join(format!("{file}.br"));
    let length =
        fs::metadata(&file).with_context(|| format!("{} is missing: run `cargo xtask site`", file.display()))?.len();
    usize::try_from(length).context("no file of the site is that long")
}

impl Row {
    fn is_over(&self) -> bool {
        self.limit.is_some_and(|limit| self.bytes > limit * 1024)
    }
}

fn table(rows: &[Row]) -> String {
    let mut table = "| brotli | KiB | aim | limit |\n| --- | ---: | ---: | ---: |\n".to_owned();
    for row @ Row { what, bytes, aim, limit } in rows {
        let show = |budget: &Option<usize>| budget.map(|kib| kib.to_string()).unwrap_or_default();
        let over = if row.is_over() { " **over**" } else { "" };
        #[expect(clippy::cast_precision_loss, reason = "one digit behind the point is printed")]
        let kib = *bytes as f64 / 1024.0;
        // A text takes whatever is written into it.
        let _ = writeln!(table, "| {what} | {kib:.1}{over} | {} | {} |", show(aim), show(limit));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::{Row, table};

    #[test]
    fn a_row_is_over_past_its_limit_and_says_so() {
        let row = |bytes| Row { what: "a page".to_owned(), bytes, aim: Some(1), limit: Some(2) };
        assert!(!row(2 * 1024).is_over());
        assert!(row(2 * 1024 + 1).is_over());
        assert!(table(&[row(3 * 1024)]).contains("| a page | 3.0 **over** | 1 | 2 |"));
    }
}
