//! Was this request sent from a page of ours? Asked of every request that may change something, whatever its content
//! type (B-01, B-02, B-04), before the form token is looked at.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method},
    middleware::Next,
    response::Response,
};

use crate::{base_url::BaseUrl, problem::Problem};

/// Refuses unsafe requests from other sites.
pub async fn check(State(base): State<BaseUrl>, request: Request, next: Next) -> Response {
    if is_safe(request.method()) || is_ours(request.headers(), &base) {
        next.run(request).await
    } else {
        Problem::Forbidden.into()
    }
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// `Sec-Fetch-Site` decides where it is sent: `same-origin` is ours, `none` is the person's own doing, a sibling
/// subdomain (`same-site`) is as foreign as any other. Then `Origin` must be ours; `null` counts as absent, since that
/// is what browsers send for our own forms under `Referrer-Policy: no-referrer`. With neither, the form token decides.
fn is_ours(headers: &HeaderMap, base: &BaseUrl) -> bool {
    let site = headers.get("sec-fetch-site");
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return false;
    }
    let origin = headers.get("origin").filter(|origin| *origin != "null");
    origin.is_none_or(|origin| origin == base.origin())
}

#[cfg(test)]
mod tests {
    use super::is_ours;
    use crate::base_url::BaseUrl;
    use axum::http::HeaderMap;

    #[track_caller]
    fn check(headers: &[(&'static str, &str)], expected: bool) {
        let base = BaseUrl::parse("https://login.example.com").expect("an origin");
        let map: HeaderMap = headers
            .iter()
            .map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value")))
            .collect();
        assert_eq!(is_ours(&map, &base), expected, "{headers:?}");
    }

    #[test]
    fn only_our_own_pages_may_post() {
        check(&[], true);
        check(&[("sec-fetch-site", "same-origin")], true);
        check(&[("sec-fetch-site", "same-origin"), ("origin", "null")], true);
        check(&[("sec-fetch-site", "none")], true);
        check(&[("origin", "https://login.example.com")], true);
        check(&[("sec-fetch-site", "same-site")], false);
        check(&[("sec-fetch-site", "cross-site")], false);
        check(&[("sec-fetch-site", "nonsense")], false);
        check(&[("origin", "https://evil.example")], false);
        check(&[("origin", "https://login.example.com.evil.example")], false);
        check(&[("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")], false);
    }
}
