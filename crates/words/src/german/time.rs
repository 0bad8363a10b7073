//! Spans and days.

/// A wait in words, exact below two minutes, and in whole minutes above. After "in" and "nach" it bends as it does alone.
pub(super) fn duration(seconds: u64) -> String {
    match seconds {
        1 => "1 Sekunde".to_owned(),
        0..=119 => format!("{seconds} Sekunden"),
        _ => format!("{} Minuten", seconds.div_ceil(60)),
    }
}

/// A day as people say it: `2027-03-03` is 3. März 2027.
pub(super) fn date(day: &str) -> String {
    const MONTHS: [&str; 12] = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    crate::day::said(day, |year, month, day| format!("{day}. {} {year}", MONTHS[month]))
}
