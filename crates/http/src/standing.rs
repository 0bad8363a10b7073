//! A file whose address stays while its content changes with a release: browsers ask each time whether theirs is still
//! the one (RFC 9110, 8.8.3 and 13.1.2).

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

/// Such a file.
#[derive(Debug, Clone)]
pub struct Standing {
    text: &'static str,
    content_type: HeaderValue,
    tag: HeaderValue,
}

impl Standing {
    /// A file with this text.
    #[must_use]
    pub fn new(text: &'static str, content_type: &'static str) -> Self {
        let digest = Sha256::digest(text);
        let name = digest.iter().take(8).fold(0_u64, |name, &byte| name << 8 | u64::from(byte));
        let tag = HeaderValue::from_str(&format!("\"{name:016x}\"")).expect("hexadecimal");
        Self { text, content_type: HeaderValue::from_static(content_type), tag }
    }

    /// The file, or a word that the one the browser has is still it.
    #[must_use]
    pub fn answer(&self, headers: &HeaderMap) -> Response {
        let kept = [
            (header::ETAG, self.tag.clone()),
            (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=0, must-revalidate")),
        ];
        if self.is_had(headers) {
            (StatusCode::NOT_MODIFIED, kept).into_response()
        } else {
            (kept, [(header::CONTENT_TYPE, self.content_type.clone())], self.text).into_response()
        }
    }

    /// Tags are compared weakly, since what stands in front of us may have compressed the file on its way.
    fn is_had(&self, headers: &HeaderMap) -> bool {
        let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok());
        let mut tags = lines.flat_map(|line| line.split(',')).map(|tag| tag.trim().trim_start_matches("W/"));
        tags.any(|tag| tag == "*" || tag.as_bytes() == self.tag.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, StatusCode, header};

    use super::Standing;

    #[test]
    fn who_has_the_file_isnt_sent_it_again() {
        let file = Standing::new("export {};", "text/javascript; charset=utf-8");
        let tag = file.answer(&HeaderMap::new()).headers()[header::ETAG].to_str().expect("ASCII").to_owned();
        let status = |said: &str| {
            let said = [(header::IF_NONE_MATCH, said.parse().expect("a header"))];
            file.answer(&HeaderMap::from_iter(said)).status()
        };
        for had in [tag.clone(), format!("W/{tag}"), format!("\"older\", {tag}"), "*".to_owned()] {
            assert_eq!(status(&had), StatusCode::NOT_MODIFIED, "{had}");
        }
        for other in ["\"older\"", "", tag.trim_matches('"')] {
            assert_eq!(status(other), StatusCode::OK, "{other}");
        }
        let other = Standing::new("export default 1;", "text/javascript; charset=utf-8");
        assert_ne!(other.answer(&HeaderMap::new()).headers()[header::ETAG], *tag);
    }
}
