//! Email addresses.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An address that mail can be sent to.
///
/// Surrounding spaces are dropped and the domain is lowercased; the local part keeps its spelling, since only the
/// receiving server knows whether it matters. Two addresses are the same account when their [`key`](Self::key) is equal.
///
/// The syntax is the one that mail systems deliver: one `@`, a local part of at most 64 and a whole of at most 254
/// bytes (RFC 5321 4.5.3.1), no spaces, no control characters, a domain with a dot or `localhost`. Quoted local parts
/// and address literals are refused: nobody logs in with one, and header injection begins with them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// Why a text is no [`EmailAddress`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EmailError {
    /// Nothing but spaces.
    #[error("the address is empty")]
    Empty,
    /// More than 254 bytes, or more than 64 before the `@`.
    #[error("the address is too long")]
    TooLong,
    /// Anything else that keeps mail from being delivered.
    #[error("the address is malformed")]
    Malformed,
}

const MAX_LOCAL: usize = 64;
const MAX_TOTAL: usize = 254;

impl EmailAddress {
    /// The address as it is written to.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What makes two spellings one account: the whole address in lower case.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }

    /// The part before the `@`.
    #[must_use]
    pub fn local(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }

    /// The part behind the `@`, in lower case: what an organisation's domain is compared with.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The address with most of its local part hidden (`a•••@example.org`), for people who have proven nothing.
    #[must_use]
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        let first: String = local.chars().take(1).collect();
        format!("{first}•••@{domain}")
    }
}

impl FromStr for EmailAddress {
    type Err = EmailError;

    fn from_str(raw: &str) -> Result<Self, EmailError> {
        if raw.chars().any(char::is_control) {
            return Err(EmailError::Malformed);
        }
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            return Err(EmailError::Empty);
        }
        if trimmed.len() > MAX_TOTAL {
            return Err(EmailError::TooLong);
        }
        let (local, domain) = trimmed.split_once('@').ok_or(EmailError::Malformed)?;
        if local.len() > MAX_LOCAL {
            return Err(EmailError::TooLong);
        }
        let domain = domain.to_lowercase();
        if is_local(local) && is_domain(&domain) {
            Ok(Self(format!("{local}@{domain}")))
        } else {
            Err(EmailError::Malformed)
        }
    }
}

fn is_local(local: &str) -> bool {
    let forbidden = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '(' | ')' | ',' | ':' | ';' | '<' | '>' | '@' | '[' | '\\' | ']')
    };
    !local.is_empty() && !local.contains(forbidden) && local.split('.').all(|atom| !atom.is_empty())
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    (domain == "localhost" || domain.contains('.')) && domain.split('.').all(is_label)
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = EmailError;

    fn try_from(raw: String) -> Result<Self, EmailError> {
        raw.parse()
    }
}

impl From<EmailAddress> for String {
    fn from(email: EmailAddress) -> Self {
        email.0
    }
}

#[cfg(test)]
mod tests {
    use super::{EmailAddress, EmailError};

    #[track_caller]
    fn check(raw: &str, expected: Result<&str, EmailError>) {
        let parsed = raw.parse::<EmailAddress>();
        assert_eq!(parsed.as_ref().map(EmailAddress::as_str).map_err(|error| *error), expected, "{raw:?}");
    }

    #[test]
    fn an_address_keeps_its_local_part_and_lowercases_its_domain() {
        check(" Ada@Example.ORG ", Ok("Ada@example.org"));
        check("ada+news@example.org", Ok("ada+news@example.org"));
        check("o'hara@example.org", Ok("o'hara@example.org"));
        check("ada@localhost", Ok("ada@localhost"));
        check("用户@例子.广告", Ok("用户@例子.广告"));
    }

    #[test]
    fn what_cannot_be_delivered_is_refused() {
        for raw in [
            "ada",
            "@example.org",
            "ada@",
            "ada@example",
            "a da@example.org",
            "ada@exa mple.org",
            "ada@@example.org",
            "ada@-x.org",
            "ada@x..org",
            ".ada@x.org",
            "a..b@x.org",
            "\"a b\"@x.org",
            "ada@[127.0.0.1]",
            "ada@x.org,b@x.org",
            "<ada@x.org>",
            "ada@x.org\r\nBcc: b@x.org",
            "ada\0@x.org",
            "ada@x.org\n",
        ] {
            check(raw, Err(EmailError::Malformed));
        }
        check("", Err(EmailError::Empty));
        check("   ", Err(EmailError::Empty));
        check(&format!("{}@example.org", "a".repeat(65)), Err(EmailError::TooLong));
        check(&format!("a@{}.org", "b".repeat(10_000)), Err(EmailError::TooLong));
    }

    #[test]
    fn two_spellings_of_one_address_share_their_key() {
        let key = |raw: &str| raw.parse::<EmailAddress>().expect("well formed").key();
        assert_eq!(key("Ada@Example.org"), key("ada@example.org"));
    }

    #[test]
    fn a_masked_address_tells_its_first_letter_and_its_domain() {
        let masked = "ada@example.org".parse::<EmailAddress>().expect("well formed").masked();
        assert_eq!(masked, "a•••@example.org");
    }
}
