//! The address under which people reach us. It is configured and never learned from a request (L-06, L-07).

use std::net::IpAddr;

use thiserror::Error;
use url::{Host, Url};
use vestibule_core::mount::Mount;

/// Our own origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    authority: String,
    secure: bool,
    loopback: bool,
    /// What the names of our cookies begin with.
    cookies: String,
}

/// Why a text is no base URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BaseUrlError {
    /// Not a URL at all.
    #[error("base_url is not a URL")]
    Malformed,
    /// A path, a query, a fragment, or a user name.
    #[error("base_url must be an origin: scheme, host and port, nothing behind")]
    NotAnOrigin,
    /// Plain http to somewhere that isn't this machine.
    #[error("base_url must be https, except on localhost")]
    NotSecure,
}

impl BaseUrl {
    /// Reads an origin: `https://login.example.com`, or `http://localhost:3000` on this machine.
    ///
    /// # Errors
    /// [`BaseUrlError`] says which rule it breaks.
    pub fn parse(text: &str) -> Result<Self, BaseUrlError> {
        let url = Url::parse(text).map_err(|_| BaseUrlError::Malformed)?;
        let host = url.host().ok_or(BaseUrlError::Malformed)?;
        let loopback = match host {
            Host::Domain(name) => name == "localhost" || name.ends_with(".localhost"),
            Host::Ipv4(ip) => IpAddr::V4(ip).is_loopback(),
            Host::Ipv6(ip) => IpAddr::V6(ip).is_loopback(),
        };
        let is_origin = url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        if !is_origin {
            return Err(BaseUrlError::NotAnOrigin);
        }
        let secure = match url.scheme() {
            "https" => true,
            "http" if loopback => false,
            "http" => return Err(BaseUrlError::NotSecure),
            _ => return Err(BaseUrlError::Malformed),
        };
        let authority = match url.port() {
            Some(port) => format!("{host}:{port}", host = url.host_str().unwrap_or_default()),
            None => url.host_str().unwrap_or_default().to_owned(),
        };
        Ok(Self {
            origin: format!("{}://{authority}", url.scheme()),
            authority,
            secure,
            loopback,
            cookies: String::new(),
        })
    }

    /// The same origin, on which our pages stand below a path: their cookies are named for it, so that two of us on one
    /// host don't take each other's. Cookies with the prefix `__Host-` can't be told apart by their path (RFC 6265bis,
    /// 4.1.3.2).
    #[must_use]
    pub fn below(self, mount: Mount) -> Self {
        let path = mount.as_str().trim_start_matches('/');
        let cookies = if path.is_empty() { String::new() } else { format!("{}.", path.replace('/', ".")) };
        Self { cookies, ..self }
    }

    /// What the names of our cookies begin with.
    pub(crate) fn cookies(&self) -> &str {
        &self.cookies
    }

    /// Scheme, host and port, as browsers write an `Origin`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Host and port, as browsers write a `Host`.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The host without its port, as cookies name it.
    #[must_use]
    pub fn host(&self) -> &str {
        let (host, port) = self.authority.rsplit_once(':').unwrap_or((&self.authority, ""));
        // The colons of a bare IPv6 address are its own.
        if port.bytes().all(|byte| byte.is_ascii_digit()) { host } else { &self.authority }
    }

    /// Whether browsers reach us by https: then cookies are `Secure` and carry the `__Host-` prefix.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.secure
    }

    /// Whether only this machine reaches us.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.loopback
    }

    /// Whether it can only be that of a test: on this machine, or below `.test`, which nobody can own (RFC 6761, 6.2).
    #[must_use]
    pub fn is_for_tests(&self) -> bool {
        self.loopback || self.host().rsplit_once('.').is_some_and(|(_, last)| last == "test")
    }

    /// The whole address of a path of ours, for mails.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, BaseUrlError};

    #[track_caller]
    fn check(text: &str, expected: Result<&str, BaseUrlError>) {
        assert_eq!(BaseUrl::parse(text).as_ref().map(BaseUrl::origin).map_err(|error| *error), expected, "{text:?}");
    }

    #[test]
    fn an_origin_is_https_or_on_this_machine() {
        check("https://login.example.com", Ok("https://login.example.com"));
        check("https://LOGIN.example.com:443/", Ok("https://login.example.com"));
        check("http://localhost:3000", Ok("http://localhost:3000"));
        check("http://127.0.0.1:3000", Ok("http://127.0.0.1:3000"));
        check("http://login.example.com", Err(BaseUrlError::NotSecure));
        check("https://login.example.com/auth", Err(BaseUrlError::NotAnOrigin));
        check("https://user@login.example.com", Err(BaseUrlError::NotAnOrigin));
        check("ftp://localhost", Err(BaseUrlError::Malformed));
        check("login.example.com", Err(BaseUrlError::Malformed));
    }

    #[test]
    fn a_test_is_on_this_machine_or_below_a_domain_that_nobody_owns() {
        let check = |text: &str, host: &str, is_for_tests: bool| {
            let base = BaseUrl::parse(text).expect("an origin");
            assert_eq!((base.host(), base.is_for_tests()), (host, is_for_tests), "{text}");
        };
        check("http://localhost:3000", "localhost", true);
        check("http://127.0.0.1", "127.0.0.1", true);
        check("http://[::1]:3000", "[::1]", true);
        check("http://[::1]", "[::1]", true);
        check("https://northwind.test", "northwind.test", true);
        check("https://northwind.test:8443", "northwind.test", true);
        check("https://northwind.test.example.com", "northwind.test.example.com", false);
        check("https://contest", "contest", false);
        check("https://login.example.com", "login.example.com", false);
    }
}
