//! The look of an organisation: its people see it once it is known who they are, and nobody else does.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
};
use tower::ServiceExt;
use vestibule::{
    Brand, Builder, SqlStore, Vestibule,
    http::{assets::Assets, base_url::BaseUrl, secret::Secret},
    store::Store,
    theme::Theme,
};

fn builder(store: Arc<dyn Store>) -> Builder {
    let secret = Secret::parse("wh0p+whU3l7eg2zKSh/BEesAXI8BZVf5IFBmefQP9as=").expect("32 bytes");
    let base = BaseUrl::parse("https://northwind.test").expect("an origin");
    let files = ["vestibule.css", "vestibule.js", "vestibule.wasm", "whole.js", "whole.wasm"];
    let assets = Assets::of(files.map(|file| (file.to_owned(), "x".into())).into_iter().collect::<BTreeMap<_, _>>());
    Vestibule::builder(store, secret, base).assets(assets).testing(true)
}

/// Two servers of one host, where every organisation has a brand.
async fn servers() -> (Router, Router) {
    let store: Arc<dyn Store> = Arc::new(SqlStore::open("sqlite::memory:").await.expect("memory can be opened"));
    let acme = Brand::new(Theme::built_in("ledger").expect("one of ours")).named("Acme");
    let server = || {
        let acme = acme.clone();
        builder(store.clone()).organisation_brands(move |_| Some(acme.clone())).build().expect("nothing is missing")
    };
    (server().router(), server().router())
}

async fn ask(router: &Router, path: &str, cookie: &str, body: &'static str) -> (StatusCode, String) {
    let method = if body.is_empty() { "GET" } else { "POST" };
    let request = Request::builder().method(method).uri(path).header(header::HOST, "northwind.test");
    let mut request = request.header(header::COOKIE, cookie).body(Body::from(body)).expect("a request");
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 5000))));
    let response = router.clone().oneshot(request).await.expect("a router always answers");
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

/// The cookie of somebody who is logged in.
async fn somebody(router: &Router, asked: &'static str) -> String {
    let (status, made) = ask(router, "/__test/people", "", asked).await;
    assert_eq!(status, StatusCode::CREATED, "{made}");
    let value = made.split_once("\"value\":\"").and_then(|(_, rest)| rest.split('"').next()).expect("a cookie");
    format!("__Host-session={value}")
}

fn stylesheet(page: &str) -> &str {
    let (_, rest) = page.split_once("<link rel=\"stylesheet\" href=\"").expect("a stylesheet");
    rest.split_once('"').expect("it ends").0
}

#[tokio::test]
async fn people_of_an_organisation_see_its_brand_and_nobody_else_does() {
    let (server, _) = servers().await;
    let hers = somebody(&server, "{\"state\":\"LoggedIn\",\"org\":\"Acme\"}").await;
    let (status, page) = ask(&server, "/account", &hers, "").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains(" · Acme</title>") && page.contains("data-layout=\"split\""), "{page}");
    let (_, css) = ask(&server, stylesheet(&page), "", "").await;
    assert!(css.starts_with("x@layer vestibule.theme"), "{css}");

    let his = somebody(&server, "{\"state\":\"LoggedIn\"}").await;
    for (path, cookie) in [("/account", his.as_str()), ("/login", "")] {
        let (_, page) = ask(&server, path, cookie, "").await;
        assert!(page.contains(" · Vestibule</title>") && page.contains("data-layout=\"centered\""), "{page}");
    }
}

#[tokio::test]
async fn a_server_that_never_drew_it_finds_an_organisation_s_files_by_the_session() {
    let (one, other) = servers().await;
    let hers = somebody(&one, "{\"state\":\"LoggedIn\",\"org\":\"Acme\"}").await;
    let (_, page) = ask(&one, "/account", &hers, "").await;
    let address = stylesheet(&page);
    assert_eq!(ask(&other, address, "", "").await.0, StatusCode::NOT_FOUND, "nobody said whose it is");
    assert_eq!(ask(&other, address, &hers, "").await.0, StatusCode::OK);
}

#[tokio::test]
async fn nobody_has_strangers_mailed_in_the_name_of_their_organisation() {
    let (server, _) = servers().await;
    let hers = somebody(&server, "{\"state\":\"LoggedIn\",\"org\":\"Acme\"}").await;
    for path in ["/forgot-password", "/signup"] {
        let (status, page) = ask(&server, path, &hers, "email=grace%40example.org").await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{path}: {page}");
    }
}

#[tokio::test]
async fn a_password_alone_tells_nobody_whose_people_they_are() {
    let (server, _) = servers().await;
    let half = somebody(&server, "{\"state\":\"TwoFactorRequired\",\"org\":\"Acme\"}").await;
    let (status, page) = ask(&server, "/second-factor", &half, "").await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(page.contains(" · Vestibule</title>") && page.contains("data-layout=\"centered\""), "{page}");
}
