//! Our sources to copy: in builds that carry them, and where they are asked for.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use bytes::Bytes;
use tower::ServiceExt;
use vestibule_flows::{BuildError, Vestibule};
use vestibule_http::{assets::Assets, base_url::BaseUrl, secret::Secret};
use vestibule_store_sql::SqlStore;

async fn built(registry: bool) -> Result<Vestibule, BuildError> {
    let store = SqlStore::open("sqlite::memory:").await.expect("memory can be opened");
    let secret = Secret::parse("wh0p+whU3l7eg2zKSh/BEesAXI8BZVf5IFBmefQP9as=").expect("32 bytes");
    let base = BaseUrl::parse("http://localhost:3000").expect("an origin");
    let files = ["vestibule.css", "vestibule.js", "vestibule.wasm", "whole.js", "whole.wasm"];
    let assets = Assets::of(files.map(|file| (file.to_owned(), Bytes::from("x"))).into());
    Vestibule::builder(Arc::new(store), secret, base).assets(assets).registry(registry).build()
}

async fn status(vestibule: &Vestibule) -> StatusCode {
    let request = Request::get("/r/registry.json").header("host", "localhost:3000").body(Body::empty());
    let answer = vestibule.router().oneshot(request.expect("a request")).await;
    answer.expect("a router always answers").status()
}

#[tokio::test]
async fn who_asks_for_sources_has_them_or_is_told_that_this_build_has_none() {
    assert_eq!(status(&built(false).await.expect("nothing is missing")).await, StatusCode::NOT_FOUND);
    match built(true).await {
        Ok(vestibule) if cfg!(feature = "registry") => assert_eq!(status(&vestibule).await, StatusCode::OK),
        Err(BuildError::NoRegistry) if !cfg!(feature = "registry") => {}
        Ok(_) => panic!("sources are offered that aren't there"),
        Err(error) => panic!("{error}"),
    }
}
