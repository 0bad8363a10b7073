//! What an application wants to know of its users: a schema, and the values that fit it.

use serde::{Deserialize, Serialize};
use time::{Date, Month, OffsetDateTime};

use crate::{field::FieldError, login_state::PropertyName};

/// One thing to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// Its name: what the application reads it by, and what the form posts.
    pub name: PropertyName,
    /// What people see above the field, in the operator's own words.
    pub label: String,
    /// Why it is asked, in the operator's own words.
    pub why: Option<String>,
    /// What a value looks like.
    pub kind: PropertyKind,
    /// Who must have a value.
    pub required: Required,
}

/// Who must have a value of a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Required {
    /// Nobody.
    No,
    /// Everybody.
    Everybody,
    /// Whoever came at this time or later.
    Since(OffsetDateTime),
}

/// What a value looks like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PropertyKind {
    /// One line, at most so many code points.
    Text {
        /// How many.
        max: u16,
    },
    /// Several lines, at most so many code points.
    LongText {
        /// How many.
        max: u16,
    },
    /// A whole number.
    Number {
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// A day of the calendar: `2026-11-25`.
    Date,
    /// One of these.
    Choice {
        /// What can be chosen.
        choices: Vec<String>,
    },
    /// Yes or no; both are answers.
    Checkbox,
    /// An address of the web.
    Url,
    /// Terms that have to be agreed to.
    Terms {
        /// Where they can be read.
        url: String,
    },
}

/// The word for a box that was ticked, and for one that wasn't.
pub const YES: &str = "yes";
/// See [`YES`].
pub const NO: &str = "no";

impl Property {
    /// Whether an account that began at `created_at` must have a value.
    #[must_use]
    pub fn is_required_of(&self, created_at: OffsetDateTime) -> bool {
        match self.required {
            Required::No => false,
            Required::Everybody => true,
            Required::Since(since) => created_at >= since,
        }
    }

    /// Whether a kept value still is one: the schema may have changed since.
    #[must_use]
    pub fn fits(&self, kept: &str) -> bool {
        match &self.kind {
            PropertyKind::Checkbox => matches!(kept, YES | NO),
            PropertyKind::Terms { .. } => kept == YES,
            _ => self.accept(Some(kept)).is_ok_and(|accepted| accepted == kept),
        }
    }

    /// Reads what a form posted for this property; `None` is a field that wasn't sent, as an empty box isn't.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn accept(&self, posted: Option<&str>) -> Result<String, FieldError> {
        let typed = posted.unwrap_or_default().trim();
        match &self.kind {
            PropertyKind::Checkbox => Ok(if posted.is_some() { YES } else { NO }.to_owned()),
            PropertyKind::Terms { .. } if posted.is_some() => Ok(YES.to_owned()),
            PropertyKind::Terms { .. } => Err(FieldError::NotTicked),
            _ if typed.is_empty() => Err(FieldError::Required),
            PropertyKind::Text { max } => one_line(typed, *max),
            PropertyKind::LongText { max } => bounded(&typed.replace("\r\n", "\n"), *max),
            PropertyKind::Number { min, max } => number(typed, *min, *max),
            PropertyKind::Date => date(typed),
            PropertyKind::Choice { choices } if choices.iter().any(|choice| choice == typed) => Ok(typed.to_owned()),
            PropertyKind::Choice { .. } => Err(FieldError::NotAChoice),
            PropertyKind::Url => url(typed),
        }
    }
}

fn one_line(typed: &str, max: u16) -> Result<String, FieldError> {
    if typed.chars().any(char::is_control) { Err(FieldError::NotOneLine) } else { bounded(typed, max) }
}

fn bounded(typed: &str, max: u16) -> Result<String, FieldError> {
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if typed.chars().any(is_control) {
        return Err(FieldError::NotOneLine);
    }
    if typed.chars().count() > usize::from(max) { Err(FieldError::TooLong { max }) } else { Ok(typed.to_owned()) }
}

fn number(typed: &str, min: i64, max: i64) -> Result<String, FieldError> {
    let number: i64 = typed.parse().map_err(|_| FieldError::MalformedNumber)?;
    match number {
        _ if number < min => Err(FieldError::NumberTooSmall { min }),
        _ if number > max => Err(FieldError::NumberTooLarge { max }),
        _ => Ok(number.to_string()),
    }
}

/// The one form that every browser's date field posts, whatever it shows: `2026-11-25`.
fn date(typed: &str) -> Result<String, FieldError> {
    let date = || {
        let mut parts = typed.splitn(3, '-').map(|part| part.bytes().all(|b| b.is_ascii_digit()).then_some(part));
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let has_form = [(year, 4), (month, 2), (day, 2)].iter().all(|(part, digits)| part.len() == *digits);
        let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
        Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok().filter(|_| has_form)
    };
    date().map(|_| typed.to_owned()).ok_or(FieldError::MalformedDate)
}

