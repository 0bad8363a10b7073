//! Cookies in the shape in which Playwright keeps a browser's state (`storageState`): what a tester's browser begins with.

use axum::http::HeaderValue;
use serde::Serialize;
use vestibule_http::base_url::BaseUrl;

#[derive(Serialize)]
pub(super) struct StorageState {
    cookies: Vec<StoredCookie>,
    /// What pages kept by script: ours keep nothing there.
    origins: [(); 0],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StoredCookie {
    name: String,
    value: String,
    domain: String,
    path: &'static str,
    /// -1: as long as the browser's own session.
    expires: i64,
    http_only: bool,
    secure: bool,
    same_site: &'static str,
}

impl StorageState {
    /// What a browser has kept that was sent this header, if any.
    pub(super) fn of(set_cookie: Option<&HeaderValue>, base: &BaseUrl) -> Self {
        let line = set_cookie.and_then(|line| line.to_str().ok());
        let pair = line.and_then(|line| line.split(';').next()?.split_once('='));
        let cookie = |(name, value): (&str, &str)| StoredCookie {
            name: name.to_owned(),
            value: value.to_owned(),
            domain: base.host().to_owned(),
            path: "/",
            expires: -1,
            http_only: true,
            secure: base.is_secure(),
            same_site: "Lax",
        };
        Self { cookies: pair.map(cookie).into_iter().collect(), origins: [] }
    }
}

#[cfg(test)]
mod tests {
    use vestibule_http::{base_url::BaseUrl, cookies::Cookie};

    use super::StorageState;

    #[test]
    fn a_session_is_kept_as_playwright_keeps_it() {
        let base = BaseUrl::parse("https://northwind.test:8443").expect("an origin");
        let kept = StorageState::of(Some(&Cookie::Session.set("abc", &base)), &base);
        let expected = serde_json::json!({
            "cookies": [{
                "name": "__Host-session", "value": "abc", "domain": "northwind.test", "path": "/", "expires": -1,
                "httpOnly": true, "secure": true, "sameSite": "Lax",
            }],
            "origins": [],
        });
        assert_eq!(serde_json::to_value(kept).expect("plain data"), expected);
    }
}
