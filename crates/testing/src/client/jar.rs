//! The cookies of one browser. Paths and domains are all the same here: every cookie of ours is for the whole host.

use std::collections::BTreeMap;

use http::{HeaderMap, HeaderValue, header};

#[derive(Debug, Clone, Default)]
pub(super) struct Jar(BTreeMap<String, String>);

impl Jar {
    /// Takes over what an answer sets.
    pub(super) fn keep(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok()) {
            let mut parts = line.split(';').map(str::trim);
            let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else { continue };
            if parts.any(|part| part.eq_ignore_ascii_case("max-age=0")) {
                self.0.remove(name);
            } else {
                self.0.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// The header that a browser would send.
    pub(super) fn header(&self) -> Option<HeaderValue> {
        let pairs: Vec<String> = self.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if pairs.is_empty() { None } else { HeaderValue::from_str(&pairs.join("; ")).ok() }
    }

    pub(super) fn get(&self, name: &str) -> Option<String> {
        self.key(name).and_then(|key| self.0.get(&key).cloned())
    }

    pub(super) fn set(&mut self, name: &str, value: &str) {
        let key = self.key(name).unwrap_or_else(|| name.to_owned());
        self.0.insert(key, value.to_owned());
    }

    pub(super) fn remove(&mut self, name: &str) {
        if let Some(key) = self.key(name) {
            self.0.remove(&key);
        }
    }

    /// The full name of a cookie that is known by its plain one: before it may stand what binds it to the host, and where
    /// on the host its owner's pages are.
    fn key(&self, name: &str) -> Option<String> {
        let full =
            |key: &&String| key.strip_suffix(name).is_some_and(|front| front.is_empty() || front.ends_with(['-', '.']));
        self.0.keys().find(full).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::Jar;
    use http::{HeaderMap, HeaderValue, header};

    #[test]
    fn a_cookie_is_kept_until_it_is_taken_back() {
        let mut jar = Jar::default();
        let mut keep = |line: &'static str| {
            let headers = HeaderMap::from_iter([(header::SET_COOKIE, HeaderValue::from_static(line))]);
            jar.keep(&headers);
            (jar.get("session"), jar.header())
        };
        let set = keep("__Host-session=abc; Path=/; Secure");
        assert_eq!(set, (Some("abc".to_owned()), Some(HeaderValue::from_static("__Host-session=abc"))));
        assert_eq!(keep("__Host-session=; Path=/; Max-Age=0"), (None, None));
    }
}
