//! The list of rows in `rows.md`, and the check that it agrees with the tests' names and with the published table.

use std::{collections::BTreeSet, fs, path::Path};

/// One line of the list.
struct Row {
    id: String,
    /// `all`, `part: …` or `open: …`.
    covered: String,
}

fn rows() -> Vec<Row> {
    // `| P-01 | …`, and neither the head of the table nor the line below it.
    let is_row = |line: &&str| line.strip_prefix("| ").is_some_and(|line| line.starts_with(char::is_uppercase));
    let lines = include_str!("rows.md").lines().filter(is_row);
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [id, _, _, covered] = cells[..] else { panic!("four cells: {line}") };
        Row { id: id.to_owned(), covered: covered.to_owned() }
    };
    lines.map(row).collect()
}

/// `b_01_foreign_posts_change_nothing` is about row B-01.
fn row_of(test: &str) -> Option<String> {
    let mut words = test.split('_');
    let (letter, number) = (words.next()?, words.next()?);
    let is_row = letter.len() == 1 && number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    is_row.then(|| format!("{}-{number}", letter.to_uppercase()))
}

/// The names of the tests in this folder and below.
fn tests(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).expect("the sources are here").flatten() {
        let path = entry.path();
        if path.is_dir() {
            names.extend(tests(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).expect("sources are text");
            let functions = source.split("#[tokio::test]\nasync fn ").skip(1);
            names.extend(functions.filter_map(|rest| rest.split('(').next().map(str::to_owned)));
        }
    }
    names
}

fn all_tests() -> Vec<String> {
    tests(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http"))
}

#[test]
fn every_covered_row_has_a_test_and_every_test_a_row() {
    let tested: BTreeSet<String> = all_tests().iter().filter_map(|name| row_of(name)).collect();
    let covered: BTreeSet<String> =
        rows().into_iter().filter(|row| !row.covered.starts_with("open")).map(|row| row.id).collect();
    assert_eq!(tested, covered);
    assert!(all_tests().iter().all(|name| row_of(name).is_some()), "{:?}", all_tests());
}

#[test]
fn a_row_says_how_much_of_it_is_covered() {
    for row in rows() {
        let known = row.covered == "all" || row.covered.starts_with("part: ") || row.covered.starts_with("open: ");
        assert!(known, "{}: {}", row.id, row.covered);
    }
}

/// A row that is listed twice, or left out, would hide.
#[test]
fn rows_are_numbered_without_a_gap() {
    let rows = rows();
    for (family, count) in [('P', 14), ('E', 6), ('L', 16), ('S', 12), ('B', 11), ('R', 9), ('H', 13)] {
        let ids: Vec<&str> = rows.iter().filter(|row| row.id.starts_with(family)).map(|row| row.id.as_str()).collect();
        let expected: Vec<String> = (1..=count).map(|number| format!("{family}-{number:02}")).collect();
        assert_eq!(ids, expected);
    }
}

/// The table that people read is written by a run; this notices when one is due.
#[test]
fn the_published_table_has_every_row_and_every_test() {
    let table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/security-evidence.md"));
    let table = table.expect("docs/security-evidence.md: run `cargo xtask evidence`");
    for row in rows() {
        let cells = format!("| {} | ", row.id);
        let line = table.lines().find(|line| line.starts_with(&cells));
        let line = line.unwrap_or_else(|| panic!("{}: run `cargo xtask evidence`", row.id));
        assert!(line.contains(&row.covered), "{}: run `cargo xtask evidence`", row.id);
    }
    for test in all_tests() {
        assert!(table.contains(&format!("`{test}`")), "{test}: run `cargo xtask evidence`");
    }
}

#[test]
fn a_row_is_read_from_a_name() {
    assert_eq!(row_of("b_01_foreign_posts_change_nothing").as_deref(), Some("B-01"));
    assert_eq!(row_of("a_helper"), None);
}