/// `http` and `https` only: what is shown as a link must not run (B-09).
fn url(typed: &str) -> Result<String, FieldError> {
    const MAX: u16 = 2_048;
    let rest = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let is_plain = typed.chars().all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '\\'));
    if host.is_empty() || host.contains('@') || !is_plain {
        return Err(FieldError::MalformedUrl);
    }
    bounded(typed, MAX)
}

#[cfg(test)]
mod tests {
    use time::{Duration, OffsetDateTime};

    use super::{Property, PropertyKind, Required};
    use crate::{field::FieldError, login_state::PropertyName};

    fn property(kind: PropertyKind) -> Property {
        let (name, label) = (PropertyName("x".to_owned()), "X".to_owned());
        Property { name, label, why: None, kind, required: Required::Everybody }
    }

    #[track_caller]
    fn check(kind: PropertyKind, posted: Option<&str>, expected: Result<&str, FieldError>) {
        assert_eq!(property(kind).accept(posted).as_deref().map_err(|error| *error), expected, "{posted:?}");
    }

    #[test]
    fn each_kind_takes_what_fits_it() {
        let text = || PropertyKind::Text { max: 5 };
        check(text(), Some(" Ada "), Ok("Ada"));
        check(text(), Some("  "), Err(FieldError::Required));
        check(text(), Some("A\nB"), Err(FieldError::NotOneLine));
        check(text(), Some("Adelie"), Err(FieldError::TooLong { max: 5 }));
        check(PropertyKind::LongText { max: 5 }, Some("a\r\nb"), Ok("a\nb"));
        let number = || PropertyKind::Number { min: 1, max: 10 };
        check(number(), Some("+7"), Ok("7"));
        check(number(), Some("7.5"), Err(FieldError::MalformedNumber));
        check(number(), Some("0"), Err(FieldError::NumberTooSmall { min: 1 }));
        check(number(), Some("11"), Err(FieldError::NumberTooLarge { max: 10 }));
        check(PropertyKind::Date, Some("2024-02-29"), Ok("2024-02-29"));
        check(PropertyKind::Date, Some("2026-02-29"), Err(FieldError::MalformedDate));
        let choice = || PropertyKind::Choice { choices: vec!["red".to_owned(), "blue".to_owned()] };
        check(choice(), Some("blue"), Ok("blue"));
        check(choice(), Some("green"), Err(FieldError::NotAChoice));
        check(PropertyKind::Checkbox, None, Ok("no"));
        check(PropertyKind::Checkbox, Some("on"), Ok("yes"));
        check(PropertyKind::Url, Some("https://example.org/a"), Ok("https://example.org/a"));
        for url in ["javascript:alert(1)", "https://", "https://a@b", "https:///x", "https://a b"] {
            check(PropertyKind::Url, Some(url), Err(FieldError::MalformedUrl));
        }
        let terms = || PropertyKind::Terms { url: "https://example.org/terms".to_owned() };
        check(terms(), None, Err(FieldError::NotTicked));
        check(terms(), Some("on"), Ok("yes"));
    }

    #[test]
    fn a_kept_value_fits_as_long_as_the_schema_takes_it() {
        let fits = |kind, kept| property(kind).fits(kept);
        let choice = || PropertyKind::Choice { choices: vec!["red".to_owned()] };
        assert!(fits(choice(), "red") && !fits(choice(), "blue"));
        assert!(fits(PropertyKind::Text { max: 3 }, "Ada") && !fits(PropertyKind::Text { max: 2 }, "Ada"));
        assert!(fits(PropertyKind::LongText { max: 9 }, "a\nb") && !fits(PropertyKind::Text { max: 9 }, "a\nb"));
        assert!(fits(PropertyKind::Checkbox, "no") && !fits(PropertyKind::Checkbox, "blue"));
        let terms = || PropertyKind::Terms { url: "https://example.org/terms".to_owned() };
        assert!(fits(terms(), "yes") && !fits(terms(), "no"), "no was an answer to a box, and is none to terms");
    }

    #[test]
    fn a_property_is_required_of_those_who_came_since() {
        let since = OffsetDateTime::UNIX_EPOCH;
        let property = Property { required: Required::Since(since), ..property(PropertyKind::Date) };
        assert!(property.is_required_of(since));
        assert!(!property.is_required_of(since - Duration::SECOND));
    }
}
