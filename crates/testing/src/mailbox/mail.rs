//! A mail as its reader sees it.

use mailparse::{MailHeaderMap, ParsedMail};

/// A mail that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Who sent it, as the envelope says.
    pub sender: String,
    /// Whom it is for, as the envelope says.
    pub recipients: Vec<String>,
    /// The headers in order, decoded.
    pub headers: Vec<(String, String)>,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
    /// Every byte of it.
    pub raw: String,
}

impl Mail {
    pub(super) fn read(sender: String, recipients: Vec<String>, raw: &[u8]) -> Self {
        let parsed = mailparse::parse_mail(raw).expect("the server sends mail that can be read");
        let headers = parsed.headers.iter().map(|header| (header.get_key(), header.get_value())).collect();
        Self {
            sender,
            recipients,
            headers,
            subject: parsed.headers.get_first_value("Subject").unwrap_or_default(),
            text: part(&parsed, "text/plain").unwrap_or_default(),
            html: part(&parsed, "text/html").unwrap_or_default(),
            raw: String::from_utf8_lossy(raw).into_owned(),
        }
    }

    /// Whether it is for this address.
    #[must_use]
    pub fn is_to(&self, address: &str) -> bool {
        self.recipients.iter().any(|recipient| recipient.eq_ignore_ascii_case(address))
    }

    /// The six digits in it, if it carries any.
    #[must_use]
    pub fn find_code(&self) -> Option<String> {
        let digits = |word: &str, count: usize| word.len() == count && word.bytes().all(|byte| byte.is_ascii_digit());
        let words: Vec<&str> = self.text.split_whitespace().collect();
        let whole = words.iter().find(|word| digits(word, 6)).map(|word| (*word).to_owned());
        let halves = words.windows(2).find(|pair| digits(pair[0], 3) && digits(pair[1], 3)).map(<[&str]>::concat);
        halves.or(whole)
    }

    /// The six digits in it.
    ///
    /// # Panics
    /// When there are none.
    #[must_use]
    pub fn code(&self) -> String {
        self.find_code().unwrap_or_else(|| panic!("no code in: {}", self.text))
    }

    /// The first link in it.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn link(&self) -> String {
        let link =
            self.text.split_whitespace().find(|word| word.starts_with("http://") || word.starts_with("https://"));
        link.unwrap_or_else(|| panic!("no link in: {}", self.text)).to_owned()
    }
}

/// The first part of this type, however deep.
fn part(mail: &ParsedMail<'_>, kind: &str) -> Option<String> {
    if mail.ctype.mimetype.eq_ignore_ascii_case(kind) {
        return mail.get_body().ok();
    }
    mail.subparts.iter().find_map(|subpart| part(subpart, kind))
}

#[cfg(test)]
mod tests {
    use super::Mail;

    #[track_caller]
    fn check(text: &str, code: Option<&str>) {
        let raw = format!(
            "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
        );
        let mail = Mail::read("a@example.org".to_owned(), vec!["b@example.org".to_owned()], raw.as_bytes());
        assert_eq!((mail.subject.as_str(), mail.find_code().as_deref()), ("Grüße", code), "{text:?}");
    }

    #[test]
    fn a_code_is_found_whole_or_in_two_groups() {
        check("Type this code:\r\n\r\n482 913\r\n", Some("482913"));
        check("Your code is 482913", Some("482913"));
        check("In 10 minutes, or 4821 hours, or never", None);
    }
}
