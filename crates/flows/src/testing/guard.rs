//! Who may use the control API: a program on this machine that speaks to us directly. Everybody else is told that there
//! is no such page (H-12).

use std::net::SocketAddr;

use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{Extensions, HeaderMap, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use vestibule_core::routes;
use vestibule_http::{base_url::BaseUrl, problem::Problem};

use super::json::Refusal;
use crate::{Vestibule, space::Space};

/// What a proxy adds, besides everything that begins with `x-forwarded`: whoever it speaks for is not on this machine.
const FORWARDING: [&str; 6] = ["cf-connecting-ip", "forwarded", "true-client-ip", "via", "x-client-ip", "x-real-ip"];

/// Stands around all of our pages of a server under test, before even the origin of a request is looked at.
pub(crate) async fn guard(State(vestibule): State<Vestibule>, request: Request, next: Next) -> Response {
    let (headers, extensions) = (request.headers(), request.extensions());
    if is_control(extensions) && !is_admitted(headers, extensions, &vestibule.0.base) {
        return Problem::NotFound.into();
    }
    if is_local(headers, extensions)
        && let Err(error) = Space::named_in(headers)
    {
        return Refusal::malformed(error).into_response();
    }
    next.run(request).await
}

/// Whether it is one of our routes that was asked for: the router's word, which no spelling gets around.
fn is_control(extensions: &Extensions) -> bool {
    let inside = |path: &MatchedPath| path.as_str().contains(&format!("{}/", routes::TEST));
    extensions.get().is_some_and(inside)
}

fn is_admitted(headers: &HeaderMap, extensions: &Extensions, base: &BaseUrl) -> bool {
    is_local(headers, extensions) && is_for_us(headers, base) && is_ours(headers, base)
}

/// Whether whoever asks is on this machine, and asks for nobody else.
pub(crate) fn is_local(headers: &HeaderMap, extensions: &Extensions) -> bool {
    is_from_this_machine(extensions) && !is_forwarded(headers)
}

/// Whether the peer is on this machine. Nobody is without a peer that is known.
fn is_from_this_machine(extensions: &Extensions) -> bool {
    extensions.get().is_some_and(|peer: &ConnectInfo<SocketAddr>| peer.0.ip().to_canonical().is_loopback())
}

fn is_forwarded(headers: &HeaderMap) -> bool {
    headers.keys().any(|name| name.as_str().starts_with("x-forwarded") || FORWARDING.contains(&name.as_str()))
}

/// Another name that leads to this machine is somebody's attempt at reaching us from a page of theirs (DNS rebinding).
fn is_for_us(headers: &HeaderMap, base: &BaseUrl) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let is_ours = |host: &axum::http::HeaderValue| host.as_bytes().eq_ignore_ascii_case(base.authority().as_bytes());
    hosts.next().is_some_and(is_ours) && hosts.next().is_none()
}

/// No browser sends either header of its own accord but for a page, and a page of ours is the only one that may ask.
fn is_ours(headers: &HeaderMap, base: &BaseUrl) -> bool {
    let site = headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none");
    site && headers.get(header::ORIGIN).is_none_or(|origin| origin == base.origin())
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use axum::{
        extract::ConnectInfo,
        http::{Extensions, HeaderMap, HeaderName, HeaderValue},
    };
    use vestibule_http::base_url::BaseUrl;

    use super::is_admitted;

    #[track_caller]
    fn check(peer: Option<&str>, headers: &[(&'static str, &'static str)], expected: bool) {
        let base = BaseUrl::parse("https://northwind.test:8443").expect("an origin");
        let mut extensions = Extensions::new();
        if let Some(peer) = peer {
            let peer: SocketAddr = peer.parse().expect("an address");
            extensions.insert(ConnectInfo(peer));
        }
        let pairs =
            headers.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        assert_eq!(is_admitted(&pairs.collect::<HeaderMap>(), &extensions, &base), expected, "{peer:?} {headers:?}");
    }

    #[test]
    fn only_who_speaks_to_us_directly_from_this_machine_is_admitted() {
        let (here, host) = (Some("127.0.0.1:5000"), ("host", "northwind.test:8443"));
        check(here, &[host], true);
        check(Some("[::1]:5000"), &[host], true);
        check(Some("[::ffff:127.0.0.1]:5000"), &[host], true);
        check(here, &[host, ("origin", "https://northwind.test:8443"), ("sec-fetch-site", "same-origin")], true);
        check(None, &[host], false);
        check(Some("192.0.2.7:5000"), &[host], false);
        check(Some("[::ffff:192.0.2.7]:5000"), &[host], false);
        check(here, &[], false);
        check(here, &[("host", "northwind.test")], false);
        check(here, &[("host", "evil.example")], false);
        for name in ["x-forwarded-for", "x-forwarded-host", "forwarded", "via", "x-real-ip", "cf-connecting-ip"] {
            check(here, &[host, (name, "127.0.0.1")], false);
        }
        for site in ["same-site", "cross-site", "nonsense"] {
            check(here, &[host, ("sec-fetch-site", site)], false);
        }
        for origin in ["null", "https://northwind.test", "https://evil.example"] {
            check(here, &[host, ("origin", origin)], false);
        }
    }
}
