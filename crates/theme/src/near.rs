//! The name that somebody probably meant.

/// The one of `names` that the fewest slips of the hand lead to, if they are few enough for its length.
pub(crate) fn near(name: &str, names: impl IntoIterator<Item = String>) -> Option<String> {
    let most = 1 + name.len() / 5;
    let slips = |known: String| (slips(name.as_bytes(), known.as_bytes()), known);
    names.into_iter().map(slips).filter(|(slips, _)| *slips <= most).min().map(|(_, known)| known)
}

/// How many letters are missing, too many, wrong, or in the place of their neighbour.
fn slips(one: &[u8], other: &[u8]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let swapped = i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b;
            let wrong = rows[i][j] + usize::from(a != b);
            let fewest = wrong.min(rows[i][j + 1] + 1).min(row[j] + 1);
            row.push(if swapped { fewest.min(rows[i - 1][j - 1] + 1) } else { fewest });
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::{near, slips};

    #[test]
    fn slips_are_counted() {
        for (one, other, expected) in
            [("", "abc", 3), ("abc", "abc", 0), ("acb", "abc", 1), ("ab", "abc", 1), ("xbc", "abc", 1)]
        {
            assert_eq!(slips(one.as_bytes(), other.as_bytes()), expected, "{one} {other}");
        }
    }

    #[test]
    fn a_near_name_is_offered_and_a_far_one_is_not() {
        let names = || ["log-in", "log-in-title", "cancel"].map(str::to_owned);
        for (name, expected) in [
            ("log-in-titel", Some("log-in-title")),
            ("login", Some("log-in")),
            ("LogIn", None),
            ("sign-in", None),
            ("", None),
        ] {
            assert_eq!(near(name, names()).as_deref(), expected, "{name}");
        }
    }
}
