//! The languages that we speak, and which of them somebody reads.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

/// A language that we speak.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
    /// Arabic.
    Arabic,
}

impl Language {
    /// Every language there is.
    pub const ALL: [Self; 3] = [Self::English, Self::German, Self::Arabic];

    /// The tag for `lang` attributes (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Arabic => "ar",
        }
    }

    /// Its name, in itself: whoever looks for it reads no other.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::Arabic => "العربية",
        }
    }

    /// Which way its lines run.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::English | Self::German => Direction::Ltr,
            Self::Arabic => Direction::Rtl,
        }
    }

    /// The language that a tag means: `de-AT` is German. `None` for one that we don't speak.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        look_up(tag, &Self::ALL)
    }
}

/// The direction of text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of `dir`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The language of `offered` that an `Accept-Language` asks for (RFC 9110, 12.5.4), found by lookup (RFC 4647, 3.4): the
/// heaviest range first, each cut from its end until it names one. `None` when it asks for none of them; what isn't
/// written by the rules asks for nothing.
#[must_use]
pub fn negotiate(accept_language: &str, offered: &[Language]) -> Option<Language> {
    let mut ranges: Vec<(&str, u16)> = accept_language.split(',').filter_map(range).collect();
    let is_refused = |language: &Language| {
        ranges.iter().any(|(tag, weight)| *weight == 0 && tag.eq_ignore_ascii_case(language.tag()))
    };
    let offered: Vec<Language> = offered.iter().copied().filter(|language| !is_refused(language)).collect();
    ranges.retain(|(_, weight)| *weight > 0);
    // The sort keeps the order of equals, which is the order of the reader's list.
    ranges.sort_by_key(|(_, weight)| Reverse(*weight));
    ranges.into_iter().find_map(|(tag, _)| if tag == "*" { offered.first().copied() } else { look_up(tag, &offered) })
}

/// A range and its weight in thousandths.
fn range(text: &str) -> Option<(&str, u16)> {
    match text.split_once(';') {
        None => Some((text.trim(), 1000)),
        Some((tag, parameter)) => Some((tag.trim(), weight(parameter.trim())?)),
    }
}

/// `q=0.8` is 800.
fn weight(parameter: &str) -> Option<u16> {
    let value = parameter.strip_prefix(['q', 'Q'])?.strip_prefix('=')?;
    let (whole, rest) = value.split_once('.').unwrap_or((value, ""));
    let is_written = matches!(whole, "0" | "1") && rest.len() <= 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
    let thousandths: u16 = format!("{whole}{rest:0<3}").parse().ok().filter(|_| is_written)?;
    (thousandths <= 1000).then_some(thousandths)
}

/// Cuts a range from its end until it names a language; with it goes a single letter or digit, which only leads what
/// stood behind it.
fn look_up(range: &str, offered: &[Language]) -> Option<Language> {
    let mut range = range;
    loop {
        if let Some(found) = offered.iter().find(|language| language.tag().eq_ignore_ascii_case(range)) {
            return Some(*found);
        }
        let (shorter, _) = range.rsplit_once('-')?;
        range = match shorter.rsplit_once('-') {
            Some((rest, single)) if single.len() == 1 => rest,
            _ => shorter,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::{Direction, Language, negotiate};
    use Language::{Arabic, English, German};

    #[track_caller]
    fn check(accept: &str, offered: &[Language], expected: Option<Language>) {
        assert_eq!(negotiate(accept, offered), expected, "{accept:?}");
    }

    #[test]
    fn a_tag_is_understood_however_long_it_is() {
        for (tag, language) in [
            ("de", Some(German)),
            ("DE-at", Some(German)),
            ("de-Latn-DE-1996", Some(German)),
            ("ar-EG-u-nu-latn", Some(Arabic)),
            ("en-GB-x-ours", Some(English)),
            ("fr", None),
            ("den", None),
            ("x-de", None),
            ("de_AT", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag}");
        }
    }

    #[test]
    fn every_language_understands_its_own_tag() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Arabic.direction(), Direction::Rtl);
    }

    #[test]
    fn the_heaviest_range_that_is_offered_wins() {
        let all = &Language::ALL;
        check("de-CH,de;q=0.9,en;q=0.8", all, Some(German));
        check("en;q=0.5, ar;q=0.51", all, Some(Arabic));
        check("fr-FR, fr;q=0.9, ar-MA;q=0.3, en;q=0.2", all, Some(Arabic));
        check("ar;q=0.7,de;q=0.7", all, Some(Arabic));
        check("de", &[English, Arabic], None);
        check("de, en", &[Arabic, English], Some(English));
    }

    #[test]
    fn a_star_is_the_hosts_first_that_nobody_refused() {
        check("*", &[German, English], Some(German));
        check("fr, *;q=0.1", &[German, English], Some(German));
        check("de;q=0, *", &[German, English], Some(English));
        check("en;q=0.2, *;q=0", &[German, English], Some(English));
        check("de;q=0.000", &[German], None);
    }

    #[test]
    fn what_is_not_written_by_the_rules_asks_for_nothing() {
        let all = &Language::ALL;
        for broken in ["", ",", ";q=1", "de;q=1.5", "de;q=2", "de;q=-1", "de;q=0.8888", "de;q=", "de;level=1", "ä", "-"]
        {
            check(broken, all, None);
        }
        check("de;q=nan, ar;q=0.1", all, Some(Arabic));
        check(" ,\tde ; Q=0.4 ,", all, Some(German));
        check(&"a-".repeat(4000), all, None);
    }
}
