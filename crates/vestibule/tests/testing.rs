//! The control API in a host's router, without a socket: who speaks to it from where, and what it does to the host's own
//! handlers.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Request, StatusCode},
    routing::get,
};
use tower::ServiceExt;
use vestibule::{
    BuildError, Builder, SqlStore, User, Vestibule,
    http::{assets::Assets, base_url::BaseUrl, secret::Secret},
};

const HERE: &str = "127.0.0.1:5000";
const PEOPLE: &str = "/auth/__test/people";
const SOMEBODY: &str = "{\"state\":\"LoggedIn\"}";

async fn at(base: &str) -> Builder {
    let store = SqlStore::open("sqlite::memory:").await.expect("memory can be opened");
    let secret = Secret::parse("wh0p+whU3l7eg2zKSh/BEesAXI8BZVf5IFBmefQP9as=").expect("32 bytes");
    let files = ["vestibule.css", "vestibule.js", "vestibule.wasm", "whole.js", "whole.wasm"];
    let assets = Assets::of(files.map(|file| (file.to_owned(), "x".into())).into_iter().collect::<BTreeMap<_, _>>());
    let builder = Vestibule::builder(Arc::new(store), secret, BaseUrl::parse(base).expect("an origin")).assets(assets);
    builder.mount("/auth".parse().expect("a mount")).testing(true)
}

async fn host() -> Router {
    let auth = at("https://northwind.test").await.build().expect("nothing is missing");
    Router::new().route("/inside", get(async |user: User| user.id)).merge(auth.router()).layer(auth.layer())
}

/// Posts JSON, or asks for a page where there is none to post.
async fn ask(
    host: &Router,
    peer: Option<&str>,
    headers: &[(&str, &str)],
    path: &str,
    body: &'static str,
) -> (u16, String) {
    let method = if body.is_empty() { "GET" } else { "POST" };
    let request = Request::builder().method(method).uri(path).header("host", "northwind.test");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let mut request = request.body(Body::from(body)).expect("a request");
    if let Some(peer) = peer {
        request.extensions_mut().insert(ConnectInfo(peer.parse::<SocketAddr>().expect("an address")));
    }
    let response = host.clone().oneshot(request).await.expect("a router always answers");
    let status = response.status().as_u16();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn tests_are_for_an_address_that_nobody_else_reaches() {
    for base in ["https://login.example.com", "https://northwind.test.example.com", "https://contest.example"] {
        let refused = at(base).await.build().err().unwrap_or_else(|| panic!("{base} is public"));
        assert!(matches!(refused, BuildError::TestingInPublic), "{base}: {refused}");
    }
    for base in ["http://localhost:3000", "https://127.0.0.1", "https://northwind.test"] {
        assert!(at(base).await.build().is_ok(), "{base}");
    }
}

#[tokio::test]
async fn a_peer_elsewhere_finds_nothing() {
    let host = host().await;
    for peer in [None, Some("192.0.2.7:5000"), Some("[2001:db8::7]:5000"), Some("[::ffff:10.0.0.7]:5000")] {
        assert_eq!(ask(&host, peer, &[], PEOPLE, SOMEBODY).await.0, 404, "{peer:?}");
        let unknown = ask(&host, peer, &[("x-test-space", "NOT A SPACE")], "/auth/login", "").await.0;
        assert_eq!(unknown, 200, "nobody elsewhere is asked for a space: {peer:?}");
    }
    assert_eq!(ask(&host, Some(HERE), &[], PEOPLE, SOMEBODY).await.0, 201);
}

#[tokio::test]
async fn a_hosts_own_handlers_live_in_the_space_of_their_request() {
    let host = host().await;
    let space = ("x-test-space", "left");
    let (status, made) = ask(&host, Some(HERE), &[space], PEOPLE, SOMEBODY).await;
    assert_eq!(status, 201, "{made}");
    let value = made.split_once("\"value\":\"").and_then(|(_, rest)| rest.split('"').next()).expect("a cookie");
    let cookie = format!("__Host-auth.session={value}");
    let cookie = ("cookie", cookie.as_str());
    let inside = async |peer, headers: &[(&str, &str)]| ask(&host, Some(peer), headers, "/inside", "").await.0;
    assert_eq!(inside(HERE, &[space, cookie]).await, 200);

    let clock = "/auth/__test/clock";
    assert_eq!(ask(&host, Some(HERE), &[space], clock, "{\"advance\":7200}").await.0, 200);
    assert_eq!(inside(HERE, &[space, cookie]).await, StatusCode::UNAUTHORIZED, "two hours have passed there");
    assert_eq!(inside(HERE, &[cookie]).await, 200, "and nowhere else");
    assert_eq!(inside("192.0.2.7:5000", &[space, cookie]).await, 200, "nobody elsewhere is in a space");
}
