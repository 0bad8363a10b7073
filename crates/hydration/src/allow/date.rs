//! The end of an allowance. Today is a parameter: the caller has the clock.

/// Whether and why an allowance with this end holds no more.
pub(super) fn flaw(until: &str, today: Option<&str>) -> Option<String> {
    let Some(today) = today else {
        return Some(format!("it ends on {until}, and the suite doesn't know today: tell it by Suite::today"));
    };
    for date in [until, today] {
        if !is_date(date) {
            return Some(format!("{date:?} is no date such as 2027-01-31"));
        }
    }
    // Dates that are written so are in the order of their letters.
    (until < today).then(|| format!("it ended on {until}, and today is {today}"))
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse::<u16>().ok())?
    };
    let [year, month, day] = parts[..] else { return false };
    number(year, 4).is_some()
        && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
        && number(day, 2).is_some_and(|day| (1..=31).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_holds_through_its_last_day() {
        assert_eq!(flaw("2027-01-31", Some("2026-11-26")), None);
        assert_eq!(flaw("2027-01-31", Some("2027-01-31")), None);
        assert_eq!(
            flaw("2027-01-31", Some("2027-02-01")).as_deref(),
            Some("it ended on 2027-01-31, and today is 2027-02-01")
        );
    }

    #[test]
    fn without_a_day_nothing_that_ends_holds() {
        let flaw = flaw("2027-01-31", None).expect("nobody knows today");
        assert!(flaw.contains("Suite::today"), "{flaw}");
    }

    #[test]
    fn what_is_no_date_holds_never() {
        for date in
            ["", "soon", "2027-1-31", "2027-13-01", "2027-01-32", "31-01-2027", "2027-01-31T00:00", "+027-01-31"]
        {
            assert!(flaw(date, Some("2026-11-26")).is_some(), "{date}");
            assert!(flaw("2027-01-31", Some(date)).is_some(), "{date}");
        }
    }
}
