//! Where people read the mail of well-known domains, so that a page can lead there.

/// A place where mail is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailProvider {
    /// What people call it.
    pub name: &'static str,
    /// Its page. It carries nothing of ours: no address, no search.
    pub url: &'static str,
}

const fn provider(name: &'static str, url: &'static str) -> MailProvider {
    MailProvider { name, url }
}

const GMAIL: MailProvider = provider("Gmail", "https://mail.google.com/");
const OUTLOOK: MailProvider = provider("Outlook", "https://outlook.live.com/mail/");
const ICLOUD: MailProvider = provider("iCloud Mail", "https://www.icloud.com/mail");
const YAHOO: MailProvider = provider("Yahoo Mail", "https://mail.yahoo.com/");
const PROTON: MailProvider = provider("Proton Mail", "https://mail.proton.me/");
const GMX: MailProvider = provider("GMX", "https://www.gmx.net/");
const WEB_DE: MailProvider = provider("WEB.DE", "https://web.de/");
const FASTMAIL: MailProvider = provider("Fastmail", "https://app.fastmail.com/");

/// Domains whose mail is read at one place by everybody. A company's own domain tells nothing about that, even if the
/// same provider carries its mail.
const DOMAINS: [(&str, MailProvider); 16] = [
    ("gmail.com", GMAIL),
    ("googlemail.com", GMAIL),
    ("outlook.com", OUTLOOK),
    ("hotmail.com", OUTLOOK),
    ("live.com", OUTLOOK),
    ("icloud.com", ICLOUD),
    ("me.com", ICLOUD),
    ("mac.com", ICLOUD),
    ("yahoo.com", YAHOO),
    ("proton.me", PROTON),
    ("protonmail.com", PROTON),
    ("pm.me", PROTON),
    ("gmx.net", GMX),
    ("gmx.de", GMX),
    ("web.de", WEB_DE),
    ("fastmail.com", FASTMAIL),
];

/// Where the mail of this address is read, if everybody at its domain reads it there.
#[must_use]
pub fn of(email: &str) -> Option<MailProvider> {
    let (_, domain) = email.rsplit_once('@')?;
    DOMAINS.iter().find(|(known, _)| domain.eq_ignore_ascii_case(known)).map(|(_, provider)| *provider)
}

#[cfg(test)]
mod tests {
    use super::{DOMAINS, of};

    #[track_caller]
    fn check(email: &str, expected: Option<&str>) {
        assert_eq!(of(email).map(|provider| provider.url), expected);
    }

    #[test]
    fn a_known_domain_leads_to_its_mail_and_no_other_does() {
        check("ada@gmail.com", Some("https://mail.google.com/"));
        check("ada@GoogleMail.com", Some("https://mail.google.com/"));
        check("ada@example.org", None);
        check("ada@notgmail.com", None);
        check("ada@mail.gmail.com", None);
        check("gmail.com", None);
        check("", None);
    }

    #[test]
    fn every_place_is_reached_by_https_and_every_domain_is_listed_once() {
        for (at, (domain, provider)) in DOMAINS.iter().enumerate() {
            assert!(provider.url.starts_with("https://"), "{domain}");
            assert!(DOMAINS.iter().skip(at + 1).all(|(other, _)| other != domain), "{domain}");
        }
    }
}
