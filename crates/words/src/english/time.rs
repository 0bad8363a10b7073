//! Spans and days.

/// A wait in words, exact below two minutes, and in whole minutes above: nobody counts 437 seconds.
pub(super) fn duration(seconds: u64) -> String {
    match seconds {
        1 => "1 second".to_owned(),
        0..=119 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}

/// A day as people say it: `2027-03-03` is 3 March 2027.
pub(super) fn date(day: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    crate::day::said(day, |year, month, day| format!("{day} {} {year}", MONTHS[month]))
}
