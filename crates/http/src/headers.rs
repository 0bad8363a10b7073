//! What every answer carries (B-05, B-06, B-07).

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use thiserror::Error;

use crate::base_url::BaseUrl;

/// What a page of ours may load and where its forms may lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Framing {
    /// Nobody may frame it.
    #[default]
    Never,
    /// Our own gallery may frame it, in development.
    Gallery,
}

/// The nonce of a host that writes one policy for all its pages. Put into a request's extensions before it reaches our
/// pages, it is what their scripts carry and what their own policy names.
///
/// It must be drawn anew for each request, from at least 128 random bits (CSP 3, 7.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nonce(String);

/// The text is no nonce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a nonce is at least 22 characters of base64")]
pub struct NotANonce;

impl Nonce {
    /// A nonce of the host's.
    ///
    /// # Errors
    /// [`NotANonce`] when it is shorter than 128 bits in base64, or could say more in a header than it should.
    pub fn new(nonce: impl Into<String>) -> Result<Self, NotANonce> {
        let nonce = nonce.into();
        let is_base64 = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_' | b'=');
        if nonce.len() >= 22 && nonce.bytes().all(is_base64) { Ok(Self(nonce)) } else { Err(NotANonce) }
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The content security policy of a page whose scripts carry `nonce`. A nonce is not passed on to what a script imports,
/// so ours imports nothing; `wasm-unsafe-eval` lets WebAssembly compile and nothing else.
#[must_use]
pub fn content_security_policy(nonce: &str, framing: Framing) -> HeaderValue {
    let (ancestors, frames) = match framing {
        Framing::Never => ("'none'", ""),
        Framing::Gallery => ("'self'", "frame-src 'self'; "),
    };
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; {frames}form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
    );
    HeaderValue::from_str(&policy).expect("nonces are plain ASCII")
}

/// The content security policy of a page of ours that a host's application draws and for which it says none: the host
/// alone knows what its document loads, and nobody frames it or leads its forms elsewhere.
#[must_use]
pub const fn host_policy() -> HeaderValue {
    HeaderValue::from_static("object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
}

const ALWAYS: [(HeaderName, HeaderValue); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
];

/// Puts the headers on every answer: pages, redirects, assets and failures alike. What a handler set itself stays.
pub async fn add(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(value);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ));
    response
}

/// Tells browsers never to come to this host or one below it but by https (H-03): for a site that is ours alone, since a
/// host may have others.
pub async fn only_https(State(base): State<BaseUrl>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if base.is_secure() {
        response
            .headers_mut()
            .entry(header::STRICT_TRANSPORT_SECURITY)
            .or_insert(HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    response
}
