//! Between rows and values. Times are Unix milliseconds, rounded down, on both sides of every comparison.

use sqlx::{
    Decode, Row, Sqlite, SqliteConnection, Type,
    query::Query,
    sqlite::{SqliteArguments, SqliteRow},
};
use time::OffsetDateTime;
use vestibule_core::email::EmailAddress;
use vestibule_store::{Digest, Sealed, StoreError};

use crate::error::failure;

/// Writes within a transaction, and says how many rows were changed.
pub(crate) async fn run(
    connection: &mut SqliteConnection,
    statement: Query<'_, Sqlite, SqliteArguments>,
) -> Result<u64, StoreError> {
    statement.execute(connection).await.map(|done| done.rows_affected()).map_err(failure)
}

/// The one row of a write that claims something, if there was something to claim; or of a read within a transaction.
pub(crate) async fn one(
    connection: &mut SqliteConnection,
    statement: Query<'_, Sqlite, SqliteArguments>,
) -> Result<Option<SqliteRow>, StoreError> {
    statement.fetch_optional(connection).await.map_err(failure)
}

pub(crate) fn millis(time: OffsetDateTime) -> i64 {
    time.unix_timestamp() * 1_000 + i64::from(time.millisecond())
}

pub(crate) fn duration_millis(duration: time::Duration) -> i64 {
    duration.whole_seconds().saturating_mul(1_000).saturating_add(i64::from(duration.subsec_milliseconds()))
}

/// One column. Its name is all that a failure tells: what it holds may be personal.
pub(crate) fn get<'r, T: Decode<'r, Sqlite> + Type<Sqlite>>(
    row: &'r SqliteRow,
    column: &'static str,
) -> Result<T, StoreError> {
    row.try_get(column).map_err(|_| StoreError::Corrupt(column))
}

pub(crate) fn get_time(row: &SqliteRow, column: &'static str) -> Result<OffsetDateTime, StoreError> {
    time(get(row, column)?, column)
}

pub(crate) fn get_time_if_any(row: &SqliteRow, column: &'static str) -> Result<Option<OffsetDateTime>, StoreError> {
    get::<Option<i64>>(row, column)?.map(|millis| time(millis, column)).transpose()
}

fn time(millis: i64, column: &'static str) -> Result<OffsetDateTime, StoreError> {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(millis) * 1_000_000).map_err(|_| StoreError::Corrupt(column))
}

pub(crate) fn get_count(row: &SqliteRow, column: &'static str) -> Result<u16, StoreError> {
    u16::try_from(get::<i64>(row, column)?).map_err(|_| StoreError::Corrupt(column))
}

pub(crate) fn get_email(row: &SqliteRow, column: &'static str) -> Result<EmailAddress, StoreError> {
    get::<&str>(row, column)?.parse().map_err(|_| StoreError::Corrupt(column))
}

pub(crate) fn get_email_if_any(row: &SqliteRow, column: &'static str) -> Result<Option<EmailAddress>, StoreError> {
    let text = get::<Option<&str>>(row, column)?;
    text.map(|text| text.parse().map_err(|_| StoreError::Corrupt(column))).transpose()
}

/// A word of a closed list.
pub(crate) fn get_word<T>(
    row: &SqliteRow,
    column: &'static str,
    from_name: fn(&str) -> Option<T>,
) -> Result<T, StoreError> {
    from_name(get(row, column)?).ok_or(StoreError::Corrupt(column))
}

pub(crate) fn get_sealed_if_any(row: &SqliteRow, column: &'static str) -> Result<Option<Sealed>, StoreError> {
    Ok(get::<Option<Vec<u8>>>(row, column)?.map(Sealed))
}

pub(crate) fn get_digest(row: &SqliteRow, column: &'static str) -> Result<Digest, StoreError> {
    get::<&[u8]>(row, column)?.try_into().map(Digest).map_err(|_| StoreError::Corrupt(column))
}

#[cfg(test)]
mod tests {
    use super::{duration_millis, millis};
    use time::{Duration, OffsetDateTime};

    #[test]
    fn a_time_is_rounded_down_to_its_millisecond() {
        let check = |nanos, expected| {
            let time = OffsetDateTime::from_unix_timestamp_nanos(nanos).expect("in range");
            assert_eq!(millis(time), expected, "{nanos}");
        };
        check(0, 0);
        check(1_999_999, 1);
        check(-1, -1);
        check(1_800_000_000_123_000_000, 1_800_000_000_123);
    }

    #[test]
    fn an_endless_duration_is_the_longest_that_fits() {
        assert_eq!(duration_millis(Duration::milliseconds(90_500)), 90_500);
        assert_eq!(duration_millis(Duration::MAX), i64::MAX);
    }
}
