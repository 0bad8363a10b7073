//! Our four cookies: their names, their attributes, and nothing else about them.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::base_url::BaseUrl;

/// A cookie of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// Who is logged in.
    Session,
    /// Which sign-up waits.
    SignUp,
    /// Which browser this is: what form tokens are bound to.
    Browser,
    /// The token of the mailed link that was opened last, so that it needn't stay in the address (L-12).
    Link,
}

/// A browser forgets the binding of its forms after a year without a visit; until then a form left open still works.
const BROWSER_LIFE_SECONDS: u32 = 365 * 24 * 60 * 60;

impl Cookie {
    const fn word(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::SignUp => "sign_up",
            Self::Browser => "browser",
            Self::Link => "link",
        }
    }

    /// The cookie's name. `__Host-` binds it to this host and to https (S-01); on plain http, which only loopback may
    /// use, browsers would drop it.
    #[must_use]
    pub fn name(self, base: &BaseUrl) -> String {
        if base.is_secure() { format!("__Host-{}", self.word()) } else { self.word().to_owned() }
    }

    /// The cookie's value in a request, if it looks like a token of ours.
    #[must_use]
    pub fn read<'h>(self, headers: &'h HeaderMap, base: &BaseUrl) -> Option<&'h str> {
        let name = self.name(base);
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        let mut values = lines
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(key, _)| *key == name);
        values.next().map(|(_, value)| value).filter(|value| is_token(value))
    }

    /// The header that sets the cookie.
    #[must_use]
    pub fn set(self, value: &str, base: &BaseUrl) -> HeaderValue {
        let life = match self {
            Self::Browser => format!("; Max-Age={BROWSER_LIFE_SECONDS}"),
            // The server ends these; the browser forgets them with its session.
            Self::Session | Self::SignUp | Self::Link => String::new(),
        };
        self.header(value, &life, base)
    }

    /// The header that removes the cookie.
    #[must_use]
    pub fn clear(self, base: &BaseUrl) -> HeaderValue {
        self.header("", "; Max-Age=0", base)
    }

    fn header(self, value: &str, life: &str, base: &BaseUrl) -> HeaderValue {
        let secure = if base.is_secure() { "; Secure" } else { "" };
        let name = self.name(base);
        HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{life}"))
            .expect("tokens are plain ASCII")
    }
}

/// Whether a text has the form of a token of ours: 256 bits in 43 characters.
#[must_use]
pub fn is_token(value: &str) -> bool {
    value.len() == 43 && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::Cookie;
    use crate::base_url::BaseUrl;
    use axum::http::{HeaderMap, header};

    #[test]
    fn https_cookies_are_bound_to_the_host() {
        let base = BaseUrl::parse("https://login.example.com").expect("an origin");
        let set = Cookie::Session.set("x", &base);
        assert_eq!(set, "__Host-session=x; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    #[test]
    fn only_a_token_of_our_form_is_read() {
        let base = BaseUrl::parse("http://localhost:3000").expect("an origin");
        let token = "A".repeat(43);
        let read = |line: String| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, line.parse().expect("a header"));
            Cookie::Session.read(&headers, &base).map(str::to_owned)
        };
        assert_eq!(read(format!("a=b; session={token}; c=d")), Some(token.clone()));
        assert_eq!(read(format!("xsession={token}")), None);
        assert_eq!(read(format!("session={token}x")), None);
        assert_eq!(read("session=".to_owned()), None);
    }
}
