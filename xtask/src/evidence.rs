//! `cargo xtask evidence`: runs the security rows and writes what came of each into docs/security-evidence.md.

use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    places,
    run::cargo,
    serve::{self, Build},
    site,
};

/// The list of rows, and what the tests cover of each.
const ROWS: &str = "end2end/tests/http/rows.md";

const TABLE: &str = "docs/security-evidence.md";

/// One test only compares the table with the tests; it can't ask for a table that isn't written yet.
const TESTS: &str = "test --package vestibule-end2end --test http -- --skip the_published_table";

/// Runs every row and writes the table, failures included.
pub(crate) fn write() -> Result<()> {
    site::build()?;
    serve::server(Build::Debug)?;
    let results = run(cargo(TESTS).env("VESTIBULE_BIN", places::server("debug")))?;
    let rows = fs::read_to_string(places::at(ROWS)).with_context(|| format!("{ROWS} can't be read"))?;
    fs::write(places::at(TABLE), table(&rows, &results)?).with_context(|| format!("{TABLE} can't be written"))?;
    let failed: Vec<&str> = results.iter().filter(|(_, passed)| !**passed).map(|(name, _)| name.as_str()).collect();
    if failed.is_empty() { Ok(()) } else { bail!("failed: {}", failed.join(", ")) }
}

/// Runs the tests, shows what they say, and gives each test's name without its modules, and whether it passed.
fn run(command: &mut Command) -> Result<BTreeMap<String, bool>> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("the tests can't be started")?;
    let output = child.stdout.take().context("the tests say nothing")?;
    let mut results = BTreeMap::new();
    for line in BufReader::new(output).lines() {
        let line = line.context("what the tests say isn't text")?;
        println!("{line}");
        if let Some((name, result)) = result_of(&line) {
            results.insert(name.to_owned(), result);
        }
    }
    child.wait().context("the tests don't end")?;
    ensure!(!results.is_empty(), "no test ran");
    Ok(results)
}

/// `test links::once::l_03_… ... ok`
fn result_of(line: &str) -> Option<(&str, bool)> {
    let (path, result) = line.strip_prefix("test ")?.split_once(" ... ")?;
    let name = path.rsplit("::").next()?;
    matches!(result, "ok" | "FAILED").then_some((name, result == "ok"))
}

fn table(rows: &str, results: &BTreeMap<String, bool>) -> Result<String> {
    let (mut lines, mut counts) = (String::new(), BTreeMap::<&str, usize>::new());
    // `| P-01 | …`, and neither the head of the table nor the line below it.
    let is_row = |line: &&str| line.strip_prefix("| ").is_some_and(|line| line.starts_with(char::is_uppercase));
    for line in rows.lines().filter(is_row) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [id, class, asks, covered] = cells[..] else { bail!("{ROWS}: four cells: {line}") };
        let (tests, result) = outcome(id, results);
        let counted = match (result, covered) {
            ("passed", "all") => "passed in full",
            ("passed", _) => "passed in part",
            (other, _) => other,
        };
        *counts.entry(counted).or_default() += 1;
        lines.extend(["| ", id, " | ", class, " | ", asks, " | ", covered, " | ", &tests, " | ", result, " |\n"]);
    }
    let counts: Vec<String> = counts.iter().map(|(what, count)| format!("{count} {what}")).collect();
    Ok(format!(
        "# Security evidence\n\nWritten by `cargo xtask evidence`, which starts the server, runs every test of \
         end2end/tests/http against it, and notes what came of it. A row without a test says so: silence is no pass.\n\n\
         {}.\n\n| row | class | asks for | covered | tests | result |\n| --- | --- | --- | --- | --- | --- |\n{lines}",
        counts.join(", ")
    ))
}

/// The tests of a row, and what came of them.
fn outcome(id: &str, results: &BTreeMap<String, bool>) -> (String, &'static str) {
    let prefix = format!("{}_", id.to_lowercase().replace('-', "_"));
    let tests: Vec<(&String, &bool)> = results.iter().filter(|(name, _)| name.starts_with(&prefix)).collect();
    let names: Vec<String> = tests.iter().map(|(name, _)| format!("`{name}`")).collect();
    let result = match tests.iter().all(|(_, passed)| **passed) {
        _ if tests.is_empty() => "open",
        true => "passed",
        false => "FAILED",
    };
    (names.join(" "), result)
}

#[cfg(test)]
mod tests {
    use super::{result_of, table};
    use std::collections::BTreeMap;

    const ROWS: &str = "\
| row | class | asks for | covered |
| --- | --- | --- | --- |
| P-01 | M | length | all |
| P-05 | M | no common ones | open: no list yet |
| P-08 | M | slow hashes | part: one kind |
| P-09 | M | fields | all |
";

    #[test]
    fn a_row_without_a_test_is_open_and_one_failure_fails_it() {
        let results = [("p_01_a", true), ("p_01_b", true), ("p_08_a", true), ("p_09_a", true), ("p_09_b", false)];
        let results: BTreeMap<_, _> = results.iter().map(|(name, passed)| ((*name).to_owned(), *passed)).collect();
        let table = table(ROWS, &results).expect("well formed");
        for line in [
            "1 FAILED, 1 open, 1 passed in full, 1 passed in part.",
            "| P-01 | M | length | all | `p_01_a` `p_01_b` | passed |",
            "| P-05 | M | no common ones | open: no list yet |  | open |",
            "| P-08 | M | slow hashes | part: one kind | `p_08_a` | passed |",
            "| P-09 | M | fields | all | `p_09_a` `p_09_b` | FAILED |",
        ] {
            assert!(table.lines().any(|known| known == line), "{line}\n{table}");
        }
    }

    #[test]
    fn a_line_of_the_tests_is_read() {
        assert_eq!(result_of("test links::once::l_03_once ... ok"), Some(("l_03_once", true)));
        assert_eq!(result_of("test rate_limits::r_04_x ... FAILED"), Some(("r_04_x", false)));
        assert_eq!(result_of("test result: ok. 3 passed"), None);
    }
}
