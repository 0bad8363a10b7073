//! Times as people and files read them.

use time::OffsetDateTime;

/// A moment to the minute, with its zone: `2026-11-25 14:03 UTC`.
pub(crate) fn to_the_minute(time: OffsetDateTime) -> String {
    let time = time.to_offset(time::UtcOffset::UTC);
    format!("{} {:02}:{:02} UTC", to_the_day(time), time.hour(), time.minute())
}

/// A day: `2026-11-25`.
pub(crate) fn to_the_day(time: OffsetDateTime) -> String {
    time.to_offset(time::UtcOffset::UTC).date().to_string()
}

#[cfg(test)]
mod tests {
    use super::to_the_minute;
    use time::{Duration, OffsetDateTime};

    #[test]
    fn a_minute_is_written_with_its_zone() {
        let time = OffsetDateTime::UNIX_EPOCH + Duration::days(20_782) + Duration::minutes(843) + Duration::seconds(59);
        assert_eq!(to_the_minute(time), "2026-11-25 14:03 UTC");
    }
}
