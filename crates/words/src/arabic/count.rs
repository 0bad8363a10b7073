//! Numbers with their nouns, spans and days.

use super::bidi::ltr;

/// A noun as each number wants it (CLDR's plural rules of Arabic): none and one and two by themselves, 3 to 10 a plural,
/// 11 to 99 a singular in the accusative, and whole hundreds one in the genitive. Longer numbers want what their end wants.
#[derive(Clone, Copy)]
pub(super) struct Noun {
    one: &'static str,
    two: &'static str,
    few: &'static str,
    many: &'static str,
    other: &'static str,
}

impl Noun {
    /// After a preposition: "بعد ثانيتين".
    pub(super) const SECOND: Self =
        Self {
            one: "ثانية واحدة", two: "ثانيتين", few: "ثوانٍ", many: "ثانية", other: "ثانية"
        };
    /// After a preposition.
    pub(super) const MINUTE: Self =
        Self {
            one: "دقيقة واحدة", two: "دقيقتين", few: "دقائق", many: "دقيقة", other: "دقيقة"
        };
    /// As an object: "لمدة يومين".
    pub(super) const DAY: Self =
        Self { one: "يوم واحد", two: "يومين", few: "أيام", many: "يومًا", other: "يوم" };
    /// As an object: "استخدم حرفين".
    pub(super) const CHARACTER: Self =
        Self {
            one: "حرفًا واحدًا", two: "حرفين", few: "أحرف", many: "حرفًا", other: "حرف"
        };
    /// As a subject.
    pub(super) const BACKUP_CODE: Self = Self {
        one: "رمز احتياطي واحد",
        two: "رمزان احتياطيان",
        few: "رموز احتياطية",
        many: "رمزًا احتياطيًا",
        other: "رمز احتياطي",
    };
    /// As a subject.
    pub(super) const SESSION: Self =
        Self {
            one: "جلسة واحدة", two: "جلستان", few: "جلسات", many: "جلسة", other: "جلسة"
        };
    /// After a preposition.
    pub(super) const OTHER_SESSION: Self =
        Self {
            one: "جلسة أخرى واحدة", two: "جلستين أخريين", few: "جلسات أخرى", many: "جلسة أخرى", other: "جلسة أخرى"
        };
    /// As a subject.
    pub(super) const THING: Self =
        Self { one: "أمر واحد", two: "أمران", few: "أمور", many: "أمرًا", other: "أمر" };
}

/// A number with its noun: one and two are said by the noun alone.
pub(super) fn counted(number: u64, noun: Noun) -> String {
    match (number, number % 100) {
        (1, _) => noun.one.to_owned(),
        (2, _) => noun.two.to_owned(),
        (_, 3..=10) => format!("{number} {}", noun.few),
        (_, 11..=99) => format!("{number} {}", noun.many),
        _ => format!("{number} {}", noun.other),
    }
}

/// A wait in words, as it stands after "بعد": exact below two minutes, and in whole minutes above.
pub(super) fn duration(seconds: u64) -> String {
    match seconds {
        0..=119 => counted(seconds, Noun::SECOND),
        _ => counted(seconds.div_ceil(60), Noun::MINUTE),
    }
}

/// A day as people say it: `2027-03-03` is 3 مارس 2027. What is no day is a time in digits.
pub(super) fn date(day: &str) -> String {
    const MONTHS: [&str; 12] =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
    let said = crate::day::said(day, |year, month, day| format!("{day} {} {year}", MONTHS[month]));
    if said == day { ltr(day) } else { said }
}
