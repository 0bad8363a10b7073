//! Our cookies: their names, their attributes, and nothing else about them.

use axum::http::{HeaderMap, HeaderValue, header};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use vestibule_store::Sealed;

use crate::{
    base_url::BaseUrl,
    chance::Chance,
    secret::{Purpose, Secret},
};

/// A cookie of ours. What it holds is a random token that names something we keep, or, where [`seal`](Self::seal) and
/// [`open`](Self::open) are used, a text that only we can write and read (S-02). One alone is plain: the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// Who is logged in.
    Session,
    /// Which sign-up waits.
    SignUp,
    /// Which mail was asked for from this browser.
    Challenge,
    /// Which browser this is: what form tokens are bound to.
    Browser,
    /// The token of the mailed link that was opened last, so that it needn't stay in the address (L-12).
    Link,
    /// The token of the invitation that was opened last.
    Invitation,
    /// Stands in for the second factor of one account (M-11).
    Device,
    /// Sealed: how somebody logged in here last, and who did.
    Last,
    /// Sealed: the page that was wanted before the log-in began.
    ReturnTo,
    /// Sealed: who said "Later" to an enrolment that isn't required yet, and until when it isn't offered again.
    Later,
    /// The tag of the language that was chosen in this browser: plain, since it opens nothing.
    Language,
}

/// How long "Later" lasts.
const LATER_SECONDS: u32 = 24 * 60 * 60;

/// A browser forgets the binding of its forms, who logged in, and which language was chosen, after a year without a visit; until then a form left
/// open still works.
const BROWSER_LIFE_SECONDS: u32 = 365 * 24 * 60 * 60;

/// The longest sealed value that is read.
const MAX_SEALED: usize = 2_800;

impl Cookie {
    /// Every cookie there is.
    pub const ALL: [Self; 11] = [
        Self::Session,
        Self::SignUp,
        Self::Challenge,
        Self::Browser,
        Self::Link,
        Self::Invitation,
        Self::Device,
        Self::Last,
        Self::ReturnTo,
        Self::Later,
        Self::Language,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::SignUp => "sign_up",
            Self::Challenge => "challenge",
            Self::Browser => "browser",
            Self::Link => "link",
            Self::Invitation => "invitation",
            Self::Device => "device",
            Self::Last => "last",
            Self::ReturnTo => "return_to",
            Self::Later => "later",
            Self::Language => "language",
        }
    }

    /// The cookie's name. `__Host-` binds it to this host and to https (S-01); on plain http, which only loopback may
    /// use, browsers would drop it.
    #[must_use]
    pub fn name(self, base: &BaseUrl) -> String {
        let prefix = if base.is_secure() { "__Host-" } else { "" };
        format!("{prefix}{}{}", base.cookies(), self.word())
    }

    /// The cookie's value in a request, if it looks like a token of ours.
    #[must_use]
    pub fn read<'h>(self, headers: &'h HeaderMap, base: &BaseUrl) -> Option<&'h str> {
        self.value(headers, base).filter(|value| is_token(value))
    }

    /// The text that we sealed into the cookie; `None` for anything that we didn't.
    #[must_use]
    pub fn open(self, headers: &HeaderMap, base: &BaseUrl, secret: &Secret) -> Option<String> {
        let value = self.value(headers, base).filter(|value| value.len() <= MAX_SEALED)?;
        let sealed = Sealed(URL_SAFE_NO_PAD.decode(value).ok()?);
        String::from_utf8(secret.open_for(Purpose::Cookie, self.word().as_bytes(), &sealed)?).ok()
    }

    /// The cookie's value in a request as it stands there, whoever wrote it: for what opens nothing.
    #[must_use]
    pub fn plain<'h>(self, headers: &'h HeaderMap, base: &BaseUrl) -> Option<&'h str> {
        self.value(headers, base)
    }

    fn value<'h>(self, headers: &'h HeaderMap, base: &BaseUrl) -> Option<&'h str> {
        let name = self.name(base);
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        let mut values = lines
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(key, _)| *key == name);
        values.next().map(|(_, value)| value)
    }

    /// The header that sets the cookie to a token.
    #[must_use]
    pub fn set(self, value: &str, base: &BaseUrl) -> HeaderValue {
        let life = match self {
            Self::Browser | Self::Last | Self::Language => format!("; Max-Age={BROWSER_LIFE_SECONDS}"),
            Self::Device => format!("; Max-Age={}", vestibule_core::totp::REMEMBER_DEVICE.whole_seconds()),
            Self::Later => format!("; Max-Age={LATER_SECONDS}"),
            // The server ends these; the browser forgets them with its session.
            Self::Session | Self::SignUp | Self::Challenge | Self::Link | Self::Invitation | Self::ReturnTo => {
                String::new()
            }
        };
        self.header(value, &life, base)
    }

    /// The header that sets the cookie to a text which nobody else can read or write.
    #[must_use]
    pub fn seal(self, text: &str, base: &BaseUrl, secret: &Secret, chance: &dyn Chance) -> HeaderValue {
        let sealed = secret.seal_for(Purpose::Cookie, self.word().as_bytes(), text.as_bytes(), chance);
        self.set(&URL_SAFE_NO_PAD.encode(sealed.0), base)
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
    fn two_of_us_on_one_host_have_cookies_of_their_own() {
        let base = BaseUrl::parse("https://example.com").expect("an origin");
        let [staff, shop] = ["/staff/auth", "/shop"].map(|mount| base.clone().below(mount.parse().expect("a mount")));
        assert_eq!(Cookie::Session.name(&staff), "__Host-staff.auth.session");
        let token = "A".repeat(43);
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, format!("__Host-shop.session={token}").parse().expect("a header"));
        assert_eq!(Cookie::Session.read(&headers, &shop), Some(&*token));
        assert_eq!(Cookie::Session.read(&headers, &staff), None);
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
