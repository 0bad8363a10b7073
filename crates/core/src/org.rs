//! Organisations: their names, their domains, and the ways in.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use time::Duration;

use crate::field::FieldError;

/// The longest name in code points.
pub const MAX_NAME: u16 = 80;

/// How long an invitation waits (L-05, O-06: at most seven days).
pub const INVITATION_LIFE: Duration = Duration::days(7);

/// The name of an organisation, on one line.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrgName(String);

impl OrgName {
    /// The name as its owner spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two spellings of one name have in common: case and rooms are taken out.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl FromStr for OrgName {
    type Err = FieldError;

    fn from_str(raw: &str) -> Result<Self, FieldError> {
        let name = raw.trim();
        if name.is_empty() {
            return Err(FieldError::Required);
        }
        if name.chars().any(char::is_control) {
            return Err(FieldError::NotOneLine);
        }
        if name.chars().count() > usize::from(MAX_NAME) {
            return Err(FieldError::TooLong { max: MAX_NAME });
        }
        Ok(Self(name.to_owned()))
    }
}

impl fmt::Display for OrgName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What somebody is in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Made it, or was given it.
    Owner,
    /// Manages it.
    Admin,
    /// Belongs to it.
    Member,
}

impl Role {
    /// Every role there is.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Admin, Self::Member];

    /// The word that stands for it in a store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Member => "member",
        }
    }

    /// The role of a word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether it may do all that the other may: each role does what those below it do.
    #[must_use]
    pub const fn is_at_least(self, other: Self) -> bool {
        self.power() >= other.power()
    }

    const fn power(self) -> u8 {
        match self {
            Self::Owner => 2,
            Self::Admin => 1,
            Self::Member => 0,
        }
    }
}

/// What people whose address is at an organisation's domain may do. Nobody is let in without pressing a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DomainRule {
    /// Join at once.
    Join,
    /// Ask to be let in.
    Ask,
}

impl DomainRule {
    /// The word that stands for it in a store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Ask => "ask",
        }
    }

    /// The rule of a word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Join, Self::Ask].into_iter().find(|rule| rule.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::{OrgName, Role};
    use crate::field::FieldError;

    #[test]
    fn a_name_is_one_line_with_something_on_it() {
        assert_eq!("  Acme  Ltd ".parse::<OrgName>().map(|name| name.key()), Ok("acme ltd".to_owned()));
        assert_eq!("  ".parse::<OrgName>(), Err(FieldError::Required));
        assert_eq!("Acme\r\nBcc: x".parse::<OrgName>(), Err(FieldError::NotOneLine));
        assert_eq!("x".repeat(81).parse::<OrgName>(), Err(FieldError::TooLong { max: 80 }));
    }

    #[test]
    fn a_role_does_what_those_below_it_do() {
        for (at, role) in Role::ALL.into_iter().enumerate() {
            for (below, other) in Role::ALL.into_iter().enumerate() {
                assert_eq!(role.is_at_least(other), at <= below, "{role:?} {other:?}");
            }
        }
    }
}
